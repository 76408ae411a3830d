"""The part that shows whether memory grows with the number of sheets, printed one by one and merged into one file."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from tests.benchmark.contenders import Given
from tests.benchmark.figures import Target
from tests.benchmark.processes import Start, say, start
from tests.benchmark.report import table, targets

PRINTED, MERGED = (1, 100, 10_000, 100_000), (1, 1_000, 10_000)
ENOUGH = 1_000  # sheets, for what each takes to show beside the start of the process


@dataclass(frozen=True)
class Figures:
    """Whole processes, by the number of sheets; `bytes` are those of the merged files."""

    printed: dict[int, Start]
    merged: dict[int, Start]
    bytes: dict[int, int]


def peak(kind: str, rows: int) -> Callable[[Figures], float | None]:
    """Peak memory in MB of printing or merging so many sheets."""

    def figure(figures: Figures) -> float | None:
        runs: dict[int, Start] = getattr(figures, kind)
        return runs[rows].peak

    return figure


def growth(figures: Figures) -> float | None:
    """Peak memory of the longest list, compared with that of the shortest."""
    least, most = figures.printed[PRINTED[1]].peak, figures.printed[PRINTED[-1]].peak
    return most / least if least and most else None


TARGETS: tuple[Target[Figures], ...] = (
    Target(f"peak memory of printing {PRINTED[-1]:,}, MB", 100, True, peak("printed", PRINTED[-1])),
    Target(f"the same / that of printing {PRINTED[1]:,}", 1.1, True, growth),
    Target(f"peak memory of merging {MERGED[-1]:,}, MB", 300, True, peak("merged", MERGED[-1])),
)


def run(given: Given, rounds: int) -> str:
    """Measures each length once, whatever the rounds: a peak does not waver, and the long ones are long."""
    return report(measure(given, PRINTED, MERGED))


def measure(given: Given, printed: tuple[int, ...], merged: tuple[int, ...]) -> Figures:
    """Every length in a process of its own."""
    bytes: dict[int, int] = {}
    merging: dict[int, Start] = {}
    printing = {rows: process(given, "print", rows) for rows in printed}
    for rows in merged:
        out = given.out / "merged.pdf"
        merging[rows] = process(given, "merge", rows, str(out))
        bytes[rows] = out.stat().st_size
    return Figures(printing, merging, bytes)


def process(given: Given, order: str, rows: int, *out: str) -> Start:
    """A process that prints or merges so many sheets."""
    say(f"{order} {rows:,}")
    command = [sys.executable, "-m", "tests.benchmark.sheets.long_run", order, str(rows)]
    return start([*command, str(given.source), str(given.clinic), *out])


def report(figures: Figures) -> str:
    """Targets first, then each process."""
    printed = table(["Printed", "s", "ms each after the first", "peak MB"], rows(figures.printed))
    merged = table(
        ["Merged into one file", "s", "ms each after the first", "peak MB", "bytes a sheet"],
        [
            [*cells, size(figures.bytes, length)]
            for cells, length in zip(rows(figures.merged), figures.merged, strict=True)
        ],
    )
    return "\n\n".join(["## How long lists can be", targets(TARGETS, figures), printed, merged]) + "\n"


def rows(runs: dict[int, Start]) -> list[list[str]]:
    """One line a length; the first sheet bears the start of the process."""
    first, *_ = runs.values()
    lines = []
    for length, run in runs.items():
        each = f"{(run.milliseconds - first.milliseconds) / (length - 1):.3f}" if length >= ENOUGH else ""
        peak = "not measured" if run.peak is None else f"{run.peak:.1f}"
        lines.append([f"{length:,}", f"{run.milliseconds / 1000:.2f}", each, peak])
    return lines


def size(bytes: dict[int, int], length: int) -> str:
    return f"{bytes[length] / length:,.0f}"
