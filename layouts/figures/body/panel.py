"""One view with its names and its caption, at any size. Lengths are points but where a scale is still to come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from handouts.drawings.body_map import View
from handouts.words import BodyWords, Words
from layouts.figures.body.content import Content, Note
from layouts.figures.body.figures import SIGN, Frame, Shapes, extent, mirrors, shapes
from layouts.figures.body.labels import DISTINCT, Column, Name, distinct, named, width_of
from layouts.figures.body.leads import Lead, Styles
from layouts.figures.body.palette import Palette
from layouts.figures.paths import Point
from layouts.figures.sketch import Label

GUTTER = 13.0  # between a view and its names, where lines run askew
FEET = 77  # half of the room that legs and feet take, in thousandths of the body's height
HANDS, FLOOR = 640, 1000  # between them, names stand nearer to the legs


@dataclass(frozen=True)
class Panel:
    """A view, its names at the left and at the right, its caption, and the words for left and right beside its feet."""

    content: Content
    mirrored: bool
    left: Column
    right: Column
    caption: str
    sides: tuple[str, ...]
    styles: Styles
    zoom: float = 1  # how much larger it is drawn than a whole body

    # Room

    def _extents(self, scale: float) -> tuple[float, float]:
        """How far the view itself reaches to the left and to the right of the body's midline."""
        left, _, right, _ = extent(self.content.view, self.mirrored)
        feet = FEET * scale + 3 + max((width_of(word, self.styles.name) for word in self.sides), default=0)
        feet = feet if self.sides else 0
        return max(-left * scale * self.zoom, feet), max(right * scale * self.zoom, feet)

    def _low(self, column: Column, scale: float) -> bool:
        """Whether all its names belong to the legs, and have room between the hands and the words at the feet."""
        room = (FLOOR - HANDS) * scale - self.styles.name.leading
        return bool(self.sides) and column.height <= room and all(name.note.at[1] > HANDS for name in column.names)

    def _edges(self, scale: float) -> tuple[float, float]:
        """How far from the midline the lines to the names run level, to the left and to the right."""
        left, right = self._extents(scale)
        legs = FEET * scale
        return (legs if self._low(self.left, scale) else left), (legs if self._low(self.right, scale) else right)

    def reach(self, scale: float) -> tuple[float, float]:
        """How far all of it reaches to both sides of the midline."""
        left, right = self._extents(scale)
        half, centre = width_of(self.caption, self.styles.caption) / 2, (right - left) / 2
        beside = [
            edge + GUTTER * self.styles.scale + column.width if column.names else 0.0
            for edge, column in zip(self._edges(scale), (self.left, self.right), strict=True)
        ]
        return max(left, beside[0], half - centre), max(right, beside[1], half + centre)

    def width(self, scale: float) -> float:
        """Of the view with its names."""
        return sum(self.reach(scale))

    def tall(self, scale: float) -> float:
        """The height of the view alone."""
        _, top, _, bottom = extent(self.content.view, self.mirrored)
        return (bottom - top) * scale * self.zoom

    def body(self, scale: float) -> float:
        """The height without the caption."""
        return max(self.tall(scale), self.left.height, self.right.height)

    def height(self, scale: float) -> float:
        """Of all of it."""
        return self.body(scale) + self.styles.caption.leading * 1.25

    # Drawing

    def frame(self, x: float, y: float, scale: float) -> Frame:
        """Where the body stands when the panel has its top left corner there."""
        _, top, _, _ = extent(self.content.view, self.mirrored)
        above = (self.body(scale) - self.tall(scale)) / 2
        zoomed = scale * self.zoom
        return Frame(self.content.view, x + self.reach(scale)[0], y + above - top * zoomed, zoomed, self.mirrored)

    def captions(self, x: float, y: float, scale: float) -> Iterator[Label]:
        """What it is, and which side is which."""
        left, right = self._extents(scale)
        midline, style = x + self.reach(scale)[0], self.styles.caption
        base = y + self.height(scale) - style.leading + style.ascent
        yield Label((midline + (right - left) / 2, base), self.caption, style, 0.5)
        floor = y + (self.body(scale) + self.tall(scale)) / 2
        away = FEET * scale + 3
        for word, way, flush in zip(self.sides, (-1, 1), (1, 0), strict=False):
            yield Label((midline + way * away, floor - 1), word, self.styles.name, flush)

    def labels(self, x: float, y: float, scale: float) -> Iterator[Label]:
        """The caption, and the names in the order in which they were asked for."""
        yield from self.captions(x, y, scale)
        for lead in sorted(self.leads(x, y, scale), key=lambda lead: self.content.notes.index(lead.name.note)):
            yield from lead.labels()

    def shapes(self, x: float, y: float, scale: float, paints: Palette) -> Iterator[Shapes]:
        """The view and the lines that lead to its names."""
        yield shapes(self.content, self.frame(x, y, scale), paints)
        for lead in self.leads(x, y, scale):
            yield lead.shapes(paints)

    def leads(self, x: float, y: float, scale: float) -> list[Lead]:
        """The way from each place to its name."""
        frame = self.frame(x, y, scale)
        columns = [(self.left, name) for name in self.left.names] + [(self.right, name) for name in self.right.names]
        # No line runs through the words at the feet, however small the body is.
        lowest = frame.y + FLOOR * frame.scale - self.styles.name.leading - DISTINCT * (len(columns) + 1)
        lowest = lowest if self.sides else inf
        spots = [frame.point(name.note.at, other=_across(name.note)) for _, name in columns]
        places = distinct([(x, min(y, lowest)) for x, y in spots])
        found: list[Lead] = []
        for column, flush in ((self.left, 1.0), (self.right, 0.0)):
            own = [(name, place) for (each, name), place in zip(columns, places, strict=True) if each is column]
            found += self._column(own, column, flush, (x, y), scale)
        return found

    def _column(
        self, own: Sequence[tuple[Name, Point]], column: Column, flush: float, corner: Point, scale: float
    ) -> list[Lead]:
        own = sorted(own, key=lambda pair: pair[1][1])
        sorted_column = replace(column, names=tuple(name for name, _ in own))
        y = corner[1]
        low, body = self._low(column, scale), self.body(scale)
        above = (body - self.tall(scale)) / 2
        top, bottom = (above + HANDS * scale, above + FLOOR * scale - self.styles.name.leading) if low else (0.0, body)
        tops = sorted_column.tops([place[1] - y for _, place in own], top, bottom)
        midline = corner[0] + self.reach(scale)[0]
        left, right = self._edges(scale)
        edge = midline - left if flush else midline + right
        port = edge + (-1 if flush else 1) * GUTTER * self.styles.scale
        return [
            Lead(name, place, (edge, place[1]), (port, y + top + name.height / 2), flush, self.styles.of(name.note))
            for (name, place), top in zip(own, tops, strict=True)
        ]


