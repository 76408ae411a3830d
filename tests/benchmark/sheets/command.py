"""The part that runs the `batch` command itself, from a table to files, with one process and with two."""

import csv
import sys
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import mkdtemp

from tests.benchmark.contenders import Given
from tests.benchmark.figures import Target, middle
from tests.benchmark.processes import Start, say, start
from tests.benchmark.report import table, targets
from tests.benchmark.sheets.rows import row, rows

ROWS = 20_000  # so many that the start of the processes counts for little
MOST_ROUNDS = 2  # a round takes some seconds, leaves little to chance, and half a gigabyte for each run
ONE, TWO, MERGE = ["--workers", "1"], ["--workers", "2"], ["--merge"]


@dataclass
class Run:
    """One way to start the command, and its processes, one a round."""

    name: str
    options: list[str]
    starts: list[Start] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The median, from starting the command to its end."""
        return median(start.milliseconds for start in self.starts) / 1000


@dataclass(frozen=True)
class Figures:
    """The runs, and how many rows each had."""

    one: Run
    two: Run
    merge: Run
    rows: int

    @property
    def runs(self) -> tuple[Run, ...]:
        return self.one, self.two, self.merge


TARGETS: tuple[Target[Figures], ...] = (
    Target("`batch`: two workers / one", 1.7, False, lambda figures: figures.one.seconds / figures.two.seconds),
)


def run(given: Given, rounds: int) -> str:
    """Measures, then reports."""
    return report(measure(given, min(rounds, MOST_ROUNDS), ROWS))


def measure(given: Given, rounds: int, length: int) -> Figures:
    """Files once a round by one process and by two, and all in one file once.

    Nothing is removed: some file systems are slow to make new files where others have just been.
    """
    data = given.out / "rows.csv"
    write(data, length)
    figures = Figures(Run("a file each", ONE), Run("a file each, two workers", TWO), Run("one file", MERGE), length)
    for number in range(rounds):
        for each in (figures.one, figures.two) if number else figures.runs:
            say(f"batch, round {number + 1} of {rounds}, {each.name}")
            each.starts.append(started(given, data, each.options))
    return figures


def write(data: Path, length: int) -> None:
    """A table with the names of the fields as its headers."""
    with data.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, row(0))
        writer.writeheader()
        writer.writerows(islice(rows(), length))


def started(given: Given, data: Path, options: list[str]) -> Start:
    """One run of the command, into a folder of its own."""
    out = Path(mkdtemp(dir=given.out))
    into = [*options, str(out / "all.pdf")] if options == MERGE else [*options, "--out", str(out)]
    command = [sys.executable, "generate.py", "batch", str(given.source), "--clinic", str(given.clinic)]
    return start([*command, "--data", str(data), *into])


def report(figures: Figures) -> str:
    """The target first, then each run."""
    head = [f"`batch`, {figures.rows:,} rows", "s", "a second, start included", "peak MB of a process"]
    return "\n\n".join(["## The command", targets(TARGETS, figures), table(head, cells(figures))]) + "\n"


def cells(figures: Figures) -> list[list[str]]:
    """One line a run."""
    lines = []
    for each in figures.runs:
        peak = middle(start.peak for start in each.starts)
        told = "not measured" if peak is None else f"{peak:.1f}"
        lines.append([each.name, f"{each.seconds:.2f}", f"{figures.rows / each.seconds:,.0f}", told])
    return lines
