"""Many sheets in one file: it conforms, each is what it would be alone, and memory does not grow with them."""

import tracemalloc
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from handouts import catalog
from handouts.problem import HandoutError, Place
from handouts.written import Written
from layouts import Edition, Options, compose
from layouts.merging import Merged
from tests.instruments import structure, tags, verapdf
from tests.instruments.lint import lint
from tests.samples import LIBRARY, clinic, handout, words
from tests.test_filled import SHEET

NAMES = ("Ana", "Ευγενία", "Łucja", "Ben", "Zoë")


def laid(options: Options | None = None) -> Edition:
    return compose(catalog.load(SHEET), clinic(), words(), options or Options())


def person(number: int) -> dict[str, Written]:
    values = {"first_name": f"{NAMES[number % len(NAMES)]} {number}", "pain": str(number % 11), "agreed": "yes"}
    return {name: Written(value) for name, value in values.items()}


def merged(edition: Edition, count: int) -> bytes:
    file = BytesIO()
    document = Merged(edition, file.write)
    for number in range(count):
        document.add(person(number), f"Sheet {number}")
    document.close()
    return file.getvalue()


def test_a_file_of_500_sheets_conforms() -> None:
    pdf = merged(laid(), 500)
    assert [*map(str, verapdf.validate(pdf))] == []
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        assert len(opened.pages) == 500


def test_it_differs_from_a_single_sheet_in_bookmarks_and_in_having_many_titles() -> None:
    assert {finding.rule for finding in lint(merged(laid(), 12))} == {"bookmarks", "heading_jump"}
    assert {finding.rule for finding in lint(merged(laid(), 1))} <= {"bookmarks"}


def test_each_sheet_reads_as_it_would_alone() -> None:
    edition = laid()
    parts = structure.read(merged(edition, 12)).root.tags
    alone = [structure.read(edition.print(person(number))).root for number in range(12)]
    assert [tags.lines(part) for part in parts] == [tags.lines(root) for root in alone]
    assert {part.role for part in parts} == {"Part"}


def test_each_sheet_has_a_bookmark_that_leads_to_it() -> None:
    with pikepdf.open(BytesIO(merged(laid(), 7))) as opened, opened.open_outline() as outline:
        led = [(item.title, opened.pages.index(pikepdf.Page(_first(item.destination)))) for item in outline.root]
    assert led == [(f"Sheet {number}", number) for number in range(7)]


def _first(destination: Any) -> Any:
    """The page that a bookmark leads to."""
    return destination[0]


def test_links_and_several_pages_survive() -> None:
    edition = compose(handout(LIBRARY["sciatica"]), clinic(), words(), Options())
    file = BytesIO()
    document = Merged(edition, file.write)
    document.add({}, "one")
    document.add({}, "two")
    document.close()
    reading = structure.read(file.getvalue())
    assert reading.faults == []
    links = [[tag for tag in part.walk() if tag.role == "Link"] for part in reading.root.tags]
    assert [len(found) for found in links] == [len(links[0])] * 2
    assert links[0]
    assert [*map(str, verapdf.validate(file.getvalue()))] == []


def test_an_odd_sheet_of_several_pages_has_an_empty_back() -> None:
    edition = compose(handout(LIBRARY["sciatica"]), clinic(), words(), Options(text_size="extra-large"))
    pages = len(edition.pages)
    file = BytesIO()
    document = Merged(edition, file.write)
    document.add({}, "one")
    document.add({}, "two")
    document.close()
    with pikepdf.open(BytesIO(file.getvalue())) as opened:
        assert len(opened.pages) == 2 * (pages + pages % 2)
        backs = [number for number, page in enumerate(opened.pages, 1) if "/Contents" not in page]
    assert backs == ([pages + 1, 2 * pages + 2] if pages % 2 else [])


def test_words_that_look_like_references_stay_words() -> None:
    edition = laid()
    file = BytesIO()
    document = Merged(edition, file.write)
    for title in ("See 12 0 R (and 3 0 R) 50%", "Ω 1 0 R %d"):
        document.add({}, title)
    document.close()
    with pikepdf.open(BytesIO(file.getvalue())) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root] == ["See 12 0 R (and 3 0 R) 50%", "Ω 1 0 R %d"]


def test_of_a_sheet_that_cannot_be_printed_nothing_is_written() -> None:
    file = BytesIO()
    document = Merged(laid(), file.write)
    document.add(person(0), "Sheet 0")
    before = file.getvalue()
    with pytest.raises(HandoutError):
        document.add({"first_name": Written("x" * 300, Place("people.csv", 2, 1))}, "Sheet 1")
    assert file.getvalue() == before
    document.add(person(2), "Sheet 2")
    document.close()
    assert structure.read(file.getvalue()).faults == []


def test_memory_holds_a_few_numbers_for_each_sheet() -> None:
    edition = laid()
    document = Merged(edition, len)
    for number in range(100):
        document.add(person(number), f"Sheet {number}")
    tracemalloc.start()
    for number in range(100, 600):
        document.add(person(number), f"Sheet {number}")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # 10,000 sheets of 300 objects each have to stay below 300 MB in all.
    assert kept / 500 < 10_000
