"""The command, as a person meets it: what it says, what it writes, and with which status it ends."""

import json
import re
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pypdfium2
import pytest
import typer

import generate
from handouts import __version__, catalog, schema
from handouts.clinic import Choice
from handouts.editions import CHOICES

LIBRARY = sorted(path.stem for path in catalog.library("en"))
HANDOUT = """\
id: {id}
title: {title}
audience: therapist
layout: leaflet
language: en
version: "1.0"
published: 2026-01-05
review_by: {review_by}
author: A. Writer
purpose: After reading this you know how the tests are run.
body:
  - section: A heading
  - {block}
"""


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["handouts", *map(str, arguments)])
        return Ended(generate.run(), *capsys.readouterr())

    return command


def sheet(id: str, *, title: str = "A title", block: str = "text: Some words.", review_by: date | None = None) -> Path:
    """A small handout in the folder of the run."""
    review_by = review_by or date.today() + timedelta(days=400)
    path = Path(f"{id}.yaml")
    path.write_text(HANDOUT.format(id=id, title=title, block=block, review_by=review_by), encoding="utf-8")
    return path


def words(path: Path) -> str:
    """The text of every page."""
    pages = pypdfium2.PdfDocument(path)
    return " ".join(page.get_textpage().get_text_bounded() for page in pages)


# build


def test_build_makes_the_whole_library(run: Run) -> None:
    ended = run("build")
    assert ended.status == 0
    assert f"{len(LIBRARY)} handouts written to out.\n" in ended.err
    assert sorted(path.name for path in Path("out").iterdir()) == [f"{id}.pdf" for id in LIBRARY]
    assert [line.split()[0] for line in ended.out.splitlines()] == [str(Path("out", f"{id}.pdf")) for id in LIBRARY]


def test_build_says_path_pages_and_size_of_a_handout(run: Run) -> None:
    ended = run("build", "sciatica", "--out", "to-print")
    path = Path("to-print", "sciatica.pdf")
    size = round(path.stat().st_size / 1000)
    pages = len(pypdfium2.PdfDocument(path))
    assert ended.out.split() == [str(path), str(pages), "pages" if pages > 1 else "page", str(size), "kB"]


def test_build_tells_programs_the_same(run: Run) -> None:
    ended = run("build", "sciatica", sheet("own"), sheet("bad", block="texts: no"), "--json")
    good, own, bad = json.loads(ended.out)
    assert (good["id"], good["path"], good["problems"]) == ("sciatica", str(Path("out", "sciatica.pdf")), [])
    assert good["bytes"] == Path(good["path"]).stat().st_size
    assert own["pages"] == len(pypdfium2.PdfDocument(own["path"])) == 1
    assert bad["name"] == "bad.yaml"
    assert bad["problems"][0]["place"]["line"] == 13
    assert ended.status == 1


def test_build_goes_on_after_a_bad_handout(run: Run) -> None:
    Path("out").mkdir()
    older = Path("out/bad.pdf")
    older.write_bytes(b"older")
    ended = run("build", sheet("bad", block="texts: no"), sheet("good"))
    assert (ended.status, older.read_bytes()) == (1, b"older")
    assert words(Path("out/good.pdf")).count("Some words.") == 1
    assert ended.err.startswith("bad.yaml:13:5: ")
    assert ended.err.endswith("1 handout written to out; the problems above stopped the rest.\n")


def test_build_refuses_what_a_rule_forbids(run: Run) -> None:
    path = sheet("early", review_by=date(2025, 1, 1))
    assert run("build", path).status == 1
    assert not Path("out/early.pdf").exists()


@pytest.mark.parametrize(
    ("block", "code"),
    [
        ("{table: T, columns: [a, b], rows: [[c]]}", "H105"),
        ("{field: a, label: L, kind: scale, low: 12}", "H107"),
        ("{field: a, label: L, kind: choice}", "H106"),
        ("{diary: D, weeks: 0}", "H108"),
    ],
)
def test_build_lays_nothing_out_that_does_not_hold_together(run: Run, block: str, code: str) -> None:
    ended = run("build", sheet("odd", block=block))
    assert (ended.status, re.findall(r"\[(\w+)\]$", ended.err, re.MULTILINE)) == (1, [code])


