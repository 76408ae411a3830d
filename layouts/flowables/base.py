"""The least that every flowable can say of itself; widths, heights and positions are points."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from itertools import pairwise

from handouts.problem import NOWHERE, Place
from layouts.paper import Paper
from layouts.theme import Theme


class Flowable(ABC):
    """Something in a column, with the space that it wants around it.

    `keep` says that it may not end a page, as a heading may not. `firm` says that the space below it never grows, so
    that the points of a list stand evenly. `place` is where its content was written.
    """

    before: float = 0
    after: float = 0
    keep: bool = False
    firm: bool = False
    place: Place = NOWHERE

    @abstractmethod
    def height(self, width: float) -> float:
        """How tall it is at this width."""

    @abstractmethod
    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw it with its top left corner at x, y."""

    def least(self, width: float) -> float:
        """The least of it that may end a page."""
        return self.height(width)

    def split(self, width: float, height: float, *, force: bool = False) -> "tuple[Flowable, Flowable] | None":
        """What fits into the height, and the rest; None if it would rather move as a whole.

        `force` says that it stands on an empty page already: it has to split wherever it can.
        """
        return None


class Space(Flowable):
    """Nothing, of some height."""

    def __init__(self, height: float) -> None:
        self._height = height

    def height(self, width: float) -> float:
        return self._height

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Nothing is drawn."""


class Snapped(Flowable):
    """Something of any height, such as a picture, and room below it up to a whole number of units of the grid."""

    def __init__(self, body: Flowable, theme: Theme) -> None:
        self.body, self.theme = body, theme
        self.before, self.after, self.keep, self.place = body.before, body.after, body.keep, body.place

    def height(self, width: float) -> float:
        return self.theme.snap(self.body.height(width))

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        self.body.draw(paper, x, y, width)


def gap(upper: Flowable, lower: Flowable) -> float:
    """The space between two neighbours: the larger of what both want; a heading keeps what it heads close."""
    return upper.after if upper.keep else max(upper.after, lower.before)


def total(flowables: Sequence[Flowable], width: float) -> float:
    """The height of flowables one below the other, spaces between them included."""
    heights = sum(flowable.height(width) for flowable in flowables)
    return heights + sum(gap(upper, lower) for upper, lower in pairwise(flowables))
