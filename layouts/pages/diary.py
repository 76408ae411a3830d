"""A diary as a page of its own: as a leaflet, its cells taller, for they are all that is looked at."""

from layouts.pages.leaflet import SCALE, lay_out

__all__ = ["SCALE", "lay_out"]
