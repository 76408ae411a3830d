"""Posters: one page, large letters, a large picture; and pictures that stand beside words or places to write."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from handouts.clinic import Ink, PaperName
from handouts.inline import Prose, Run, Text
from handouts.model import Handout, Paragraphs
from layouts import Options, compose
from layouts.options import PAPERS
from tests.instruments import pixels, structure, tags, typesetting
from tests.samples import CASES, CLINICS, LIBRARY, clinic, handout, words

MAP = handout(LIBRARY["sore-spot-map"])
LEAST = 0.36  # of the page's height, for the map


def printed(written: Handout, options: Options, brand: str = "hill-street") -> bytes:
    """The PDF as a clinic prints it."""
    return compose(written, clinic(CLINICS[brand]), words(), options).print()


def boxes(pdf: bytes) -> list[tuple[float, ...]]:
    """What each figure covers, in points from the lower left corner."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [tuple(map(float, box)) for box in _boxes(opened.Root.StructTreeRoot)]


def _boxes(element: Any) -> Iterator[Any]:
    for kid in _each(element.get("/K", ())):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _boxes(kid)
    yield from (each["/BBox"] for each in _each(element.get("/A", ())) if "/BBox" in each)


def _each(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array | tuple) else [value]


@pytest.mark.parametrize("ink", ["colour", "mono"])
@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("brand", CLINICS)
def test_the_map_of_sore_spots_is_one_page_and_the_map_most_of_what_is_on_it(
    brand: str, paper: PaperName, ink: Ink
) -> None:
    pdf = printed(MAP, Options(paper=paper, ink=ink), brand)
    tall = max(top - bottom for _, bottom, _, top in boxes(pdf))
    assert structure.read(pdf).pages == 1
    assert tall >= LEAST * PAPERS[paper][1]
    assert pixels.overlaps(pdf) == []


def body(pdf: bytes) -> float:
    """The size that most letters have."""
    sizes = typesetting.sizes(structure.read(pdf))
    return max(sizes, key=lambda size: sizes[size])


def test_what_little_a_poster_says_is_large() -> None:
    little = handout(CASES["bullets"])
    assert body(printed(little, Options())) == pytest.approx(1.4 * 12, abs=0.1)
    assert body(printed(MAP, Options())) == pytest.approx(12, abs=0.1)


def test_more_than_a_page_is_more_than_a_page() -> None:
    much = Paragraphs(Prose((Text((Run("Rest when it hurts, and go on when it does not. " * 150),)),)))
    pdf = printed(replace(handout(CASES["bullets"]), body=(much,)), Options())
    assert structure.read(pdf).pages > 1 and body(pdf) >= 12


@pytest.mark.parametrize("name", ["sore-spot-map", "warning-card"])
def test_a3_is_a4_enlarged_but_a_card_stays_a_card(name: str) -> None:
    small, large = (printed(handout(LIBRARY[name]), Options(paper=paper)) for paper in ("a4", "a3"))
    grown = 2**0.5 if name == "sore-spot-map" else 1
    assert body(large) / body(small) == pytest.approx(grown, abs=0.01)


def test_a_map_on_two_pages_has_no_box() -> None:
    pdf = printed(MAP, Options(paper="a5", text_size="extra-large"))
    reading = structure.read(pdf)
    (shown,) = [tag for tag in reading.root.walk() if tag.role == "Figure" and "Piriformis" in tags.text(tag)]
    assert len({piece.page for piece in shown.pieces()}) > 1
    assert max(top - bottom for _, bottom, _, top in boxes(pdf)) < 60  # those of signs and logo


# Beside


def heights(pdf: bytes, wanted: str) -> set[float]:
    """The baselines of a word that stands alone."""
    pieces = structure.read(pdf).root.pieces()
    return {shown.baseline for piece in pieces for shown in piece.shown if shown.text.strip() == wanted}


@pytest.mark.parametrize("brand", CLINICS)
def test_the_history_is_written_beside_the_body_to_draw_on(brand: str) -> None:
    pdf = printed(handout(LIBRARY["intake-and-screening"]), Options(), brand)
    (body_box,) = [box for box in boxes(pdf) if box[3] - box[1] > 100]
    for label in ("Worse with", "Better with", "Wants to do again"):
        (baseline,) = heights(pdf, label)
        assert body_box[1] < baseline < body_box[3]


BESIDE = [("sore-muscle-spots", "Where they lie"), ("assessment-reference", "Points and nerve")]


@pytest.mark.parametrize(("name", "heading"), BESIDE)
def test_a_map_stands_beside_the_words(name: str, heading: str) -> None:
    pdf = printed(handout(LIBRARY[name]), Options())
    left, _, _, top = max(boxes(pdf), key=lambda box: box[3] - box[1])
    assert left > PAPERS["a4"][0] / 2
    (baseline,) = heights(pdf, heading)
    assert top < baseline < top + 30