def _across(note: Note) -> bool:
    """Whether a note leads to the other side of the body than that which has muscles."""
    return not note.flank and note.at[0] > 0


def panel(content: Content, side: str, words: Words, styles: Styles, breaks: float) -> Panel:
    """A view with its names sorted to its sides: muscles where they are, all else on the other side.

    `breaks` is the width of names, in times their size, from which on they are broken into lines.
    """
    view, mirrored = content.view, mirrors(content.view, side)
    before = (2 * SIGN + 4.2) * styles.scale
    names = [
        named(note, styles.of(note), before if note.danger else 0, breaks * styles.name.size) for note in content.notes
    ]
    flank_at_right = mirrored if view == "side" else not mirrored
    flank = Column(tuple(name for name in names if name.note.flank), styles.name)
    others = Column(tuple(name for name in names if not name.note.flank), styles.name)
    sides = sides_of(view, words.body)
    left, right = (others, flank) if flank_at_right else (flank, others)
    return Panel(content, mirrored, left, right, words.body.named(view), sides, styles)


def sides_of(view: View, words: BodyWords) -> tuple[str, ...]:
    """The words at the feet, from left to right; a body that looks at the reader has its right at the left."""
    sides = words.left, words.right
    return {"back": sides, "front": sides[::-1]}.get(view, ())
