"""Roles become fonts, sizes, colours and spaces, derived from the clinic's one colour. Contrast is settled here.

Sizes and spaces are points. Contrast follows WCAG 2.2: 4.5 to 1 for text, 3 to 1 from 18 points.
"""

import colorsys
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import Literal

from layouts.fonts import Family, family
from layouts.lines import Colour, TextStyle

MM = 72 / 25.4
WHITE: Colour = (1, 1, 1)
INK: Colour = (0.11, 0.13, 0.15)
QUIET: Colour = (0.29, 0.33, 0.36)
RED: Colour = (0.66, 0.09, 0.10)
AMBER: Colour = (0.54, 0.33, 0.0)
TINT = 0.09  # how much of a colour is in its palest depth

Role = Literal[
    "title", "lead", "section", "subsection", "name", "body", "strong", "label", "small", "figure", "inverse"
]

# size and leading in points, bold, colour: one place for the few sizes of a page
ROLES: dict[str, tuple[float, float, bool, str]] = {
    "title": (27, 31, True, "dark"),
    "lead": (14, 18.5, False, "ink"),
    "section": (16, 20, True, "mid"),
    "subsection": (13, 17, True, "dark"),
    "name": (13, 17, True, "ink"),
    "body": (12.2, 16.4, False, "ink"),
    "strong": (12.2, 16.4, True, "ink"),
    "label": (10.5, 13.5, False, "quiet"),
    "small": (10, 13, False, "quiet"),
    "figure": (19, 23, True, "dark"),
    "inverse": (12.2, 16.4, False, "white"),
}


@dataclass(frozen=True)
class Theme:
    """How a clinic's pages look. `scale` grows text, `tightness` below 1 closes up the spaces between blocks."""

    colour: Colour
    scale: float = 1
    tightness: float = 1

    @property
    def family(self) -> Family:
        """The typeface of all text."""
        return family()

    @cached_property
    def colours(self) -> dict[str, Colour]:
        """The clinic's colour in three depths, and the few that are the same everywhere."""
        mid = _readable_on_its_tint(self.colour)
        return {
            "ink": INK,
            "quiet": QUIET,
            "white": WHITE,
            "mid": mid,
            "dark": readable(_shade(mid, 0.72), WHITE, 7),
            "tint": _tint(mid, TINT),
            "line": _tint(mid, 0.38),
            "red": RED,
            "red tint": _tint(RED, 0.05),
            "amber": AMBER,
            "amber tint": _tint(AMBER, 0.07),
        }

    def style(self, role: Role) -> TextStyle:
        """Typeface, size and colours of a role."""
        size, leading, bold, name = ROLES[role]
        colour = self.colours[name]
        # Where space is short, lines close up a little too: at most 5 % at the tightest setting.
        leading *= 1 - 0.15 * (1 - max(self.tightness, 0.66))
        family, link = self.family, self.colours["mid"]
        return TextStyle(family, size * self.scale, leading * self.scale, colour, colour, bold, link)

    def space(self, steps: float) -> float:
        """Steps of the spacing scale: 1 is 1.6 mm, and blocks stand 2 to 4 apart."""
        return steps * 1.6 * MM * self.tightness * min(self.scale, 1.2)

    @property
    def slack(self) -> float:
        """What a space may grow by again where a page has room left after all, in points."""
        return 12 * (1 - self.tightness) * self.scale

    def inset(self, steps: float) -> float:
        """Steps of the spacing scale inside a frame, where text must not touch the border even if space is short."""
        return self.space(steps) / sqrt(self.tightness)


def rgb(colour: str) -> Colour:
    """A colour written as #rrggbb."""
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(colour: Colour, ground: Colour, ratio: float) -> Colour:
    """The colour, darkened only as far as text in it needs to reach the ratio on this light ground."""
    while contrast(colour, ground) < ratio:
        colour = _shade(colour, 0.95)
    return colour


def _readable_on_its_tint(colour: Colour) -> Colour:
    """The colour, darkened until text in it can be read on panels filled with its own palest depth, and so on white."""
    while contrast(colour, _tint(colour, TINT)) < 4.5:
        colour = _shade(colour, 0.95)
    return colour


def _shade(colour: Colour, share: float) -> Colour:
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    return colorsys.hls_to_rgb(hue, lightness * share, saturation)


def _tint(colour: Colour, share: float) -> Colour:
    red, green, blue = (1 - share * (1 - part) for part in colour)
    return (red, green, blue)
