"""Pages break where a reader would break them, and what cannot be broken is named."""

from dataclasses import replace

import pytest

from handouts.inline import Prose, Run, Text
from handouts.model import AnyBlock, Callout, Handout, Paragraphs, Section, Table
from handouts.problem import HandoutError, Place
from layouts import Options, compose
from tests.instruments import structure
from tests.samples import CASES, clinic, handout, words

PLACE = Place("foot-care.yaml", 12, 5)


def said(words: str) -> Text:
    return Text((Run(words),))


def written(*blocks: AnyBlock) -> Handout:
    return replace(handout(CASES["text"]), subtitle=None, body=(Section(said("Part")), *blocks))


@pytest.mark.parametrize("lines", range(20, 60, 3))
def test_a_heading_never_keeps_a_box_off_its_page(lines: int) -> None:
    box = Callout("note", text=Prose(said(f"Line {number}") for number in range(lines)))
    edition = compose(written(Paragraphs(Prose((said("Before."),))), Section(said("Next")), box), clinic(), words())
    reading = structure.read(edition.print())
    assert reading.faults == []
    assert reading.pages <= 3


def test_what_is_too_tall_for_a_page_is_named_and_not_its_heading() -> None:
    tall = Table(said("Rows"), (said("A"), said("B")), ((said("x"), said("long " * 2000)),), place=PLACE)
    with pytest.raises(HandoutError) as refused:
        compose(written(tall), clinic(), words(), Options())
    assert [(problem.code, problem.place) for problem in refused.value.problems] == [("P103", PLACE)]


def test_two_links_to_one_address_are_two_links() -> None:
    address = "https://clinic.example/stretches"
    runs = (Run("See "), Run("the picture", href=address), Run(", then "), Run("the film", href=address), Run("."))
    reading = structure.read(compose(written(Paragraphs(Prose((Text(runs),)))), clinic(), words()).print())
    assert reading.faults == []
    assert [tag.role for tag in reading.root.walk()].count("Link") == 2
