"""Names beside a view: in columns at its left and right, in the order of the heights that their lines lead to.

A line runs level from its place to the edge of the view, and from there straight to its name. Level parts never meet,
for no two places of a view are equally high; the other parts never meet, for names stand in the order of their places
(boundary labelling with do-leaders: Bekos and others, Boundary labeling, 2007).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from handouts.inline import Run
from layouts.figures.body.content import Note
from layouts.figures.paths import Point
from layouts.lines import TextStyle

BREAKS = (6.5, 20.0)  # names are broken into lines where they are wider than so many times their size: two ways to try
APART = 0.35  # between two names, of the leading
ROUNDED = 0.01  # points that sums of widths may be off
DISTINCT = 2.5  # points between the heights of two places at least


@lru_cache(maxsize=1_000)
def width_of(words: str, style: TextStyle, *, strong: bool = False) -> float:
    """Of words on one line, in points."""
    return style.face(Run(words, strong=strong)).width(words) * style.size


def wrapped(words: str, style: TextStyle, most: float) -> tuple[str, ...]:
    """Lines as wide as that at most, but for a word that is wider."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, style) <= most + ROUNDED:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


@dataclass(frozen=True)
class Name:
    """A note as lines of text, with room for a sign `before` them."""

    note: Note
    lines: tuple[str, ...]
    width: float
    height: float
    before: float


def named(note: Note, style: TextStyle, before: float, most: float) -> Name:
    """A note, broken into lines of a width at most."""
    lines = wrapped(note.words, style, most)
    width = max(width_of(line, style) for line in lines) + before
    return Name(note, lines, width, len(lines) * style.leading, before)


@dataclass(frozen=True)
class Column:
    """The names at one side of a view."""

    names: tuple[Name, ...]
    style: TextStyle

    @cached_property
    def width(self) -> float:
        """Of the widest name."""
        return max((name.width for name in self.names), default=0)

    @cached_property
    def height(self) -> float:
        """Of all names with the least space between them."""
        gaps = max(len(self.names) - 1, 0) * APART * self.style.leading
        return sum(name.height for name in self.names) + gaps

    def tops(self, wanted: Sequence[float], top: float, bottom: float) -> list[float]:
        """Where each name begins: as near to the wanted middle as others let it, between top and bottom."""
        gap = APART * self.style.leading
        heights = [name.height for name in self.names]
        places = [y - height / 2 - top for y, height in zip(wanted, heights, strict=True)]
        return [top + place for place in spread(places, [height + gap for height in heights], bottom + gap - top)]


def spread(wanted: Sequence[float], sizes: Sequence[float], bottom: float) -> list[float]:
    """Places as near to those wanted as can be, each `sizes` apart from the next, between 0 and a bottom.

    The places wanted stand in order; neighbours that collide share the way (pool of adjacent violators).
    """
    before = [sum(sizes[:index]) for index in range(len(sizes))]
    pools: list[list[float]] = []
    for place, offset in zip(wanted, before, strict=True):
        pools.append([place - offset])
        while len(pools) > 1 and _mean(pools[-2]) >= _mean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    levels = [_mean(pool) for pool in pools for _ in pool]
    most = bottom - sum(sizes)
    return [max(0.0, min(level, most)) + offset for level, offset in zip(levels, before, strict=True)]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def distinct(points: Sequence[Point]) -> list[Point]:
    """The places, moved up or down so far that no two are equally high."""
    order = sorted(range(len(points)), key=lambda index: (points[index][1], points[index][0]))
    lowest = min((y for _, y in points), default=0) - DISTINCT * len(points)
    heights = spread([points[i][1] - lowest for i in order], [DISTINCT] * len(order), float("inf"))
    moved = {index: height + lowest for index, height in zip(order, heights, strict=True)}
    return [(points[index][0], moved[index]) for index in range(len(points))]
