"""Balls to press with, side by side: how large each is, and how far it gives way."""

from dataclasses import dataclass
from typing import Literal

from handouts.record import Record, needs

Ball = Literal["soft", "tennis", "firm"]  # the choices of the standard field `ball`


@dataclass(frozen=True)
class Balls(Record):
    """Balls in true proportion, each under the same load."""

    balls: tuple[Ball, ...] = needs("the balls, from left to right")
