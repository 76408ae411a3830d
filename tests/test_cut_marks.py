"""The marks of a wallet card, read from the page as a cutter would: 85 by 55 millimetres, to a tenth of one."""

import io
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

import pikepdf
import pytest

from handouts.clinic import Ink, PaperName
from layouts import Options, compose
from tests.samples import LIBRARY, clinic, handout, words

MM = 72 / 25.4
WIDTH, HEIGHT = 85, 55  # of a bank card, in millimetres
EXACT = 0.1  # millimetres
HAIRLINE = 0.5  # points
PAINTED = {"S", "s", "f", "f*", "B", "B*", "b", "b*", "n"}
Point = tuple[float, float]


@dataclass(frozen=True)
class Stroke:
    """A straight line in millimetres from the bottom left corner of the page."""

    start: Point
    end: Point
    dashed: bool

    @property
    def upright(self) -> bool:
        return abs(self.start[0] - self.end[0]) < 0.001

    @property
    def at(self) -> float:
        """Where across the page an upright line stands, or how high a level one."""
        return self.start[0] if self.upright else self.start[1]


def strokes(pdf: bytes) -> list[Stroke]:
    """The hairlines of the first page, each a path of its own."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found: list[Stroke] = []
        path: list[Point] = []
        dashed, hairline = False, False
        for instruction in pikepdf.parse_content_stream(document.pages[0]):
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "d":
                dashed = len(operands[0]) > 0
            elif operator == "w":
                hairline = float(operands[0]) <= HAIRLINE
            elif operator in ("m", "l"):
                path.append(_point(operands))
            elif operator in PAINTED:
                found += [Stroke(path[0], path[1], dashed)] if operator == "S" and len(path) == 2 and hairline else []
                path = []
        return found


def _point(operands: list[pikepdf.Object]) -> Point:
    return float(operands[0]) / MM, float(operands[1]) / MM


def printed(paper: PaperName, ink: Ink = "colour") -> list[Stroke]:
    """The lines of a sheet of cards."""
    return strokes(compose(handout(LIBRARY["warning-card"]), clinic(), words(), Options(paper, ink=ink)).print())


def edges(marks: list[Stroke]) -> list[float]:
    """Where marks stand, each place once."""
    places: list[float] = []
    for at in sorted(mark.at for mark in marks):
        if not places or at - places[-1] > EXACT / 2:
            places.append(at)
    return places


def apart(places: list[float]) -> list[float]:
    """The sizes between the first and the second edge, the third and the fourth, and so on."""
    return [high - low for low, high in list(pairwise(places))[::2]]


@pytest.mark.parametrize("ink", get_args(Ink))
@pytest.mark.parametrize("paper", get_args(PaperName))
def test_cards_are_cut_and_folded_to_size(paper: PaperName, ink: Ink) -> None:
    lines = printed(paper, ink)
    marks, folds = [line for line in lines if not line.dashed], [line for line in lines if line.dashed]
    open_card = (2 * WIDTH, HEIGHT) if folds[0].upright else (WIDTH, 2 * HEIGHT)
    across, along = edges([mark for mark in marks if mark.upright]), edges([mark for mark in marks if not mark.upright])
    assert apart(across) == [pytest.approx(open_card[0], abs=EXACT)] * (len(across) // 2)
    assert apart(along) == [pytest.approx(open_card[1], abs=EXACT)] * (len(along) // 2)
    assert len(marks) == 8 * len(folds) == 8 * (len(across) // 2) * (len(along) // 2)
    for fold in folds:
        lower = max(edge for edge in (across if fold.upright else along) if edge < fold.at)
        assert fold.at - lower == pytest.approx(WIDTH if fold.upright else HEIGHT, abs=EXACT)


@pytest.mark.parametrize("paper", get_args(PaperName))
def test_marks_stay_off_the_cards(paper: PaperName) -> None:
    marks = [line for line in printed(paper) if not line.dashed]
    across, along = edges([mark for mark in marks if mark.upright]), edges([mark for mark in marks if not mark.upright])
    for mark in marks:
        inside = [low < mark.start[0] < high for low, high in list(pairwise(across))[::2]]
        level = [low < mark.start[1] < high for low, high in list(pairwise(along))[::2]]
        assert not (any(inside) and any(level))


def test_a_tenth_of_a_millimetre_is_found() -> None:
    places = [20.0, 20.0 + WIDTH + 0.11, 120, 120 + WIDTH]
    assert apart(places) != [pytest.approx(WIDTH, abs=EXACT)] * 2
    assert apart(places)[1:] == [pytest.approx(WIDTH, abs=EXACT)]
