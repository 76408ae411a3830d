"""The pages of docs/: every example is made, every command runs, every code is listed."""

import ast
import re
import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

import font_source_sans_pro
import pytest

import generate
from handouts import catalog, rules
from handouts.clinic import PLACEHOLDERS, Clinic
from handouts.filling.asked import Asked
from handouts.filling.dates import day
from handouts.filling.times import time_of_day
from handouts.model import BLOCKS, Field, Handout, Kind
from handouts.problem import HandoutError
from handouts.record import word_of
from handouts.shape import Choice, Group, Many, Pairs, Shape, shape
from handouts.written import Written
from layouts import Options, compose
from tests.instruments.manual import DOCS, PAGES, anchors, fences, links, rows
from tests.samples import HERE, words

ROOT = HERE.parent
FONTS = Path(font_source_sans_pro.__file__).parent / "files"
CODE = re.compile(r"[A-Z]\d{3}")
TODAY = date(2026, 11, 1)
HEADER = """\
id: example
title: An example
audience: therapist
layout: leaflet
language: en
version: "1.0"
published: 2026-11-01
review_by: 2028-11-01
author: A. Writer
purpose: An example.
body:
"""


# Examples


def test_a_row_is_read_without_its_header() -> None:
    assert rows("writing-a-handout.md", "Kinds of page")[0][0] == "`leaflet`"


EXAMPLES = [(page, number, text) for page in PAGES for number, text in enumerate(fences(page, "yaml"))]


@pytest.mark.parametrize(("page", "number", "text"), EXAMPLES, ids=[f"{page}-{n}" for page, n, _ in EXAMPLES])
def test_an_example_makes_a_page(page: str, number: int, text: str, tmp_path: Path) -> None:
    assert made(text, tmp_path).startswith(b"%PDF-")


def test_a_faulty_example_is_found(tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match="H111"):
        made("- section: One\n  levle: 2\n", tmp_path)
    with pytest.raises(AssertionError, match="where it leads"):
        made("- text: See [here](https://clinic.example).\n", tmp_path)


def made(text: str, folder: Path) -> bytes:
    """The PDF of an example: a handout, some blocks, a fragment, or a clinic."""
    for picture in (path for path in HERE.glob("cases/**/*.*") if path.suffix in (".svg", ".png", ".jpg")):
        shutil.copy(picture, folder)
    for weight in ("regular", "bold"):
        shutil.copy(FONTS / f"SourceSansPro-{weight.title()}.ttf", folder / f"old-town-{weight}.ttf")
    clinic, source = folder / "clinic.yaml", folder / "handout.yaml"
    shutil.copy(catalog.CLINIC, clinic)
    written = HEADER + "  - section: A heading\n"
    if text.startswith("id:"):
        written = text
    elif text.startswith("body:"):
        (folder / "fragment.yaml").write_text(text, encoding="utf-8")
        written += "  - include: fragment\n"
    elif text.startswith("- "):
        written += "".join(f"  {line}" for line in text.splitlines(keepends=True))
    else:
        clinic.write_text(text, encoding="utf-8")
        written += "  - clinic: Questions?\n"
    source.write_text(written, encoding="utf-8")
    found = catalog.load(source)
    assert rules.check(found, TODAY) == []
    return compose(found, catalog.load_clinic(clinic), words(), Options()).print()


def test_every_block_has_its_example() -> None:
    shown = {word for text in fences("writing-a-handout.md", "yaml") for word in re.findall(r"^- (\w+):", text, re.M)}
    assert shown == {"include", *map(word_of, BLOCKS)}


