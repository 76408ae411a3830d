"""A handout laid out once, its fields open; printing closes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from layouts.flow import Placed
from layouts.paper import Paper
from layouts.tagging.metadata import Metadata
from layouts.tagging.seal import seal
from layouts.tagging.tree import Element

Furniture = Callable[[Paper, int, int], None]


@dataclass(frozen=True)
class Edition:
    """Pages of placed flowables, the logical tree they belong to, and what stands around them on every page.

    `size` is the paper's width and height in points; a `tightness` below 1 closed up the spaces to save a page.
    `notes` say what differs from what the clinic asked for.
    Fields are lines, boxes and rows to be filled by pen.
    """

    size: tuple[float, float]
    pages: Sequence[Sequence[Placed]]
    root: Element
    furniture: Furniture
    metadata: Metadata
    tightness: float = 1
    notes: tuple[str, ...] = ()

    def print(self) -> bytes:
        """The PDF; the same edition always gives the same bytes."""
        paper = Paper(*self.size, self.metadata.language)
        for number, page in enumerate(self.pages):
            self.furniture(paper, number, len(self.pages))
            for placed in page:
                placed.flowable.draw(paper, placed.x, placed.y, placed.width)
            paper.end_page()
        return seal(paper, self.root, self.metadata)
