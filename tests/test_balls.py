"""Balls keep their proportions at any width, are never larger than life, and their words say what is drawn."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from handouts.clinic import PaperName, TextSize
from handouts.drawings.balls import Ball, Balls
from handouts.inline import Run, Text
from handouts.model import Figure, Section
from layouts import Options, compose
from layouts.figures.balls import KINDS, PITCH, TALL, draw, outline
from layouts.figures.drawn import Setting
from layouts.figures.paths import bounds
from layouts.figures.side_by_side import Row
from layouts.theme import MM, Theme
from tests.instruments import ink, pixels, structure, tags, typesetting
from tests.samples import CASES, clinic, handout, words

ALL: tuple[Ball, ...] = ("soft", "tennis", "firm")
EDITIONS: list[tuple[PaperName, TextSize]] = [("a4", "standard"), ("a5", "standard"), ("a4", "extra-large")]


def row(*balls: Ball) -> Row:
    return draw(Balls(balls or ALL), Setting(Theme((0.2, 0.4, 0.4)), words(), []))


def printed(balls: tuple[Ball, ...], width: int, options: Options | None = None) -> bytes:
    body = Section(Text((Run("Which ball"),))), Figure(Balls(balls), width=width)
    return compose(replace(handout(CASES["figure"]), body=body), clinic(), words(), options).print()


def test_sizes_are_those_of_the_rules_of_the_games() -> None:
    assert 65.4 <= KINDS["tennis"].across <= 68.6
    assert 7.75 * 25.4 / 3.1416 <= KINDS["firm"].across <= 8 * 25.4 / 3.1416
    assert 0.0559 / 0.686 <= KINDS["tennis"].gives <= 0.0737 / 0.654
    under_a_quarter = [load * 0.25 for load in (18 / 150, (18 / 115) ** (2 / 3))]
    assert under_a_quarter[0] <= KINDS["firm"].gives <= under_a_quarter[1]
    assert [one.gives > other.gives for one, other in pairwise(KINDS[ball] for ball in ALL)] == [True, True]


@pytest.mark.parametrize("ball", ALL)
def test_a_pressed_ball_is_lower_and_wider_by_what_it_gives(ball: Ball) -> None:
    kind = KINDS[ball]
    left, top, right, bottom = bounds(outline(kind))
    assert bottom - top == pytest.approx(kind.across * (1 - kind.gives))
    assert kind.across <= right - left <= kind.across * 1.2
    assert right - left < PITCH and bottom - top < TALL


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("ball", ALL)
def test_words_say_the_size_that_is_drawn(language: str, ball: Ball) -> None:
    said = getattr(words(language), f"{ball}_ball_size").replace(",", ".")
    centimetres = [float(number) for number in re.findall(r"[\d.]+", said)]
    low, high = (centimetres[0] - 0.05, centimetres[0] + 0.05) if len(centimetres) == 1 else centimetres
    assert low <= KINDS[ball].across / 10 <= high


@pytest.mark.parametrize("points", [85, 120, 250, 500, 842])
def test_no_ball_is_larger_than_life_and_all_are_to_one_scale(points: float) -> None:
    for balls in (ALL, ALL[:1]):
        made = row(*balls)
        assert 0 < made.scale(points) <= MM
        assert made.scale(points) * PITCH <= points
    assert row("tennis").scale(842) == MM


@pytest.mark.parametrize("share", [100, 60, 30, 17])
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize(("paper", "size"), EDITIONS)
def test_words_stay_large_and_apart(count: int, share: int, paper: PaperName, size: TextSize) -> None:
    pdf = printed(ALL[:count], share, Options(paper, size))
    assert pixels.overlaps(pdf) == pixels.outside(pdf, margin=8) == []
    assert min(typesetting.sizes(structure.read(pdf))) >= (9.8 if size == "standard" else 20)


def test_the_picture_says_its_words_to_people_who_cannot_see_it() -> None:
    (figure,) = (tag for tag in structure.read(printed(ALL, 60)).root.walk() if tag.alt.startswith("Balls"))
    heard = re.sub(r"[,;]", "", figure.alt.partition(": ")[2]).split()
    assert heard == tags.words(figure)


def test_three_balls_spare_the_ink_of_a_black_and_white_printer() -> None:
    pdf = printed(ALL, 100, Options(ink="mono"))
    assert ink.coloured(pdf) == []
    assert max(ink.coverages(pdf)) < 0.06
