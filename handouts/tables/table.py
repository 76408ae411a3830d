"""What every table is, whatever file it came from."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import NamedTuple, Self

from handouts.problem import HandoutError, Place, Problem
from handouts.written import Written

FILL_IN = "write one row for each person, under the headers"


class Header(NamedTuple):
    """What stands at the top of a column."""

    name: str
    place: Place


class Row(NamedTuple):
    """What is written for one person.

    `number` is what a spreadsheet shows at the side of the row, where the headers are usually row 1; in JSON lines it
    is the number of the line. `cells` are by header, and those left empty are empty text; a cell that cannot be used is
    among the `faults` instead. `problems` are those of the row as a whole, whose cells may then be incomplete.
    """

    number: int
    place: Place
    cells: Mapping[str, Written]
    faults: Mapping[str, Problem]
    problems: tuple[Problem, ...]

    def wrong(self, headers: Iterable[str]) -> tuple[Problem, ...]:
        """What keeps the row from being printed, where only the cells under these headers are needed."""
        return (*self.problems, *(self.faults[name] for name in headers if name in self.faults))


@dataclass
class Head:
    """What is known of a table so far: its headers, and what its reader should be told."""

    headers: list[Header] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        """Tells something, once."""
        if text not in self.notes:
            self.notes.append(text)


class Table:
    """An open table: a context manager that closes the file, and an iterator over its rows, once.

    Reading the rows may add to `notes`, and in JSON lines to `headers`.
    """

    def __init__(self, name: str, head: Head, rows: Iterator[Row], file: ExitStack) -> None:
        self.name = name
        self._head, self._rows, self._file = head, rows, file

    @property
    def headers(self) -> tuple[Header, ...]:
        return tuple(self._head.headers)

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(self._head.notes)

    def __iter__(self) -> Iterator[Row]:
        """The rows that are not empty. Raises HandoutError when there are none, or the rest cannot be read."""
        row = None
        for row in self._rows:
            yield row
        if row is None:
            raise HandoutError(Place(self.name).problem("T111", "this table has headers, and no rows", FILL_IN))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
