"""A row becomes a sheet: filled, printed, and put where it belongs; or it is told what is wrong with it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol, Self

from handouts.filling import Form
from handouts.order import Order, Pages
from handouts.outcome import Lock
from handouts.problem import HandoutError, Place, Problem
from handouts.writer import remove, whole, write
from handouts.written import Written


class Job(NamedTuple):
    """A row of the table: what its file is called, and what it says; `seen` if an earlier run has dealt with it.

    The values are mere text, which goes from one process to another in half the time.
    """

    row: int
    name: str
    values: dict[str, str]
    problems: tuple[Problem, ...] = ()
    seen: bool = False


class Done(NamedTuple):
    """What became of a row: a file, which may have been `there` already, or problems, each at its field if at any."""

    row: int
    file: str = ""
    there: bool = False
    problems: tuple[Problem, ...] = ()


class Sheet(NamedTuple):
    """A handout laid out, and what it asks for."""

    pages: Pages
    form: Form

    @classmethod
    def of(cls, order: Order) -> Self:
        """Raises HandoutError with all that cannot be printed."""
        return cls(order.pages(), order.form())

    def filled(self, values: Mapping[str, str]) -> dict[str, Written]:
        """The values as they will stand on the page; raises HandoutError, each problem at the name of its field."""
        return self.form.fill({field: Written(text, Place(field)) for field, text in values.items()})

    def faults(self, values: Mapping[str, str]) -> tuple[Problem, ...]:
        """All that is wrong with them, to be mended at once: what a field cannot be, and what it has no room for."""
        found: tuple[Problem, ...] = ()
        try:
            self.filled(values)
        except HandoutError as error:
            found = error.problems
        faulty = {problem.place.file for problem in found}
        try:
            self.pages.print(self.filled({field: text for field, text in values.items() if field not in faulty}))
        except HandoutError as error:
            found += error.problems
        return found


class Press(Protocol):
    """Whatever takes the sheets."""

    def print(self, job: Job) -> Done:
        """Raises HandoutError where no row can be printed any more, such as on a full disk."""


class Merging(Protocol):
    """One print job that takes sheet after sheet; how is no business of this room."""

    def add(self, values: Mapping[str, Written], title: str) -> None:
        """A sheet and its bookmark; raises HandoutError with what cannot be printed, and then adds nothing."""

    def close(self) -> None:
        """The end of the file; at least one sheet has been added."""


class Files:
    """A file for each row, in a folder."""

    def __init__(self, sheet: Sheet, folder: Path, ending: str = ".pdf", lock: Lock | None = None) -> None:
        self.sheet, self.folder, self.ending, self.lock = sheet, folder, ending, lock

    @classmethod
    def of(cls, order: Order, folder: Path, lock: Lock | None = None) -> Self:
        """Lays the sheet out first, wherever this is called."""
        return cls(Sheet.of(order), folder, order.ending + ".pdf", lock)

    def print(self, job: Job) -> Done:
        """Puts the file in place; raises HandoutError where it cannot be written."""
        file = job.name + self.ending
        path = self.folder / file
        if job.seen and not job.problems and whole(path):
            return Done(job.row, file, there=True)
        try:
            pdf = self.sheet.pages.print(self.sheet.filled(job.values))
        except HandoutError:
            return self._failed(job, path, self.sheet.faults(job.values))
        if job.problems:
            return self._failed(job, path)
        write(path, self.lock(pdf) if self.lock else pdf, durable=False)
        return Done(job.row, file)

    def _failed(self, job: Job, path: Path, problems: tuple[Problem, ...] = ()) -> Done:
        """What an earlier run left under this name may be another person's sheet."""
        if job.name:
            remove(path)
        return failed(job, problems)


class Sheets:
    """All rows in one file."""

    def __init__(self, sheet: Sheet, merging: Merging) -> None:
        self.sheet, self.merging = sheet, merging

    def print(self, job: Job) -> Done:
        """Adds the sheet."""
        try:
            values = self.sheet.filled(job.values)
            if job.problems:
                return failed(job)
            self.merging.add(values, job.name)
        except HandoutError:
            return failed(job, self.sheet.faults(job.values))
        return Done(job.row, job.name)


def failed(job: Job, problems: tuple[Problem, ...] = ()) -> Done:
    """What is wrong with a row as it stands in the table, and with the values that it has, in the order of these."""
    order = list(job.values)
    values = sorted(problems, key=lambda problem: order.index(problem.place.file))
    return Done(job.row, problems=(*job.problems, *values))
