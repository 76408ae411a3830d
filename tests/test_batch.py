"""A sheet for each row of a table: what is written, what is told, and that nothing is ever half-done."""

import csv
import io
import json
import os
import random
import re
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from handouts.batch import crew, findings, names
from handouts.batch.columns import columns
from handouts.batch.crew import work
from handouts.batch.findings import Findings
from handouts.batch.names import Names, safe
from handouts.batch.pace import Pace, duration
from handouts.batch.press import Done, Files, Job, Press, Sheet
from handouts.batch.record import FILE as RECORD
from handouts.filling import Form
from handouts.order import Order
from handouts.problem import HandoutError, Place
from handouts.tables import Header
from handouts.written import Written
from tests import presses
from tests.samples import clinic, handout, words
from tests.test_generate import HANDOUT, Ended, Run, run
from tests.test_process import ROOT, command, environment, finish, posix, start, watched

__all__ = ["run"]  # a fixture

BODY = """\
section: Your plan
  - field: first_name
  - field: side
  - field: hold
    high: 60
  - field: note
"""
TABLE = """\
First name,Side,hold,Phone
Ana,left,30,0131 496 0000
Ben,right,45,0131 496 0001
Cem,,20,
"""
PLAN = "plan.yaml"


@pytest.fixture
def plan(run: Run) -> Run:
    """The command line, in a folder with a handout that has fields, and a table."""
    make_plan(Path())
    table(TABLE)
    return run


def make_plan(folder: Path) -> None:
    text = HANDOUT.format(id="plan", title="Your plan", review_by="2031-01-01", block=BODY)
    (folder / PLAN).write_text(text.replace("section: A heading", "text: Some words."), encoding="utf-8")


def table(text: str, name: str = "people.csv") -> Path:
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path


def batch(plan: Run, *arguments: str | Path, data: str = "people.csv") -> Ended:
    return plan("batch", PLAN, "--data", data, *arguments)


def many(rows: int) -> str:
    """A table long enough for several processes."""
    return "first_name,side,hold\n" + "".join(f"Person {n},left,{n % 55 + 5}\n" for n in range(rows))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def words_of(path: Path) -> str:
    return " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path))


# What is written


def test_each_row_becomes_a_file(plan: Run) -> None:
    ended = batch(plan)
    assert (ended.status, ended.out) == (0, "")
    assert sorted(contents(Path("out"))) == [RECORD, "0002-plan.pdf", "0003-plan.pdf", "0004-plan.pdf"]
    assert "Ana" in words_of(Path("out/0002-plan.pdf"))
    assert "Ben" in words_of(Path("out/0003-plan.pdf"))
    assert ended.err.endswith("3 sheets were written to out in 1 second.\n")


def test_a_sheet_is_the_same_as_one_made_alone(plan: Run) -> None:
    batch(plan)
    plan("build", PLAN, "--set", "first_name=Ana", "--set", "Side=left", "--set", "hold=30")
    assert Path("out/plan.pdf").read_bytes() == Path("out/0002-plan.pdf").read_bytes()


def test_the_editions_options_and_the_clinic_hold(plan: Run) -> None:
    Path("clinic.yaml").write_text("name: Harbour Physiotherapy\n", encoding="utf-8")
    ended = batch(plan, "--text-size", "large", "--paper", "letter")
    assert ended.err.startswith("The clinic is the one in clinic.yaml.\n")
    path = Path("out/0002-plan.large.letter.pdf")
    assert pypdfium2.PdfDocument(path)[0].get_size() == (612, 792)
    assert "Harbour" in words_of(path)


def test_columns_without_a_field_are_named_once(plan: Run) -> None:
    assert batch(plan).err.count("Note: left out, since the handout has no such field: `Phone`.") == 1


def test_keys_that_come_later_in_json_lines_count_too(plan: Run) -> None:
    table('{"first_name": "Ana"}\n{"first_name": "Ben", "note": "Slowly", "extra": "1"}\n', "people.jsonl")
    ended = batch(plan, data="people.jsonl")
    assert ended.status == 0
    assert "Slowly" in words_of(Path("out/0002-plan.pdf"))
    assert ended.err.count("`extra`") == 1


