"""Rows and columns; the header row comes again on every page that the table runs over."""

from collections.abc import Sequence

from handouts.inline import Text
from handouts.model import Table
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.grid import Cell, Grid, Row
from layouts.tagging.tree import Element


def compose(run: Sequence[Table], parent: Element, page: Context) -> list[Flowable]:
    """Caption and grid of each table."""
    return [_compose(table, parent, page) for table in run]


def _compose(table: Table, parent: Element, page: Context) -> Flowable:
    element = parent.add("Table")
    caption = page.paragraph(table.table, "strong", element.add("Caption"))
    caption.keep, caption.after = True, page.theme.space(1)
    head = element.add("THead").add("TR")
    header = Row([header_cell(text_of, head, page) for text_of in table.columns])
    body = element.add("TBody")
    rows = []
    for texts in table.rows:
        row = body.add("TR")
        rows.append(
            Row(
                [
                    row_header(text, row, page) if table.row_headers and not index else _cell(text, row, page)
                    for index, text in enumerate(texts)
                ]
            )
        )
    grid = Grid(header, rows, page.theme, caption=caption)
    grid.place = table.place
    return grid


def header_cell(text: Text, row: Element, page: Context) -> Cell:
    """The head of a column."""
    return Cell(page.paragraph(text, "strong", row.add("TH").set("Table", Scope="Column")), header=True)


def row_header(text: Text, row: Element, page: Context) -> Cell:
    """The first cell of a row, which says what the row is about."""
    return Cell(page.paragraph(text, "strong", row.add("TH").set("Table", Scope="Row")))


def _cell(text: Text, row: Element, page: Context) -> Cell:
    return Cell(page.paragraph(text, "body", row.add("TD")))
