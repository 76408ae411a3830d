"""Sheets with values in their fields: they conform like any other, say what was written, and move nothing."""

from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handouts import catalog
from handouts.problem import HandoutError, Place, Problem
from handouts.written import Written
from layouts import Edition, Options, compose
from layouts.fonts import family
from tests.instruments import structure, verapdf
from tests.instruments.content import Shown
from tests.instruments.lint import lint
from tests.instruments.tags import Artifact, Piece, Tag
from tests.samples import clinic, words

SHEET = Path(__file__).parent / "filled" / "every-kind.yaml"
FULL = {
    "first_name": "Ana",
    "side": "left",
    "visit": "12",
    "start": "14:30",
    "date": "30 Nov 2026",
    "goal": "Walk to the shop",
    "pain": "7",
    "agreed": "yes",
    "note": "Slept better.\nWants to swim again.",
}
OVERLONG = {
    **FULL,
    "first_name": "Maria Annunziata Castelluccio",
    "note": "Sore after the long drive to the coast. " * 5,
}
GREEK = {**FULL, "first_name": "Ευγενία", "note": "Πόνος όταν κάθεται πολλή ώρα."}
POLISH = {**FULL, "first_name": "Świętosława", "note": "Ból mija, gdy chodzi. Żadnych drętwień."}
VALUES: dict[str, Mapping[str, str]] = {
    "empty": {},
    "full": FULL,
    "overlong": OVERLONG,
    "greek": GREEK,
    "polish": POLISH,
}
EDITIONS = {
    "a4": Options(),
    "mono": Options(ink="mono"),
    "large": Options(text_size="large"),
    "a5 extra-large": Options(paper="a5", text_size="extra-large"),
}
# Three lines of a small sheet in the largest print hold half of what is overlong elsewhere.
PRINTS = [(values, name) for values in VALUES for name in EDITIONS if (values, name) != ("overlong", "a5 extra-large")]
LEAST = {"a4": 12.0, "mono": 12.0, "large": 16.0, "a5 extra-large": 20.0}  # points
LINES = ("first_name", "visit", "start", "date", "goal", "note")
# What a line to write on takes: letters of the typeface, single spaces between words.
LETTERS = family().regular.among(32, (1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 28, 29, 30, 32, 33)).replace("\u00a0", "")
WORD = st.text(st.sampled_from(LETTERS.replace(" ", "")), min_size=1, max_size=5)
TEXT = st.lists(WORD, min_size=1, max_size=3).map(" ".join)


def written(values: Mapping[str, str]) -> dict[str, Written]:
    return {
        name: Written(value, Place("people.csv", 2, column)) for column, (name, value) in enumerate(values.items(), 1)
    }


@cache
def edition(name: str = "a4") -> Edition:
    return compose(catalog.load(SHEET), clinic(), words(), EDITIONS[name])


def printed(values: Mapping[str, str], name: str = "a4") -> bytes:
    return edition(name).print(written(values))


def forms(pdf: bytes) -> list[Tag]:
    """The places to write, in reading order."""
    reading = structure.read(pdf)
    assert reading.faults == []
    return [tag for tag in reading.root.walk() if tag.role == "Form"]


def said(pdf: bytes) -> dict[str, str]:
    """What stands in each field, as a listener hears it: words on lines, the thing marked, the box that is ticked."""
    found = forms(pdf)
    lines = [form for form in found if form.attributes.get("Role") == "tv"]
    text = {name: _spaced(form) for name, form in zip(LINES, lines, strict=True) if _spaced(form)}
    checked = [form for form in found if form.attributes.get("checked") == "on"]
    marked = {_field(form): form.alt.partition(": ")[2] or "yes" for form in checked}
    return text | marked


def _spaced(form: Tag) -> str:
    return "".join(piece.text for piece in form.pieces()).strip()


def _field(form: Tag) -> str:
    if form.attributes["Role"] == "cb":
        return "agreed"
    return "pain" if form.alt.rpartition(" ")[2].isdigit() else "side"


@pytest.mark.parametrize(("values", "name"), PRINTS)
def test_it_conforms(values: str, name: str) -> None:
    pdf = printed(VALUES[values], name)
    assert [*map(str, verapdf.validate(pdf))] == []
    assert [*map(str, lint(pdf))] == []


@pytest.mark.parametrize("values", VALUES)
def test_every_value_is_heard_in_its_place(values: str) -> None:
    expected = {name: " ".join(value.split()) for name, value in VALUES[values].items()}
    assert said(printed(VALUES[values])) == expected


def test_a_value_follows_its_label() -> None:
    parents = [tag for tag in structure.read(printed(FULL)).root.walk() if any(kid.role == "Form" for kid in tag.tags)]
    heard = [" ".join("".join(piece.text for piece in parent.pieces()).split()) for parent in parents]
    assert "First nameAna" in heard
    assert "What you want to do againWalk to the shop" in heard


