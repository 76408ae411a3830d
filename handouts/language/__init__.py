"""How patients are spoken to: what is said sentence by sentence, how hard it reads, and which words to avoid."""
