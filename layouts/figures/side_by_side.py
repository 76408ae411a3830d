"""Drawings of one scale side by side, each with a few words of its own below it, as one picture."""

from collections.abc import Sequence
from functools import cached_property

from handouts.inline import Run, Text
from layouts.figures.sketch import Sketch
from layouts.lines import TextStyle, broken, words
from layouts.paper import Paper
from layouts.tagging.tree import Owner
from layouts.theme import MM, Theme

MOST_LINES = 4  # below a drawing
LEAST = 26.0  # points of width for a drawing before its words


class Row:
    """Sketches in mm, all equally wide and tall, with their words below: a name, and what is smaller.

    Where the words are too wide for that, one stands below the other. None is larger than life.
    """

    def __init__(self, drawn: Sequence[tuple[Sketch, Sequence[str]]], theme: Theme) -> None:
        self.drawn, self.theme = drawn, theme
        self.pitch, self.tall = drawn[0][0].width, drawn[0][0].height_in_units
        small = theme.style("label")
        self.styles = (theme.style("strong"), *(small for _ in drawn[0][1][1:]))
        self.gap = theme.space(1.2)

    @cached_property
    def _texts(self) -> list[list[tuple[str, TextStyle]]]:
        return [list(zip(said, self.styles, strict=True)) for _, said in self.drawn]

    def _beside(self, width: float) -> bool:
        """Whether the words of each have room below it."""
        room = width / len(self.drawn) - self.gap
        widest = max(_width(word, style) for texts in self._texts for text, style in texts for word in text.split(" "))
        return widest <= room and max(map(len, self._lines(room))) <= MOST_LINES

    def _words(self, width: float) -> float:
        """The width of the words that stand beside their drawings."""
        natural = max(_width(text, style) for texts in self._texts for text, style in texts)
        return min(natural, width - LEAST - self.gap)

    def _lines(self, width: float) -> list[list[tuple[str, TextStyle]]]:
        """The words of each in lines of this width."""
        return [
            [(line, style) for text, style in texts for line in _broken(text, style, width)] for texts in self._texts
        ]

    def scale(self, width: float) -> float:
        """Points for each mm."""
        if self._beside(width):
            return min(width / len(self.drawn) / self.pitch, MM)
        tall = 1.5 * sum(style.leading for style in self.styles)
        return min((width - self._words(width) - self.gap) / self.pitch, tall / self.tall)

    def _heights(self, width: float) -> list[float]:
        """The height of each with its words before or below it."""
        scale, beside = self.scale(width), self._beside(width)
        lines = self._lines(width / len(self.drawn) - self.gap if beside else self._words(width))
        words = [sum(style.leading for _, style in found) for found in lines]
        return [self.tall * scale + self.gap / 2 + each if beside else max(self.tall * scale, each) for each in words]

    def height(self, width: float) -> float:
        """Of all, in points."""
        heights = self._heights(width)
        return max(heights) if self._beside(width) else sum(heights) + self.gap * (len(heights) - 1)

    def draw(self, paper: Paper, owner: Owner, x: float, y: float, width: float) -> None:
        """All of them as one figure."""
        scale = self.scale(width)
        with paper.figure(owner, x, y, width, self.height(width)):
            if self._beside(width):
                self._draw_beside(paper, x, y, width, scale)
            else:
                self._draw_below(paper, x, y, width, scale)

    def _draw_beside(self, paper: Paper, x: float, y: float, width: float, scale: float) -> None:
        step = self.pitch * scale
        left = x + (width - step * len(self.drawn)) / 2
        lines = self._lines(width / len(self.drawn) - self.gap)
        for number, (sketch, _) in enumerate(self.drawn):
            start = left + number * step
            paper.sketched(sketch.operators, start, y, scale)
            _write(paper, lines[number], start + step / 2, y + self.tall * scale + self.gap / 2, 0.5)

    def _draw_below(self, paper: Paper, x: float, y: float, width: float, scale: float) -> None:
        for (sketch, _), lines, tall in zip(
            self.drawn, self._lines(self._words(width)), self._heights(width), strict=True
        ):
            words = sum(style.leading for _, style in lines)
            paper.sketched(sketch.operators, x, y + (tall - self.tall * scale) / 2, scale)
            _write(paper, lines, x + self.pitch * scale + self.gap, y + (tall - words) / 2, 0)
            y += tall + self.gap


def _write(paper: Paper, lines: Sequence[tuple[str, TextStyle]], x: float, y: float, flush: float) -> None:
    """Lines of words from the top y, starting at x or around it."""
    for text, style in lines:
        paper.words(text, style, x - _width(text, style) * flush, y + style.ascent)
        y += style.leading


def _width(text: str, style: TextStyle) -> float:
    return style.face(Run(text)).width(text) * style.size


def _broken(text: str, style: TextStyle, width: float) -> list[str]:
    """Words in lines of a width, in points."""
    lines = broken(words(Text((Run(text),)), style), width / style.size)
    return ["".join(span.text for span in line.spans) for line in lines]
