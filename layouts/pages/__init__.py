"""One file per layout kind: its frames, its furniture and the order of what stands on it."""
