"""`python -m tests.benchmark`: sheets for one person after the other, and one leaflet cold and warm, beside peers."""

import argparse
import os
import platform
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmark import drawings, leaflet_part
from tests.benchmark.contenders import SOURCE, Given, prepare
from tests.benchmark.processes import say
from tests.benchmark.sheets import command, growth, lengths, rates
from tests.benchmark.sheets.contenders import PLAN

# The leaflet comes last: it opens the files at its end, and a process counts as at least as large as the one that
# started it.
PARTS: dict[str, tuple[Path, Callable[[Given, int], str]]] = {
    "sheets": (PLAN, rates.run),
    "growth": (PLAN, growth.run),
    "lengths": (PLAN, lengths.run),
    "batch": (PLAN, command.run),
    "drawings": (PLAN, drawings.run),
    "leaflet": (SOURCE, leaflet_part.run),
}


def arguments() -> argparse.Namespace:
    """What can be asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="part", help=f"{', '.join(PARTS)}; all of them unless some are named"
    )
    parser.add_argument("--rounds", type=int, default=11, help="how often everything is measured; medians are shown")
    parser.add_argument("--folder", type=Path, help="where the files go; without it, the system's folder for such")
    given = parser.parse_args()
    if unknown := [part for part in given.parts if part not in PARTS]:
        parser.error(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    return given


def machine() -> str:
    """What the figures were measured on, in words."""
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"


def main() -> None:
    """Measures one part after the other, and prints the report of each."""
    asked = arguments()
    print(f"Medians of {asked.rounds} rounds, {machine()}\n")
    for part in asked.parts or PARTS:
        source, run = PARTS[part]
        with TemporaryDirectory(dir=asked.folder) as folder:
            report = run(prepare(Path(folder), source), asked.rounds)
        say("")
        print(report, flush=True)


if __name__ == "__main__":
    main()
