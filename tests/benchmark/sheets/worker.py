"""A process, bound to one core, that prints one sheet after the other, each for another person.

Says the bytes of the first sheet, then answers each line `memory 20` or `disk 20` with the seconds that 20 sheets took:
`memory` drops their bytes, `disk` writes a file each. Nothing is removed: some file systems are slow to make new files
where others have just been.
"""

import importlib
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from time import perf_counter

from tests.benchmark.sheets.rows import Row, rows
from tests.benchmark.worker import bind

Build = Callable[[Row], bytes]


def in_memory(build: Build, given: list[Row]) -> None:
    """Every sheet for itself."""
    for row in given:
        build(row)


def on_disk(build: Build, given: list[Row], folder: Path) -> None:
    """A file for each sheet."""
    for number, row in enumerate(given):
        (folder / f"{number}.pdf").write_bytes(build(row))


def seconds(build: Build, order: str, given: list[Row], out: Path) -> float:
    """How long these sheets take."""
    folder = Path(mkdtemp(dir=out))
    start = perf_counter()
    if order == "disk":
        on_disk(build, given, folder)
    else:
        in_memory(build, given)
    return perf_counter() - start


def main() -> None:
    """Answers until its input ends."""
    module, factory, core, fields, source, clinic, fonts, out = sys.argv[1:]
    bind(int(core))
    builder = getattr(importlib.import_module(f"tests.benchmark.sheets.{module}"), factory)
    build: Build = builder(Path(source), Path(clinic), Path(fonts))
    people: Iterator[Row] = rows(int(fields))
    print(len(build(next(people))), flush=True)
    for line in sys.stdin:
        order, times = line.split()
        print(seconds(build, order, list(islice(people, int(times))), Path(out)), flush=True)


if __name__ == "__main__":
    main()
