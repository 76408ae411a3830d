"""A take-home exercise sheet: a leaflet whose exercises are cards and whose doses are read at arm's length."""

from layouts.pages.leaflet import SCALE, lay_out

__all__ = ["SCALE", "lay_out"]