def test_build_refuses_what_is_overdue_for_review(run: Run) -> None:
    ended = run("build", sheet("late", review_by=date(2026, 2, 1)))
    assert (ended.status, Path("out/late.pdf").exists()) == (1, False)
    assert re.match(r"late\.yaml:1:1: this handout was to be reviewed by 2026-02-01 \[H204\]", ended.err)
    assert "--allow-overdue" in ended.err


def test_batch_refuses_what_is_overdue_for_review(run: Run) -> None:
    late = sheet("late", block="field: first_name", review_by=date(2026, 2, 1))
    Path("people.csv").write_text("first_name\nAna\n", encoding="utf-8")
    assert run("batch", late, "--data", "people.csv").status == 1
    assert run("batch", late, "--data", "people.csv", "--allow-overdue").status == 0


def test_build_counts_what_is_only_worth_a_look(run: Run) -> None:
    ended = run("build", sheet("late", review_by=date(2026, 2, 1)), "--allow-overdue")
    assert (ended.status, Path("out/late.pdf").exists()) == (0, True)
    assert ended.err == "1 handout written to out. 1 thing to look at: handouts check\n"


def test_build_suggests_an_id(run: Run) -> None:
    ended = run("build", "sciatca")
    assert (ended.status, ended.out) == (1, "")
    assert "did you mean `sciatica`?" in ended.err


def test_build_refuses_two_handouts_of_one_id(run: Run) -> None:
    Path("other").mkdir()
    first = sheet("same")
    second = first.rename(Path("other", "same.yaml"))
    sheet("same", title="Another one")
    ended = run("build", "same.yaml", second)
    assert ended.status == 1
    assert f"{second}:1:1: the id `same` is also that of same.yaml" in ended.err
    assert "Another one" in words(Path("out/same.pdf"))


def test_build_takes_a_handout_named_twice_once(run: Run) -> None:
    ended = run("build", sheet("own"), "own.yaml")
    assert (ended.status, ended.err) == (0, "1 handout written to out.\n")


def test_build_finds_the_clinic_of_the_folder(run: Run) -> None:
    Path("clinic.yaml").write_text("name: Harbour Physiotherapy\n")
    ended = run("build", sheet("own"))
    assert ended.err.startswith("The clinic is the one in clinic.yaml.\n")
    assert "Harbour Physiotherapy" in words(Path("out/own.pdf"))


def test_build_takes_the_clinic_that_is_named(run: Run) -> None:
    Path("clinic.yaml").write_text("name: Harbour Physiotherapy\n")
    Path("other.yaml").write_text("name: Hill Physiotherapy\n")
    ended = run("build", sheet("own"), "--clinic", "other.yaml")
    assert ended.err == "1 handout written to out.\n"
    assert "Hill Physiotherapy" in words(Path("out/own.pdf"))


def test_build_tells_the_problems_of_clinic_and_handouts_at_once(run: Run) -> None:
    Path("clinic.yaml").write_text("nam: Harbour Physiotherapy\n")
    ended = run("build", sheet("bad", block="texts: no"), sheet("good"), "--json")
    assert ended.status == 1
    assert [entry["problems"] != [] for entry in json.loads(ended.out)] == [True, True, False]
    assert list(Path("out").iterdir()) == []


def test_build_does_not_write_into_a_file(run: Run) -> None:
    Path("out").write_text("not a folder")
    ended = run("build")
    assert (ended.status, ended.out, ended.err.count("[W101]")) == (1, "", 1)
    assert ended.err.startswith("out: cannot be written: a file of that name stands where a folder is wanted")


