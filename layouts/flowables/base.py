"""The least that every flowable can say of itself; widths, heights and positions are points."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from itertools import pairwise

from handouts.problem import NOWHERE, Place
from layouts.paper import Paper


class Flowable(ABC):
    """Something in a column, with the space that it wants around it.

    `keep` says that it may not end a page, as a heading may not. `place` is where its content was written.
    """

    before: float = 0
    after: float = 0
    keep: bool = False
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


def gap(upper: Flowable, lower: Flowable) -> float:
    """The space between two neighbours: the larger of what both want; a heading keeps what it heads close."""
    return upper.after if upper.keep else max(upper.after, lower.before)


def total(flowables: Sequence[Flowable], width: float) -> float:
    """The height of flowables one below the other, spaces between them included."""
    heights = sum(flowable.height(width) for flowable in flowables)
    return heights + sum(gap(upper, lower) for upper, lower in pairwise(flowables))
