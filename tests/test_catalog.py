"""Handouts, fragments, pictures, clinics and words are found, or the place that names them is."""

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from handouts import catalog, source
from handouts.clinic import PLACEHOLDERS
from handouts.inline import Text
from handouts.model import Callout, Field, Figure, Handout, Paragraphs
from handouts.problem import HandoutError, Problem
from handouts.record import FileName
from tests.samples import CLINICS, LIBRARY

HEAD = """\
id: foot-care
title: Foot care
audience: therapist
layout: leaflet
language: en-GB
version: 1.0
published: 2026-01-31
review_by: 2028-01-31
author: Hill Street Physiotherapy
purpose: Look after your feet at home.
body:
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def handout(folder: Path, body: str) -> Path:
    return put(folder / "foot-care.yaml", HEAD + body)


def problems(path: Path) -> list[Problem]:
    with pytest.raises(HandoutError) as refused:
        catalog.load(path)
    return list(refused.value.problems)


def texts(found: Handout) -> list[str]:
    return [text.plain for block in found.blocks if isinstance(block, Paragraphs) for text in block.text]


@pytest.mark.parametrize("name", LIBRARY)
def test_the_library_is_found_by_id_and_loads(name: str) -> None:
    path = catalog.find(name)
    assert path in catalog.library("en")
    assert catalog.load(path).id == name
    assert len(catalog.load(path).blocks) == len(catalog.load(path).body)


def test_fragments_are_no_handouts() -> None:
    assert {path.parent for path in catalog.library()} == {catalog.LIBRARY / "en"}
    assert catalog.library("en-GB") == catalog.library("en")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("sciatika", "did you mean `sciatica`?"), ("xyz", "there are assessment-reference, ball-self-massage, ")],
)
def test_an_unknown_id(name: str, hint: str) -> None:
    with pytest.raises(HandoutError, match="F201") as refused:
        catalog.find(name)
    assert hint in str(refused.value)


def test_a_language_that_pages_know_and_the_library_does_not() -> None:
    with pytest.raises(HandoutError, match="F208") as refused:
        catalog.library("es-MX")
    assert "write `en`" in str(refused.value)


def test_an_own_file_named_without_its_ending(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "sciatika.yaml", "")
    with pytest.raises(HandoutError, match=r"did you mean the file `sciatika\.yaml`"):
        catalog.find("sciatika")


@pytest.mark.parametrize("text", ["name: Hill Street\npaper: a5\n", "body:\n  - text: Dry\n"])
def test_a_file_of_another_kind_is_told_once(tmp_path: Path, text: str) -> None:
    assert [problem.code for problem in problems(put(tmp_path / "a.yaml", text))] == ["F206"]


def test_a_handout_is_no_clinic_and_no_fragment(tmp_path: Path) -> None:
    path = handout(tmp_path, "  - text: Dry\n")
    with pytest.raises(HandoutError, match="this is a handout, not a clinic's file"):
        catalog.load_clinic(path)
    (problem,) = problems(put(tmp_path / "b.yaml", HEAD.replace("foot", "hand") + "  - include: foot-care\n"))
    assert (problem.code, Path(problem.place.file).name) == ("F206", "foot-care.yaml")


@pytest.mark.parametrize("name", ["feet/care.yaml", "care.yml", "./sciatica", "CARE.YAML"])
def test_a_path_is_taken_as_it_is(name: str) -> None:
    assert catalog.find(name) == Path(name)


@pytest.mark.parametrize("language", ["xx", "../en", ""])
def test_an_unknown_language(language: str) -> None:
    for load in (catalog.library, catalog.load_words, lambda code: catalog.find("sciatica", code)):
        with pytest.raises(HandoutError, match="F202"):
            load(language)


def test_an_include_is_replaced_by_its_blocks_in_place(tmp_path: Path) -> None:
    put(tmp_path / "shared/dry.yaml", "body:\n  - text: Dry\n  - include: shared/air\n")
    put(tmp_path / "shared/air.yaml", "- text: Air\n")
    found = catalog.load(handout(tmp_path, "  - text: Wash\n  - include: shared/dry\n  - text: Rest\n"))
    assert texts(found) == ["Wash", "Dry", "Air", "Rest"]
    assert found.blocks[1].place.file == str(tmp_path / "shared/dry.yaml")


def test_the_own_folder_comes_before_the_library(tmp_path: Path) -> None:
    path = handout(tmp_path, "  - include: shared/call-now\n")
    assert any(isinstance(block, Callout) for block in catalog.load(path).blocks)
    put(tmp_path / "shared/call-now.yaml", "- text: Ours\n")
    assert texts(catalog.load(path)) == ["Ours"]


def test_a_fragment_may_be_included_twice(tmp_path: Path) -> None:
    put(tmp_path / "dry.yaml", "- text: Dry\n")
    assert texts(catalog.load(handout(tmp_path, "  - include: dry\n  - include: dry\n"))) == ["Dry", "Dry"]


def test_fragments_that_include_one_another(tmp_path: Path) -> None:
    put(tmp_path / "a.yaml", "- text: A\n- include: b\n")
    put(tmp_path / "b.yaml", "- include: a\n")
    (only,) = problems(handout(tmp_path, "  - include: a\n"))
    assert (only.code, only.place.file, only.place.line) == ("F204", str(tmp_path / "b.yaml"), 1)
    assert "`a` and `b`" in only.message


def test_a_handout_that_includes_itself(tmp_path: Path) -> None:
    (only,) = problems(handout(tmp_path, "  - include: foot-care\n"))
    assert (only.code, only.message) == ("F204", "fragments that include one another: `foot-care`")


def test_fragments_that_grow_without_end(tmp_path: Path) -> None:
    for level in range(12):
        put(tmp_path / f"f{level}.yaml", f"- include: f{level + 1}\n" * 10)
    put(tmp_path / "f12.yaml", "- text: Boom\n")
    assert [problem.code for problem in problems(handout(tmp_path, "  - include: f0\n"))] == ["F205"]


def test_the_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    put(tmp_path / "bad.yaml", "- txt: Dry\n- include: nothing\n- figure: gone.svg\n  alt: decorative\n")
    put(tmp_path / "worse.yaml", "- text: 'Dry\n")
    path = handout(tmp_path, "  - include: bad\n  - include: worse\n  - sectoin: Wash\n")
    found = {(Path(problem.place.file).name, problem.code) for problem in problems(path)}
    assert found == {
        ("bad.yaml", "H112"),
        ("bad.yaml", "F203"),
        ("bad.yaml", "F104"),
        ("worse.yaml", "Y109"),
        ("foot-care.yaml", "H112"),
    }


def test_a_picture_lies_beside_the_file_that_names_it(tmp_path: Path) -> None:
    put(tmp_path / "shared/foot.yaml", "- figure: foot.svg\n  alt: decorative\n")
    put(tmp_path / "shared/foot.svg", SVG)
    (figure,) = catalog.load(handout(tmp_path, "  - include: shared/foot\n")).blocks
    assert isinstance(figure, Figure)
    assert isinstance(figure.figure, FileName)
    assert figure.figure.path.read_text() == SVG


@pytest.mark.parametrize("kind", ["picture", "fragment"])
def test_a_link_that_leads_out_of_the_folder(tmp_path: Path, kind: str) -> None:
    put(tmp_path / "secret.svg", SVG)
    put(tmp_path / "secret.yaml", "- text: Secret\n")
    path = handout(
        tmp_path / "feet", "  - figure: a.svg\n    alt: decorative\n" if kind == "picture" else "  - include: a\n"
    )
    suffix = "svg" if kind == "picture" else "yaml"
    (path.parent / f"a.{suffix}").symlink_to(tmp_path / f"secret.{suffix}")
    assert [problem.code for problem in problems(path)] == ["F103" if kind == "picture" else "F203"]


def test_a_name_in_other_letters_is_suggested_but_never_a_dead_link(tmp_path: Path) -> None:
    put(tmp_path / "toes.svg", SVG)
    (tmp_path / "TOES.SVG").symlink_to("gone.svg")
    (problem,) = problems(handout(tmp_path, "  - figure: TOES.SVG\n    alt: decorative\n"))
    assert problem.hint == "did you mean `toes.svg`?"


@pytest.mark.parametrize("name", ["x" * 300 + ".svg", "a\u200b.svg"])
def test_names_that_no_file_has(tmp_path: Path, name: str) -> None:
    assert [problem.code for problem in problems(handout(tmp_path, f"  - figure: {name}\n    alt: decorative\n"))] == [
        "F104"
    ]


def test_places_show_paths_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = handout(tmp_path / "feet", "  - txt: Wash\n")
    assert problems(path)[0].place.file == str(path)
    monkeypatch.chdir(tmp_path)
    assert problems(path)[0].place.file == str(Path("feet/foot-care.yaml"))
    assert problems(Path("feet/../feet/foot-care.yaml"))[0].place.file == str(Path("feet/../feet/foot-care.yaml"))
    assert source.shown(path) == str(Path("feet/foot-care.yaml"))


def fields_of(folder: Path, body: str) -> list[Field]:
    return [block for block in catalog.load(handout(folder, body)).blocks if isinstance(block, Field)]


def test_a_field_takes_from_the_standard_one_what_it_does_not_say(tmp_path: Path) -> None:
    put(tmp_path / "plan.yaml", "- field: hold\n  high: 60\n- field: note\n  label: Anything else\n  lines: 1\n")
    side, hold, note, shoe = fields_of(
        tmp_path, "  - field: side\n    covers: [NMT0]\n  - include: plan\n  - field: shoe\n    label: Shoe\n"
    )
    assert side == Field("side", "Side", "choice", ("left", "right", "both"), lines=1, covers=("NMT0",))
    assert hold == Field("hold", "Hold (seconds)", "number", low=1, high=60, lines=1)
    assert note == Field("note", "Anything else", "text", lines=1)
    assert shoe == Field("shoe", "Shoe", "text", lines=1)
    assert (side.place.line, Path(hold.place.file).name) == (12, "plan.yaml")


def test_a_field_of_another_kind_takes_the_label_of_the_standard_one_alone(tmp_path: Path) -> None:
    side, sets = fields_of(tmp_path, "  - field: side\n    kind: text\n  - field: sets\n    kind: scale\n")
    assert side == Field("side", "Side", "text", lines=1)
    assert (sets.kind, sets.limits) == ("scale", (0, 10))


def test_a_field_without_label_is_told_with_all_else(tmp_path: Path) -> None:
    put(tmp_path / "plan.yaml", "- field: sidee\n")
    found = problems(handout(tmp_path, "  - include: plan\n  - sectoin: Wash\n"))
    assert [problem.code for problem in found] == ["H112", "H110"]
    assert "did you mean `side`?" in found[1].hint


def test_the_standard_fields_are_the_same_in_every_language() -> None:
    english = catalog.load_words("en").fields
    assert all(field.label and field.kind and field.lines for field in english)
    for language in (path.stem for path in catalog.STRINGS.glob("*.yaml")):
        fields = catalog.load_words(language).fields
        assert [replace(field, label="", help=None, choices=()) for field in fields] == [
            replace(field, label="", help=None, choices=()) for field in english
        ]
        assert [len(field.choices) for field in fields] == [len(field.choices) for field in english]
        assert len({field.label for field in fields}) == len(fields)


@pytest.mark.parametrize("path", CLINICS.values(), ids=CLINICS)
def test_the_clinics_load(path: Path) -> None:
    clinic = catalog.load_clinic(path)
    assert tuple(clinic.values(catalog.load_words("en"))) == PLACEHOLDERS
    assert clinic.logo is None or clinic.logo.path.is_file()


def test_without_a_file_the_clinic_has_no_name() -> None:
    clinic = catalog.load_clinic()
    assert (clinic.name, clinic.phone, clinic.logo, clinic.emergency) == (None, None, None, None)


CONTACTS = ("name", "tagline", "logo", "logo_alt", "phone", "email", "website", "address", "hours", "emergency")


def test_the_example_clinic_says_how_to_reach_it() -> None:
    clinic = catalog.load_clinic(CLINICS["hill-street"])
    assert [name for name in CONTACTS if not getattr(clinic, name)] == []


@pytest.mark.parametrize("language", [path.stem for path in catalog.STRINGS.glob("*.yaml")])
def test_the_words_of_a_language_are_whole(language: str) -> None:
    words = catalog.load_words(language)
    assert (len(words.months), len(words.month_names), len(words.days)) == (12, 12, 7)
    english = catalog.load_words("en")
    for item in fields(words):
        said, meant = getattr(words, item.name), getattr(english, item.name)
        if isinstance(said, str):
            assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", meant)), item.name


def test_a_text_of_the_library_knows_its_file() -> None:
    (first, *_) = [block for block in catalog.load(catalog.find("sciatica")).blocks if isinstance(block, Callout)]
    assert isinstance(first.title, Text)
    assert Path(first.title.place.file).is_file()
