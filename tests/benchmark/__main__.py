"""`python -m tests.benchmark`: the leaflet, cold and warm, beside its peers; takes a minute or two."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmark.contenders import COLD, OURS, WARM, Contender, Given, prepare
from tests.benchmark.figures import Cold, Figures, Warm
from tests.benchmark.processes import Start, Worker, start
from tests.benchmark.report import report

WATCHED = (
    "from time import perf_counter; entered = perf_counter(); from tests.benchmark.stages import main; main(entered)"
)


def arguments() -> argparse.Namespace:
    """What can be asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--rounds", type=int, default=11, help="how often everything is measured; medians are shown")
    return parser.parse_args()


def measure(given: Given, rounds: int) -> Figures:
    """Every contender once a round, so that a slow moment of the machine touches all of them."""
    figures = Figures({contender: Cold() for contender in COLD}, {contender: Warm() for contender in WARM})
    for contender in COLD:  # the first start writes bytecode and fills the disk's cache; it does not count
        start(contender.cold(given))
    with workers(given) as kept:
        for number in range(rounds):
            say(f"round {number + 1} of {rounds}")
            measure_cold(given, figures)
            measure_warm(kept, figures)
    for contender, cold in figures.cold.items():
        cold.bytes, cold.pages = size(contender.pdf(given))
    return figures


def measure_cold(given: Given, figures: Figures) -> None:
    """One start of each, one build that is watched, one of the whole library."""
    for contender, cold in figures.cold.items():
        cold.starts.append(start(contender.cold(given)))
    figures.stages.append(stages(given))
    figures.library.append(library(given))


def measure_warm(kept: dict[Contender, Worker], figures: Figures) -> None:
    """A fifth of a second of each, twice."""
    for contender, worker in kept.items():
        figures.warm[contender].changed.append(worker.milliseconds("changed"))
        figures.warm[contender].same.append(worker.milliseconds("same"))


def stages(given: Given) -> dict[str, float]:
    """Milliseconds of each stage of a cold build; see stages.py."""
    told = given.out / "stages.json"
    command = OURS.cold(given)[1:]
    begun = perf_counter()
    start([sys.executable, "-c", WATCHED, str(begun), str(told), *command])
    ended = perf_counter()
    split: dict[str, float] = json.loads(told.read_text())
    split["exit"] = (ended - split.pop("done")) * 1000
    return split


def library(given: Given) -> Start:
    """A cold build of every handout of the library."""
    out = given.out / "library"
    return start([sys.executable, "generate.py", "build", "--clinic", str(given.clinic), "--out", str(out)])


@contextmanager
def workers(given: Given) -> Iterator[dict[Contender, Worker]]:
    """One warm process for each contender."""
    kept = {contender: Worker(contender, given) for contender in WARM}
    try:
        yield kept
    finally:
        for worker in kept.values():
            worker.close()


def size(pdf: Path) -> tuple[int, int]:
    """Bytes and pages of a file."""
    # Not before the end: a process counts as at least as large as the one that started it.
    import pikepdf

    with pikepdf.open(pdf) as document:
        return pdf.stat().st_size, len(document.pages)


def say(text: str) -> None:
    """Progress, where somebody is watching."""
    if sys.stderr.isatty():
        print(f"\r{text}", end="", file=sys.stderr, flush=True)


def machine() -> str:
    """What the figures were measured on, in words."""
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"


def main() -> None:
    """Measures, then prints the report."""
    rounds = arguments().rounds
    with TemporaryDirectory() as folder:
        figures = measure(prepare(Path(folder)), rounds)
    say("")
    print(f"The leaflet `sciatica`, medians of {rounds} rounds, {machine()}\n")
    print(report(figures), end="")


if __name__ == "__main__":
    main()
