"""A stage of a checklist: its name at the left, what is done in it at the right, under a thin rule."""

from layouts.flowables.base import Flowable
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, REPEATED
from layouts.theme import Theme


class Stage(Flowable):
    """Name and body side by side; `left` and `gutter` are points. Later parts repeat the name, for the eye only."""

    def __init__(
        self, name: Flowable, body: Flowable, left: float, gutter: float, theme: Theme, *, later: bool = False
    ) -> None:
        self.name, self.body, self.left, self.gutter, self.theme = name, body, left, gutter, theme
        self.later = later
        self.before = self.after = theme.space(1.6)
        self.place = name.place
        self.padding = 0 if later else theme.space(1.4)

    def _right(self, width: float) -> float:
        return width - self.left - self.gutter

    def height(self, width: float) -> float:
        return self.padding + max(self.name.height(self.left), self.body.height(self._right(width)))

    def least(self, width: float) -> float:
        return self.padding + max(self.name.height(self.left), self.body.least(self._right(width)))

    def split(self, width: float, height: float, *, force: bool = False) -> tuple[Flowable, Flowable] | None:
        parts = self.body.split(self._right(width), height - self.padding, force=force)
        if not parts or (not force and self.name.height(self.left) > height - self.padding):
            return None
        first = Stage(self.name, parts[0], self.left, self.gutter, self.theme, later=self.later)
        return first, Stage(self.name, parts[1], self.left, self.gutter, self.theme, later=True)

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        if self.later:
            with paper.repeating(REPEATED):
                self.name.draw(paper, x, y, self.left)
        else:
            rule = Paint(line=self.theme.colours["line"], width=0.8)
            paper.line(DECORATION, x, y, x + width, y, rule)
            self.name.draw(paper, x, y + self.padding, self.left)
        self.body.draw(paper, x + self.left + self.gutter, y + self.padding, self._right(width))
