"""Excel workbooks: the first worksheet that can be seen, as it was last saved."""

import warnings
from collections.abc import Iterator
from itertools import repeat
from typing import TYPE_CHECKING, BinaryIO, cast
from zipfile import ZipFile

from handouts.problem import HandoutError, Place, Problem
from handouts.tables import cells
from handouts.tables.columns import Record, named
from handouts.tables.files import SAVE_AS, damaged
from handouts.tables.sheet import Features, features
from handouts.tables.table import Head, Row
from handouts.written import Written

if TYPE_CHECKING:  # openpyxl takes a tenth of a second to import, and most tables are text
    from openpyxl import Workbook
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    Cells = tuple[EmptyCell | ReadOnlyCell, ...]

HIDDEN_ROWS = "rows that are hidden or filtered away in the spreadsheet are read as well"


def rows(file: BinaryIO, name: str, head: Head) -> Iterator[Row]:
    """The rows under the headers. Raises HandoutError, also later on when the file is damaged further down."""
    sheet = _first_visible(_load(file, name, values=True), name, head)
    try:
        with ZipFile(file) as archive:
            found = features(archive, _part(sheet))
    except Exception:  # see _load
        raise damaged(Place(name)) from None
    if found.hidden_rows:
        head.note(HIDDEN_ROWS)
    formulas = _load(file, name, values=False)[sheet.title] if found.formulas else None
    return named(_records(sheet, formulas, found, name), name, head, fixed=True)


def _load(file: BinaryIO, name: str, *, values: bool) -> "Workbook":
    """The workbook with what its formulas came to, or with the formulas themselves."""
    from openpyxl import load_workbook

    file.seek(0)
    try:
        with warnings.catch_warnings(action="ignore"):  # about styles and extensions, which no cell is made of
            return load_workbook(file, read_only=True, data_only=values, keep_links=False)
    except Exception:  # there is no end to what a damaged file raises in a parser: KeyError, zlib.error, ParseError …
        raise damaged(Place(name)) from None


def _first_visible(workbook: "Workbook", name: str, head: Head) -> "ReadOnlyWorksheet":
    visible = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    if not visible:
        raise HandoutError(Place(name).problem("T117", "this workbook has no worksheet that can be seen", SAVE_AS))
    if len(visible) > 1:
        head.note(f"read the worksheet {Written(visible[0].title).quoted}, the first of {len(visible)}")
    sheet: ReadOnlyWorksheet = visible[0]
    return sheet


def _part(sheet: "ReadOnlyWorksheet") -> str:
    """The file in the workbook that the sheet is in; openpyxl knows it, and has no public name for it."""
    part: str = sheet._worksheet_path  # type: ignore[attr-defined]
    return part


def _records(
    sheet: "ReadOnlyWorksheet", formulas: "ReadOnlyWorksheet | None", found: Features, name: str
) -> Iterator[Record]:
    behind = _rows(formulas, name) if formulas else repeat(())
    for number, (row, formula_row) in enumerate(zip(_rows(sheet, name), behind, strict=False), 1):
        place = Place(name, number, 1)
        said = tuple(_said(row, formula_row, place))
        record = Record(number, place, said)
        yield record if record.empty else Record(number, place, tuple(_merged(said, found, place)))


def _rows(sheet: "ReadOnlyWorksheet", name: str) -> "Iterator[Cells]":
    """All rows from the first on; those that the file leaves out are empty. Raises HandoutError."""
    sheet.reset_dimensions()  # what the file says of its size may be wrong, and would cut the table off
    rows = cast("Iterator[Cells]", sheet.rows)  # the types are those of a sheet that is open for writing
    number = 0
    while True:
        number += 1
        try:
            with warnings.catch_warnings(action="ignore"):
                row = next(rows, None)
        except Exception:  # see _load
            raise damaged(Place(name, number, 1)) from None
        if row is None:
            return
        yield row


def _said(row: "Cells", formulas: "Cells", place: Place) -> Iterator[Written | Problem]:
    for column, cell in enumerate(row, 1):
        at = Place(place.file, place.line, column)
        formula = formulas[column - 1] if column <= len(formulas) else None
        # A formula that came to empty text says that it is text; one that was never calculated says nothing.
        if formula is not None and formula.data_type == "f" and cell.value is None and cell.data_type != "str":
            message = "this cell has a formula that was never calculated"
            yield at.problem("T118", message, "open and save the file in your spreadsheet program")
        elif cell.data_type == "e":
            yield at.problem(
                "T119", f"this cell shows the error {Written(str(cell.value)).quoted}", "correct its formula"
            )
        else:
            yield Written(cells.text(cell), at)


def _merged(said: tuple[Written | Problem, ...], found: Features, place: Place) -> Iterator[Written | Problem]:
    """The cells of a row; what is empty because it is merged with another cell would be missing on the sheet."""
    covered = found.covered(place.line)
    for column in range(1, max(len(said), *covered, 0) + 1):
        cell = said[column - 1] if column <= len(said) else Written()
        if cell == "" and column in covered:
            message = "this cell is merged with another, and only the first of them has the value"
            hint = "take the merged cells apart, and write in each of them"
            yield Place(place.file, place.line, column).problem("T120", message, hint)
        else:
            yield cell
