"""A folder to start from: a clinic file, one handout, and the schemas by which an editor checks both while typing."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from handouts import writer
from handouts.problem import HandoutError, Place
from handouts.schema import RECORDS, dumped

TEMPLATES = Path(__file__).with_name("templates")
YEARS_UNTIL_REVIEW = 2
TAKEN = "there is such a file already", "nothing was changed; choose another folder, or move the file away"


def write(folder: Path, today: date) -> list[Path]:
    """The files written into the folder; none at all where one of them is there already."""
    files = {folder / name: text for name, text in _files(today)}
    taken = [path for path in files if os.path.lexists(path)]
    if taken:
        raise HandoutError(*(Place(str(path)).problem("W103", *TAKEN) for path in taken))
    for path, text in files.items():
        writer.folder(path.parent)
        writer.write(path, text.encode())
    return list(files)


def _files(today: date) -> Iterator[tuple[str, str]]:
    review = today.replace(year=today.year + YEARS_UNTIL_REVIEW, day=1)
    for template in sorted(TEMPLATES.glob("*.yaml")):
        text = template.read_text(encoding="utf-8")
        yield template.name, text.replace("<today>", today.isoformat()).replace("<review>", review.isoformat())
    for name in ("clinic", "handout"):
        yield f".schemas/{name}.json", dumped(RECORDS[name])
