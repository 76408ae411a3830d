"""A name with the line that leads to it, and how both look."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from layouts.colours import Colour
from layouts.figures.body.content import Note
from layouts.figures.body.figures import SIGN, Shapes, sign
from layouts.figures.body.labels import Name
from layouts.figures.body.palette import Palette
from layouts.figures.paths import Box, Point, circle, polygon
from layouts.figures.sketch import Label, Shape
from layouts.lines import TextStyle
from layouts.paper import Paint

DOT = 1.1  # points: the radius of the dot at the end of a line


@dataclass(frozen=True)
class Styles:
    """How words of a map are set: names, names of danger zones, and captions."""

    name: TextStyle
    danger: TextStyle
    caption: TextStyle
    scale: float

    def of(self, note: Note) -> TextStyle:
        """The style of a name."""
        return self.danger if note.danger else self.name


def styles(label: TextStyle, ink: Colour, red: Colour, scale: float) -> Styles:
    """The styles of a map, from that of labels."""
    name = replace(label, colour=ink)
    return Styles(name, replace(label, colour=red, bold=True), replace(label, colour=ink, bold=True), scale)


@dataclass(frozen=True)
class Lead:
    """A name with its line: from a place level to the edge of the view, and from there to where the name begins."""

    name: Name
    place: Point
    edge: Point
    port: Point
    flush: float
    style: TextStyle

    @property
    def points(self) -> tuple[Point, Point, Point]:
        """The corners of the line."""
        return self.place, self.edge, self.port

    @property
    def box(self) -> Box:
        """What the name takes: left, top, right, bottom."""
        left = self.port[0] - self.name.width if self.flush else self.port[0]
        top = self.port[1] - self.name.height / 2
        return left, top, left + self.name.width, top + self.name.height

    def labels(self) -> Iterator[Label]:
        """The words."""
        x = self.port[0] + (-1 if self.flush else 1) * self.name.before
        first = self.box[1] + self.style.ascent
        for number, line in enumerate(self.name.lines):
            yield Label((x, first + number * self.style.leading), line, self.style, self.flush)

    def shapes(self, paints: Palette) -> Shapes:
        """The line with a dot at its end; a danger zone's name has its sign, too."""
        near = 2.2 * paints.scale * (1 if self.flush else -1)
        from_sign = (SIGN + 0.9) * paints.scale * (-1 if self.flush else 1) if self.name.note.danger else 0
        start = (self.place[0] + from_sign, self.place[1])
        line = (start, self.edge, (self.port[0] + near, self.port[1]))
        for paint in paints.leader:
            yield Shape(polygon(line, closed=False), paint)
        if self.name.note.danger:
            middle = self.port[0] + (-1 if self.flush else 1) * (SIGN + 0.6) * paints.scale
            yield from sign((middle, self.port[1]), paints)
        else:
            yield Shape(circle(self.place, DOT * paints.scale), Paint(fill=paints.leader[1].line))
