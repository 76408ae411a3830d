"""Accessible PDF: the logical tree, the marks that tie drawing to it, and the seal that writes both into the file."""
