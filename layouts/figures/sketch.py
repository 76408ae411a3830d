"""Drawings as plain data: shapes in units of their own, and words in points. x grows to the right, y downwards.

What draws a figure builds a sketch; only here does it become operators of a page. A sketch can so be measured and
compared without a page.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin

from handouts.inline import Run
from layouts.figures.paths import Path, Point, Segment, bounds, line, moved
from layouts.lines import TextStyle
from layouts.paper import Paint, Paper
from layouts.tagging.tree import Owner

LARGE = 300  # units; of a sketch as wide as that, tenths of a unit are too small to be seen
COARSE, FINE = 1, 3  # decimals
POINTS = {"m": 1, "l": 1, "c": 3, "h": 0}  # of each operator
WRITTEN = {
    decimals: {operator: f"%.{decimals}f %.{decimals}f " * count + operator for operator, count in POINTS.items()}
    for decimals in (COARSE, FINE)
}


@dataclass(frozen=True)
class Shape:
    """Something painted; the width and the dashes of its paint are in units of the sketch."""

    path: Path
    paint: Paint


@dataclass(frozen=True)
class Pile:
    """Several shapes painted alike as one: what one covers of another's line is not seen."""

    paths: tuple[Path, ...]
    paint: Paint

    @property
    def path(self) -> Path:
        """All of them."""
        return tuple(segment for path in self.paths for segment in path)


@dataclass(frozen=True)
class Hatching:
    """Lines across the inside of a shape, so that a zone is known by its pattern and not by colour alone.

    `gap` is the distance from line to line in units of the sketch, `angle` that of the lines in degrees.
    """

    path: Path
    paint: Paint
    gap: float
    angle: float = 45


@dataclass(frozen=True)
class Label:
    """Words inside a drawing. `at` is on their baseline, in units of the sketch; their size is in points and stays.

    `flush` is 0 where they start there, 0.5 where they stand around it, 1 where they end there.
    """

    at: Point
    text: str
    style: TextStyle
    flush: float = 0

    @property
    def width(self) -> float:
        """In points."""
        return self.style.face(Run(self.text)).width(self.text) * self.style.size


class Sketch:
    """A drawing `width` by `height` units large. What it holds reaches the page at any size.

    `base` is the height above its lower edge of what neighbours are lined up by, such as a floor. `corner` is where the
    shapes' own origin is in the box; they may be `mirrored` from left to right there, but never the labels.
    """

    def __init__(
        self,
        width: float,
        height: float,
        shapes: Iterable[Shape | Pile | Hatching],
        labels: Iterable[Label] = (),
        base: float = 0,
        *,
        corner: Point = (0, 0),
        mirrored: bool = False,
    ) -> None:
        self.width, self.height_in_units, self.base = width, height, base
        self.shapes, self.labels = tuple(shapes), tuple(labels)
        self.corner, self.mirrored = corner, mirrored
        self._written: list[str] = []

    def height(self, width: float) -> float:
        """How tall it is at a width, in points."""
        return width * self.height_in_units / self.width

    @property
    def above(self) -> float:
        """The height above its base."""
        return self.height_in_units - self.base

    def within(self, width: float, above: float, base: float) -> "Sketch":
        """The same drawing in the middle of a larger box, so that neighbours have one scale and one floor."""
        framed = copy(self)
        framed.width, framed.height_in_units, framed.base = width, above + base, base
        framed.corner = self.corner[0] + (width - self.width) / 2, self.corner[1] + above - self.above
        return framed

    def draw(self, paper: Paper, owner: Owner, x: float, y: float, width: float) -> None:
        """All of it as one figure, its top left corner at x, y."""
        scale = width / self.width
        with paper.figure(owner, x, y, width, self.height(width)):
            x, y = x + self.corner[0] * scale, y + self.corner[1] * scale
            paper.sketched(self.operators, x, y, scale, mirrored=self.mirrored)
            for label in self.labels:
                left = x + label.at[0] * scale - label.width * label.flush
                paper.words(label.text, label.style, left, y + label.at[1] * scale)

    @property
    def boxed(self) -> Iterator[Shape | Pile | Hatching]:
        """The shapes where they are in the box."""
        return shifted(self.shapes, *self.corner, mirrored=self.mirrored)

    @property
    def operators(self) -> str:
        """The shapes as operators of a page, in units of the sketch; the same whatever box it stands in."""
        if not self._written:
            pencil = _Pencil(COARSE if self.width > LARGE else FINE)
            self._written.append("\n".join(map(pencil.draw, self.shapes)))
        return self._written[0]


