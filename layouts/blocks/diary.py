"""A table to tick or write in: weeks by days, or rows and columns of the author's own."""

from collections.abc import Sequence

from handouts.inline import Text
from handouts.model import Diary
from layouts.blocks.table import header_cell, row_header
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.grid import Cell, Grid, Row
from layouts.flowables.paragraph import plain
from layouts.tagging.tree import Element
from layouts.theme import MM

ROW = 8.6 * MM  # room for a thick pen
TALL_ROW = 11 * MM  # where the diary is the page


def compose(run: Sequence[Diary], parent: Element, page: Context) -> list[Flowable]:
    """A grid for each diary."""
    return [_compose(diary, parent, page) for diary in run]


def _compose(diary: Diary, parent: Element, page: Context) -> Flowable:
    element = parent.add("Table")
    head = element.add("THead").add("TR")
    columns = _columns(diary, page)
    corner = header_cell(diary.diary, head, page)
    cells = [Cell(header_cell(text, head, page).paragraph, header=True, share=share) for text, share in columns]
    header = Row([corner, *cells], ROW)
    body = element.add("TBody")
    least = (TALL_ROW if page.layout == "diary" else ROW) * min(page.theme.scale, 1.4)
    rows = [_row(text, body, len(columns), least, page) for text in _rows(diary, page)]
    grid = Grid(header, rows, page.theme)
    grid.place = diary.place
    return grid


def _columns(diary: Diary, page: Context) -> list[tuple[Text, float]]:
    days = [(plain(day, diary.place), 1.0) for day in page.words.days] if diary.weeks else []
    return days + [(text, 1.9) for text in diary.columns]


def _rows(diary: Diary, page: Context) -> list[Text]:
    weeks = range(1, (diary.weeks or 0) + 1)
    return [plain(page.words.week.format(number=number), diary.place) for number in weeks] or list(diary.rows)


def _row(text: Text, body: Element, columns: int, least: float, page: Context) -> Row:
    row = body.add("TR")
    head = row_header(text, row, page)
    for _ in range(columns):
        row.add("TD")
    return Row([head, *(Cell() for _ in range(columns))], least)
