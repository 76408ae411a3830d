"""Rows and columns; the header row comes again on every page. Where the columns do not fit, the rows become a list."""

from collections.abc import Iterator, Sequence

from handouts.inline import Run, Text
from handouts.model import Table
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.grid import Cell, Grid, Row
from layouts.flowables.stack import Stack
from layouts.tagging.tree import Element


def compose(run: Sequence[Table], parent: Element, page: Context) -> list[Flowable]:
    """Each table as a grid if its widest words fit side by side, else as a list."""
    return [flowable for table in run for flowable in _compose(table, parent, page)]


def _compose(table: Table, parent: Element, page: Context) -> list[Flowable]:
    element = Element("Table", parent)
    grid = _grid(table, element, page)
    if grid.fits(page.width):
        parent.kids.append(element)
        return [grid]
    return list(_list(table, parent, page))


def _grid(table: Table, element: Element, page: Context) -> Grid:
    caption = page.paragraph(table.table, "strong", element.add("Caption"))
    caption.keep, caption.after = True, page.theme.space(1)
    head = element.add("THead").add("TR")
    header = Row([header_cell(text, head, page) for text in table.columns])
    body = element.add("TBody")
    rows = [Row(list(_cells(texts, body.add("TR"), page, headed=table.row_headers))) for texts in table.rows]
    grid = Grid(header, rows, page.theme, caption=caption)
    grid.place = table.place
    return grid


def _cells(texts: Sequence[Text], row: Element, page: Context, *, headed: bool) -> Iterator[Cell]:
    for index, text in enumerate(texts):
        if headed and not index:
            yield row_header(text, row, page)
        else:
            yield Cell(page.paragraph(text, "body", row.add("TD")))


def header_cell(text: Text, row: Element, page: Context) -> Cell:
    """The head of a column."""
    return Cell(page.paragraph(text, "strong", row.add("TH").set("Table", Scope="Column")), header=True)


def row_header(text: Text, row: Element, page: Context) -> Cell:
    """The first cell of a row, which says what the row is about."""
    return Cell(page.paragraph(text, "strong", row.add("TH").set("Table", Scope="Row")))


def _list(table: Table, parent: Element, page: Context) -> Iterator[Flowable]:
    """A point for each row: what the row is about, then every cell after the head of its column."""
    caption = page.paragraph(table.table, "strong", parent.add("P"))
    caption.before, caption.after, caption.keep = page.theme.space(2), page.theme.space(1), True
    yield caption
    element = parent.add("L").set("List", ListNumbering="None")
    for texts in table.rows:
        body = element.add("LI").add("LBody")
        lines: list[Flowable] = []
        for index, (head, text) in enumerate(zip(table.columns, texts, strict=True)):
            named = Text((Run(f"{head.plain}: ", strong=True), *text.runs), text.place)
            alone = table.row_headers and not index
            lines.append(page.paragraph(text if alone else named, "strong" if alone else "body", body.add("P")))
        row = Stack(lines, together=True)
        row.before = row.after = page.theme.space(1.6)
        yield row
