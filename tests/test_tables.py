"""Tables of patients: every way of writing the same rows is read as the same rows, and every fault has its place."""

import csv
import json
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.worksheet.worksheet import Worksheet

from handouts.problem import HandoutError, Place
from handouts.tables import Row, open_table
from handouts.tables.columns import letters
from handouts.tables.files import ENCRYPTED, OLE

ROOT = Path(__file__).parent.parent
SAVED = Path(__file__).parent / "tables"
SIMPLE = "first_name,side\nAna,left\nBen,right\n"
TWO = [{"first_name": "Ana", "side": "left"}, {"first_name": "Ben", "side": "right"}]

Make = Callable[[str, str | bytes], Path]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Writes a file into the folder that the test runs in."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str | bytes) -> Path:
        Path(name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return Path(name)

    return write


def read(path: Path) -> tuple[list[Row], tuple[str, ...]]:
    """All rows and notes of a table."""
    with open_table(path) as table:
        return list(table), table.notes


def cells(path: Path) -> list[dict[str, str]]:
    """The cells of each row, none of which has a problem."""
    rows, _ = read(path)
    assert [problem for row in rows for problem in row.wrong(row.faults)] == []
    return [{name: str(value) for name, value in row.cells.items()} for row in rows]


def refused(path: Path) -> list[tuple[str, str]]:
    """Place and code of what is wrong with the file."""
    with pytest.raises(HandoutError) as caught:
        read(path)
    return [(str(problem.place), problem.code) for problem in caught.value.problems]


def faults(path: Path) -> list[tuple[int, str, str]]:
    """Row, place and code of what is wrong with rows."""
    return [(row.number, str(found.place), found.code) for row in read(path)[0] for found in row.wrong(row.faults)]


def sheet_saved(path: str, fill: Callable[[Worksheet], None]) -> Path:
    """A workbook whose only sheet was filled."""
    workbook = Workbook()
    fill(workbook.worksheets[0])
    workbook.save(path)
    return Path(path)


def rows_saved(path: str, rows: Iterable[Iterable[object]]) -> Path:
    """A workbook with these rows."""

    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(list(row))

    return sheet_saved(path, fill)


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The same workbook with one of its parts changed."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, change(content) if name == part else content)
    return path


SHEET = "xl/worksheets/sheet1.xml"


# What LibreOffice saved


def test_a_workbook_saved_by_libreoffice_is_read_as_it_looks() -> None:
    rows, notes = read(SAVED / "patients.xlsx")
    assert [(row.number, tuple(row.cells.values()), row.wrong(row.faults)) for row in rows] == [
        (2, ("Zoë", "2026-11-30", "14:30", "3", "00042", "00712", "yes", "0.3", "Dear Zoë"), ()),
        (5, ("Łukasz, the 2nd", "2027-02-01", "09:05", "", "0\n7", "12345", "no", "62.5", ""), ()),
    ]
    assert notes == ("read the worksheet `Monday`, the first of 2",)


def test_the_csv_of_the_same_table_has_the_same_rows() -> None:
    rows, notes = read(SAVED / "patients.csv")
    assert [(row.number, tuple(row.cells.values()), row.wrong(row.faults)) for row in rows] == [
        (2, ("Zoë", "30/11/2026", "14:30", "3", "00042", "00712", "TRUE", "0.3", "Dear Zoë"), ()),
        (5, ("Łukasz, the 2nd", "01/02/2027", "09:05", "", "0\n7", "12345", "FALSE", "62.5", ""), ()),
    ]
    assert notes == ("the cells are parted by semicolons",)
    assert [rows[1].cells[name].place.line for name in ("Record", "Ward")] == [5, 6]


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_a_workbook_of_another_kind_is_named_even_under_a_wrong_name(make: Make, ending: str) -> None:
    content = (SAVED / f"patients.{ending}").read_bytes()
    for name in (f"list.{ending}", "list.xlsx", "list.csv"):
        with pytest.raises(HandoutError, match=rf"\(\.{ending}\), which cannot be read \[T105\]"):
            open_table(make(name, content))


# Text


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        (SIMPLE, ()),
        (SIMPLE.replace("\n", "\r\n"), ()),
        (SIMPLE.replace("\n", "\r"), ()),
        (SIMPLE.rstrip(), ()),
        ("\n,\n" + SIMPLE, ()),
        (SIMPLE.replace(",", ";"), ("the cells are parted by semicolons",)),
        (SIMPLE.replace(",", "\t"), ("the cells are parted by tabs",)),
        ("sep=;\r\n" + SIMPLE.replace(",", ";"), ("the cells are parted by semicolons",)),
        ('"sep=|"\n' + SIMPLE.replace(",", "|"), ("the cells are parted by bars",)),
        (SIMPLE.encode("utf-8-sig"), ()),
        (SIMPLE.encode("utf-16"), ()),
        (b"\xfe\xff" + SIMPLE.encode("utf-16-be"), ()),
        ('first_name,"side",,\nAna,"left",,\n,,,\n\nBen,right\n', ()),
        ("first_name,side\nAna,left,,,\n  , \nBen,right\n", ()),
        (" first_name , side\nAna,left\nBen,right", ()),
    ],
)
def test_the_same_two_rows(make: Make, content: str | bytes, notes: tuple[str, ...]) -> None:
    path = make("list.csv", content)
    assert cells(path) == TWO
    assert read(path)[1] == notes


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("Date, if known;Side", ["Date, if known", "Side"]),
        ("a, b, c;d", ["a, b, c", "d"]),
        ('"a;b;c",d', ["a;b;c", "d"]),
        ('"a\nb;c",d', ["a b;c", "d"]),
        ('5" ball,"a ""b;"" c"', ['5" ball', 'a "b;" c']),
        ("name, side", ["name", "side"]),
        ("a;b,c\td", ["a;b,c", "d"]),
        ("name", ["name"]),
    ],
)
def test_what_parts_the_cells_is_told_by_the_headers(make: Make, header: str, names: list[str]) -> None:
    with open_table(make("list.csv", header + "\n1\n")) as table:
        assert [header.name for header in table.headers] == names


