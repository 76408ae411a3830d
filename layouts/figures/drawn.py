"""From what a handout asks to be drawn to a picture: each kind of drawing has its file here, named by its word."""

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from handouts.drawings import Drawing
from handouts.problem import Problem
from handouts.record import word_of
from handouts.words import Words
from layouts.figures.picture import TALLEST, Source
from layouts.theme import Theme


@dataclass(frozen=True)
class Setting:
    """What a drawing is made with: looks, fixed words, the problems found so far, and the height it may have in points.

    A drawing whose words keep their size heeds that height by itself; all others are made smaller as a whole.
    """

    theme: Theme
    words: Words
    problems: list[Problem]
    tallest: float = TALLEST


class _Drawer(Protocol):
    def draw(self, drawing: Drawing, setting: Setting) -> Source:
        """The picture; what cannot be drawn as it was asked for is a problem, and something stands in for it."""


def draw(drawing: Drawing, setting: Setting) -> Source:
    """The picture of a drawing; its file is loaded when it is first met."""
    drawer = cast(_Drawer, import_module(f"layouts.figures.{word_of(type(drawing))}"))
    return drawer.draw(drawing, setting)
