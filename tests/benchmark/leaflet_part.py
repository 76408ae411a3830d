"""The part that makes one leaflet from its text again and again, cold and warm."""

import json
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmark.contenders import COLD, OURS, WARM, Contender, Given
from tests.benchmark.figures import Cold, Figures, Warm
from tests.benchmark.processes import Start, Worker, closing, say, start
from tests.benchmark.report import report

WATCHED = (
    "from time import perf_counter; entered = perf_counter(); from tests.benchmark.stages import main; main(entered)"
)


def run(given: Given, rounds: int) -> str:
    """Measures, then reports."""
    return f"## The leaflet `{given.source.stem}`, cold and warm\n\n{report(measure(given, rounds))}"


def measure(given: Given, rounds: int) -> Figures:
    """Every contender once a round, so that a slow moment of the machine touches all of them."""
    figures = Figures({contender: Cold() for contender in COLD}, {contender: Warm() for contender in WARM})
    for contender in COLD:  # the first start writes bytecode and fills the disk's cache; it does not count
        start(contender.cold(given))
    started = (Worker(contender.name, contender.warm(given), "changed") for contender in WARM)
    with closing(started) as kept:
        for number in range(rounds):
            say(f"leaflet, round {number + 1} of {rounds}")
            measure_cold(given, figures)
            measure_warm(dict(zip(WARM, kept, strict=True)), figures)
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


def size(pdf: Path) -> tuple[int, int]:
    """Bytes and pages of a file."""
    # Not before the end: a process counts as at least as large as the one that started it.
    import pikepdf

    with pikepdf.open(pdf) as document:
        return pdf.stat().st_size, len(document.pages)