def test_headers_and_cells_know_their_places(make: Make) -> None:
    with open_table(make("list.csv", '\nfirst_name,note,side\n\nAna,"a\r\nb\rc\nd",left\nBen\n')) as table:
        assert [header.place for header in table.headers] == [Place("list.csv", 2, number) for number in (1, 2, 3)]
        ana, ben = table
    assert [value.place for value in ana.cells.values()] == [Place("list.csv", *at) for at in ((4, 1), (4, 2), (7, 3))]
    assert (ana.number, ana.place) == (4, Place("list.csv", 4, 1))
    assert (ben.number, ben.place) == (5, Place("list.csv", 8, 1))
    assert [(value, value.place.column) for value in ben.cells.values()] == [("Ben", 1), ("", 2), ("", 3)]


def test_the_line_for_excel_is_a_line_and_no_row(make: Make) -> None:
    rows, _ = read(make("list.csv", "sep=,\n" + SIMPLE))
    assert [(row.number, row.place.line) for row in rows] == [(2, 3), (3, 4)]


def test_windows_1252_is_recognised_and_said(make: Make) -> None:
    path = make("list.csv", "name,note\nZoë,“well” €\n".encode("cp1252"))
    assert cells(path) == [{"name": "Zoë", "note": "“well” €"}]
    assert read(path)[1] == ("read as Windows-1252, not as UTF-8: look at the accents in the first sheets",)


def test_what_an_older_mac_saved_is_recognised_and_said(make: Make) -> None:
    path = make("list.csv", "name,note\rZoë,“well”\rJosé,\r".encode("mac_roman"))
    assert cells(path) == [{"name": "Zoë", "note": "“well”"}, {"name": "José", "note": ""}]
    assert read(path)[1] == ("read as Mac Roman, not as UTF-8: look at the accents in the first sheets",)


