"""The benchmark of sheets compares like with like: the same leaflet, the same six values, by whoever is installed."""

import subprocess
import sys
from collections import Counter
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from handouts.model import Field
from tests.benchmark.contenders import ROOT, Given, prepare
from tests.benchmark.processes import Start
from tests.benchmark.sheets import command, growth, lengths, rates
from tests.benchmark.sheets.contenders import (
    DISK,
    FPDF2,
    MAKERS,
    OURS,
    PLAN,
    TYPST,
    TYPST_FILE,
    WEASYPRINT,
    Maker,
    installed,
)
from tests.benchmark.sheets.rates import Figures, Rates
from tests.benchmark.sheets.rows import Row, row
from tests.benchmark.sheets.variants import PAGES, PLACES, variant
from tests.benchmark.sheets.with_handouts import opened, written

# How words are written that tools may set apart from others, and marks of lists that some draw and some type.
AROUND = ".,:;?!•◦()"


@pytest.fixture
def given(tmp_path: Path) -> Given:
    return prepare(tmp_path, PLAN)


@pytest.fixture(params=installed(), ids=lambda maker: maker.name)
def maker(request: pytest.FixtureRequest) -> Maker:
    made: Maker = request.param
    return made


def printed(maker: Maker, given: Given, *people: Row) -> list[bytes]:
    """A sheet for each of them, one after the other by the same builder."""
    builder = getattr(import_module(f"tests.benchmark.sheets.{maker.module}"), maker.factory)
    build = builder(given.source, given.clinic, given.fonts)
    return [build(person) for person in people]


def text(pdf: bytes) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(pdf)).split())


def words(pdf: bytes) -> Counter[str]:
    return Counter(word for part in text(pdf).split() if (word := part.strip(AROUND)))


def test_this_program_and_typst_are_always_compared() -> None:
    assert {OURS, TYPST, TYPST_FILE} <= {*installed()}


def test_every_sheet_has_its_own_six_values_and_nobody_elses(maker: Maker, given: Given) -> None:
    people: list[Row] = [row(3), row(1000), {}]
    *sheets, blank = printed(maker, given, *people)
    for person, sheet in zip(people, sheets, strict=False):
        assert len(PdfDocument(sheet)) == 2
        assert words(sheet) - words(blank) == Counter(" ".join(person.values()).split())


def test_all_say_the_same(maker: Maker, given: Given) -> None:
    said, expected = (words(*printed(each, given, row(3))) for each in (maker, TYPST))
    # Head, foot and contact panel are copied by hand; the peers' lists differ in the marks that count as words.
    assert ((said - expected) + (expected - said)).total() <= 0.03 * expected.total()


def test_those_called_tagged_are(maker: Maker, given: Given) -> None:
    (sheet,) = printed(maker, given, row(3))
    with pikepdf.open(BytesIO(sheet)) as document:
        roles = {str(item.get("/S")) for item in document.objects if isinstance(item, pikepdf.Dictionary)}
    assert ({"/H1", "/P", "/LI", "/TD"} <= roles) is maker.tagged


@pytest.mark.parametrize(("pages", "fields"), [*((pages, 6) for pages in PAGES), *((2, fields) for fields in PLACES)])
def test_variants_have_the_pages_and_fields_they_are_asked_for(pages: int, fields: int, given: Given) -> None:
    form, edition = opened(variant(given.out, pages, fields), given.clinic)
    assert len(edition.pages) == pages
    assert [*form.asked] == [*row(0, fields)]


def test_every_row_is_one_that_its_fields_take(given: Given) -> None:
    form, _ = opened(variant(given.out, fields=24), given.clinic)
    assert all(len(form.fill(written(row(number, 24)))) == 24 for number in range(1500))


def test_rows_differ_for_as_long_as_it_matters() -> None:
    assert len({tuple(row(number).values()) for number in range(5000)}) == 5000


