"""A table becomes sheets: a file for each row in a folder, or one file for one print job."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path

from handouts.batch.crew import work
from handouts.batch.findings import Findings
from handouts.batch.jobs import Jobs
from handouts.batch.names import USUAL
from handouts.batch.pace import duration
from handouts.batch.press import Done, Files, Merging, Sheet, Sheets
from handouts.batch.record import Record
from handouts.batch.tally import Tally
from handouts.order import Order, Pages
from handouts.outcome import Lock, count
from handouts.problem import HandoutError, Place
from handouts.tables import Table
from handouts.writer import clear, drafted, settle

ENOUGH = 300  # rows: fewer are printed before a second process is ready to begin
OFTEN = 100  # rows after which the record says how far it is: what may have to be done again

Results = Generator[Done, None, None]
Begin = Callable[[Pages, Callable[[bytes], object]], Merging]


class Abandoned(Exception):
    """A file that is not wanted after all."""


class Batch:
    """A handout, and the table of the people it is for; raises HandoutError where the two do not fit together.

    `stopped` says whether somebody pressed Ctrl-C. `files` and `merged` tell what has become of each row, in their
    order and as soon as it is known; `tally` counts it.
    """

    def __init__(
        self,
        order: Order,
        table: Table,
        pattern: str | None = None,
        stop_at_first: bool = False,
        stopped: Callable[[], bool] = lambda: False,
        detailed: bool = False,
    ) -> None:
        self.order, self.pattern = order, pattern or USUAL
        self.stop_at_first, self.stopped = stop_at_first, stopped
        self.tally = Tally(detailed)
        self.findings: Findings | None = None
        self.others = 0
        self.resumable = False
        self.sheet = Sheet.of(order)
        self.jobs = Jobs(table, self.sheet.form, self.pattern, order.handout.id)

    def record(self, data: Path, password: str | None) -> Record:
        """What decides the files of this batch; `data` is the file of the table."""
        return Record.of(self.sheet, data, self.pattern, password or "")

    def files(
        self, folder: Path, record: Record, resume: bool = False, workers: int = 1, lock: Lock | None = None
    ) -> Results:
        """A file for each row. Killed at any moment, the same batch goes on with `resume` from where it was."""
        self.resumable = True
        seen = record.resumed(folder) if resume else 0
        clear(folder)
        record.write(folder, seen)
        try:
            with self._findings(folder) as findings, closing(self._printed(seen, folder, workers, lock)) as printed:
                for done in self._noted(printed, findings):
                    if self.tally.rows % OFTEN == 0:
                        record.write(folder, max(seen, done.row))
                    yield done
        finally:
            clear(folder)  # what processes that were ended left half-written
        record.write(folder, max(seen, self.tally.last))
        if not self.ended_early:
            found = sum(entry.name.endswith(".pdf") for entry in os.scandir(folder))
            self.others = found - self.tally.written - self.tally.there
        settle()

    def merged(self, path: Path, begin: Begin) -> Results:
        """All rows in one file, which is in place once they are done; after a stop there is none."""
        if path.suffix.lower() != ".pdf":  # it may be the table itself, or the handout
            message = "cannot be written: a print job is a PDF, and this name does not end in .pdf"
            raise HandoutError(Place(str(path)).problem("W101", message, "give it a name that ends in .pdf"))
        clear(path.parent)
        with (
            self._findings(path.parent) as findings,
            self._all_or_none(),
            drafted(path) as draft,
            draft.open("wb") as file,
        ):
            merging = begin(self.sheet.pages, file.write)
            yield from self._noted(map(Sheets(self.sheet, merging).print, self.jobs.after(0)), findings)
            if self.ended_early or not self.tally.written:
                raise Abandoned
            merging.close()

    @property
    def ended_early(self) -> bool:
        """Whether there are rows left."""
        return self.stopped() or (self.stop_at_first and self.tally.bad > 0)

    def faults(self, width: int) -> Iterator[str]:
        """What is wrong with the table, in lines for a screen of so many characters."""
        return self.findings.told(width) if self.findings and self.findings.count else iter(())

    def summary(self, output: Path, seconds: float) -> str:
        """What was written and what was not; and how to go on, where there is more to do."""
        listed = self.findings.path if self.findings else output
        said = [self.tally.summary(output, listed, duration(seconds), self.stopped() and self.resumable)]
        if self.stop_at_first and self.tally.bad:
            said.append(f"The run ended at row {self.tally.last}, as --on-error stop asks.")
        if self.stopped() and self.resumable:
            said.append("The same command with --resume goes on from here.")
        if self.others:
            said.append(f"\nNote: {output} also holds {count(self.others, 'PDF')} that this batch did not make.")
        return " ".join(said).replace(" \n", "\n")

    def _findings(self, folder: Path) -> Findings:
        """The list of what is wrong; raises HandoutError where the table itself is in its place."""
        findings, table = Findings(folder), Path(self.jobs.table.name)
        if findings.path.exists() and table.exists() and findings.path.samefile(table):
            message = "cannot be written: your table has the name of the list of bad rows"
            hint = "give your table another name, or choose another folder"
            raise HandoutError(Place(str(findings.path)).problem("W101", message, hint))
        return findings

    @contextmanager
    def _all_or_none(self) -> Iterator[None]:
        """Sheets in a file that never came to be are none."""
        try:
            yield
        except BaseException as error:
            self.tally.written = 0
            if not isinstance(error, Abandoned):
                raise

    def _printed(self, seen: int, folder: Path, workers: int, lock: Lock | None) -> Results:
        """Where the first bad row ends the run, one row after the other: several processes would be ahead of it."""
        jobs = self.jobs.after(seen)
        several = workers > 1 and not self.stop_at_first
        first = list(islice(jobs, ENOUGH)) if several else []
        jobs = chain(first, jobs)
        if len(first) < ENOUGH:
            yield from map(Files(self.sheet, folder, self.order.ending + ".pdf", lock).print, jobs)
        else:
            yield from work(workers, partial(Files.of, self.order, folder, lock), jobs, self.stopped)

    def _noted(self, printed: Iterable[Done], findings: Findings) -> Results:
        self.findings = findings
        for done in printed:
            self.tally.count(done, findings.add(done, self.jobs.called))
            yield done
            if self.ended_early:
                break
