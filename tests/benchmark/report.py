"""The figures of one run as Markdown: ratios first, since they outlive the machine."""

from collections.abc import Sequence
from statistics import median
from typing import TypeVar

from tests.benchmark.contenders import Contender
from tests.benchmark.figures import TARGETS, Cold, Figures, Target, Warm

Measured = TypeVar("Measured")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table whose columns line up as plain text; the first column to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(line(cells, widths) for cells in (head, rule, *rows))


def line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = cells
    padded = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
    return f"| {' | '.join(padded)} |"


def report(figures: Figures) -> str:
    """The whole report."""
    parts = [targets(TARGETS, figures), cold(figures.cold), split(figures.stage), warm(figures.warm)]
    return "\n\n".join(parts) + "\n"


def targets(given: Sequence[Target[Measured]], figures: Measured) -> str:
    """The figures that are asked for, with their limits."""
    return table(["Asked for", "measured", "target", ""], [asked(target, figures) for target in given])


def asked(target: Target[Measured], figures: Measured) -> list[str]:
    limit = f"{'at most' if target.most else 'at least'} {target.limit:g}"
    figure = target.figure(figures)
    if figure is None:
        return [target.meaning, "not measured", limit, ""]
    return [target.meaning, f"{figure:.2f}", limit, "met" if target.met(figure) else "MISSED"]


def cold(measured: dict[Contender, Cold]) -> str:
    """Whole processes, one line a contender."""
    head = ["Cold process", "ms", "fastest", "slowest", "peak MB", "bytes", "pages"]
    return table(head, [[contender.name, *cold_cells(figures)] for contender, figures in measured.items()])


def cold_cells(figures: Cold) -> list[str]:
    times = [start.milliseconds for start in figures.starts]
    spread = [f"{time:.0f}" for time in (figures.milliseconds, min(times), max(times))]
    peak = "not measured" if figures.peak is None else f"{figures.peak:.1f}"
    return [*spread, peak, f"{figures.bytes:,}", str(figures.pages)]


def split(stages: dict[str, float]) -> str:
    """Where the time of one cold build goes."""
    return table(["One cold build", "ms"], [[name, f"{spent:.1f}"] for name, spent in stages.items()])


def warm(measured: dict[Contender, Warm]) -> str:
    """One process on one core, one line a contender."""
    head = ["Warm, one core", "a second", "ms each", "ms each, nothing changed"]
    return table(head, [[contender.name, *warm_cells(figures)] for contender, figures in measured.items()])


def warm_cells(figures: Warm) -> list[str]:
    changed, same = median(figures.changed), median(figures.same)
    return [f"{1000 / changed:.0f}", f"{changed:.1f}", f"{same:.1f}"]