def test_programs_are_told_the_same(plan: Run) -> None:
    table(TABLE.replace("left", "lft"))
    ended = batch(plan, "--json")
    told = json.loads(ended.out)
    assert {name: told[name] for name in ("output", "rows", "written", "there", "bad")} == {
        "output": "out", "rows": 3, "written": 2, "there": 0, "bad": 1,
    }  # fmt: skip
    assert told["files"] == {"3": "0003-plan.pdf", "4": "0004-plan.pdf"}
    assert told["problems"] == [
        {
            "row": 2,
            "column": "Side",
            "problem": "the field `side` cannot be `lft`: it is not one of the choices",
            "hint": "did you mean `left`?",
            "code": "V107",
        }
    ]


def test_several_processes_write_the_same_as_one(plan: Run) -> None:
    table(many(crew.CHUNK * 7) + "Zoë,lft,1\n")
    alone = batch(plan, "--json")
    Path("out").rename("alone")
    together = batch(plan, "--json", "--workers", "2")
    assert (alone.status, together.out) == (1, alone.out)
    assert contents(Path("alone")) == contents(Path("out"))


# Rows that cannot be printed

BAD = """\
first_name,side,hold,note
Ana,left,30,
Ben,lft,300,
Cem,right,20,{long}
Dora,right,20,,=1+1
=Eve,left,soon,
"""


