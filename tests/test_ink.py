"""The instrument for ink, on pages whose ink is known."""

import io

import pytest
from PIL import Image, ImageDraw

from tests.instruments import ink


def page(*boxes: tuple[tuple[int, int, int, int], str]) -> bytes:
    """A PDF of 100 by 200 points with filled boxes, from the top left corner."""
    picture = Image.new("RGB", (100, 200), "white")
    for corners, colour in boxes:
        left, top, right, bottom = corners
        ImageDraw.Draw(picture).rectangle((left, top, right - 1, bottom - 1), fill=colour)
    saved = io.BytesIO()
    picture.save(saved, "PDF", resolution=72, quality=100)
    return saved.getvalue()


@pytest.mark.parametrize(("colour", "share"), [("white", 0), ("black", 0.25), ("#808080", 0.125)])
def test_ink_is_the_share_of_the_page_that_a_printer_covers(colour: str, share: float) -> None:
    assert ink.coverages(page(((0, 0, 100, 50), colour))) == [pytest.approx(share, abs=0.003)]


def test_a_colour_is_found_however_pale() -> None:
    assert ink.coloured(page(((10, 10, 90, 90), "#808080"))) == []
    assert ink.coloured(page(((10, 10, 90, 90), "#eef4f4"))) != []


def test_the_first_ink_ends_the_free_head() -> None:
    assert ink.first_ink(ink.greys(page(((10, 40, 90, 60), "black")))[0]) == pytest.approx(40, abs=1)


@pytest.mark.parametrize("gap", [2, 6])
def test_bare_paper_above_the_rule_of_a_foot_is_measured(gap: int) -> None:
    drawn = page(((10, 180, 90, 190), "black"), ((10, 172, 90, 173), "black"), ((10, 100, 90, 172 - gap), "black"))
    assert ink.clear_above(ink.greys(drawn)[0], 20) == pytest.approx(gap, abs=1)
