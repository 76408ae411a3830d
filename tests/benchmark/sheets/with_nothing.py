"""No sheet at all: the same bytes every time, to see what the disk alone takes."""

from collections.abc import Callable
from pathlib import Path

from tests.benchmark.sheets.rows import Row, row
from tests.benchmark.sheets.with_handouts import builder as handouts


def builder(source: Path, clinic: Path, fonts: Path) -> Callable[[Row], bytes]:
    """As many bytes as a sheet of this program has."""
    sheet = handouts(source, clinic, fonts)(row(0))
    return lambda _: sheet
