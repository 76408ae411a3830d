"""A stage of a checklist: its name at the left, what is done in it at the right, under a thin rule."""

from layouts.flowables.base import Flowable
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, REPEATED
from layouts.theme import Theme


class Stage(Flowable):
    """Name and body side by side; `left` and `gutter` are points, `lift` is how much higher the name's line begins.

    Later parts repeat the name, for the eye only.
    """

    def __init__(
        self,
        name: Flowable,
        body: Flowable,
        left: float,
        gutter: float,
        theme: Theme,
        *,
        lift: float = 0,
        later: bool = False,
    ) -> None:
        self.name, self.body, self.left, self.gutter, self.theme = name, body, left, gutter, theme
        self.lift, self.later = lift, later
        self.before = self.after = theme.space(1.6)
        self.place = name.place
        self.padding = lift if later else max(lift, theme.space(1.6))

    def _right(self, width: float) -> float:
        return width - self.left - self.gutter

    @property
    def _name_height(self) -> float:
        return self.name.height(self.left) - self.lift

    def height(self, width: float) -> float:
        return self.padding + max(self._name_height, self.body.height(self._right(width)))

    def least(self, width: float) -> float:
        return self.padding + max(self._name_height, self.body.least(self._right(width)))

    def split(self, width: float, height: float, *, force: bool = False) -> tuple[Flowable, Flowable] | None:
        parts = self.body.split(self._right(width), height - self.padding, force=force)
        if not parts or (not force and self._name_height > height - self.padding):
            return None
        return self._part(parts[0], later=self.later), self._part(parts[1], later=True)

    def _part(self, body: Flowable, *, later: bool) -> "Stage":
        return Stage(self.name, body, self.left, self.gutter, self.theme, lift=self.lift, later=later)

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        top = y + self.padding - self.lift
        if self.later:
            with paper.repeating(REPEATED):
                self.name.draw(paper, x, top, self.left)
        else:
            rule = Paint(line=self.theme.colours["line"], width=0.8)
            paper.line(DECORATION, x, y, x + width, y, rule)
            self.name.draw(paper, x, top, self.left)
        self.body.draw(paper, x + self.left + self.gutter, y + self.padding, self._right(width))
