"""The part that shows how the cost of a sheet grows with rows, pages and fields."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from tests.benchmark.contenders import Given
from tests.benchmark.processes import Worker, closing, say
from tests.benchmark.report import table
from tests.benchmark.sheets.contenders import OURS, TYPST_FILE, Maker, installed
from tests.benchmark.sheets.rows import FIELDS
from tests.benchmark.sheets.variants import PAGES, PLACES, variant

ROWS = (100, 1_000, 10_000)
MOST_ROUNDS = 5


@dataclass(frozen=True)
class Point:
    """A leaflet of so many pages and fields: milliseconds a sheet by each maker, and the bytes of each."""

    milliseconds: dict[Maker, float]
    bytes: dict[Maker, int]


def run(given: Given, rounds: int) -> str:
    """Measures, then reports."""
    makers = [maker for maker in (OURS, TYPST_FILE) if maker in installed()]
    few = min(rounds, MOST_ROUNDS)
    pages = {number: point(given, makers, few, number) for number in PAGES}
    places = {number: point(given, makers, few, fields=number) for number in PLACES}
    tables = [by_rows(by_length(given)), by_points("Pages", pages, makers), by_points("Fields", places, makers)]
    return "\n\n".join(["## How the cost of a sheet grows", *tables]) + "\n"


def by_length(given: Given) -> dict[int, float]:
    """Milliseconds a sheet, the longer the longer the list is."""
    with closing([Worker(OURS.name, OURS.warm(given), "memory")]) as (worker,):
        return {rows: worker.milliseconds("memory", rows) for rows in ROWS}


def point(given: Given, makers: Iterable[Maker], rounds: int, pages: int = 2, fields: int = FIELDS) -> Point:
    """Every maker once a round, in memory."""
    say(f"growth, {pages} pages, {fields} fields")
    here = replace(given, source=written(given.out, pages, fields))
    known = list(makers)
    with closing(Worker(maker.name, maker.warm(here, fields=fields), "memory") for maker in known) as workers:
        spent = [[worker.milliseconds("memory") for worker in workers] for _ in range(rounds)]
        each = (median(column) for column in zip(*spent, strict=True))
        return Point(
            dict(zip(known, each, strict=True)),
            {maker: worker.bytes for maker, worker in zip(known, workers, strict=True)},
        )


def written(folder: Path, pages: int, fields: int) -> Path:
    """The leaflet in a folder of its own."""
    inner = folder / f"{pages}-{fields}"
    inner.mkdir(exist_ok=True)
    return variant(inner, pages, fields)


def by_rows(spent: dict[int, float]) -> str:
    head = ["Rows", f"ms each, {OURS.name}"]
    return table(head, [[f"{rows:,}", f"{each:.3f}"] for rows, each in spent.items()])


def by_points(what: str, points: dict[int, Point], makers: list[Maker]) -> str:
    head = [what, *(f"ms each, {maker.name}" for maker in makers), *(f"bytes, {maker.name}" for maker in makers)]
    rows = []
    for number, each in points.items():
        times = [f"{each.milliseconds[maker]:.3f}" for maker in makers]
        rows.append([str(number), *times, *(f"{each.bytes[maker]:,}" for maker in makers)])
    return table(head, rows)