def test_every_word_of_a_handout_is_explained() -> None:
    page = PAGES["writing-a-handout.md"] + PAGES["figures.md"]
    names = {*vocabulary(shape(cast(Any, Handout))), *PLACEHOLDERS}
    assert {name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", page)} == set()


def vocabulary(found: Shape, seen: frozenset[Shape] = frozenset()) -> Iterator[str]:
    """Keys and fixed values that a shape knows, and those inside it."""
    if found in seen:
        return
    if isinstance(found, Group):
        yield from found.entries
    inner: Iterable[Shape] = ()
    if isinstance(found, Group):
        inner = (entry.shape for entry in found.entries.values())
    elif isinstance(found, Pairs):
        inner = (found.value.shape,)
    elif isinstance(found, Many):
        inner = (found.item,)
    elif isinstance(found, Choice):
        inner = found.groups.values()
    else:
        yield from found.options
    for one in inner:
        yield from vocabulary(one, seen | {found})


def test_every_fragment_is_explained() -> None:
    listed = {cells[0].strip("`") for cells in rows("writing-a-handout.md", "Text that is shared")}
    assert listed == {f"shared/{path.stem}" for path in (catalog.LIBRARY / "en" / "shared").glob("*.yaml")}


def test_every_standard_field_is_explained() -> None:
    listed = [cells for cells in rows("writing-a-handout.md", "Standard fields") if len(cells) == 4]
    assert listed == [[f"`{field.field}`", field.label, f"`{field.kind}`", fits(field)] for field in words().fields]


def fits(field: Field) -> str:
    """What can be written in a field, in a few words."""
    match field.kind:
        case "choice":
            return ", ".join(field.choices)
        case "number":
            return "{} to {}".format(*field.limits)
        case "date":
            return "a day"
    return f"{field.lines} line{'s' if field.lines > 1 else ''}"


def test_every_kind_of_field_is_explained_with_what_it_takes() -> None:
    for heading in ("What can stand in the body", "Standard fields"):
        first = [cells[0] for cells in rows("writing-a-handout.md", heading) if len(cells) == 3]
        assert {kind for cell in first for kind in re.findall(r"`(\w+)`", cell)} == set(get_args(Kind))


FILLED = [cells for cells in rows("writing-a-handout.md", "Standard fields") if len(cells) == 3]


@pytest.mark.parametrize("kind", ["time", "date"])
def test_the_examples_of_what_can_be_filled_in_are_filled_in(kind: str) -> None:
    (line,) = [cells for cells in FILLED if cells[0] == f"`{kind}`"]
    taken, printed = (re.findall(r"`([^`]+)`", cell) for cell in line[1:])
    read = {"time": time_of_day, "date": day}[kind]
    asked = Asked(Field("day", label="Day"), words(), "GB")
    made = [read(Written(text), asked) for text in taken]
    assert made == (printed if len(printed) == len(taken) else printed * len(taken))


def test_every_key_of_a_clinic_is_explained() -> None:
    keys = {cells[0].strip("`") for cells in rows("branding.md", "Field by field")}
    assert keys == {item.name for item in fields(Clinic) if item.name != "place"}


# Commands


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(catalog.CLINIC.parent, tmp_path / "handouts" / "clinics")
    for kind, name in (("yaml", "clinic.yaml"), ("csv", "patients.csv")):
        for text in fences(page, f"{kind} {name}"):
            Path(name).write_text(text, encoding="utf-8")
    for command in (line for text in fences(page, "sh") for line in text.splitlines()):
        if command.startswith("python generate.py"):
            assert run(command, monkeypatch) == 0, command


def run(command: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit status of a command as a page shows it."""
    monkeypatch.setattr(sys, "argv", shlex.split(command)[1:])
    return generate.run()


def test_a_mistake_is_answered_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run("python generate.py new my-clinic", monkeypatch)
    path = Path("my-clinic/my-first-handout.yaml")
    (change,) = fences("writing-a-handout.md", "diff")
    before, after = (re.findall(rf"^\{sign}(.*)$", change, re.M) for sign in "-+")
    text = path.read_text(encoding="utf-8")
    for old, new in zip(before, after, strict=True):
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert run(f"python generate.py check {path}", monkeypatch) == 1
    assert [capsys.readouterr().out] == fences("writing-a-handout.md", "text")


# Codes


def test_the_page_of_checks_has_every_code_with_its_severity() -> None:
    listed = re.findall(r"^\| ([A-Z]\d{3}) \| (error|warning) \|", PAGES["checks.md"], re.M)
    assert sorted(listed) == sorted(codes().items())
    assert len(listed) > 60


def codes() -> dict[str, str]:
    """Every problem code of the program, and whether it is an error or a warning."""
    found: dict[str, str] = {}
    for file in (ROOT / "generate.py", *(ROOT / "handouts").rglob("*.py"), *(ROOT / "layouts").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                found |= {code: "warning" if _name(node) == "warning" else "error" for code in _codes(node)}
    return found


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _codes(call: ast.Call) -> list[str]:
    constants = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    return [value for value in constants if isinstance(value, str) and CODE.fullmatch(value)]


# Links


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    for file, anchor in links(page):
        target = DOCS / (file or page)
        assert target.exists(), file
        assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), anchor