def test_accents_beyond_the_first_piece_decide_as_well(make: Make) -> None:
    lines = "name\n" + "Ana\n" * 50_000
    assert cells(make("list.csv", (lines + "Zoë\n").encode("cp1252")))[-1] == {"name": "Zoë"}
    assert cells(make("list.csv", (lines + "Zoë\n").encode()))[-1] == {"name": "Zoë"}


def test_a_column_without_a_header_is_left_out_and_said_once(make: Make) -> None:
    path = make("list.csv", "first_name,,side\nAna,calls often,left\nBen,new,right\n")
    assert cells(path) == TWO
    assert read(path)[1] == ("column B has no header: what is written in it is left out",)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a,b\n1,2\n1,2,3\n4,5\n", [(3, "list.csv:3:3", "T115")]),
        ("a,b\n,,,3\n4,5\n", [(2, "list.csv:2:4", "T115")]),
        ('a,b\n"1" one,2\n4,5\n', [(2, "list.csv:2:1", "T114")]),
        ("a,b\n1," + "x" * 140_000 + "\n4,5\n", [(2, "list.csv:2:1", "T116")]),
    ],
)
def test_a_faulty_row_is_told_and_the_others_go_on(
    make: Make, content: str, expected: list[tuple[int, str, str]]
) -> None:
    path = make("list.csv", content)
    assert faults(path) == expected
    assert dict(read(path)[0][-1].cells) == {"a": "4", "b": "5"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", [("list.csv", "T110")]),
        ("\n,,\n \n", [("list.csv", "T110")]),
        ("\ufeff", [("list.csv", "T110")]),
        ("a,b\n", [("list.csv", "T111")]),
        ("a,b\n,\n\n", [("list.csv", "T111")]),
        ("sep=;", [("list.csv", "T110")]),
        ("Side,b,side , SIDE\n1,2", [("list.csv:1:3", "T112"), ("list.csv:1:4", "T112")]),
        ('a,b\n1,2\n"3,4\n5,6\n', [("list.csv:3:1", "T113")]),
        ('a,b\n1,2\n"3,4\n"5",6\n', [("list.csv:3:1", "T113")]),
        ('a,b\n1,2\n3,"4', [("list.csv:3:1", "T113")]),
        ('a,b\n1,"2\n' + "5,6\n" * 50_000, [("list.csv:2:1", "T113")]),
        ('"a,b\n' + "5,6\n" * 200, [("list.csv:1:1", "T113")]),
        ("a,b\n1,\0\n", [("list.csv", "T105")]),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", [("list.csv", "T105")]),
        (b"PK\x03\x04 and no more", [("list.csv", "T107")]),
        ("a,b\n1,\0\n".encode("utf-16"), [("list.csv", "T105")]),
        ("a,b\n1,2\n".encode("utf-16")[:-1], [("list.csv", "T108")]),
        (b"a,b\nZo\xeb,\x81\n", [("list.csv:2:1", "T108")]),
        (b"a,b\n\xc5\x81ukasz,1\nZo\xeb,2\n", [("list.csv:3:1", "T108")]),
        ("a,b\n1,2\n" + "x" * 1_000_001, [("list.csv:3:1", "T109")]),
    ],
)
def test_a_file_that_is_no_table_is_refused(make: Make, content: str | bytes, expected: list[tuple[str, str]]) -> None:
    assert refused(make("list.csv", content)) == expected


def test_the_rows_before_an_open_quote_are_read(make: Make) -> None:
    with open_table(make("list.csv", 'a\n1\n2\n"3\n4\n')) as table:
        rows = iter(table)
        assert [next(rows).number, next(rows).number] == [2, 3]
        with pytest.raises(HandoutError, match="never closed"):
            next(rows)