def test_build_knows_its_languages(run: Run) -> None:
    ended = run("build", "--language", "xx")
    assert ended.status == 1
    assert "the language `xx` is not known" in ended.err


# editions

CLINIC = """\
name: Harbour Physiotherapy
editions:
  - edition: large-print
    text_size: large
    ink: mono
  - edition: headed-paper
    letterhead: no
"""
LONG = f"text: {'Schleifmaschine' * 5}"  # too long for a line only where text is large


@pytest.fixture
def editions(run: Run) -> Run:
    """The command line, in the folder of a clinic with editions."""
    Path("clinic.yaml").write_text(CLINIC, encoding="utf-8")
    return run


def test_build_makes_an_edition_beside_the_usual_one(run: Run) -> None:
    run("build", sheet("own"))
    flags = ("--text-size", "extra-large", "--ink", "mono", "--paper", "letter", "--no-letterhead")
    ended = run("build", "own.yaml", *flags)
    path = Path("out", "own.extra-large.mono.letter.no-letterhead.pdf")
    assert (ended.status, ended.out.split()[0]) == (0, str(path))
    assert {path.name for path in Path("out").iterdir()} == {"own.pdf", path.name}
    assert pypdfium2.PdfDocument(path)[0].get_size() == (612, 792)
    assert largest(path) > largest(Path("out/own.pdf"))


def largest(path: Path) -> float:
    """The height of the tallest line of text on the first page, in points."""
    page = pypdfium2.PdfDocument(path)[0].get_textpage()
    boxes = (page.get_rect(number) for number in range(page.count_rects()))
    return float(max(top - bottom for _, bottom, _, top in boxes))


def test_build_makes_the_edition_that_is_named(editions: Run) -> None:
    ended = editions("build", sheet("own"), "--edition", "large-print", "--paper", "a5")
    assert ended.status == 0
    assert [path.name for path in Path("out").iterdir()] == ["own.large.mono.a5.pdf"]
    assert ended.err.endswith("1 handout written to out.\n")


def test_build_makes_all_editions(editions: Run) -> None:
    ended = editions("build", sheet("own"), sheet("other"), "--all-editions")
    assert [line.split()[0] for line in ended.out.splitlines()] == [
        str(Path("out", id + ending))
        for id in ("own", "other")
        for ending in (".pdf", ".large.mono.pdf", ".no-letterhead.pdf")
    ]
    assert len({line.index(" kB") for line in ended.out.splitlines()}) == 1
    assert ended.err.endswith("6 files written to out: 2 handouts in 3 editions.\n")


def test_build_tells_programs_the_choices_of_each_file(editions: Run) -> None:
    usual, large, headed = json.loads(editions("build", sheet("own"), "--all-editions", "--json").out)
    assert large["path"] == str(Path("out", large["file"])) == str(Path("out", "own.large.mono.pdf"))
    assert large["edition"] == {
        "name": "large-print", "text_size": "large", "ink": "mono", "paper": "a4", "letterhead": True,
    }  # fmt: skip
    assert (usual["edition"]["name"], headed["edition"]["letterhead"]) == (None, False)


def test_build_says_where_space_was_closed_up(editions: Run) -> None:
    ended = editions("build", "--all-editions", "--json")
    closed = [one["file"] for one in json.loads(ended.out) if one["tightness"] < 1]
    assert 0 < len(closed) < 3 * len(LIBRARY)
    said = f"{len(closed)} of the files are set" if len(closed) > 3 else f"to save a page: {', '.join(closed)}.\n"
    assert said in ended.err


def test_build_writes_the_editions_that_can_be_printed(editions: Run) -> None:
    ended = editions("build", sheet("long", block=LONG), "--all-editions")
    assert ended.status == 1
    assert sorted(path.name for path in Path("out").iterdir()) == ["long.no-letterhead.pdf", "long.pdf"]
    assert set(re.findall(r", only in (.*) \[P102\]", ended.err)) == {"the edition `large-print`"}


