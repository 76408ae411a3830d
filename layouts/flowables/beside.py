"""A picture at the left of words that are read before it."""

from layouts.flowables.base import Flowable
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION


class Beside(Flowable):
    """Words, and at their left a picture: read after them, level with their first line, under a thin rule.

    `left`, `gutter` and the room `above` are points. It stays in one piece, unless a page is too short for it.
    """

    def __init__(
        self, picture: Flowable, words: Flowable, left: float, gutter: float, *, above: float, rule: Paint | None
    ) -> None:
        self.picture, self.words, self.left, self.gutter, self.rule = picture, words, left, gutter, rule
        self.place = words.place
        self.before = self.after = above

    def _right(self, width: float) -> float:
        return width - self.left - self.gutter

    def height(self, width: float) -> float:
        return self._above + max(self.picture.height(self.left), self.words.height(self._right(width)))

    @property
    def _above(self) -> float:
        return self.before if self.rule else 0

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        if self.rule:
            paper.line(DECORATION, x, y, x + width, y, self.rule)
        y += self._above
        self.words.draw(paper, x + self.left + self.gutter, y, self._right(width))
        self.picture.draw(paper, x, y, self.left)
