"""Layout kinds: what is particular to one of them."""

from dataclasses import replace

import pytest

from handouts.inline import Run, Text
from handouts.model import Section
from handouts.problem import HandoutError
from layouts import compose
from tests.instruments import structure, tags
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
