"""A picture at the left of words that are read before it."""

from layouts.flowables.base import Flowable
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION


class Beside(Flowable):
    """Words, and at their left a picture: read after them, level with their first line; a thin rule below, if any.

    `left`, `gutter` and the `room` above and below are points. It stays in one piece.
    """

    def __init__(
        self, picture: Flowable, words: Flowable, left: float, gutter: float, *, room: float, rule: Paint | None
    ) -> None:
        self.picture, self.words, self.left, self.gutter, self.rule = picture, words, left, gutter, rule
        self.place = words.place
        self.before = self.after = room

    def _right(self, width: float) -> float:
        return width - self.left - self.gutter

    def _content(self, width: float) -> float:
        return max(self.picture.height(self.left), self.words.height(self._right(width)))

    def height(self, width: float) -> float:
        return self._content(width) + (self.after if self.rule else 0)

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        self.words.draw(paper, x + self.left + self.gutter, y, self._right(width))
        self.picture.draw(paper, x, y, self.left)
        if self.rule:
            below = y + self.height(width)
            paper.line(DECORATION, x, below, x + width, below, self.rule)
