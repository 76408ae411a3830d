"""One folder, one case: a handout, the words that are heard, the tags they stand in. Found by glob."""

from itertools import groupby
from pathlib import Path

import pytest

from layouts import Options, compose
from tests.instruments import structure, tags
from tests.samples import CASES, as_printed

FILES = {"handout.yaml", "expected.txt", "expected.tags.yaml"}


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_heard_and_tagged_as_written(name: str, update_cases: bool) -> None:
    folder = CASES[name].parent
    reading = structure.read(compose(*as_printed(CASES[name]), Options()).print())
    found = {"expected.txt": _heard(reading), "expected.tags.yaml": tags.dump(reading.root)}
    if update_cases:
        rewrite(folder, found)
        pytest.fail("rewritten: read the difference, then run without --update-cases")
    for file, content in found.items():
        assert content == (folder / file).read_text(encoding="utf-8"), f"{folder.name}/{file}"


def rewrite(folder: Path, found: dict[str, str]) -> None:
    """What was found is what will be expected."""
    for file, content in found.items():
        (folder / file).write_text(content, encoding="utf-8")


def _heard(reading: tags.Reading) -> str:
    """What is heard, line by line, then what only stands at the edges of the pages."""
    shown = (each for each in reading.artifacts if each.text.strip())
    edges = [
        f"page {page + 1}, {subtype}: {' '.join(' '.join(each.text for each in group).split())}"
        for (page, subtype), group in groupby(shown, key=lambda each: (each.page, each.subtype or each.type))
    ]
    return "\n".join([*tags.lines(reading.root), "", *edges]) + "\n"


def test_no_case_lacks_a_file() -> None:
    for folder in (path for path in CASES["text"].parents[1].iterdir() if path.is_dir()):
        assert {path.name for path in folder.iterdir()} >= FILES, folder.name
