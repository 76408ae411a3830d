"""Editions of a clinic: which are made, with which choices, and what their files are called."""

from typing import Any

import pytest

from handouts.clinic import Choice, Clinic
from handouts.editions import Preset, Wanted, settle
from handouts.outcome import Outcome, summary, told
from handouts.problem import HandoutError, Place
from tests.samples import HERE

LARGE = Choice("large-print", text_size="large", ink="mono", place=Place("clinic.yaml", 3, 5))
HEADED = Choice("headed-paper", letterhead=False, place=Place("clinic.yaml", 6, 5))


def endings(wanted: Wanted, **said: Any) -> list[str]:
    """What the files of the wanted editions carry, at a clinic that says this."""
    return [*settle(Clinic(**said), wanted)]


@pytest.mark.parametrize(
    ("flags", "ending"),
    [
        (Preset(), ""),
        (Preset(paper="a4", text_size="standard", ink="colour", letterhead=True), ""),
        (Preset(text_size="extra-large"), ".extra-large"),
        (Preset(letterhead=False, paper="letter", ink="mono", text_size="large"), ".large.mono.letter.no-letterhead"),
    ],
)
def test_a_file_name_says_what_is_not_usual(flags: Preset, ending: str) -> None:
    assert endings(Wanted(flags=flags)) == [ending]


def test_what_is_usual_is_for_the_clinic_to_say() -> None:
    said = {"paper": "letter", "text_size": "large", "ink": "mono", "letterhead": False}
    assert endings(Wanted(), **said) == [""]
    standard = Preset(paper="a4", text_size="standard", ink="colour", letterhead=True)
    assert endings(Wanted(flags=standard), **said) == [".standard.colour.a4.letterhead"]


def test_every_choice_of_an_edition_is_made() -> None:
    (edition,) = settle(Clinic(paper="a5", editions=(LARGE, HEADED)), Wanted("large-print")).values()
    assert edition == Preset("large-print", "large", "mono", "a5", True)


def test_flags_go_before_what_an_edition_says() -> None:
    wanted = Wanted("large-print", flags=Preset(text_size="extra-large", paper="letter"))
    assert endings(wanted, editions=(LARGE,)) == [".extra-large.mono.letter"]


def test_all_editions_are_the_usual_one_and_those_with_names() -> None:
    assert endings(Wanted(every=True), editions=(LARGE, HEADED)) == ["", ".large.mono", ".no-letterhead"]
    assert endings(Wanted(every=True)) == [""]


@pytest.mark.parametrize(
    ("name", "editions", "hint"),
    [
        ("large-prnt", (LARGE, HEADED), "did you mean `large-print`?"),
        ("zzz", (LARGE, HEADED), "write `large-print` or `headed-paper`"),
        ("large-print", (), "name it under `editions:`"),
    ],
)
def test_an_edition_that_is_not_there(name: str, editions: tuple[Choice, ...], hint: str) -> None:
    (problem,) = refused(Wanted(name), *editions)
    assert (problem.code, problem.message) == ("F207", f"the clinic has no edition `{name}`")
    assert problem.hint.startswith(hint)


def test_editions_that_make_the_same_choices() -> None:
    twin = Choice("seniors", text_size="large", ink="mono", paper="a4", place=Place("clinic.yaml", 9, 5))
    (problem,) = refused(Wanted(every=True), LARGE, twin)
    assert str(problem).startswith(
        "clinic.yaml:9:5: the edition `seniors` would have the same file names as the edition `large-print` [W104]"
    )
    assert "change a choice" in problem.hint
    assert endings(Wanted("seniors"), editions=(LARGE, twin)) == [".large.mono"]


def test_an_edition_that_chooses_what_is_usual() -> None:
    (problem,) = refused(Wanted(every=True), Choice("plain", ink="colour"))
    assert problem.message == "the edition `plain` would have the same file names as the usual edition"


def test_flags_that_make_editions_alike() -> None:
    (problem,) = refused(Wanted(every=True, flags=Preset(letterhead=False)), HEADED)
    assert "leave out the options" in problem.hint


def test_two_editions_of_one_name() -> None:
    again = Choice("large-print", text_size="extra-large", place=Place("clinic.yaml", 9, 5))
    (problem,) = refused(Wanted(), LARGE, again)
    assert str(problem).startswith("clinic.yaml:9:5: a second edition is called `large-print` [W104]")


def refused(wanted: Wanted, *editions: Choice) -> Any:
    with pytest.raises(HandoutError) as error:
        settle(Clinic(editions=editions), wanted)
    return error.value.problems


# What is told of them


def outcome(edition: str | None = None, tightness: float = 1, *codes: str) -> Outcome:
    file = f"sheet.{edition}.pdf"
    problems = [Place("sheet.yaml", 3, 1).problem(code, "it does not fit") for code in codes]
    return Outcome("sheet", "sheet", Preset(edition), file, f"out/{file}", 1, tightness, problems=problems)


def test_a_problem_of_every_edition_is_told_once() -> None:
    assert [*map(str, told([outcome("a", 1, "P102"), outcome("b", 1, "P102")]))] == [
        "sheet.yaml:3:1: it does not fit [P102]"
    ]


def test_a_problem_of_some_editions_says_which() -> None:
    outcomes = [outcome(), outcome("a", 1, "P102"), outcome("b", 1, "P102", "P103")]
    assert [problem.message for problem in told(outcomes)] == [
        "it does not fit, only in the edition `a` and the edition `b`",
        "it does not fit, only in the edition `b`",
    ]
    assert told([outcome(None, 1, "P102"), outcome("a")])[0].message == "it does not fit, only in the usual edition"


def test_a_file_that_cannot_be_written_is_named_already() -> None:
    faulty = outcome("a")
    faulty.problems.append(Place("out/sheet.a.pdf").problem("W101", "cannot be written"))
    assert [*map(str, told([outcome(), faulty]))] == ["out/sheet.a.pdf: cannot be written [W101]"]


@pytest.mark.parametrize(
    ("tight", "said"),
    [
        (0, "4 files written"),
        (1, "Set a little closer, to save a page: sheet.0.pdf.\n"),
        (2, "Set a little closer, to save a page: sheet.0.pdf, sheet.1.pdf.\n"),
        (4, "4 of the files are set a little closer, to save a page each; --json says which.\n"),
    ],
)
def test_pages_that_were_saved_are_told(tight: int, said: str) -> None:
    outcomes = [outcome(str(number), 0.8 if number < tight else 1) for number in range(4)]
    assert summary(outcomes, HERE, "check").startswith(said)
