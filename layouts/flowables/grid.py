"""A ruled grid of cells with a header row."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import Paragraph
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, REPEATED
from layouts.theme import MM, Theme

TOGETHER = 6  # rows that are seen at a glance, and stay on one page


@dataclass(frozen=True)
class Cell:
    """What stands in a cell; an empty one is there to be written in."""

    paragraph: Paragraph | None = None
    header: bool = False
    share: float = 0  # of the free width, for cells to write in; 0 for what the text needs


@dataclass(frozen=True)
class Row:
    """Cells from left to right, and the least height in points that a pen needs."""

    cells: Sequence[Cell]
    least: float = 0


class Grid(Flowable):
    """Header and rows under a caption. It splits between rows; a later part draws the header again."""

    def __init__(
        self,
        header: Row,
        rows: Sequence[Row],
        theme: Theme,
        *,
        caption: Paragraph | None = None,
    ) -> None:
        self.header, self.rows, self.theme, self.caption = header, list(rows), theme, caption
        self.all_rows = self.rows  # of the whole table, whose parts keep its column widths
        self.later = False
        self._widths: dict[float, list[float]] = {}
        self._heights: dict[tuple[int, float], float] = {}
        self.padding = theme.inset(1.2)
        self.rule = Paint(line=theme.colours["line"], width=0.8)
        filled = theme.look.panels == "filled" and not theme.mono
        self.tint = Paint(fill=theme.colours["tint"]) if filled else None
        self.heavy = Paint(line=theme.colours["ink"], width=1.6)
        self.before = self.after = theme.space(2)

    def fits(self, width: float) -> bool:
        """Whether the widest words of all columns stand side by side, with room for a pen where it writes."""
        pen = 9 * MM
        return sum(max(least, pen if share else 0) for least, share in self._least()) <= width

    def _columns(self) -> list[tuple[Cell, ...]]:
        return list(zip(self.header.cells, *(row.cells for row in self.all_rows), strict=True))

    def _least(self) -> list[tuple[float, float]]:
        """The least width of each column and its share."""
        padding = 2 * self.padding
        return [
            (max(_least(cell) for cell in column) + padding, max(cell.share for cell in column))
            for column in self._columns()
        ]

    def widths(self, width: float) -> list[float]:
        """Column widths: shares for cells to write in, and for text what it needs, squeezed in proportion."""
        if width not in self._widths:
            self._widths[width] = self._measured(width)
        return self._widths[width]

    def _measured(self, width: float) -> list[float]:
        least, shares = zip(*self._least(), strict=True)
        natural = [max(_natural(cell) for cell in column) + 2 * self.padding for column in self._columns()]
        if any(shares):
            return _shared(width, least, natural, shares)
        return _distributed(width, least, natural)

    def _row_height(self, row: Row, widths: Sequence[float]) -> float:
        key = id(row), sum(widths)
        if key not in self._heights:
            self._heights[key] = self._measured_height(row, widths)
        return self._heights[key]

    def _measured_height(self, row: Row, widths: Sequence[float]) -> float:
        heights = [
            cell.paragraph.height(width - 2 * self.padding)
            for cell, width in zip(row.cells, widths, strict=True)
            if cell.paragraph
        ]
        return max([self.theme.snap(row.least), *(height + 2 * self.padding for height in heights)])

    def _head_height(self, width: float, widths: Sequence[float]) -> float:
        caption = self.caption.height(width) + self.caption.after if self.caption and not self.later else 0
        return caption + self._row_height(self.header, widths)

    def height(self, width: float) -> float:
        widths = self.widths(width)
        return self._head_height(width, widths) + sum(self._row_height(row, widths) for row in self.rows)

    def least(self, width: float) -> float:
        if len(self.rows) <= TOGETHER:
            return self.height(width)
        widths = self.widths(width)
        return self._head_height(width, widths) + sum(self._row_height(row, widths) for row in self.rows[:2])

    def split(self, width: float, height: float, *, force: bool = False) -> tuple[Flowable, Flowable] | None:
        widths = self.widths(width)
        used = self._head_height(width, widths)
        if len(self.all_rows) <= TOGETHER and not force:
            return None
        for index, row in enumerate(self.rows):
            used += self._row_height(row, widths)
            if used > height + 0.01:
                return self._parts(index) if index else None
        return None

    def _parts(self, index: int) -> "tuple[Grid, Grid]":
        """Copies that share what was measured for the whole table."""
        first, later = copy(self), copy(self)
        first.rows, later.rows = self.rows[:index], self.rows[index:]
        later.later = True
        return first, later

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        widths = self.widths(width)
        if self.caption and not self.later:
            self.caption.draw(paper, x, y, width)
            y += self.caption.height(width) + self.caption.after
        if self.later:
            with paper.repeating(REPEATED):
                y = self._draw_row(paper, self.header, x, y, widths)
        else:
            y = self._draw_row(paper, self.header, x, y, widths)
        for row in self.rows:
            y = self._draw_row(paper, row, x, y, widths)

    def _draw_row(self, paper: Paper, row: Row, x: float, y: float, widths: Sequence[float]) -> float:
        height = self._row_height(row, widths)
        for cell, width in zip(row.cells, widths, strict=True):
            if cell.header and self.tint:
                paper.box(DECORATION, x, y, width, height, self.tint)
            paper.box(DECORATION, x, y, width, height, self.rule)
            if cell.header and not self.tint:
                paper.line(DECORATION, x, y + height, x + width, y + height, self.heavy)
            if cell.paragraph:
                inner = width - 2 * self.padding
                above = (height - cell.paragraph.height(inner)) / 2 if row.least else self.padding
                cell.paragraph.draw(paper, x + self.padding, y + self.theme.snap(above), inner)
            x += width
        return y + height


def _least(cell: Cell) -> float:
    return cell.paragraph.least_width() if cell.paragraph else 0


def _natural(cell: Cell) -> float:
    return cell.paragraph.natural_width() if cell.paragraph else 0


def _shared(width: float, least: Sequence[float], natural: Sequence[float], shares: Sequence[float]) -> list[float]:
    """Text at most a third of the width, its widest word at least; what is left to write in by share."""
    widths = list(least)
    for column, share in enumerate(shares):
        if not share:
            spare = width - sum(widths) + least[column]
            widths[column] = max(least[column], min(natural[column], width / 3, spare))
    by_share = {column for column, share in enumerate(shares) if share}
    while by_share:
        free = width - sum(have for column, have in enumerate(widths) if column not in by_share)
        unit = free / sum(shares[column] for column in by_share)
        # A heading wider than its share keeps its own width, and the others share the rest.
        wide = {column for column in by_share if least[column] > shares[column] * unit}
        if not wide:
            widths = [shares[column] * unit if column in by_share else have for column, have in enumerate(widths)]
            break
        by_share -= wide
    return [part * min(1.0, width / sum(widths)) for part in widths]


def _distributed(width: float, least: Sequence[float], natural: Sequence[float]) -> list[float]:
    """Every column its least, then what its text needs, then the rest in the same proportion."""
    free = width - sum(natural)
    if free >= 0:
        return [need + free * need / sum(natural) for need in natural]
    wanted = [need - low for need, low in zip(natural, least, strict=True)]
    room = max(0.0, width - sum(least))
    squeeze = room / sum(wanted) if sum(wanted) else 0
    widths = [low + want * squeeze for low, want in zip(least, wanted, strict=True)]
    shrink = min(1.0, width / sum(widths))
    return [part * shrink for part in widths]