def test_bad_rows_are_told_and_the_others_written(plan: Run) -> None:
    table(BAD.format(long="far too long " * 30))
    ended = batch(plan)
    assert (ended.status, ended.out) == (1, "")
    assert [path.name for path in Path("out").glob("*.pdf")] == ["0002-plan.pdf"]
    assert re.findall(r"^ +(\d+)  (\w*)  .*", ended.err, re.M)[0] == ("3", "side")
    assert "4 rows were not printed: see out/problems.csv." in ended.err.replace("\n", " ")
    raw = Path("out/problems.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(raw.decode("utf-8-sig").splitlines())
    assert head == ["row", "column", "problem", "hint"]
    assert [(row[0], row[1]) for row in rows] == [
        ("3", "side"), ("3", "hold"), ("4", "note"), ("5", ""), ("6", "hold"),
    ]  # fmt: skip
    assert all(row[2] and row[3] for row in rows)


def test_all_that_is_wrong_with_a_row_is_told_at_once(plan: Run) -> None:
    table(f"first_name,side,note\nAna,lft,{'far too long ' * 30}\n")
    assert set(re.findall(r"\[(\w+)\]", batch(plan).err)) == {"V107", "P104"}


def test_a_cell_that_cannot_be_used_is_told_under_its_header(plan: Run) -> None:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active
    for cells in (["first_name", "side"], ["Ana", "left"], ["Ben", "#DIV/0!"]):
        book.active.append(cells)
    book.save("people.xlsx")
    ended = batch(plan, "--json", data="people.xlsx")
    assert [(one["row"], one["column"]) for one in json.loads(ended.out)["problems"]] == [(3, "side")]


def test_a_long_table_of_faults_is_cut_short_on_the_screen(plan: Run) -> None:
    table("first_name,side\n" + "Ana,lft\n" * (findings.SHOWN + 31))
    ended = batch(plan)
    assert len(re.findall(r"\[V107\]", ended.err)) == findings.SHOWN
    assert f"and 31 more, all in {Path('out/problems.csv')}\n" in ended.err
    assert len(Path("out/problems.csv").read_text().splitlines()) == 1 + findings.SHOWN + 31


def test_there_is_no_list_of_problems_without_any(plan: Run) -> None:
    table(TABLE.replace("left", "lft"))
    batch(plan)
    assert Path("out/problems.csv").exists()
    table(TABLE)
    assert batch(plan).status == 0
    assert not Path("out/problems.csv").exists()


def test_an_older_sheet_of_a_bad_row_is_not_left_for_another_person(plan: Run) -> None:
    batch(plan)
    table(TABLE.replace("left", "lft"))
    batch(plan)
    assert not Path("out/0002-plan.pdf").exists()


def test_sheets_of_another_batch_are_pointed_out(plan: Run) -> None:
    batch(plan)
    table("".join(TABLE.splitlines(keepends=True)[:2]))
    assert "\nNote: out also holds 2 PDFs that this batch did not make.\n" in batch(plan).err


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_first_bad_row_may_end_the_run(plan: Run, workers: str) -> None:
    rows = many(400).splitlines()
    rows[120] = "Ana,lft,5"
    table("\n".join(rows))
    ended = batch(plan, "--on-error", "stop", "--workers", workers)
    assert ended.status == 1
    assert "The run ended at row 121, as --on-error stop asks." in ended.err
    assert sorted(path.name for path in Path("out").glob("*.pdf"))[-1] == "0120-plan.pdf"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_spreadsheet_calculates_nothing_in_the_list(tmp_path: Path, cell: str) -> None:
    with Findings(tmp_path) as found:
        found.add(Done(3, problems=(Place("a").problem("V101", cell, cell),)), {"a": cell})
    text = (tmp_path / "problems.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1] == ["3", f"'{cell}", f"'{cell}", f"'{cell}"]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_table_of_faults_fits_the_screen(tmp_path: Path, width: int) -> None:
    with Findings(tmp_path) as found:
        problem = Place("side").problem("V107", "the field cannot be this: " + "word " * 30, "did you mean that?")
        found.add(Done(3, problems=(problem,)), {"side": "Side of the body"})
        lines = list(found.told(width))
    assert max(map(len, lines)) <= max(width, 26 + findings.NARROWEST)
    assert "did you mean that? [V107]" in " ".join(" ".join(lines).split())


def test_a_table_that_breaks_off_keeps_what_was_printed(plan: Run) -> None:
    table(TABLE + '"never closed,left\n' + "Ana,left,1\n" * 5)
    ended = batch(plan)
    assert (ended.status, len(list(Path("out").glob("*.pdf")))) == (1, 3)
    assert "is never closed" in ended.err
    assert "3 sheets were written to out" in ended.err


# Columns


def form() -> Form:
    path = Path("in-memory.yaml")
    text = HANDOUT.format(id="plan", title="Your plan", review_by="2031-01-01", block=BODY)
    path.write_text(text.replace("section: A heading", "text: Some words."), encoding="utf-8")
    return Form(handout(path.absolute()), words(), clinic())


def headers(*said: str) -> list[Header]:
    return [Header(name, Place("people.csv", 1, number)) for number, name in enumerate(said, 1)]


def test_headers_are_names_or_labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = columns(headers("First name", "SIDE", "Shoe size"), form(), "people.csv")
    assert dict(found.headers) == {"first_name": "First name", "side": "SIDE"}
    assert found.ignored == ("Shoe size",)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (("first_name", "First name"), "people.csv:1:2: the columns `first_name` and `First name` are for the same"),
        (("Shoe size",), "people.csv: no column is for a field of the handout [B102]"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: tuple[str, ...], fault: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(HandoutError, match=re.escape(fault)):
        columns(headers(*said), form(), "people.csv")


def test_a_handout_without_fields_is_no_batch(plan: Run) -> None:
    ended = plan("batch", "warning-card", "--data", "people.csv")
    assert (ended.status, "the handout has no fields to fill [B102]" in ended.err) == (1, True)


# Names


def cells(**said: str) -> dict[str, Written]:
    return {name: Written(text) for name, text in said.items()}


def test_a_pattern_names_row_handout_columns_and_fields() -> None:
    made = Names("{row:03}-{handout}-{Side}-{side}", "plan", {"Side": "Side", "side": "Side"})
    assert made.name(7, cells(Side="left")) == "007-plan-left-left"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a/b\\c:d*e", "a-b-c-d-e"),
        ("..hidden. ", "hidden"),
        ("CON", "_CON"),
        ("com1.old", "_com1.old"),
        ("con ", "_con"),
        ("tab\there\u202e", "tab-here-"),
        ("e\u0301", "é"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("", ""),
        (" . ", ""),
    ],
)
def test_a_name_is_safe_everywhere(text: str, name: str) -> None:
    assert safe(text) == name


def test_a_long_name_leaves_room_for_ending_and_draft() -> None:
    name = safe("é" * 500)
    assert len(name.encode()) <= names.LONGEST
    assert set(name) == {"é"}


def test_two_rows_of_one_name_are_one_too_many() -> None:
    made = Names("{first_name}", "plan", {"first_name": "first_name"})
    assert made.name(2, cells(first_name="Ana")) == "Ana"
    with pytest.raises(HandoutError, match=r"row 2 has the same file name, `ANA` \[B104\]"):
        made.name(3, cells(first_name="ANA"))  # one file on Windows and macOS
    with pytest.raises(HandoutError, match="B105"):
        made.name(4, cells(first_name="..."))


def test_no_name_is_remembered_where_the_row_is_in_it() -> None:
    made = Names(names.USUAL, "plan", {})
    assert [made.name(row, {}) for row in (2, 3)] == ["0002-plan", "0003-plan"]
    assert made.taken == {}


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("{row", "a brace is opened"),
        ("{rwo}", "did you mean `row`?"),
        ("{}", "has no name"),
        ("{row}-{}", "has no name"),
        ("{row!r}", "cannot be written that way"),
        ("{row:999999}", "cannot be written that way"),
        ("{side:>3}", "cannot be written that way"),
        ("{side.__class__}", "there is no column `side.__class__`"),
        ("{handout}", "every row would have the same file name"),
        ("all", "every row would have the same file name"),
        ("{side}/{row}", "a slash would be a folder"),
        ("x" * 100 + "{row}", "it is too long"),
    ],
)
def test_a_bad_pattern_is_explained(pattern: str, fault: str) -> None:
    with pytest.raises(HandoutError, match=re.escape(fault)) as refused:
        Names(pattern, "plan", {"side": "side"})
    assert {(problem.code, bool(problem.hint)) for problem in refused.value.problems} == {("B103", True)}