def test_an_empty_place_says_that_it_is_one_and_a_filled_one_does_not() -> None:
    empty, full = forms(printed({})), forms(printed(FULL))
    assert next(form.alt for form in empty if form.attributes["Role"] == "tv") == "Line to write on: First name"
    assert {form.alt for form in full if form.attributes["Role"] == "tv"} == {""}
    assert {form.alt for form in empty if form.attributes["Role"] == "cb"} == {"Box to tick"}
    assert {form.alt for form in full if form.attributes["Role"] == "cb"} == {"Ticked box"}


@pytest.mark.parametrize("values", VALUES)
def test_filling_moves_nothing(values: str) -> None:
    assert list(around(printed(VALUES[values]))) == list(around(printed({})))


def around(pdf: bytes) -> Iterator[tuple[int, Shown]]:
    """All that stands on the pages apart from what fills them."""
    reading = structure.read(pdf)
    for tag in reading.root.walk():
        for kid in tag.kids:
            if isinstance(kid, Piece) and not (tag.role == "Form" and tag.attributes["Role"] == "tv"):
                yield from ((kid.page, shown) for shown in kid.shown)
    for artifact in reading.artifacts:
        yield from ((artifact.page, shown) for shown in artifact.shown)


@pytest.mark.parametrize(("values", "name"), PRINTS)
def test_values_are_as_large_as_the_text(values: str, name: str) -> None:
    shown = [each for form in forms(printed(VALUES[values], name)) for piece in form.pieces() for each in piece.shown]
    assert min(each.size for each in shown if each.text.strip()) >= LEAST[name]


def test_a_long_value_is_set_smaller_before_it_is_wrapped() -> None:
    sizes = {}
    for value in ("Ana", "Maria Annunziata Castelluccio"):
        form = next(form for form in forms(printed({"first_name": value})) if form.attributes["Role"] == "tv")
        [shown] = [each for piece in form.pieces() for each in piece.shown]
        sizes[value] = shown.size
    assert sizes["Ana"] > sizes["Maria Annunziata Castelluccio"] >= 12


def test_a_value_too_long_says_how_much_of_it_fits() -> None:
    value = "Maria Annunziata Castelluccio of the Old Mill by the River"
    [problem] = refused({"first_name": value})
    assert (problem.code, problem.place) == ("P104", Place("people.csv", 2, 1))
    room = int(problem.message.split(": ")[-1].split()[0])
    assert 0 < room < len(value)
    assert printed({"first_name": value[:room].strip()})
    assert [each.code for each in refused({"first_name": value[: room + 2]})] == ["P104"]


def test_all_that_cannot_be_printed_is_told_at_once() -> None:
    found = refused({"first_name": "x" * 200, "goal": "漢", "note": "a\u05d0"})
    assert [(problem.code, problem.place.column) for problem in found] == [("P104", 1), ("P101", 2), ("P101", 3)]


def refused(values: Mapping[str, str]) -> tuple[Problem, ...]:
    with pytest.raises(HandoutError) as error:
        printed(values)
    return error.value.problems


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("first_name", "goal", "note"), TEXT)))
@settings(deadline=None)
def test_any_text_comes_back_character_for_character(values: dict[str, str]) -> None:
    try:
        pdf = printed(values)
    except HandoutError as error:
        assert {problem.code for problem in error.problems} == {"P104"}
        return
    assert said(pdf) == values


@given(st.fixed_dictionaries(
    {},
    optional={
        "side": st.sampled_from(["left", "right", "both"]),
        "pain": st.integers(0, 10).map(str),
        "agreed": st.just("yes"),
        "visit": st.integers(1, 99).map(str),
    },
))  # fmt: skip
@settings(deadline=None)
def test_any_mark_comes_back(values: dict[str, str]) -> None:
    assert said(printed(values)) == values


def test_the_bytes_depend_on_the_values_alone() -> None:
    first = printed(FULL)
    assert printed(POLISH) != first
    assert printed(GREEK) != first
    assert printed(FULL) == first == compose(catalog.load(SHEET), clinic(), words(), Options()).print(written(FULL))


def test_nothing_of_a_person_stands_in_the_metadata() -> None:
    with pikepdf.open(BytesIO(printed(GREEK))) as opened:
        packet = bytes(opened.Root.Metadata.read_bytes()).decode()
        about = f"{packet} {dict(opened.docinfo)} {opened.Root.Outlines}"
    assert [value for value in GREEK.values() if len(value) > 3 and value in about] == []


def test_a_mark_is_decoration_and_what_it_says_is_in_the_tag() -> None:
    before, after = (structure.read(printed(values)).artifacts for values in ({}, {"side": "left"}))
    assert len(after) == len(before) + 1
    assert isinstance(after[-1], Artifact)