def test_a_problem_repeats_no_more_than_forty_characters_of_a_header(make: Make) -> None:
    header = "private " * 20
    with pytest.raises(HandoutError) as caught:
        open_table(make("list.csv", f"{header},{header}\n1,2\n"))
    (problem,) = caught.value.problems
    assert problem.message == "the header `private private private private private…` is also above column A"


# What is not quoted may hold the other line break: csv.writer looks for its own one only.
DIALECTS = st.sampled_from(
    [
        {"delimiter": delimiter, "lineterminator": end, "quoting": quoting}
        for delimiter in ",;\t"
        for end, quoting in (
            ("\r\n", csv.QUOTE_MINIMAL),
            ("\r\n", csv.QUOTE_NONNUMERIC),
            ("\n", csv.QUOTE_ALL),
            ("\r", csv.QUOTE_ALL),
        )
    ]
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
AWKWARD = st.text('",;\t\r\n ab')
LATIN = st.text('éëüñß",;\t\r\n ab')  # letters that never look like UTF-8 when they stand in Windows-1252


def grids(cells: st.SearchStrategy[str]) -> st.SearchStrategy[list[list[str]]]:
    """Rows of the same length."""
    return st.integers(1, 4).flatmap(
        lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1)
    )


@given(grid=grids(ANYTHING | AWKWARD), dialect=DIALECTS, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@example([['"', "\r"]], {"delimiter": ";", "lineterminator": "\r", "quoting": csv.QUOTE_ALL}, "utf-8")
def test_what_is_written_as_csv_comes_back_character_for_character(
    tmp_path_factory: pytest.TempPathFactory, grid: list[list[str]], dialect: dict[str, Any], encoding: str
) -> None:
    assert_comes_back(tmp_path_factory.mktemp("round") / "list.csv", grid, dialect, encoding)


@given(grid=grids(LATIN), dialect=DIALECTS)
def test_windows_1252_and_mac_roman_come_back_character_for_character(
    tmp_path_factory: pytest.TempPathFactory, grid: list[list[str]], dialect: dict[str, Any]
) -> None:
    encoding = "mac_roman" if dialect["lineterminator"] == "\r" else "cp1252"
    assert_comes_back(tmp_path_factory.mktemp("round") / "list.csv", grid, dialect, encoding)


def assert_comes_back(path: Path, grid: list[list[str]], dialect: dict[str, Any], encoding: str) -> None:
    headers = [f"column {number}" for number, _ in enumerate(grid[0])]
    if len(headers) == 1:  # nothing in a single header says what would part it from a second
        dialect = {**dialect, "delimiter": ","}
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, **dialect).writerows([headers, *grid])
    filled = [dict(zip(headers, row, strict=True)) for row in grid if any(cell.strip() for cell in row)]
    if filled:
        assert cells(path) == filled
    else:
        assert refused(path) == [(str(path), "T111")]


# Workbooks


