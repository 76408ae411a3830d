"""The part that compares rates: sheets a second, in memory and on disk, on one core and on two, and their size."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

from tests.benchmark.contenders import Given
from tests.benchmark.figures import Target
from tests.benchmark.processes import Worker, closing, say
from tests.benchmark.report import table, targets
from tests.benchmark.sheets.contenders import (
    DISK,
    FIRST_CORE,
    LAST_CORE,
    MAKERS,
    OURS,
    TYPST,
    TYPST_FILE,
    Maker,
    installed,
)

ORDERS = ("memory", "disk")
FILES = 400  # at most, a round and a worker: some 10 MB


@dataclass
class Rates:
    """Milliseconds a sheet, one figure a round, and the bytes of the first one."""

    memory: list[float] = field(default_factory=list)
    disk: list[float] = field(default_factory=list)
    bytes: int = 0

    def a_second(self, order: str) -> float:
        """The median over the rounds."""
        return 1000 / median(self.memory if order == "memory" else self.disk)


@dataclass
class Figures:
    """What was measured: how many times as fast two workers are as one, and milliseconds to write a file."""

    rates: dict[Maker, Rates]
    two: dict[str, list[float]] = field(default_factory=lambda: {order: [] for order in ORDERS})
    disk: list[float] = field(default_factory=list)

    def ratio(self, order: str, peer: Maker) -> float | None:
        """How many sheets this program prints while a peer prints one."""
        if peer not in self.rates:
            return None
        return self.rates[OURS].a_second(order) / self.rates[peer].a_second(order)

    @property
    def size(self) -> float | None:
        """Bytes, compared with the smallest tagged peer's."""
        peers = [rates.bytes for maker, rates in self.rates.items() if maker.tagged and maker is not OURS]
        return self.rates[OURS].bytes / min(peers) if peers else None


TARGETS: tuple[Target[Figures], ...] = (
    Target("sheets a second, in memory: handouts / Typst", 40, False, lambda figures: figures.ratio("memory", TYPST)),
    Target("sheets a second, on disk: handouts / Typst", 40, False, lambda figures: figures.ratio("disk", TYPST)),
    Target("the same in memory, Typst reading a file", 40, False, lambda figures: figures.ratio("memory", TYPST_FILE)),
    Target("the same on disk, Typst reading a file", 40, False, lambda figures: figures.ratio("disk", TYPST_FILE)),
    Target("two workers / one, in memory", 1.7, False, lambda figures: median(figures.two["memory"])),
    Target("two workers / one, on disk", 1.7, False, lambda figures: median(figures.two["disk"])),
    Target("bytes: handouts / smallest tagged peer", 1.1, True, lambda figures: figures.size),
)


def run(given: Given, rounds: int) -> str:
    """Measures, then reports."""
    return report(measure(given, rounds))


def measure(given: Given, rounds: int) -> Figures:
    """Every maker once a round, in memory and on disk; then this program by two workers, and by one of them."""
    makers = installed()
    figures = Figures({maker: Rates() for maker in makers})
    with started(makers, given) as workers, pair(given) as (first, second), started([DISK], given) as (disk,):
        for maker, worker in zip(makers, workers, strict=True):
            figures.rates[maker].bytes = worker.bytes
        for number in range(rounds):
            say(f"sheets, round {number + 1} of {rounds}")
            for maker, worker in zip(makers, workers, strict=True):
                figures.rates[maker].memory.append(worker.milliseconds("memory"))
                figures.rates[maker].disk.append(on_disk(worker))
            figures.disk.append(on_disk(disk))
            for order in ORDERS:
                figures.two[order].append(gain(first, second, order))
    return figures


@contextmanager
def started(makers: Iterable[Maker], given: Given) -> Iterator[list[Worker]]:
    """A warm process for each."""
    with closing(Worker(maker.name, maker.warm(given), "memory") for maker in makers) as workers:
        yield workers


@contextmanager
def pair(given: Given) -> Iterator[list[Worker]]:
    """Two workers of this program, each on a core of its own."""
    with closing(Worker(OURS.name, OURS.warm(given, core), "memory") for core in (FIRST_CORE, LAST_CORE)) as two:
        yield two


def on_disk(worker: Worker) -> float:
    """Milliseconds a file."""
    return worker.milliseconds("disk", min(worker.times, FILES))


def gain(first: Worker, second: Worker, order: str) -> float:
    """How much faster two of them print as many sheets as one: each of them half."""
    times = 2 * first.times if order == "memory" else FILES
    alone = elapsed([first], order, times)
    return alone / elapsed([first, second], order, times // 2)


def elapsed(workers: list[Worker], order: str, times: int) -> float:
    """Seconds until the last of them has made so many sheets."""
    start = perf_counter()
    for worker in workers:
        worker.tell(order, times)
    for worker in workers:
        worker.seconds()
    return perf_counter() - start


def report(figures: Figures) -> str:
    """Ratios first, then what they come from."""
    absent = [maker.name for maker in MAKERS if maker not in figures.rates]
    parts = ["## Sheets for one person after the other", targets(TARGETS, figures), rates(figures)]
    parts += [f"Not installed: {'; '.join(absent)}."] if absent else []
    return "\n\n".join(parts) + "\n"


def rates(figures: Figures) -> str:
    """One line a maker."""
    head = ["Warm, one core", "a second, in memory", "on disk", "ms each, in memory", "on disk", "bytes"]
    rows = [[maker.name, *cells(each)] for maker, each in figures.rates.items()]
    alone = median(figures.disk)
    return table(head, [*rows, [DISK.name, "", f"{1000 / alone:,.0f}", "", f"{alone:.2f}", ""]])


def cells(rates: Rates) -> list[str]:
    each = [rates.a_second(order) for order in ORDERS]
    return [*(f"{rate:,.0f}" for rate in each), *(f"{1000 / rate:.2f}" for rate in each), f"{rates.bytes:,}"]
