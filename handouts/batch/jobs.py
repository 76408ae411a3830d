"""The rows of a table as jobs: what each file is called, and which value is for which field."""

from collections.abc import Iterator
from dataclasses import replace

from handouts.batch.columns import columns
from handouts.batch.names import Names
from handouts.batch.press import Job
from handouts.filling import Form
from handouts.problem import HandoutError, Place, Problem
from handouts.tables import Row, Table
from handouts.written import Written


class Jobs:
    """Raises HandoutError where the table does not fit the handout, or the names of the files do not fit the table."""

    def __init__(self, table: Table, form: Form, pattern: str, handout: str) -> None:
        self.table, self.form = table, form
        self._fit()
        self.names = Names(pattern, handout, self.called)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader of the table should be told; there may be more at its end."""
        strange = self.columns.ignored
        left = f"left out, since the handout has no such field: {', '.join(Written(name).quoted for name in strange)}"
        return (*self.table.notes, left) if strange else self.table.notes

    def after(self, seen: int) -> Iterator[Job]:
        """All of them, read as they are asked for; those up to the row that an earlier run had `seen` say so."""
        for row in self.table:
            if len(self.table.headers) > self.columns.count:  # in JSON lines any row may bring new ones
                self._fit()
            yield self._job(row, row.number <= seen)

    def _fit(self) -> None:
        headers = self.table.headers
        self.columns = columns(headers, self.form, self.table.name)
        self.called = self.columns.called

    def _job(self, row: Row, seen: bool) -> Job:
        problems, name = (*row.problems, *self._faults(row)), ""
        try:
            name = self.names.name(row.number, row.cells)
        except HandoutError as error:
            problems += error.problems
        return Job(row.number, name, self.columns.values(row.cells), problems, seen)

    def _faults(self, row: Row) -> Iterator[Problem]:
        """What is wrong with cells, at their headers; a column that is for no field may be as it likes."""
        used = self.columns.headers.values()
        return (replace(problem, place=Place(header)) for header, problem in row.faults.items() if header in used)
