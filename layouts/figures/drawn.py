"""From what a handout asks to be drawn to a picture: each kind of drawing has its file here, named by its word.

Most are pictures: one Figure with alternative text, its caption below it. A drawing that prints words of its own, such
as an address or what a number means, finds the places for them and for the caption itself. Those words are text like
any other, to be read aloud and copied, which they could not be inside a picture.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from handouts.drawings import Drawing
from handouts.inline import Text
from handouts.problem import Place, Problem
from handouts.record import word_of
from handouts.words import Words
from layouts.figures.picture import TALLEST, Source
from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import Paragraph
from layouts.lines import TextStyle
from layouts.tagging.tree import Element, Owner
from layouts.theme import Role, Theme


@dataclass(frozen=True)
class Setting:
    """What a drawing is made with: looks, fixed words, the problems found so far, and the height it may have in points.

    A drawing whose words keep their size heeds that height by itself; all others are made smaller as a whole.
    """

    theme: Theme
    words: Words
    problems: list[Problem]
    tallest: float = TALLEST


class Writer(Protocol):
    """Sets a text of the handout in the looks of a role, for an element."""

    def __call__(self, text: Text, role: Role | TextStyle, owner: Owner) -> Paragraph: ...


@dataclass(frozen=True)
class Stand:
    """Where a drawing with words of its own stands in the reading: below an element of the tree.

    `alt` is the handout's own alternative text, if any; `captioned` makes its caption, when its turn to be read comes.
    """

    setting: Setting
    place: Place
    parent: Element
    alt: str
    captioned: Callable[[], list[Paragraph]]
    paragraph: Writer


class _Drawer(Protocol):
    def draw(self, drawing: Drawing, setting: Setting) -> Source:
        """The picture; what cannot be drawn as it was asked for is a problem, and something stands in for it."""

    def alt(self, drawing: Drawing, words: Words) -> str:
        """What the picture says to people who cannot see it; only of drawings that know it by themselves."""


class _Composer(Protocol):
    def compose(self, drawing: Drawing, stand: Stand) -> Flowable:
        """The drawing with its words and the caption around it; only of drawings that print words of their own."""


def draw(drawing: Drawing, setting: Setting) -> Source:
    """The picture of a drawing; its file is loaded when it is first met."""
    return cast(_Drawer, _module(drawing)).draw(drawing, setting)


def alt(drawing: Drawing, words: Words) -> str:
    """What a drawing says of itself to people who cannot see it; nothing where only the handout can tell."""
    module = _module(drawing)
    return cast(_Drawer, module).alt(drawing, words) if hasattr(module, "alt") else ""


def composed(drawing: Drawing, stand: Stand) -> Flowable | None:
    """The drawing among its own words; None if it has none, and is a picture like one from a file."""
    module = _module(drawing)
    return cast(_Composer, module).compose(drawing, stand) if hasattr(module, "compose") else None


def _module(drawing: Drawing) -> object:
    return import_module(f"layouts.figures.{word_of(type(drawing))}")
