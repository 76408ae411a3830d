"""What a layout kind makes of a handout, before it is an edition."""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.edition import Furniture
from layouts.flow import Placed
from layouts.tagging.tree import Element


@dataclass(frozen=True)
class Plan:
    """Pages, the logical tree, the furniture of every page, and the share of the last page that is used."""

    pages: Sequence[Sequence[Placed]]
    root: Element
    furniture: Furniture
    used: float
    tightness: float = 1
