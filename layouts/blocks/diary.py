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
TALL_ROW = 11 * MM  # where the diary is the page, and space is not short

Label = tuple[Text, float]  # what a row or column is about, and its share of the width to write in


def compose(run: Sequence[Diary], parent: Element, page: Context) -> list[Flowable]:
    """A grid for each diary."""
    return [_compose(diary, parent, page) for diary in run]


def _compose(diary: Diary, parent: Element, page: Context) -> Flowable:
    """Weeks down and days across; where the days do not fit, days down and weeks across."""
    rows, columns = _rows(diary, page), _columns(diary, page)
    for across, down in ((columns, rows), (rows, columns)):
        element = Element("Table", parent)
        grid = _grid(diary, across, down, element, page)
        if grid.fits(page.width) or across is rows:
            break
    parent.kids.append(element)
    return grid


def _grid(diary: Diary, across: Sequence[Label], down: Sequence[Label], element: Element, page: Context) -> Grid:
    head = element.add("THead").add("TR")
    corner = header_cell(diary.diary, head, page)
    cells = [Cell(header_cell(text, head, page).paragraph, header=True, share=share) for text, share in across]
    tall = max(ROW, TALL_ROW * page.theme.tightness) if page.layout == "diary" else ROW
    least = tall * page.theme.hand
    body = element.add("TBody")
    rows = [_row(text, body, len(across), least, page) for text, _ in down]
    grid = Grid(Row([corner, *cells], ROW), rows, page.theme)
    grid.place = diary.place
    return grid


def _columns(diary: Diary, page: Context) -> list[Label]:
    days = [(plain(day, diary.place), 1.0) for day in page.words.days] if diary.weeks else []
    return days + [(text, 1.9) for text in diary.columns]


def _rows(diary: Diary, page: Context) -> list[Label]:
    weeks = range(1, (diary.weeks or 0) + 1)
    named = [plain(page.words.week.format(number=number), diary.place) for number in weeks]
    return [(text, 1.0) for text in named or diary.rows]


def _row(text: Text, body: Element, columns: int, least: float, page: Context) -> Row:
    row = body.add("TR")
    head = row_header(text, row, page)
    for _ in range(columns):
        row.add("TD")
    return Row([head, *(Cell() for _ in range(columns))], least)
