"""How it looks on paper: a handout, a clinic and a language become an edition, and an edition becomes a PDF."""

from layouts.composing import compose
from layouts.edition import Edition
from layouts.options import Options

__all__ = ["Edition", "Options", "compose"]
