"""The tests; `python -m tests` runs them all, with the checks on style and types before them."""
