"""Cells in a row become values under headers; shared by every table that has columns."""

from collections.abc import Iterator
from typing import NamedTuple

from handouts.problem import HandoutError, Place, Problem
from handouts.tables.table import FILL_IN, Head, Header, Row
from handouts.written import Written

NAME_COLUMNS = "write a header above every column that is used, each a different one"


class Record(NamedTuple):
    """A row before its cells have names; a cell that cannot be used is a problem, and a row may be one as a whole."""

    number: int
    place: Place
    cells: tuple[Written | Problem, ...]
    problem: Problem | None = None

    @property
    def empty(self) -> bool:
        return not self.problem and all(isinstance(cell, Written) and not cell.strip() for cell in self.cells)


class Columns(NamedTuple):
    """The names of the columns in their order; None where a column has none.

    In text, where a comma too many pushes cells to the side, a cell beyond the last column is a fault; on a worksheet
    (`fixed`) it is somebody's note beside the table.
    """

    names: tuple[str | None, ...]
    head: Head
    fixed: bool

    def row(self, record: Record) -> Row:
        """The cells of a record by their headers."""
        cells: dict[str, Written] = {}
        faults: dict[str, Problem] = {}
        for number, name in enumerate(self.names, 1):
            cell = record.cells[number - 1] if number <= len(record.cells) else _missing(record, number)
            if name is None:
                self._left_out(number, cell)
            elif isinstance(cell, Written):
                cells[name] = cell
            else:
                faults[name] = cell
        problem = self._beyond(record) or record.problem
        return Row(record.number, record.place, cells, faults, (problem,) if problem else ())

    def _beyond(self, record: Record) -> Problem | None:
        """What is wrong with the cells to the right of the last header."""
        count = len(self.names)
        for number, cell in enumerate(record.cells[count:], count + 1):
            if self.fixed:
                self._left_out(number, cell)
            elif isinstance(cell, Written) and cell.strip():
                message = f"this row has more cells than there are headers ({count})"
                hint = "put a cell with a comma or semicolon in it in double quotes"
                return cell.place.problem("T115", message, hint)
        return None

    def _left_out(self, number: int, cell: Written | Problem) -> None:
        if isinstance(cell, Written) and cell.strip():
            self.head.note(f"column {letters(number)} has no header: what is written in it is left out")


def named(records: Iterator[Record], name: str, head: Head, *, fixed: bool) -> Iterator[Row]:
    """The rows under the first record that is not empty, whose cells are the headers.

    Raises HandoutError when there is no such record, or one of its cells cannot be used, or stands in it twice.
    """
    header = next((record for record in records if not record.empty), None)
    if header is None:
        raise HandoutError(Place(name).problem("T110", "this table is empty", f"{NAME_COLUMNS}; {FILL_IN}"))
    columns = Columns(tuple(_names(header, head)), head, fixed)
    return (columns.row(record) for record in records if not record.empty)


def key(name: str) -> str:
    """What is the same in two headers that nobody can tell apart."""
    return " ".join(name.casefold().split())


def letters(number: int) -> str:
    """A column as spreadsheets call it: A, B, … Z, AA."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _names(header: Record, head: Head) -> list[str | None]:
    names: list[str | None] = []
    taken: dict[str, int] = {}
    if title := _title(header):
        raise HandoutError(title)
    problems = [header.problem] if header.problem else []
    for number, cell in enumerate(header.cells, 1):
        if isinstance(cell, Problem):
            problems.append(cell)
            continue
        name = Written(" ".join(cell.split()), cell.place)
        first = taken.setdefault(key(name), number) if name else number
        if first != number:
            message = f"the header {name.quoted} is also above column {letters(first)}"
            problems.append(cell.place.problem("T112", message, NAME_COLUMNS))
        names.append(str(name) or None)
        if name:
            head.headers.append(Header(str(name), cell.place))
    if problems:
        raise HandoutError(*problems)
    while names[-1] is None:
        names.pop()
    return names


def _title(header: Record) -> Problem | None:
    """The one problem of a row that is no headers at all, but a title over merged cells."""
    used = [cell for cell in header.cells if isinstance(cell, Problem) or cell.strip()]
    if len(used) < 2 or any(isinstance(cell, Written) or cell.code != "T120" for cell in used[1:]):
        return None
    message = "a title over merged cells stands where the headers belong"
    return header.place.problem("T120", message, "delete the rows above the headers")


def _missing(record: Record, number: int) -> Written:
    return Written("", Place(record.place.file, record.place.line, number))