def test_second_rows_of_a_name_are_told_and_not_written(plan: Run) -> None:
    table("first_name,side\nAna,left\nBen,left\nana,right\n")
    ended = batch(plan, "--name", "{first_name}")
    assert (ended.status, "row 2 has the same file name, `ana`" in ended.err) == (1, True)
    assert sorted(path.name for path in Path("out").glob("*.pdf")) == ["Ana.pdf", "Ben.pdf"]
    assert "left" in words_of(Path("out/Ana.pdf"))


# One file


def test_one_file_has_a_bookmark_for_each_row(plan: Run) -> None:
    ended = batch(plan, "--merge", "job/print.pdf", "--name", "{row:02}-{first_name}")
    assert ended.status == 0
    assert [path.name for path in Path("job").iterdir()] == ["print.pdf"]
    with pikepdf.open("job/print.pdf") as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["02-Ana", "03-Ben", "04-Cem"]
        assert len(pdf.pages) == 3
    assert ended.err.endswith("3 sheets were written to job/print.pdf in 1 second.\n")


def test_bad_rows_are_left_out_of_the_file(plan: Run) -> None:
    table(TABLE.replace("right", "wrong"))
    ended = batch(plan, "--merge", "print.pdf")
    assert (ended.status, len(pypdfium2.PdfDocument("print.pdf"))) == (1, 2)
    assert Path("problems.csv").exists()


@pytest.mark.parametrize("options", [["--on-error", "stop"], []])
def test_no_file_is_better_than_a_part_of_one(plan: Run, options: list[str]) -> None:
    Path("print.pdf").write_bytes(b"older")
    table(TABLE.replace("left", "lft") if options else "first_name,side\nAna,lft\n")
    ended = batch(plan, "--merge", "print.pdf", *options)
    assert (ended.status, Path("print.pdf").read_bytes()) == (1, b"older")
    assert "0 sheets were written to print.pdf" in ended.err
    assert not list(Path().glob(".*.part"))


