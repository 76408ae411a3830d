"""What the peers read of the leaflet: plain data, and the marks in its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

Data = dict[str, Any]
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
STRONG = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True)
class Leaflet:
    """The handout and the clinic as they stand in their files, every scalar as text."""

    handout: Data
    clinic: Data
    folder: Path

    @property
    def foot(self) -> str:
        """Title, version and dates."""
        handout = self.handout
        dates = (
            f"{word} {month(handout[key])}" for word, key in (("published", "published"), ("review by", "review_by"))
        )
        return " · ".join([handout["title"], f"version {handout['version']}", *dates])

    @property
    def contact(self) -> tuple[str, ...]:
        """The lines of the clinic's panel."""
        clinic = self.clinic
        return (
            f"**{clinic['name']}**. Phone {clinic['phone']} ({clinic['hours']})",
            f"Email {clinic['email']} · Website {clinic['website'].removeprefix('https://')}",
            ", ".join(clinic["address"]),
        )

    def groups(self) -> Iterator[tuple[str, list[Data]]]:
        """Blocks under their word; neighbouring fields are one group, any other block is alone."""
        for fields, run in groupby(self.handout["body"], key=lambda block: "field" in block):
            if fields:
                yield "field", list(run)
            else:
                yield from ((next(iter(block)), [block]) for block in run)


def read(source: Path, clinic: Path) -> Leaflet:
    """The two files."""
    handout, brand = (dict(yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)) for path in (source, clinic))
    return Leaflet(handout, brand, source.parent)


def month(date: str) -> str:
    """`Nov 2026` for `2026-11-22`."""
    year, number, _ = date.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def step(written: Any) -> Data:
    """A step that is bare text, as one with points has it."""
    return written if isinstance(written, dict) else {"step": written}
