"""Roles become fonts, sizes, colours and spaces, derived from the clinic's one colour. Contrast is settled here.

Sizes and spaces are points. Every leading and every height is a whole number of units, and so all baselines of a page,
in all its columns, stand on one grid; head and foot are outside it, for nothing stands beside them.
Contrast follows WCAG 2.2: 4.5 to 1 for text, 3 to 1 from 18 points.
"""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, sqrt
from typing import Literal

from handouts.clinic import Fonts, Ink, Look, TextSize
from layouts.colours import WHITE, Colour, readable, readable_on_its_tint, shade, tint
from layouts.fonts import Family, family
from layouts.lines import TextStyle

MM = 72 / 25.4
INK: Colour = (0.11, 0.13, 0.15)
QUIET: Colour = (0.29, 0.33, 0.36)
RED: Colour = (0.66, 0.09, 0.10)
AMBER: Colour = (0.54, 0.33, 0.0)
ACCENT: Colour = (0.83, 0.38, 0.0)  # what moves in a picture; 3.9 to 1 on white
BLACK: Colour = (0, 0, 0)
# A laser printer makes grey out of dots: text and lines are black, and what colour said is said by lines and patterns.
MONO: dict[str, Colour] = {
    **dict.fromkeys(("ink", "quiet", "mid", "dark", "red", "amber", "accent"), BLACK),
    **dict.fromkeys(("white", "tint", "amber tint"), WHITE),
    "line": (0.35, 0.35, 0.35),
}

Role = Literal["title", "lead", "section", "subsection", "name", "body", "strong", "label", "small", "figure"]

# size and leading in points, bold, colour: one place for the few sizes of a page. The leading is rounded to the grid.
ROLES: dict[str, tuple[float, float, bool, str]] = {
    "title": (27, 31, True, "dark"),
    "lead": (14, 18.5, False, "ink"),
    "section": (16, 19, True, "mid"),
    "subsection": (13, 17, True, "dark"),
    "name": (13, 17, True, "ink"),
    "body": (12, 16, False, "ink"),
    "strong": (12, 16, True, "ink"),
    "label": (10.5, 13.5, False, "quiet"),
    "small": (10, 13, False, "quiet"),
    "figure": (19, 23, True, "dark"),
}


# What body text is multiplied by, so that it is at least 12, 16 or 20 points in every layout kind.
GROWTH: dict[TextSize, float] = {"standard": 1, "large": 1.36, "extra-large": 1.7}
CLOSEST = 1.1  # the least leading, of the size
SMALLEST = 6.5  # points, of any word on a card
HEADINGS = {"title": 0.45, "section": 0.7, "subsection": 0.9, "figure": 0.7}  # these are large already


@dataclass(frozen=True)
class Theme:
    """How a clinic's pages look.

    `scale` grows text for a kind of page, `text_size` for a reader, `tightness` below 1 closes up the spaces.
    """

    colour: Colour
    scale: float = 1
    tightness: float = 1
    text_size: TextSize = "standard"
    ink: Ink = "colour"
    look: Look = Look()
    fonts: Fonts | None = None

    @cached_property
    def family(self) -> Family:
        """The typeface of all text."""
        return family(self.fonts)

    @cached_property
    def colours(self) -> dict[str, Colour]:
        """The clinic's colour in three depths, and the few that are the same everywhere."""
        if self.mono:
            return MONO
        mid = readable_on_its_tint(self.colour)
        return {
            "ink": INK,
            "quiet": QUIET,
            "white": WHITE,
            "mid": mid,
            "dark": readable(shade(mid, 0.72), WHITE, 7),
            "tint": tint(mid),
            "line": tint(mid, 0.38),
            "red": RED,
            "amber": AMBER,
            "amber tint": tint(AMBER, 0.07),
            "accent": ACCENT,
        }

    @cached_property
    def unit(self) -> float:
        """The step of the baseline grid: a sixth of the body's leading, and a smaller part where text is larger.

        That is about 2.7 points on every page, and less on a card. Whole hundredths of a point, as a page writes them:
        so many steps down, no rounding has added up.
        """
        parts = max(6, round(6 * self.scale * self.growth))
        return int(self._measures("body")[1] / parts * 100) / 100

    def style(self, role: Role) -> TextStyle:
        """Typeface, size and colours of a role, its lines on the grid."""
        size, leading = self._measures(role)
        leading = max(self._units(leading), ceil(size * CLOSEST / self.unit)) * self.unit
        _, _, bold, name = ROLES[role]
        colour = self.colours[name]
        return TextStyle(self.family, size, leading, self.unit, colour, colour, bold, self.colours["mid"])

    def _measures(self, role: Role) -> tuple[float, float]:
        """Size and leading of a role, before the leading is brought to the grid."""
        size, leading, _, _ = ROLES[role]
        growth = self.growth ** HEADINGS.get(role, 1)
        if self.growth > 1:  # large print is large in every word, labels and page numbers too
            growth = max(growth, ROLES["body"][0] * self.growth / size)
        size, leading = size * growth * self.scale, leading * growth * self.scale
        # Where space is short, lines close up a little too: at most 5 % at the tightest setting.
        leading *= 1 - 0.15 * (1 - max(self.tightness, 0.66))
        larger = max(1.0, SMALLEST / size)
        return size * larger, leading * larger

    def _units(self, points: float) -> int:
        """The nearest number of whole units, and at least one."""
        return max(1, round(points / self.unit)) if points > 0 else 0

    def snap(self, points: float) -> float:
        """The least whole number of units that holds so many points, for whatever is not text."""
        return ceil(points / self.unit - 1e-6) * self.unit

    @property
    def mono(self) -> bool:
        """Whether it is for a black and white printer: no colours, and no grey where a line will do."""
        return self.ink == "mono"

    @property
    def growth(self) -> float:
        """What a reader's text size multiplies body text by."""
        return GROWTH[self.text_size]

    @property
    def hand(self) -> float:
        """What grows places to write and boxes to tick: with the text, but not without end."""
        return min(self.scale * self.growth, 1.4)

    def space(self, steps: float) -> float:
        """Steps of the spacing scale in whole units: 1 is about 1.6 mm, and blocks stand 2 to 4 apart."""
        return self._units(self._space(steps)) * self.unit

    def inset(self, steps: float) -> float:
        """Steps of the spacing scale inside a frame, where text must not touch the border even if space is short."""
        return self._units(self._space(steps) / sqrt(self.tightness)) * self.unit

    def _space(self, steps: float) -> float:
        return steps * 1.6 * MM * self.tightness * min(self.scale, 1.2) * min(self.growth, 1.2)

    @property
    def slack(self) -> int:
        """Units that a space may grow by again where a page has room left after all."""
        return ceil(12 * (1 - self.tightness) * self.scale / self.unit)