def test_a_file_that_cannot_be_put_in_place_has_no_sheets(plan: Run) -> None:
    Path("print.pdf").mkdir()
    ended = batch(plan, "--merge", "print.pdf")
    assert (ended.status, ended.err.count("[W101]")) == (1, 1)
    assert "0 sheets were written to print.pdf" in ended.err


@pytest.mark.parametrize("path", ["people.csv", PLAN, "", "."])
def test_a_print_job_takes_the_place_of_no_table_and_no_handout(plan: Run, path: str) -> None:
    ended = batch(plan, "--merge", path)
    assert (ended.status, ended.err.count("[W101]")) == (1, 1)
    assert "does not end in .pdf" in ended.err
    assert Path("people.csv").read_text(encoding="utf-8") == TABLE


@pytest.mark.parametrize("options", [[], ["--merge", "print.pdf"]])
def test_the_list_of_problems_takes_the_place_of_no_table(plan: Run, options: list[str]) -> None:
    path = table(TABLE, "problems.csv")
    ended = batch(plan, *(options or ["--out", "."]), data="problems.csv")
    assert (ended.status, ended.err.count("[W101]")) == (1, 1)
    assert path.read_text(encoding="utf-8") == TABLE


@pytest.mark.parametrize("other", [["--out", "x"], ["--resume"], ["--workers", "2"], ["--password", "x"]])
def test_one_file_is_made_at_once(plan: Run, other: list[str]) -> None:
    ended = batch(plan, "--merge", "print.pdf", *other)
    assert ended.status == 2
    assert f"not together with {other[0]}: a print job is one file, made at once" in ended.err


# Passwords


def test_a_password_locks_what_is_written(plan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_PASSWORD", "open sesame")
    ended = batch(plan)
    assert ended.err.endswith("Encrypted PDFs ask for the password, and are no longer PDF/A.\n")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open("out/0002-plan.pdf")
    with pikepdf.open("out/0002-plan.pdf", password="open sesame") as pdf:
        assert pdf.encryption.R == 6
    assert not list(Path("out").glob(".*.part"))


def test_the_record_does_not_hold_the_password(plan: Run) -> None:
    batch(plan, "--password", "open sesame")
    assert "sesame" not in Path("out", RECORD).read_text()
    ended = batch(plan, "--password", "other", "--resume")
    assert (ended.status, "the password has changed since this batch began [B106]" in ended.err) == (1, True)


# Going on


def test_going_on_skips_what_is_whole(plan: Run) -> None:
    batch(plan)
    undisturbed = contents(Path("out"))
    Path("out/0003-plan.pdf").unlink()
    Path("out/0004-plan.pdf").write_bytes(undisturbed["0004-plan.pdf"][:-100])
    Path("out/.0004-plan.pdf.4711.part").write_bytes(b"half")
    before = Path("out/0002-plan.pdf").stat().st_mtime_ns
    ended = batch(plan, "--resume")
    assert contents(Path("out")) == undisturbed
    assert Path("out/0002-plan.pdf").stat().st_mtime_ns == before
    assert ended.err.endswith("2 sheets were written to out in 1 second; 1 sheet was there already.\n")


def test_going_on_never_takes_an_older_sheet_for_a_new_one(plan: Run) -> None:
    batch(plan)
    table(TABLE.replace("Ben", "Zoë"))
    batch(plan, "--out", "fresh")
    undisturbed = contents(Path("fresh"))
    record = json.loads(undisturbed[RECORD]) | {"done": 2}  # as if killed after the first row
    Path("out", RECORD).write_text(json.dumps(record))
    batch(plan, "--resume")
    assert {**contents(Path("out")), RECORD: b""} == {**undisturbed, RECORD: b""}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda: table(TABLE.replace("Ana", "Eva")), "the table has changed"),
        (lambda: Path(PLAN).write_text(Path(PLAN).read_text().replace("Some", "Other")), "the handout, the clinic or"),
        (lambda: Path(PLAN).write_text(Path(PLAN).read_text().replace("60", "50")), "the handout, the clinic or"),
        (lambda: Path("clinic.yaml").write_text("name: Another\n"), "the handout, the clinic or"),
        (lambda: Path("out", RECORD).unlink(), "there is no batch to go on with"),
        (lambda: Path("out", RECORD).write_text("{}"), "it cannot be read"),
        (lambda: Path("out", RECORD).write_text("[1"), "it cannot be read"),
    ],
)
def test_going_on_with_something_else_is_refused(plan: Run, change: Callable[[], object], why: str) -> None:
    batch(plan)
    before = contents(Path("out"))
    change()
    ended = batch(plan, "--resume")
    assert (ended.status, why in ended.err, "start again without --resume" in ended.err) == (1, True, True)
    assert {name: data for name, data in contents(Path("out")).items() if name != RECORD} == {
        name: data for name, data in before.items() if name != RECORD
    }


