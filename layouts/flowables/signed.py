"""Words with a sign after them, for the eye only."""

from layouts.colours import Colour
from layouts.figures.signs import Sign
from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import Paragraph
from layouts.paper import Paper
from layouts.tagging.tree import DECORATION


class Signed(Flowable):
    """A line in large letters that may have a sign after it; the words around it say the same."""

    def __init__(self, figure: Paragraph, colour: Colour) -> None:
        self.figure, self.colour, self.place = figure, colour, figure.place
        self.size, self.gap = figure.style.size * 0.7, figure.style.size * 0.4
        self.sign: Sign | None = None

    def signed_width(self) -> float:
        """The width of both on one line."""
        return self.figure.natural_width() + self.gap + self.size

    def height(self, width: float) -> float:
        return self.figure.height(width)

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        self.figure.draw(paper, x, y, width)
        if self.sign:
            left, top = x + self.figure.natural_width() + self.gap, y + self.figure.style.middle - self.size / 2
            self.sign(paper, DECORATION, left, top, self.size, self.colour)
