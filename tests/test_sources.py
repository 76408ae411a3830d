"""docs/clinical-sources.md against the notes of the library: every source, every doubt and every answer is listed."""

import re

from handouts import catalog
from tests.instruments.manual import PAGES, rows
from tests.samples import LIBRARY, handout

PAGE = "clinical-sources.md"
SOURCE = re.compile(r"\b[A-Z]{2,}\d*[A-Za-z]?\b")


def notes() -> dict[str, str]:
    """The notes in each file of the library, which nobody prints."""
    files = sorted(catalog.LIBRARY.rglob("*.yaml"))
    return {path.name: "\n".join(re.findall(r"^ *# (.*)$", path.read_text("utf-8"), re.M)) for path in files}


def test_every_source_in_the_library_is_listed_and_no_other() -> None:
    used = set(SOURCE.findall("\n".join(note for note in notes().values())))
    listed = [cells[0] for cells in rows(PAGE, "The sources")]
    assert sorted(used) == sorted(listed)
    assert all("](http" in cells[1] for cells in rows(PAGE, "The sources"))


def test_what_has_to_be_confirmed_is_listed() -> None:
    listed = "\n".join(cells[0] for cells in rows(PAGE, "What a clinician still has to confirm"))
    asked = {name for name, note in notes().items() if "clinician has to confirm" in note}
    assert {name for name in asked if name not in listed} == set()
    assert set(re.findall(r"[\w-]+\.yaml", listed)) <= asked


def test_the_table_says_which_handout_answers_what() -> None:
    answered: dict[str, set[str]] = {}
    for name, path in LIBRARY.items():
        for id in (id for block in handout(path).blocks for id in block.covers):
            answered.setdefault(id, set()).add(name)
    table = rows(PAGE, "What the handouts answer")
    assert {cells[0]: set(cells[3].split(", ")) for cells in table} == answered
    (all_of_them,) = re.findall(r"^All (\d+) statements are answered\.$", PAGES[PAGE], re.M)
    assert f"Its {all_of_them} statements are a list." in PAGES[PAGE] and len(table) == int(all_of_them)
