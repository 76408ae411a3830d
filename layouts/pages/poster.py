"""A poster: a leaflet to be read from two steps away."""

from layouts.pages.leaflet import lay_out

SCALE = 1.4

__all__ = ["SCALE", "lay_out"]
