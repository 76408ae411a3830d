"""Running text in a column."""

from dataclasses import replace
from typing import Literal, Self

from handouts.inline import Run, Text
from handouts.problem import Place, Problem
from layouts.flowables.base import Flowable
from layouts.fonts import missing
from layouts.lines import Line, TextStyle, balanced, broken, without_runt, words
from layouts.paper import Paper
from layouts.tagging.tree import Artifact, Element, Owner

MEASURE = 36  # ems; a letter is about half of one wide
Breaking = Literal["greedy", "balanced"]


class Paragraph(Flowable):
    """A text in one style that belongs to one element; split, it is still that one element.

    `flush` is 0 for lines that start at the left, 1 for lines that end at the right, 0.5 for the middle.
    """

    flush: float = 0

    def __init__(
        self,
        text: Text,
        style: TextStyle,
        owner: Owner,
        problems: list[Problem],
        *,
        breaking: Breaking = "greedy",
    ) -> None:
        self.text, self.style, self.owner, self.problems = text, style, owner, problems
        self.place = text.place
        self.breaking = breaking
        self._words = words(text, style)
        self._lines: dict[float, list[Line]] = {}
        self._fixed: list[Line] | None = None
        self._report_missing_glyphs()

    def _report_missing_glyphs(self) -> None:
        for word in self._words:
            for span in word.spans:
                for char in span.face.lacks(span.text):
                    self.problems.append(missing(char, self.place))

    def natural_width(self) -> float:
        """The width that keeps all of it on one line."""
        return broken(self._words, float("inf"))[0].width * self.style.size if self._words else 0

    def least_width(self) -> float:
        """The width of its widest word."""
        return max((word.width for word in self._words), default=0) * self.style.size

    def lines(self, width: float) -> list[Line]:
        """Its lines at this width."""
        if self._fixed is not None:
            return self._fixed
        lines = self._lines.get(width)
        if lines is None:
            share = self._measure(width)
            lines = (balanced if self.breaking == "balanced" else without_runt)(self._words, share)
            self._lines[width] = lines
            self._report_wide_words(lines, width)
        return lines

    def _measure(self, width: float) -> float:
        """The width for breaking lines, in ems: running text has no more than about 75 characters in a line."""
        whole = width / self.style.size
        return whole if isinstance(self.owner, Artifact) or self.breaking == "balanced" else min(whole, MEASURE)

    def _report_wide_words(self, lines: list[Line], width: float) -> None:
        for line in lines:
            if line.width * self.style.size > width + 0.01:
                word = "".join(span.text for span in line.spans)
                message = f"“{word[:40]}{'…' if len(word) > 40 else ''}” is wider than the column it stands in"
                self.problems.append(self.place.problem("P102", message, "use a shorter word, or put spaces into it"))

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.style.leading

    def least(self, width: float) -> float:
        count = len(self.lines(width))
        return (count if count < 4 else 2) * self.style.leading

    def split(self, width: float, height: float, *, force: bool = False) -> "tuple[Flowable, Flowable] | None":
        lines = self.lines(width)
        fits = int((height + 0.01) // self.style.leading)
        if fits >= len(lines):
            return None
        # No paragraph leaves one line alone, neither at the foot of a page nor at the head of the next.
        if not force:
            fits = min(fits, len(lines) - 2)
            if fits < 2:
                return None
        if fits < 1:
            return None
        return self._part(lines[:fits]), self._part(lines[fits:])

    def _part(self, lines: list[Line]) -> Self:
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._fixed = lines
        return part

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        style, lines = self.style, self.lines(width)
        edges = [(width - line.width * style.size) * self.flush for line in lines]
        paper.text(self.owner, x, y + style.ascent, lines, style.size, style.leading, edges)


class Heading(Paragraph):
    """A paragraph that opens what follows, and an entry of the outline."""

    keep = True
    level: int
    entry: str

    def least(self, width: float) -> float:
        return self.height(width)

    def split(self, width: float, height: float, *, force: bool = False) -> None:
        return None

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        paper.heading(self.entry, self.level, y)
        super().draw(paper, x, y, width)


def plain(text: str, place: Place) -> Text:
    """A text without markup, for fixed words."""
    return Text((Run(text),) if text else (), place)


def heading(text: Text, style: TextStyle, owner: Element, problems: list[Problem], level: int) -> Heading:
    """A heading of the outline level, lines balanced."""
    made = Heading(text, style, owner, problems, breaking="balanced")
    made.level, made.entry = level, text.plain
    return made


def coloured(style: TextStyle, colour: tuple[float, float, float]) -> TextStyle:
    """The style in one other colour."""
    return replace(style, colour=colour, strong_colour=colour, link_colour=colour)