def test_build_tells_a_mistake_once_for_all_editions(editions: Run) -> None:
    ended = editions(
        "build", sheet("bad", block="texts: no"), sheet("glyph", block="text: \U00013000"), "--all-editions"
    )
    assert (ended.err.count("[H112]"), ended.err.count("[P101]"), "only in" in ended.err) == (1, 1, False)


def test_build_suggests_an_edition(editions: Run) -> None:
    ended = editions("build", sheet("own"), "--edition", "large-prnt")
    assert (ended.status, ended.out) == (1, "")
    assert "the clinic has no edition `large-prnt` [F207]\n    hint: did you mean `large-print`?" in ended.err


def test_build_makes_no_two_editions_of_one_file_name(editions: Run) -> None:
    Path("clinic.yaml").write_text(CLINIC + "  - edition: again\n    letterhead: no\n", encoding="utf-8")
    ended = editions("build", sheet("own"), "--all-editions")
    assert (ended.status, list(Path("out").iterdir())) == (1, [])
    assert (
        "clinic.yaml:8:5: the edition `again` would have the same file names as the edition `headed-paper`" in ended.err
    )


def test_build_leaves_out_what_the_clinic_leaves_out(run: Run) -> None:
    Path("clinic.yaml").write_text("handouts: [{handout: sciatica, leave_out: yes}]\n", encoding="utf-8")
    ended = run("build")
    assert ended.status == 0
    assert {path.stem for path in Path("out").iterdir()} == {*LIBRARY} - {"sciatica"}
    assert "Left out, as the clinic's file says: sciatica.\n" in ended.err
    assert run("build", "sciatica").status == 0
    assert Path("out/sciatica.pdf").exists()


def test_check_looks_at_the_editions_that_are_asked_for(editions: Run) -> None:
    path = sheet("long", block=LONG)
    assert editions("check", path).status == 0
    assert editions("check", path, "--edition", "large-print").status == 1
    ended = editions("check", path, "--all-editions")
    assert (ended.status, "only in the edition `large-print` [P102]" in ended.out) == (1, True)
    assert editions("check", path, "--text-size", "large").status == 1
    assert not Path("out").exists()


def test_check_says_what_was_changed_for_the_clinic(run: Run) -> None:
    Path("clinic.yaml").write_text('colour: "#ffe066"\n', encoding="utf-8")
    ended = run("check", sheet("own"), sheet("other"))
    assert (ended.status, ended.out, ended.err.count("#ffe066")) == (0, "", 1)
    assert ended.err.endswith("2 handouts checked: nothing to mend.\n")


@pytest.mark.parametrize("command", [generate.build, generate.check, generate.batch])
def test_the_options_offer_what_a_clinic_can_choose(command: Callable[..., None]) -> None:
    hints, choice = get_type_hints(command), get_type_hints(Choice)
    assert {name: choices(hints[name]) for name in CHOICES} == {name: choices(choice[name]) for name in CHOICES}


def choices(hint: Any) -> set[Any]:
    """The values that a type hint allows."""
    return {value for part in get_args(hint) for value in (get_args(part) or [part])}


# fields

PLAN = """section: Your plan
  - field: first_name
  - field: side
  - field: hold
    high: 60"""


def test_build_fills_fields_by_name_and_by_label(run: Run) -> None:
    ended = run("build", sheet("plan", block=PLAN), "--set", "first_name=Ana = B.", "--set", "SIDE=left")
    assert (ended.status, ended.err) == (0, "1 handout written to out.\n")
    assert [path.name for path in Path("out").iterdir()] == ["plan.pdf"]
    assert "Ana = B." in words(Path("out/plan.pdf"))


def test_build_fills_what_a_handout_has(run: Run) -> None:
    ended = run("build", sheet("plan", block=PLAN), sheet("other"), "--set", "first_name=Ana")
    assert (ended.status, "Ana" in words(Path("out/plan.pdf"))) == (0, True)
    assert "Ana" not in words(Path("out/other.pdf"))