class _Pencil:
    """Writes operators and leaves out what is set already; points have so many decimals."""

    def __init__(self, decimals: int) -> None:
        self.decimals = decimals
        self.state: dict[str, str] = {}
        self.known: dict[int, str] = {}  # paths by identity: most are painted twice, as a line and as a fill

    def draw(self, shape: Shape | Pile | Hatching) -> str:
        if isinstance(shape, Shape):
            return self.painted((shape.path,), shape.paint)
        if isinstance(shape, Pile):
            return self.painted(shape.paths, shape.paint)
        # What is set between q and Q is gone after it.
        inner = _Pencil(self.decimals).painted((_lines_across(shape),), shape.paint)
        return f"q {written(shape.path, self.decimals)} W n {inner} Q"

    def painted(self, paths: Sequence[Path], paint: Paint) -> str:
        fill, line = paint.fill is not None, paint.line is not None
        operators = []
        if paint.fill is not None:
            operators += self.set("rg", " ".join(f"{part:.3g}" for part in paint.fill))
        if paint.line is not None:
            operators += self.set("RG", " ".join(f"{part:.3g}" for part in paint.line))
            operators += self.set("w", f"{paint.width:.4g}")
            operators += self.set("d", f"[{' '.join(f'{length:.4g}' for length in paint.dash)}] 0")
            operators += self.set("j", "1") + self.set("J", "1")
        return " ".join([*operators, *map(self.path, paths), "B" if fill and line else "f" if fill else "S"])

    def path(self, path: Path) -> str:
        text = self.known.get(id(path))
        if text is None:
            text = self.known[id(path)] = written(path, self.decimals)
        return text

    def set(self, operator: str, value: str) -> list[str]:
        if self.state.get(operator) == value:
            return []
        self.state[operator] = value
        return [f"{value} {operator}"]


def written(path: Path, decimals: int) -> str:
    """A path as operators of a page."""
    patterns = WRITTEN[decimals]
    pattern = " ".join([patterns[operator] for operator, _ in path])
    return pattern % tuple([number for _, points in path for point in points for number in point])


def _lines_across(hatching: Hatching) -> Path:
    """Parallel lines over the box of a shape."""
    left, top, right, bottom = bounds(hatching.path)
    middle, reach = ((left + right) / 2, (top + bottom) / 2), hypot(right - left, bottom - top) / 2
    along = (cos(hatching.angle * pi / 180), sin(hatching.angle * pi / 180))
    count = int(reach / hatching.gap) + 1
    path: list[Segment] = []
    for number in range(-count, count + 1):
        x, y = middle[0] - along[1] * number * hatching.gap, middle[1] + along[0] * number * hatching.gap
        path += line((x - along[0] * reach, y - along[1] * reach), (x + along[0] * reach, y + along[1] * reach))
    return tuple(path)


def shifted(
    shapes: Iterable[Shape | Pile | Hatching], right: float, down: float, *, mirrored: bool = False
) -> Iterator[Shape | Pile | Hatching]:
    """The shapes, moved; mirrored from left to right before that."""

    def shift(path: Path) -> Path:
        return moved(path, right, down, mirrored=mirrored)

    for shape in shapes:
        if isinstance(shape, Pile):
            yield replace(shape, paths=tuple(map(shift, shape.paths)))
        else:
            yield replace(shape, path=shift(shape.path))
