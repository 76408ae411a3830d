"""A process that prints so many sheets, or merges them into one file, and ends: what it takes is measured from outside.

`python -m tests.benchmark.sheets.long_run print 1000 HANDOUT CLINIC`, or `merge` with the file to be written.
"""

import sys
from itertools import islice
from pathlib import Path

from layouts.merging import Merged
from tests.benchmark.sheets.rows import rows
from tests.benchmark.sheets.with_handouts import opened, written


def printed(times: int, source: Path, clinic: Path) -> None:
    """Each sheet for itself, in memory."""
    form, edition = opened(source, clinic)
    for row in islice(rows(), times):
        edition.print(form.fill(written(row)))


def merged(times: int, source: Path, clinic: Path, out: Path) -> None:
    """All sheets in one file."""
    form, edition = opened(source, clinic)
    with out.open("wb") as file:
        document = Merged(edition, file.write)
        for number, row in enumerate(islice(rows(), times), 1):
            document.add(form.fill(written(row)), f"Sheet {number}")
        document.close()


def main() -> None:
    """The arguments are what to do, how often, and the paths."""
    order, times, *paths = sys.argv[1:]
    source, clinic, *out = map(Path, paths)
    if order == "merge":
        merged(int(times), source, clinic, *out)
    else:
        printed(int(times), source, clinic)


if __name__ == "__main__":
    main()