def test_build_makes_nothing_without_a_value_that_was_misspelt(run: Run) -> None:
    ended = run("build", sheet("plan", block=PLAN), sheet("other"), "--set", "sied=left")
    assert (ended.status, list(Path("out").iterdir())) == (1, [])
    assert "--set sied: there is no field `sied` [V101]\n    hint: did you mean `side`?" in ended.err
    assert "there is none to fill here" in run("build", "other.yaml", "--set", "side=left").err


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["side=lft"], "--set side: the field `side` cannot be `lft`"),
        (["side=left", "side=right"], "--set side: this field has a value already [B107]"),
        (["side=left", "Side=right"], "--set Side: --set side is for the same field [B107]"),
        (["first_name=" + "Ana " * 100], "--set first_name: "),
    ],
)
def test_build_refuses_a_value(run: Run, values: list[str], said: str) -> None:
    ended = run("build", sheet("plan", block=PLAN), *(part for value in values for part in ("--set", value)))
    assert (ended.status, said in ended.err, Path("out/plan.pdf").exists()) == (1, True, False)


@pytest.mark.parametrize("value", ["side", "=left", " =left"])
def test_build_says_how_a_value_is_written(run: Run, value: str) -> None:
    ended = run("build", "--set", value)
    assert (ended.status, "write FIELD=VALUE, such as side=left" in ended.err) == (2, True)


# passwords


def test_build_locks_what_it_writes(run: Run) -> None:
    ended = run("build", sheet("own"), "--password", "open sesame", "--json")
    assert ended.err == "1 handout written to out.\nEncrypted PDFs ask for the password, and are no longer PDF/A.\n"
    assert json.loads(ended.out)[0]["bytes"] == Path("out/own.pdf").stat().st_size
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument("out/own.pdf")
    assert len(pypdfium2.PdfDocument("out/own.pdf", password="open sesame")) == 1


