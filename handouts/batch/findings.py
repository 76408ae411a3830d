"""The rows that could not be printed: a few to be told on the screen, all of them in a file that Excel reads."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from textwrap import wrap
from types import TracebackType
from typing import NamedTuple, Self, TextIO

from handouts.batch.press import Done
from handouts.problem import HandoutError
from handouts.writer import drafted, remove

FILE = "problems.csv"
HEAD = ("row", "column", "problem", "hint")
SHOWN = 20  # more than that nobody reads on a screen
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would calculate a cell that begins so
WIDEST = 24  # characters of a header on the screen
NARROWEST = 30  # characters of a line about what is wrong


class Finding(NamedTuple):
    """One thing that is wrong with a row; `column` is empty where it is about the row as a whole."""

    row: int
    column: str
    problem: str
    hint: str
    code: str


class Findings:
    """Opens its file with the first finding; it is in place once all rows are done, and there is none without any."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.first: list[Finding] = []
        self.count = self.rows = 0
        self._file: TextIO | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        remove(self.path)  # an older one tells of another run
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, HandoutError):  # what was found before it is worth keeping, if there is room
            with suppress(HandoutError):
                self._open.close()
        self._open.__exit__(kind, error, trace)

    def add(self, done: Done, headers: Mapping[str, str]) -> list[Finding]:
        """Writes down what is wrong with a row, if anything; `headers` are by all that they are called."""
        found = [
            Finding(done.row, headers.get(problem.place.file, ""), problem.message, problem.hint, problem.code)
            for problem in done.problems
        ]
        self.rows += bool(found)
        self.count += len(found)
        self.first += found[: SHOWN - len(self.first)]
        for finding in found:
            self._write(finding)
        return found

    def told(self, width: int) -> Iterator[str]:
        """The lines for a screen that is so many characters wide."""
        column = min(max(len(name) for name in (HEAD[1], *(one.column for one in self.first))), WIDEST)
        room = max(width - column - 10, NARROWEST)
        yield f"{'row':>6}  {'column':<{column}}  what is wrong"
        for one in self.first:
            where = f"{one.row:>6}  {_short(one.column, column):<{column}}  "
            hint = f"; {one.hint}" if one.hint else ""
            lines = wrap(f"{one.problem}{hint} [{one.code}]", room, break_on_hyphens=False)
            yield from ((where if not number else " " * len(where)) + line for number, line in enumerate(lines))
        if self.count > len(self.first):
            yield f"and {self.count - len(self.first):,} more, all in {self.path}"

    def _write(self, finding: Finding) -> None:
        if self._file is None:
            draft = self._open.enter_context(drafted(self.path))
            # The mark at the start tells Excel that it is UTF-8.
            self._file = self._open.enter_context(draft.open("w", encoding="utf-8-sig", newline=""))
            csv.writer(self._file).writerow(HEAD)
        csv.writer(self._file).writerow(_plain((str(finding.row), finding.column, finding.problem, finding.hint)))


def _plain(cells: Sequence[str]) -> list[str]:
    return [f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells]


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