def test_cells_of_every_kind_are_read_as_they_look(make: Make) -> None:
    table = (
        (datetime(2026, 11, 30), "dd/mm/yyyy", "2026-11-30"),
        (datetime(2026, 11, 30, 14, 30), "dd/mm/yyyy hh:mm", "2026-11-30 14:30"),
        (datetime(2026, 11, 30, 14, 30), "dd/mm/yyyy", "2026-11-30"),
        (datetime(2026, 11, 30, 14, 30), 'hh:mm "day"', "14:30"),
        (date(2026, 11, 30), "mmm yy", "2026-11-30"),
        (time(14, 30), "h:mm AM/PM", "14:30"),
        (time(14, 30, 5), "hh:mm:ss", "14:30:05"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (3, "General", "3"),
        (3.0, "0.00", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (62.5, "General", "62.5"),
        (-4, "00", "-4"),
        (1e20, "General", "100000000000000000000"),
        (1e-7, "General", "0.0000001"),
        (712, "00000", "00712"),
        (712.0, "00000;-00000", "00712"),
        (1234567, "00000", "1234567"),
        (20794600, '000" "0000\\ 0000', "000 2079 4600"),
        (712, '"P-"0000', "P-0712"),
        (712, "[$-809]0000", "0712"),
        (1234, "#,##0", "1234"),
        (True, "General", "yes"),
        (False, "General", "no"),
        ("00042", "General", "00042"),
        (" a\nb ", "@", " a\nb "),
        ("a_x000D_b_x005F_x0041_", "@", "a\rb_x0041_"),
    )

    def fill(sheet: Worksheet) -> None:
        for column, (value, number_format, _) in enumerate(table, 1):
            sheet.cell(1, column).value = f"header {column}"
            sheet.cell(2, column).value = value  # type: ignore[assignment]
            sheet.cell(2, column).number_format = number_format

    (row,) = cells(sheet_saved("list.xlsx", fill))
    assert list(row.values()) == [expected for _, _, expected in table]


def test_rows_of_a_workbook_keep_their_numbers(make: Make) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B2"], sheet["C2"], sheet["E2"] = "first_name", " Side\nof it ", "note"
        sheet["B4"], sheet["C4"] = "Ana", "left"
        sheet["A9"], sheet["B9"], sheet["H9"] = "calls often", "Ben", "old"
        sheet["B12"].number_format = "00"

    with open_table(sheet_saved("list.xlsx", fill)) as table:
        assert [header.name for header in table.headers] == ["first_name", "Side of it", "note"]
        assert [(row.number, row.place, tuple(row.cells.values())) for row in table] == [
            (4, Place("list.xlsx", 4, 1), ("Ana", "left", "")),
            (9, Place("list.xlsx", 9, 1), ("Ben", "", "")),
        ]
        assert table.notes == tuple(
            f"column {letter} has no header: what is written in it is left out" for letter in "AH"
        )


@pytest.mark.parametrize("size", [b"", b'<dimension ref="A1"/>', b'<dimension ref="A1:B2"/>'])
def test_what_a_workbook_says_of_its_size_is_not_believed(make: Make, size: bytes) -> None:
    path = rows_saved("list.xlsx", people(5))
    rewritten(path, SHEET, lambda xml: re.sub(rb'<dimension ref="A1:B6" ?/>', size, xml))
    assert [*cells(path)[-1].values()] == ["person 5", "left"]


def test_the_first_sheet_that_can_be_seen_is_read(make: Make) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["old"])
    workbook.worksheets[0].sheet_state = "hidden"
    for row in people(2):
        (workbook["Now"] if "Now" in workbook else workbook.create_sheet("Now")).append(row)
    workbook.create_chartsheet("Chart", 0).add_chart(BarChart())
    workbook.save("list.xlsx")
    assert [row["name"] for row in cells(Path("list.xlsx"))] == ["person 1", "person 2"]
    assert read(Path("list.xlsx"))[1] == ()


def test_hidden_rows_are_read_and_said(make: Make) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in people(2):
            sheet.append(row)
        sheet.row_dimensions[2].hidden = True

    path = sheet_saved("list.xlsx", fill)
    assert len(cells(path)) == 2
    assert read(path)[1] == ("rows that are hidden or filtered away in the spreadsheet are read as well",)


def test_cells_that_cannot_be_used_are_faults_of_their_rows(make: Make) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (("name", "side"), ("Ana", "=A2"), ("#REF!", "left"), ("Ben", "left"), ("Cleo", None), (None, None)):
            sheet.append(row)
        sheet.merge_cells("B4:B6")
        sheet["C1"] = "note"
        sheet.merge_cells("C3:D4")

    path = sheet_saved("list.xlsx", fill)
    assert faults(path) == [
        (2, "list.xlsx:2:2", "T118"),
        (3, "list.xlsx:3:1", "T119"),
        (4, "list.xlsx:4:3", "T120"),
        (5, "list.xlsx:5:2", "T120"),
    ]
    assert dict(read(path)[0][2].cells) == {"name": "Ben", "side": "left"}


def test_a_fault_under_a_header_that_nobody_uses_does_not_matter(make: Make) -> None:
    workbook = rows_saved("list.xlsx", [("name", "age"), ("Ana", "#N/A")])
    text = make("list.jsonl", '{"name": "Ana", "age": [1]}')
    for path, code in ((workbook, "T119"), (text, "T123")):
        (row,) = read(path)[0]
        assert (row.wrong(["name"]), [found.code for found in row.wrong(["name", "age"])]) == ((), [code])
        assert dict(row.cells) == {"name": "Ana"}


def test_a_formula_that_came_to_nothing_is_an_empty_cell(make: Make) -> None:
    path = rows_saved("list.xlsx", (("a", "b"), (1, '=""')))
    rewritten(path, SHEET, lambda xml: xml.replace(b'<c r="B2"><f>', b'<c r="B2" t="str"><f>'))
    assert cells(path) == [{"a": "1", "b": ""}]


def test_a_header_that_cannot_be_used_refuses_the_workbook(make: Make) -> None:
    path = rows_saved("list.xlsx", (("a", "=A2", "#N/A"), (1, 2, 3)))
    assert refused(path) == [("list.xlsx:1:2", "T118"), ("list.xlsx:1:3", "T119")]


def test_a_title_over_the_headers_is_one_problem(make: Make) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (("People of November",), ("name", "side", "note"), ("Ana", "left", "")):
            sheet.append(row)
        sheet.merge_cells("A1:C1")

    assert refused(sheet_saved("list.xlsx", fill)) == [("list.xlsx:1:1", "T120")]


def test_a_day_outside_the_calendar_is_an_error_of_its_cell(make: Make) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["day"])
        sheet["A2"] = 99_999_999
        sheet["A2"].number_format = "dd/mm/yyyy"

    assert faults(sheet_saved("list.xlsx", fill)) == [(2, "list.xlsx:2:1", "T119")]