def test_build_asks_for_the_password(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def prompt(*_: str, hide_input: bool, **__: bool) -> str:
        asked.append(hide_input)
        return "secret"

    monkeypatch.setattr(typer, "prompt", prompt)
    assert run("build", sheet("own"), "--password", "-").status == 0
    assert asked == [True]
    assert len(pypdfium2.PdfDocument("out/own.pdf", password="secret")) == 1


def test_build_takes_no_empty_password(run: Run) -> None:
    ended = run("build", "--password", "")
    assert (ended.status, "an empty password would lock nothing" in ended.err, Path("out").exists()) == (2, True, False)


# check


def test_check_is_content_with_good_handouts_and_writes_nothing(run: Run) -> None:
    ended = run("check", sheet("good"), sheet("better"))
    assert ended == Ended(0, "", "2 handouts checked: nothing to mend.\n")
    assert sorted(path.name for path in Path().iterdir()) == ["better.yaml", "good.yaml"]


def test_check_lets_the_library_pass(run: Run) -> None:
    assert run("check").status == 0


def test_check_tells_everything_at_once(run: Run) -> None:
    ended = run("check", sheet("bad", block="texts: no"), sheet("early", review_by=date(2025, 1, 1)), "nowhere.yaml")
    assert ended.status == 1
    assert {line.split(":")[0] for line in ended.out.splitlines() if "hint" not in line} == {
        "bad.yaml", "early.yaml", "nowhere.yaml",
    }  # fmt: skip


def test_check_finds_what_only_shows_on_the_page(run: Run) -> None:
    ended = run("check", sheet("glyph", block="text: No font has \U00013000."))
    assert ended.status == 1
    assert ended.out.startswith("glyph.yaml:13:")


@pytest.mark.parametrize(("options", "status", "kind"), [([], 0, "warning: "), (["--strict"], 1, "")])
def test_check_lets_warnings_pass_unless_strict(run: Run, options: list[str], status: int, kind: str) -> None:
    ended = run("check", sheet("late", review_by=date(2026, 2, 1)), *options)
    assert (ended.status, ended.err) == (status, "1 problem found.\n")
    assert re.match(rf"late\.yaml:\d+:\d+: {kind}[a-z ]", ended.out)


def test_check_tells_the_score_of_what_patients_read(run: Run) -> None:
    ended = run("check", "sciatica", "nmt-session")
    assert re.findall(
        r"^([\w-]+): PEMAT-P \d+ of \d+ items met \(\d+%\), \d+ for a person to judge", ended.out, re.M
    ) == ["sciatica"]


def test_check_tells_what_is_silenced_and_why(run: Run) -> None:
    block = "{section: Deep, allow: {H203: quote of a form}}\n  - text: See [here](https://clinic.example)."
    silent = "{text: 'See [here](https://clinic.example).', allow: {H203: quote of a form}}"
    ended = run("check", sheet("loud", block=block))
    assert (len(re.findall(r"\[H203\]", ended.out)), "[H217]" in ended.out) == (1, True)
    ended = run("check", sheet("silent", block=silent), "--strict")
    assert ended.status == 0
    assert re.search(r"^silent\.yaml:13:12: silenced: .* \[H203\]\n    reason: quote of a form$", ended.out, re.M)


def test_check_tells_what_a_clinic_has_still_to_review(run: Run) -> None:
    def awaited(review: str) -> list[str]:
        Path("clinic.yaml").write_text(f"name: Old Town\n{review}", encoding="utf-8")
        return re.findall(r"^good: (.*)$", run("check", sheet("good")).out, re.M)

    review = "reviews: [{handout: good, version: '%s', reviewed_by: A. Example, reviewed_on: 2026-01-31}]\n"
    assert awaited("") == ["version 1.0 awaits a review by Old Town"]
    assert awaited(review % "1.0") == []
    told = "version 1.0 awaits a review by Old Town; version 0.9 was reviewed by A. Example on 2026-01-31"
    assert awaited(review % "0.9") == [told]


# coverage


def test_coverage_shows_what_answers_each_statement(run: Run) -> None:
    ended = run("coverage")
    assert (ended.status, ended.err) == (0, "54 of 54 statements answered.\n")
    assert re.search(r"^INTRO1 +Pain from .* +sciatica, bullets in sciatica\.yaml, line \d+$", ended.out, re.M)
    rows = json.loads(run("coverage", "--json").out)
    assert len({row["id"] for row in rows}) == 54
    assert all(row["answered by"] for row in rows)


def test_coverage_fails_for_a_statement_without_an_answer(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "library" / "en").mkdir(parents=True)
    monkeypatch.setattr(catalog, "LIBRARY", tmp_path / "library")
    ended = run("coverage")
    assert ended.status == 1
    assert ended.err.startswith("0 of 54 statements answered. Not answered: INTRO1, INTRO2,")


# list


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of three: one good, one overdue, one that does not load."""
    folder = tmp_path / "library" / "en"
    folder.mkdir(parents=True)
    monkeypatch.setattr(catalog, "LIBRARY", folder.parent)
    monkeypatch.chdir(folder)
    sheet("bad", block="texts: no")
    sheet("good", title="A title that is far longer than the others, and longer than a narrow terminal is wide")
    sheet("late", review_by=date(2026, 2, 1))
    return folder


def test_list_shows_what_there_is_and_what_is_overdue(library: Path, run: Run) -> None:
    ended = run("list")
    head, good, late = ended.out.splitlines()
    assert head.split() == ["id", "title", "audience", "layout", "language", "version", "review", "by"]
    assert good.startswith("good  A title that is far longer than the others, and longer than")
    assert late.endswith("therapist  leaflet  en        1.0      2026-02-01  overdue")
    assert head.index("audience") == late.index("therapist") == good.index("therapist")


def test_list_reports_what_does_not_load(library: Path, run: Run) -> None:
    ended = run("list")
    assert ended.status == 1
    assert "bad.yaml:13:5: " in ended.err
    assert ended.err.endswith("2 handouts in the library.\n")


def test_list_fits_a_narrow_terminal(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    assert max(map(len, run("list").out.splitlines())) <= 90


def test_list_tells_programs_the_same(library: Path, run: Run) -> None:
    good, late = json.loads(run("list", "--json").out)
    assert (good["id"], good["overdue"]) == ("good", False)
    assert (late["review_by"], late["overdue"]) == ("2026-02-01", True)


# new


def test_new_starts_a_folder_that_builds_as_it_says(run: Run) -> None:
    ended = run("new", "my clinic")
    assert ended.status == 0
    assert run("check", "my clinic/my-first-handout.yaml", "--clinic", "my clinic/clinic.yaml", "--strict").status == 0
    command = next(line for line in ended.err.splitlines() if line.startswith("  "))
    assert run(*shlex.split(command)[1:]).status == 0
    assert "Name of your clinic" in words(Path("my clinic/out/my-first-handout.pdf"))


def test_new_points_editors_to_a_schema_that_is_there(run: Run) -> None:
    run("new", "mine")
    for path in Path("mine").glob("*.yaml"):
        mark, target = path.read_text(encoding="utf-8").splitlines()[0].split("$schema=")
        assert mark == "# yaml-language-server: "
        assert json.loads((path.parent / target).read_text())["$schema"].endswith("draft-07/schema#")


def test_new_overwrites_nothing(run: Run) -> None:
    Path("mine").mkdir()
    Path("mine/clinic.yaml").write_text("mine")
    ended = run("new", "mine")
    assert (ended.status, ended.out) == (1, "")
    assert "there is such a file already" in ended.err
    assert [(path.name, path.read_text()) for path in Path("mine").iterdir()] == [("clinic.yaml", "mine")]


# schema, version, help


@pytest.mark.parametrize("record", ["handout", "clinic"])
def test_schema_prints_what_editors_need(run: Run, record: str) -> None:
    assert run("schema", record).out == schema.dumped(schema.RECORDS[record])


def test_version_says_where_it_runs_from(run: Run) -> None:
    here = Path(generate.__file__).resolve().parent
    python = ".".join(map(str, sys.version_info[:3]))
    assert run("--version").out == f"clinic-handouts {__version__} from {here} (Python {python})\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], "No such command 'biuld'. Did you mean 'build'?"),
        (["build", "--colour"], "No such option: --colour"),
        (["build", "--paper", "a2"], "'a2' is not one of 'a4', 'letter', 'a5', 'a3'"),
        (["check", "--edition", "large", "--all-editions"], "not together with --all-editions"),
        (["schema", "poster"], "'poster' is not one of 'handout', 'clinic'"),
        (["new"], "Missing argument 'DIR'"),
        ([], "Commands:"),
    ],
)
def test_wrong_usage_ends_with_status_2(run: Run, arguments: list[str], said: str) -> None:
    ended = run(*arguments)
    assert ended.status == 2
    assert said in ended.err + ended.out


@pytest.mark.parametrize("command", ["build", "check", "coverage", "list", "new", "schema"])
def test_help_shows_examples_of_the_command(run: Run, command: str) -> None:
    ended = run(command, "--help")
    assert ended.status == 0
    assert re.search(rf"Examples:\n    handouts {command}\b", ended.out)


def test_the_program_is_named_as_it_was_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(sys.executable).parent.parent)
    monkeypatch.setattr(sys, "argv", ["generate.py"])
    assert generate.program() == f"{Path(sys.executable).relative_to(Path.cwd())} generate.py"
    monkeypatch.chdir("/")
    monkeypatch.setattr(sys, "argv", ["/usr/bin/handouts"])
    assert generate.program() == "handouts"


def test_a_bug_keeps_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> tuple[Path, ...]:
        raise ZeroDivisionError

    monkeypatch.setattr(catalog, "library", broken)
    with pytest.raises(ZeroDivisionError):
        run("list")
