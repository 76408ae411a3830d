"""The score of a handout, and the page that shows which rule judges which item of the published lists."""

import re
from dataclasses import replace

import pytest

from handouts import rules
from handouts.model import Exercise, Handout
from handouts.problem import NOWHERE
from handouts.remarks import remarks
from handouts.score import CDC, PEMAT, Item, Score, score
from tests.instruments.manual import PAGES, rows
from tests.samples import CASES, LIBRARY, handout
from tests.test_problems import FIXTURES, TODAY

PERSON = "a person must judge"
LISTS = {"PEMAT-P": PEMAT, "CDC Clear Communication Index": CDC}


def scored(written: Handout) -> Score:
    """The score that `check` tells."""
    found = score(written, rules.check(written, TODAY))
    assert found
    return found


def numbers(items: tuple[Item, ...]) -> set[int]:
    """By which an item is known."""
    return {item.number for item in items}


def test_the_lists_are_whole() -> None:
    assert [item.number for item in PEMAT] == [*range(1, 13), *range(15, 27)]
    assert [item.number for item in CDC] == [*range(1, 21)]


@pytest.mark.parametrize("name", LISTS)
def test_the_page_says_which_rule_judges_which_item(name: str) -> None:
    told = [(int(number), says, set(re.findall(r"H\d{3}", by))) for number, says, by in rows("pemat.md", name)]
    assert told == [(item.number, item.says, set(item.codes)) for item in LISTS[name]]
    judged = {int(number) for number, _, by in rows("pemat.md", name) if by != PERSON}
    assert judged == {item.number for item in LISTS[name] if item.codes or item.meets}


def test_every_rule_of_an_item_is_a_rule() -> None:
    named = {code for items in LISTS.values() for item in items for code in item.codes}
    assert named - rules.codes() == set()


def test_a_clean_handout_meets_every_item_that_concerns_it() -> None:
    found = scored(handout(LIBRARY["sciatica"]))
    assert (found.missed, found.share) == ((), 1)
    assert {2, 7, 24} <= numbers(found.person)
    assert not {15, 17, 19, 23, 26} & numbers((*found.met, *found.person))


@pytest.mark.parametrize(
    ("fixture", "missed"),
    [("long-paragraphs", {8}), ("no-action", {20}), ("no-summary", {1, 11}), ("emergency-not-first", {10})],
)
def test_what_a_rule_finds_is_an_item_not_met(fixture: str, missed: set[int]) -> None:
    assert numbers(scored(handout(FIXTURES[fixture])).missed) == missed


def test_exercises_want_pictures_and_a_tool() -> None:
    written = handout(FIXTURES["few-exercises"])
    assert numbers(scored(written).missed) == {23}
    body = tuple(
        replace(block, picture=None, alt=None) if isinstance(block, Exercise) else block for block in written.body
    )
    assert numbers(scored(replace(written, body=body)).missed) == {15, 23, 26}


def test_words_of_other_languages_are_for_a_person() -> None:
    assert {3, 4, 5, 6, 21} <= numbers(scored(handout(CASES["spanish"])).person)


def test_the_score_is_for_what_patients_read() -> None:
    written = handout(LIBRARY["nmt-session"])
    assert score(written, []) is None
    assert list(remarks(written, None, TODAY)) == []


def test_a_score_says_what_is_not_met() -> None:
    one, two, three = PEMAT[:3]
    assert str(Score((one, two), (), (three,))) == "2 of 2 items met (100%), 1 for a person to judge"
    told = "1 of 2 items met (50%), 1 for a person to judge; not met: 2 (nothing distracts from it)"
    assert str(Score((one,), (two,), (three,))) == told


def test_the_example_of_the_page_is_what_is_told() -> None:
    (example,) = re.findall(r"^    (gentle-moves: .*)…$", PAGES["pemat.md"], re.M)
    (told,) = remarks(handout(LIBRARY["gentle-moves"]), None, handout(LIBRARY["gentle-moves"]).published)
    assert told.startswith(example)


def test_what_is_silenced_counts_as_judged_and_is_told() -> None:
    written = handout(FIXTURES["allowed"])
    alone = replace(written, body=written.body[:2])
    silenced, told = remarks(alone, None, TODAY)
    assert silenced == (
        f"{alone.body[1].place}: silenced: a paragraph of 76 words is long; at most 75 are read [H209]\n"
        "    reason: Quote of the consent form."
    )
    assert "not met" not in told
    assert alone.body[1].place != NOWHERE
