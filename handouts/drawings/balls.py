"""Balls to press with, side by side: how large each is, and how far it gives way.

Sizes: a tennis ball is 65.4 to 68.6 mm across (International Tennis Federation, Rules of Tennis, appendix I, type 2). A
firm ball is a lacrosse ball, 7 3/4 to 8 inches around, so 62.7 to 64.7 mm across (NCAA men's lacrosse rules). A soft
ball of foam is sold from about 70 to 100 mm: no standard was found, and 80 is the project's own choice. The rules were
read as quoted on the web.
"""

from dataclasses import dataclass
from typing import Literal

from handouts.record import Record, needs

Ball = Literal["soft", "tennis", "firm"]  # the choices of the standard field `ball`
ACROSS: dict[Ball, float] = {"soft": 80, "tennis": 67, "firm": 63.7}  # mm


@dataclass(frozen=True)
class Balls(Record):
    """Balls in true proportion, each under the same load."""

    balls: tuple[Ball, ...] = needs("the balls, from left to right")
