"""Pages break where a reader would break them, and what cannot be broken is named."""

from dataclasses import replace
from itertools import pairwise

import pytest

from handouts.inline import Prose, Run, Text
from handouts.model import AnyBlock, Callout, Handout, Paragraphs, Section, Table
from handouts.problem import HandoutError, Place
from layouts import Options, compose
from layouts.flow import Area, place
from layouts.flowables.base import Space
from layouts.flowables.stack import held
from layouts.theme import Theme
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


@pytest.mark.parametrize(("room", "grown"), [(0, 0), (3.9, 1), (100, 2)])
def test_spaces_grow_by_the_same_number_of_whole_units(room: float, grown: int) -> None:
    theme = Theme((0, 0.3, 0.4), tightness=0.66)
    blocks = [Space(10 * theme.unit) for _ in range(4)]
    placed = place(blocks, Area(0, 40, 300, (40 + room) * theme.unit), theme)
    apart = [lower.y - upper.y for upper, lower in pairwise(placed)]
    assert apart == pytest.approx([(10 + grown) * theme.unit] * 3)


def test_the_points_of_a_list_stand_evenly_where_the_spaces_around_it_grow() -> None:
    theme = Theme((0, 0.3, 0.4), tightness=0.66)
    points = held([Space(10) for _ in range(6)])
    placed = place([Space(10), *points, Space(10)], Area(0, 0, 300, 500), theme)
    apart = [lower.y - upper.y for upper, lower in pairwise(placed)]
    assert apart == pytest.approx([10 + 2 * theme.unit, *[10] * 5, 10 + 2 * theme.unit])
