"""Views, names and legend arranged on whatever room there is: the larger the body, the better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from math import sqrt

from layouts.figures.body.legend import Legend
from layouts.figures.body.palette import Palette
from layouts.figures.body.panel import Panel
from layouts.figures.sketch import Hatching, Label, Shape, Sketch

ZOOMS = (1.8, 2.4, 3.2)  # how much larger than a whole body the hip region may be drawn
GAP, MOST_GAP = 12.0, 36.0  # between two neighbours in a row
ROW_GAP = 8.0
PARTED = 0.55  # of the height that a picture may have, for each row of one that is parted between pages
SMALLEST, FINER, SIZES = 0.1, 1.02, 172  # points for a thousandth of the body's height: the least, and up to 3
BESIDE = 15  # times its size is the width of a legend beside or under a view


@dataclass(frozen=True)
class Key:
    """A legend with the width that it has in an arrangement."""

    legend: Legend
    room: float

    def width(self, scale: float) -> float:
        """The same at every scale."""
        return self._size[0]

    def height(self, scale: float) -> float:
        """The same at every scale."""
        return self._size[1]

    @cached_property
    def _size(self) -> tuple[float, float]:
        return self.legend.natural_width(self.room), self.legend.height(self.room)


Stack = tuple[Panel | Key, ...]  # one below the other
Row = tuple[Stack, ...]
Spot = tuple[float, float]


@dataclass(frozen=True)
class Arrangement:
    """Rows of stacks."""

    rows: tuple[Row, ...]

    def fits(self, scale: float, width: float) -> bool:
        """Whether every row has room."""
        return max(_row_width(row, scale) for row in self.rows) <= width

    def height(self, scale: float) -> float:
        """Of all of it."""
        return sum(_row_height(row, scale) for row in self.rows) + ROW_GAP * (len(self.rows) - 1)

    def tallest(self, scale: float) -> float:
        """The height of the tallest row, which stays on one page."""
        return max(_row_height(row, scale) for row in self.rows)

    def scale(self, width: float, tallest: float) -> float | None:
        """The largest at which it has room in a width, and in a height if it can; None where it has none."""
        if not self.fits(_size(0), width):
            return None
        low, high = 0, SIZES
        while high - low > 1:
            middle = (low + high) // 2
            roomy = self.fits(_size(middle), width) and self._low(_size(middle), tallest)
            low, high = (middle, high) if roomy else (low, middle)
        return _size(low)

    def _low(self, scale: float, tallest: float) -> bool:
        """Whether it is low enough; where names need more than there is in any case, its rows are parted."""
        if self.height(_size(0)) <= tallest:
            return self.height(scale) <= tallest
        return self.tallest(scale) <= max(self.tallest(_size(0)), tallest * PARTED)

    def worth(self, scale: float) -> float:
        """What of two arrangements is the better one: whole bodies and the enlarged region count alike."""
        return scale * sqrt(max(part.zoom for part in self._parts() if isinstance(part, Panel)))

    def _parts(self) -> Iterator[Panel | Key]:
        return (part for row in self.rows for stack in row for part in stack)

    # Drawing

    def sketches(self, width: float, scale: float, paints: Palette) -> list[Sketch]:
        """A picture of each row: view by view its caption and its names, and what the signs mean at the end."""
        return [_sketch(row, width, scale, paints) for row in self.rows]


def _sketch(row: Row, width: float, scale: float, paints: Palette) -> Sketch:
    shapes: list[Shape | Hatching] = []
    labels: list[Label] = []
    for part, spot in placed(row, width, scale):
        if isinstance(part, Panel):
            shapes += chain.from_iterable(part.shapes(*spot, scale, paints))
            labels += part.labels(*spot, scale)
        else:
            swatches, words = part.legend.draw(*spot, part.width(scale), paints)
            shapes += chain.from_iterable(swatches)
            labels += words
    return Sketch(width, _row_height(row, scale), shapes, labels)


def placed(row: Row, width: float, scale: float) -> Iterator[tuple[Panel | Key, Spot]]:
    """Every part of a row with its top left corner."""
    gap = min(GAP + max(width - _row_width(row, scale), 0) / (len(row) + 1), MOST_GAP)
    x = (width - _row_width(row, scale) - (gap - GAP) * (len(row) - 1)) / 2
    for stack in row:
        yield from _stacked(stack, (x, _above(stack, row, scale)), scale)
        x += _stack_width(stack, scale) + gap


def _stacked(stack: Stack, corner: Spot, scale: float) -> Iterator[tuple[Panel | Key, Spot]]:
    x, y = corner
    for part in stack:
        yield part, (x + (_stack_width(stack, scale) - part.width(scale)) / 2, y)
        y += part.height(scale)


def _above(stack: Stack, row: Row, scale: float) -> float:
    """The space over a stack: whole bodies stand on one floor, all else stands halfway up."""
    spare = _row_height(row, scale) - _stack_height(stack, scale)
    standing = isinstance(stack[0], Panel) and stack[0].content.view != "hip"
    return spare if standing else spare / 2


def _stack_width(stack: Stack, scale: float) -> float:
    return max(part.width(scale) for part in stack)


def _stack_height(stack: Stack, scale: float) -> float:
    return sum(part.height(scale) for part in stack)


def _row_width(row: Row, scale: float) -> float:
    return sum(_stack_width(stack, scale) for stack in row) + GAP * (len(row) - 1)


def _row_height(row: Row, scale: float) -> float:
    return max(_stack_height(stack, scale) for stack in row)


def _size(step: int) -> float:
    """Scales that can be tried, each a little larger than the one before."""
    return SMALLEST * FINER**step


def arrangements(panels: Sequence[Panel], legend: Legend, width: float) -> Iterator[Arrangement]:
    """All ways to set views and legend on a width, those first that are preferred where bodies come out alike."""
    whole: Row = tuple((panel,) for panel in panels if panel.content.view != "hip")
    hips = [panel for panel in panels if panel.content.view == "hip"]
    below = ((Key(legend, width),),) if legend.entries else None
    narrow = Key(legend, BESIDE * legend.style.size)
    for zoom in ZOOMS if hips and whole else ZOOMS[:1]:
        hip: Row = tuple((replace(panel, zoom=zoom),) for panel in hips)
        yield from _rows([(*whole, *hip)], below)
        yield from _rows([(stack,) for stack in (*whole, *hip)], below)
        if hip and whole:
            yield from _rows([whole, hip], below)
        if hip and legend.entries:
            yield from _rows([(*whole, (*hip[0], narrow))], None)
            yield from _rows([whole, (*hip, (narrow,))] if whole else [(*hip, (narrow,))], None)


def _rows(rows: Sequence[Row], below: Row | None) -> Iterator[Arrangement]:
    yield Arrangement((*rows, *((below,) if below else ())))
