"""Layout kinds: what is particular to one of them."""

from dataclasses import replace
from typing import get_args

import pytest

from handouts.clinic import PaperName
from handouts.inline import Run, Text
from handouts.model import Section
from handouts.problem import HandoutError
from layouts import compose
from tests.instruments import pixels, structure, tags
from tests.samples import CASES, clinic, handout, words

CARD = CASES["clinic"]
SIDE = Section(Text((Run("A side"),)))


@pytest.mark.parametrize("sides", [1, 3])
def test_a_card_has_two_sides(sides: int) -> None:
    with pytest.raises(HandoutError) as refused:
        compose(replace(handout(CARD), body=(SIDE,) * sides), clinic(), words())
    assert [problem.code for problem in refused.value.problems] == ["P111"]


def test_a_card_prints_its_subtitle() -> None:
    written = replace(handout(CARD), subtitle=Text((Run("Keep it with you"),)))
    reading = structure.read(compose(written, clinic(), words()).print())
    assert "Keep it with you" in tags.lines(reading.root)


def test_the_copies_of_a_card_are_not_read() -> None:
    reading = structure.read(compose(handout(CARD), clinic(), words()).print())
    assert tags.text(reading.root).count("Come ten minutes early.") == 1
    assert sum("Come ten minutes early." in artifact.text for artifact in reading.artifacts) == 3


@pytest.mark.parametrize("paper", get_args(PaperName))
def test_a_long_name_is_wrapped_at_the_head_of_every_page(paper: PaperName) -> None:
    named = replace(
        clinic(),
        paper=paper,
        name="The Royal Infirmary Musculoskeletal Physiotherapy Outpatients Department",
        tagline="Part of the Greater Northern University Hospitals, serving four counties",
        phone="020 7946 0123, or out of hours 0131 496 0000",
    )
    title = "Getting your shoulder moving again in the first twelve weeks after an operation"
    pdf = compose(replace(handout(CASES["table"]), title=title), named, words()).print()
    assert structure.read(pdf).pages > 1
    assert pixels.outside(pdf, margin=20) == []
    assert pixels.overlaps(pdf) == []