def test_every_figure_of_the_rates_is_measured(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "installed", lambda: (OURS, TYPST_FILE))
    monkeypatch.setattr(rates, "FILES", 4)
    told = rates.run(given, 1)
    assert told.count("not measured") == 2  # the ratios against Typst with values as inputs
    assert f"| {TYPST_FILE.name}" in told
    assert f"| {DISK.name}" in told
    assert f"Not installed: {TYPST.name}; {WEASYPRINT.name}; {FPDF2.name}." in told


def test_growth_is_measured(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "installed", lambda: (OURS,))
    for name, few in {"ROWS": (2, 3), "PAGES": (1,), "PLACES": (0, 6)}.items():
        monkeypatch.setattr(growth, name, few)
    lines = [line.split("|")[1].strip() for line in growth.run(given, 1).splitlines() if line.startswith("|")]
    assert [cell for cell in lines if not cell.startswith("-")] == ["Rows", "2", "3", "Pages", "1", "Fields", "0", "6"]


def test_long_lists_are_printed_and_merged(given: Given) -> None:
    figures = lengths.measure(given, (1, 3), (1, 2))
    assert [*figures.printed] == [1, 3]
    with pikepdf.open(given.out / "merged.pdf") as document:
        assert len(document.pages) == 4
        assert len(document.Root.Outlines.keys()) > 0


def test_the_command_is_run_in_every_way(given: Given) -> None:
    told = command.report(command.measure(given, 2, 3))
    assert [line.split("|")[1].strip() for line in told.splitlines() if line.startswith("| ")][-3:] == [
        "a file each",
        "a file each, two workers",
        "one file",
    ]
    assert len([*given.out.glob("*/*.pdf")]) == 2 * 2 * 3 + 1


def figures(ours: float, peer: float, sizes: tuple[int, int]) -> Figures:
    """Milliseconds and bytes of this program and of all the others; fpdf2, which tags little, has smaller files."""
    measured = {maker: Rates([peer], [peer * 2], sizes[1]) for maker in MAKERS}
    measured |= {OURS: Rates([ours], [ours * 4], sizes[0]), FPDF2: Rates([peer], [peer], 1)}
    return Figures(measured, {"memory": [1.9], "disk": [1.6]}, [0.05])


def test_ratios_come_first_with_their_targets() -> None:
    first = rates.report(figures(0.1, 10, (22_000, 20_000))).split("\n\n")[1]
    assert [[cell.strip() for cell in line.split("|")[2:5]] for line in first.splitlines()[2:]] == [
        ["100.00", "at least 40", "met"],
        ["50.00", "at least 40", "met"],
        ["100.00", "at least 40", "met"],
        ["50.00", "at least 40", "met"],
        ["1.90", "at least 1.7", "met"],
        ["1.60", "at least 1.7", "MISSED"],
        ["1.10", "at most 1.1", "met"],
    ]


def test_peaks_are_compared_with_their_targets() -> None:
    printing = {rows: Start(rows, 50 + rows / 1000) for rows in lengths.PRINTED}
    merging = {rows: Start(rows, 200) for rows in lengths.MERGED}
    told = lengths.report(lengths.Figures(printing, merging, {rows: rows * 3000 for rows in lengths.MERGED}))
    assert [line.split("|")[2].strip() for line in told.splitlines() if "at most" in line] == [
        "150.00",
        "2.99",
        "200.00",
    ]
    assert told.count("MISSED") == 2
    assert "3,000" in told


def test_a_part_that_there_is_not_is_refused() -> None:
    command = [sys.executable, "-m", "tests.benchmark", "pages"]
    ended = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 2
    assert "there is no part pages; there are sheets, growth, lengths, batch, drawings, leaflet" in ended.stderr


def test_the_leaflet_has_the_fields_that_rows_fill(given: Given) -> None:
    form, _ = opened(given.source, given.clinic)
    assert all(isinstance(asked.field, Field) for asked in form.asked.values())
    assert [*form.asked] == [*row(0)]