def test_going_on_with_other_names_is_refused(plan: Run) -> None:
    batch(plan)
    assert "the pattern of the names has changed" in batch(plan, "--resume", "--name", "{row}").err
    assert "the edition has changed" in batch(plan, "--resume", "--ink", "mono").err


# Killed


@posix
@pytest.mark.parametrize(("workers", "chains", "kills"), [(1, 5, 9), (2, 1, 5)])
def test_a_batch_killed_over_and_over_ends_as_if_undisturbed(
    plan: Run, tmp_path: Path, workers: int, chains: int, kills: int
) -> None:
    rows = 420
    table(many(rows) + "Zoë,lft,1\n")
    assert batch(plan, "--out", "undisturbed").status == 1
    undisturbed = contents(Path("undisturbed"))
    chance = random.Random(4)
    for chain in range(chains):
        folder = tmp_path / f"{workers}-{chain}"
        moments = [str(moment) for moment in sorted(chance.sample(range(rows), kills))]
        folder.mkdir()
        arguments = [str(folder), str(tmp_path / PLAN), str(tmp_path / "people.csv"), str(workers), *moments]
        ended = subprocess.run(
            [sys.executable, "-m", "tests.killing", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 1, ended.stderr  # of the row that is bad
        assert contents(folder) == undisturbed


@posix
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_whole_files_and_no_process(tmp_path: Path, workers: str) -> None:
    make_plan(tmp_path)
    (tmp_path / "people.csv").write_text(many(20_000))
    arguments = ("batch", PLAN, "--data", "people.csv", "--workers", workers)
    listen = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); generate.main()"
    running = subprocess.Popen(
        command(*arguments, first=listen),
        cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    out = tmp_path / "out"
    while sum(1 for _ in out.glob("*.pdf")) < 10:
        assert running.poll() is None
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "The same command with --resume goes on from here.\n" in said
    assert said.endswith("Stopped. What was written is whole, and nothing else was touched.\n")
    assert "Traceback" not in said
    written = list(out.glob("*.pdf"))
    assert 10 <= len(written) < 20_000
    assert {path.read_bytes()[-6:] for path in written} == {b"%%EOF\n"}
    assert not list(out.glob(".*.part"))
    gone(running.pid)


@posix
def test_processes_do_not_outlive_the_one_that_started_them(tmp_path: Path) -> None:
    make_plan(tmp_path)
    (tmp_path / "people.csv").write_text(many(20_000))
    running = subprocess.Popen(
        command("batch", PLAN, "--data", "people.csv", "--workers", "2"),
        cwd=tmp_path, env=environment(), stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    while sum(1 for _ in (tmp_path / "out").glob("*.pdf")) < 10:
        assert running.poll() is None
    running.kill()
    running.wait(60)
    gone(running.pid)


def gone(group: int) -> None:
    """Waits until a process group has no member left."""
    for _ in range(6000):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        signal.sigtimedwait([], 0.01)
    raise AssertionError("a process is still there")


@posix
def test_a_full_disk_ends_a_batch_in_plain_words(tmp_path: Path) -> None:
    make_plan(tmp_path)
    (tmp_path / "people.csv").write_text(TABLE)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000)); generate.main()"
    ended = finish(command("batch", PLAN, "--data", "people.csv", first=limit), tmp_path)
    assert (ended.returncode, ended.stderr.count("[W101]")) == (1, 1)
    assert "0002-plan.pdf: cannot be written: the file is larger than this disk or account allows" in ended.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == [RECORD]
    merged = finish(command("batch", PLAN, "--data", "people.csv", "--merge", "all.pdf", first=limit), tmp_path)
    assert (merged.returncode, merged.stderr.count("all.pdf: cannot be written: ")) == (1, 1)
    assert not (tmp_path / "all.pdf").exists()
    assert not list(tmp_path.glob(".*.part"))


# Several processes


def jobs(count: int, pulled: list[int] | None = None) -> Iterator[Job]:
    for row in range(1, count + 1):
        if pulled is not None:
            pulled.append(row)
        yield Job(row, f"{row}", {})


def printed(press: Callable[[], Press], rows: int) -> list[int]:
    return [done.row for done in work(2, press, jobs(rows), lambda: False)]


def test_what_became_of_the_rows_is_told_in_their_order(tmp_path: Path) -> None:
    rows = crew.CHUNK * 5 + 3
    late = partial(presses.Late, tmp_path / "mark", crew.CHUNK + 1)
    assert printed(late, rows) == list(range(1, rows + 1))


def test_rows_are_read_no_further_ahead_than_needed(tmp_path: Path) -> None:
    pulled: list[int] = []
    ahead = crew.AHEAD * 2
    late = partial(presses.Late, tmp_path / "mark", crew.CHUNK * (ahead - 1) + 1)  # in the last chunk that is given out
    for done in work(2, late, jobs(crew.CHUNK * 100, pulled), lambda: False):
        assert len(pulled) - done.row < (ahead + 1) * crew.CHUNK


@posix
def test_a_process_that_dies_is_told_and_not_waited_for() -> None:
    with pytest.raises(HandoutError, match=r"one of the processes that print has ended \(status -9\) \[B108\]"):
        printed(partial(presses.Dying, crew.CHUNK + 5), crew.CHUNK * 8)


def test_a_process_without_room_ends_the_run() -> None:
    with pytest.raises(HandoutError, match="the disk is full"):
        printed(partial(presses.Full, crew.CHUNK * 2), crew.CHUNK * 8)


def test_few_rows_are_not_worth_a_process(plan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("started a process")

    monkeypatch.setattr(crew, "_started", refused)
    assert batch(plan, "--workers", "2").status == 0
    table(many(400))
    with pytest.raises(AssertionError, match="started a process"):
        batch(plan, "--workers", "2")


# Memory


class Blank:
    """Pages that take no time to print."""

    pages, tightness, notes = (), 1.0, ()

    def print(self, values: object = None) -> bytes:
        return b"%PDF-1.7\n%%EOF\n"


def test_memory_does_not_grow_with_the_table(plan: Run) -> None:
    from handouts import catalog
    from handouts.batch import Batch
    from handouts.editions import Preset
    from handouts.tables import open_table

    def peak(rows: int) -> int:
        table(many(rows))
        order = Order(catalog.load(Path(PLAN)), clinic(), words(), Preset(), lambda *_: Blank())
        with open_table(Path("people.csv")) as opened:
            batch = Batch(order, opened)
            Path("out").mkdir(exist_ok=True)
            results = batch.files(Path("out"), batch.record(Path("people.csv"), None))
            tracemalloc.start()
            assert sum(1 for _ in islice(results, rows)) == rows
            found = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            results.close()
        return found

    peak(6000)  # what is loaded once, and the table of names that Python keeps
    assert peak(6000) < peak(2000) + 20_000  # bytes


# Whose business it is

PRIVATE = {"first_name": "Xenaquest", "side": "left", "hold": "41", "note": "Zirconblue", "Phone": "0131-Quixotic"}
TELLING = ("Xenaquest", "Zirconblue", "0131-Quixotic", "private-end")  # found nowhere else, as `left` and `41` may be
WATCH = """
import os, sys, json
writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
opened = set()
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and arguments[2] & writing:
        opened.add(os.path.abspath(arguments[0]))
sys.addaudithook(watch)
status = generate.run()
print("opened " + json.dumps(sorted(opened)))
sys.exit(status)
"""


@posix
@pytest.mark.parametrize("options", [[], ["--password", "x"], ["--merge", "out/all.pdf"]])
def test_nothing_of_a_person_is_kept_but_the_sheet(tmp_path: Path, options: list[str]) -> None:
    make_plan(tmp_path)
    head, row = ",".join(PRIVATE), ",".join(PRIVATE.values())
    faulty = row.replace("41", "f" + "o" * 60 + "-private-end")
    (tmp_path / "people.csv").write_text("\n".join([head, row, faulty]))
    (tmp_path / "temporary").mkdir()
    watch = f"exec({WATCH!r})"
    ended = finish(
        command("batch", PLAN, "--data", "people.csv", *options, first=watch), tmp_path,
        TMPDIR=str(tmp_path / "temporary"), PYTHONDONTWRITEBYTECODE="1",
    )  # fmt: skip
    assert ended.returncode == 1, ended.stderr
    opened = [Path(path) for path in json.loads(ended.stdout.splitlines()[-1].removeprefix("opened "))]
    assert {path.parent for path in opened} <= {tmp_path / "out", Path(os.devnull).parent}
    assert list((tmp_path / "temporary").iterdir()) == []
    kept = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir() if path.suffix != ".pdf"}
    told = " ".join([ended.stderr, ended.stdout, *(data.decode() for data in kept.values())])
    assert [value for value in TELLING if value in told] == []
    assert "foooo" in told
    for path in (tmp_path / "out").glob("*.pdf"):
        with pikepdf.open(path, password="x" if "--password" in options else "") as pdf:
            about = f"{pdf.docinfo!r} {pdf.open_metadata()!s}"
        assert [value for value in TELLING if value in about] == []


# Progress


def test_the_pace_is_told_as_somebody_who_waits_would_say_it() -> None:
    pace = Pace(10_000, 100.0)
    assert pace.told(50, 100.5) == "50 of 10,000 rows, 100 a second"
    assert pace.told(1000, 110.0) == "1,000 of 10,000 rows, 100 a second, 2 minutes left"
    assert Pace(None, 100.0).told(1000, 110.0) == "1,000 rows, 100 a second"
    assert [pace.due(now) for now in (100.0, 100.2, 100.25, 100.4)] == [False, True, False, True]
    assert [duration(seconds) for seconds in (0.2, 1.4, 89, 91, 7200)] == [
        "1 second", "1 second", "89 seconds", "2 minutes", "2 hours",
    ]  # fmt: skip


@posix
def test_progress_is_for_a_terminal_alone(tmp_path: Path) -> None:
    make_plan(tmp_path)
    (tmp_path / "people.csv").write_text(many(2000))
    arguments = command("batch", PLAN, "--data", "people.csv")
    seen = watched(arguments, tmp_path)
    assert re.search(r"\r[\d,]+ of 2,000 rows, [\d,]+ a second", seen)
    with start(arguments, tmp_path) as unwatched:
        out, err = unwatched.communicate(timeout=60)
    assert (out, re.fullmatch(r"2,000 sheets were written to out in \d+ seconds?\.\n", err) is not None) == ("", True)


def test_a_press_fills_before_it_skips(plan: Run, tmp_path: Path) -> None:
    """A row that an earlier run has dealt with is skipped only while its file is whole."""
    press = Files(Sheet(Blank(), form()), tmp_path)
    job = Job(2, "a", {"side": "left"}, seen=True)
    assert not press.print(job).there
    assert press.print(job).there
    assert not press.print(job._replace(seen=False)).there