def test_what_openpyxl_does_not_support_is_not_the_readers_concern(make: Make) -> None:
    path = rows_saved("list.xlsx", people(2))
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    rewritten(path, SHEET, lambda xml: xml.replace(b"</worksheet>", extension))
    assert len(cells(path)) == 2


def test_workbooks_that_cannot_be_read_are_refused(make: Make) -> None:
    whole = rows_saved("whole.xlsx", people(2)).read_bytes()
    assert refused(make("list.xlsx", whole[: len(whole) // 2])) == [("list.xlsx", "T107")]
    assert refused(make("list.xlsx", b"")) == [("list.xlsx", "T107")]
    assert refused(make("list.xlsx", SIMPLE)) == [("list.xlsx", "T105")]
    assert refused(make("list.csv", whole)) == [("list.csv", "T105")]
    assert refused(make("list.xlsx", OLE + bytes(2000) + ENCRYPTED)) == [("list.xlsx", "T106")]
    assert refused(make("list.xlsx", OLE + bytes(2000))) == [("list.xlsx", "T105")]
    for part in ("xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml", SHEET):
        path = rewritten(make("list.xlsx", whole), part, lambda xml: xml[: len(xml) // 2])
        assert {code for _, code in refused(path)} == {"T107"}
    for part in ("word/document.xml", "xl/workbook.bin"):
        with ZipFile("list.xlsx", "w") as archive:
            archive.writestr(part, "")
        assert refused(Path("list.xlsx")) == [("list.xlsx", "T105")]


def test_a_workbook_with_macros_is_read_as_any_other(make: Make) -> None:
    plain = rows_saved("list.xlsx", people(2))
    macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    content = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    with_macros = rewritten(plain, "[Content_Types].xml", lambda xml: xml.replace(content, macros)).rename("list.xlsm")
    assert len(cells(with_macros)) == 2


def test_a_workbook_without_a_sheet_to_see_or_anything_in_it_is_refused(make: Make) -> None:
    assert refused(rows_saved("list.xlsx", [])) == [("list.xlsx", "T110")]
    assert refused(rows_saved("list.xlsx", [["name"]])) == [("list.xlsx", "T111")]
    path = rows_saved("list.xlsx", [["name"]])
    rewritten(path, "xl/workbook.xml", lambda xml: xml.replace(b'state="visible"', b'state="hidden"'))
    assert refused(path) == [("list.xlsx", "T117")]


def test_columns_are_called_as_in_a_spreadsheet() -> None:
    assert [letters(number) for number in (1, 26, 27, 702, 703, 16_384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


# JSON lines


@pytest.mark.parametrize("name", ["list.jsonl", "list.ndjson", "list.json"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_lines_are_the_same_two_rows(make: Make, name: str, encoding: str) -> None:
    text = "\n" + "\n\n".join(json.dumps(row) for row in TWO) + '\r\n{}\n{"side": " ", "note": null}\n'
    assert cells(make(name, text.encode(encoding))) == TWO


def test_values_of_json_are_as_they_are_written(make: Make) -> None:
    line = '{"a":"é\\n\\u00e9", "b" : 3,"c":3.50,"d":1e3,"e":-0,"f":true,"g":false,"h":null,"i":' + "9" * 5000 + "}"
    (row,) = read(make("list.jsonl", line))[0]
    assert [*row.cells.values()] == ["é\né", "3", "3.50", "1e3", "-0", "yes", "no", "", "9" * 5000]
    assert [value.place.column for value in row.cells.values()][:3] == [6, 25, 31]


def test_headers_of_json_grow_with_the_rows(make: Make) -> None:
    with open_table(make("list.jsonl", '{"a": 1}\n{"b": 2, "a": 3}\n')) as table:
        assert [header.name for header in table.headers] == ["a"]
        assert [dict(row.cells) for row in table] == [{"a": "1"}, {"b": "2", "a": "3"}]
        assert [(header.name, str(header.place)) for header in table.headers] == [
            ("a", "list.jsonl:1:7"),
            ("b", "list.jsonl:2:7"),
        ]


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ('{"a": [1]}', 7, "T123"),
        ('{"a": {"b": 1}}', 7, "T123"),
        ('{"a": ' + "[" * 100_000, 7, "T124"),
        ('{"a": 1, "a": 2}', 10, "T122"),
        ('{"a": 1, "A ": 2}', 10, "T122"),
        ('{"a": NaN}', 7, "T124"),
        ('{"a": -Infinity}', 7, "T124"),
        ('{"a": 1', 8, "T124"),
        ('{"a" 1}', 6, "T124"),
        ('{"a": }', 7, "T124"),
        ("{a: 1}", 2, "T124"),
        ('{"a": 1,}', 9, "T124"),
        ('{"a": 1} {"a": 2}', 10, "T124"),
        ('{"a": "b}', 7, "T124"),
        ('{"a": "\\ud800"}', 7, "T125"),
        ("[1]", 1, "T124"),
        ('"a"', 1, "T124"),
        ("Ana;left", 1, "T124"),
    ],
)
def test_a_faulty_line_of_json_is_told_and_the_others_go_on(make: Make, line: str, column: int, code: str) -> None:
    path = make("list.jsonl", f'{{"a": 0}}\n\n{line}\n{{"a": 9}}')
    assert faults(path) == [(3, f"list.jsonl:3:{column}", code)]
    assert dict(read(path)[0][-1].cells) == {"a": "9"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("list.json", "T110")),
        ("\n \n", ("list.json", "T110")),
        ("{}\n", ("list.json", "T111")),
        ('\n{\n  "a": 1\n}', ("list.json:2:1", "T121")),
        ('[{"a": 1}, {"a": 2}]', ("list.json:1:1", "T121")),
    ],
)
def test_json_of_another_kind_is_refused(make: Make, text: str, expected: tuple[str, str]) -> None:
    assert refused(make("list.json", text)) == [expected]


# Files


def test_files_that_cannot_be_had_are_problems(make: Make) -> None:
    assert refused(Path("absent.csv")) == [("absent.csv", "T101")]
    assert refused(make("a.csv", SIMPLE) / "b.csv") == [("a.csv/b.csv", "T101")]
    Path("folder.csv").mkdir()
    assert refused(Path("folder.csv")) == [("folder.csv", "T102")]
    assert refused(Path("x" * 5000 + ".csv"))[0][1] == "T103"
    assert refused(make("list.doc", SIMPLE)) == [("list.doc", "T104")]
    assert refused(make("list", SIMPLE)) == [("list", "T104")]


def test_an_absolute_path_is_shown_from_here(make: Make) -> None:
    assert refused(make("list.csv", "").absolute()) == [("list.csv", "T110")]


# Long tables


def people(count: int) -> Iterator[tuple[str, str]]:
    """A header and rows under it, made as they are asked for."""
    yield ("name", "side")
    for number in range(1, count + 1):
        yield (f"person {number}", "left")


def long(name: str, count: int) -> Path:
    """A table of many rows, in the format of its ending."""
    if name.endswith(".xlsx"):
        return rows_saved(name, people(count))
    headers, *rows = people(count)
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        if name.endswith(".jsonl"):
            file.writelines(json.dumps(dict(zip(headers, row, strict=True))) + "\n" for row in rows)
        else:
            csv.writer(file).writerows([headers, *rows])
    return Path(name)


def peak(path: Path) -> int:
    """Bytes that reading a table takes at most."""
    tracemalloc.start()
    try:
        with open_table(path) as table:
            for _ in table:
                pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["list.csv", "list.jsonl"])
def test_memory_does_not_grow_with_the_rows(make: Make, name: str) -> None:
    short, tall = long(f"short-{name}", 5_000), long(f"tall-{name}", 20_000)
    assert peak(tall) < 1.1 * peak(short)
    assert peak(tall) < tall.stat().st_size


@pytest.mark.parametrize(
    ("start", "line", "times", "expected"),
    [
        ("name\n", "x", 20_000_000, ("list.csv:2:1", "T109")),
        ("name,Zoë\n", "x", 20_000_000, ("list.csv:2:1", "T109")),
        ('"name\n', "x" * 5_000 + "\n", 4_000, ("list.csv:1:1", "T113")),
    ],
    ids=["line", "line in Windows-1252", "quote"],
)
def test_what_has_no_end_does_not_fill_the_memory(
    make: Make, start: str, line: str, times: int, expected: tuple[str, str]
) -> None:
    path = make("list.csv", (start + line * times).encode("cp1252"))
    tracemalloc.start()
    try:
        assert refused(path) == [expected]
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("name", "first"), [("list.csv", 2), ("list.jsonl", 1), ("list.xlsx", 2)])
def test_rows_are_read_when_they_are_asked_for(make: Make, name: str, first: int) -> None:
    """The end of the file is spoilt, which nobody can know who has not come to it; and the file is closed."""
    path = long(name, 5_000)
    if name == "list.xlsx":
        rewritten(path, SHEET, lambda xml: xml[:-1000])
    else:
        with path.open("a", encoding="utf-8") as file:
            file.write("x" * 1_000_001)
    with open_table(path) as table:
        assert [row.number for row in islice(table, 3)] == [first, first + 1, first + 2]
        with pytest.raises(HandoutError) as caught:
            list(table)
    (problem,) = caught.value.problems
    assert problem.code in ("T107", "T109")
    assert problem.place.line > 4_900


def test_openpyxl_is_imported_for_workbooks_alone(make: Make) -> None:
    make("list.csv", SIMPLE)
    code = (
        "import sys; from pathlib import Path; from handouts.tables import open_table\n"
        "list(open_table(Path(sys.argv[1]))); print('openpyxl' in sys.modules)"
    )
    for path, loaded in ((Path("list.csv"), "False\n"), (SAVED / "patients.xlsx", "True\n")):
        command = [sys.executable, "-c", code, str(path)]
        ended = subprocess.run(command, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
        assert ended.stdout == loaded
