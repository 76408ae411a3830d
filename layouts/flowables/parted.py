"""A row of numbers in boxes, in parts that stand a little apart, and what each part means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import Paragraph
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION
from layouts.theme import Theme

MOST_LINES = 3  # of the words below their part of the row; where there are more, all words stand in a list
LEAST_WORDS = 9  # ems beside a label of that list; with less they stand below it
BOX, LABEL = 1.32, 1.06  # how tall boxes in the row and around a label of the list are, in leadings of a number
AROUND = 0.55  # ems of bare paper at least on both sides of a number together


@dataclass(frozen=True)
class Part:
    """Numbers one by one, and in short from first to last; their words, and the width in points of the widest one."""

    numbers: Sequence[Paragraph]
    label: Paragraph
    words: Flowable
    least: float
    paint: Paint


class Parted(Flowable):
    """The row, with the words of each part below its own numbers.

    In a narrow column the words stand in a list below the row, each after its numbers in short; where that is too
    narrow for the row, it becomes several.
    """

    def __init__(self, parts: Sequence[Part], theme: Theme) -> None:
        self.parts, self.theme, self.place = parts, theme, parts[0].words.place
        self.style = parts[0].label.style
        self.near, self.far = theme.space(0.6), theme.space(1.2)
        self.below = theme.inset(1)  # boxes never touch
        self.radius = theme.space(1) if theme.look.corners == "rounded" else 0
        self.box = self.style.leading * BOX
        self.inset = theme.snap((self.box - self.style.leading) / 2)  # of the numbers
        self.row = theme.snap(self.inset + self.style.middle + self.box / 2)
        self.next_row = self.row + theme.space(0.4)
        self.numbers = [number for part in parts for number in part.numbers]
        self.narrowest = max(number.natural_width() for number in self.numbers) + AROUND * self.style.size
        self.label = max(part.label.natural_width() for part in parts) + self.style.size

    # The row

    def _across(self, width: float) -> int:
        """How many numbers stand side by side: all of them, or as many in each row as make the rows about as full."""
        if self._cell_of_all(width) >= self.narrowest:
            return len(self.numbers)
        most = max(1, int((width + self.far) / (self.narrowest + self.far)))
        return -(-len(self.numbers) // -(-len(self.numbers) // most))

    def _cell_of_all(self, width: float) -> float:
        wide = len(self.parts) - 1
        return (width - (len(self.numbers) - 1 - wide) * self.near - wide * self.far) / len(self.numbers)

    def _rows(self, width: float) -> int:
        return -(-len(self.numbers) // self._across(width))

    def _row_height(self, width: float) -> float:
        """The height of the row, or of the several it became, and of the space below it."""
        return self.row + (self._rows(width) - 1) * self.next_row + self.below

    def _cell(self, width: float) -> float:
        across = self._across(width)
        if across == len(self.numbers):
            return self._cell_of_all(width)
        return (width - (across - 1) * self.far) / across

    def _lefts(self, width: float) -> Iterator[tuple[int, float]]:
        """The row of each number, and where its box begins in it."""
        across, cell = self._across(width), self._cell(width)
        at, left = 0, 0.0
        for part in self.parts:
            for index in range(len(part.numbers)):
                if at % across == 0:
                    left = 0
                else:
                    left += cell + (self.near if index else self.far)
                yield at // across, left
                at += 1

    # The words

    def _spans(self, width: float) -> list[tuple[float, float]]:
        """Where the words of each part begin below a single row, and how wide they may be."""
        lefts, cell, at = [left for _, left in self._lefts(width)], self._cell(width), 0
        spans = []
        for part in self.parts:
            end = at + len(part.numbers)
            spans.append((lefts[at], lefts[end - 1] + cell - lefts[at]))
            at = end
        return spans

    def _below_numbers(self, width: float) -> bool:
        """Whether each part's words have room below its own numbers."""
        if self._rows(width) > 1:
            return False
        most = MOST_LINES * self.theme.style("body").leading + 0.01
        return all(
            part.least <= room and part.words.height(room) <= most
            for part, (_, room) in zip(self.parts, self._spans(width), strict=True)
        )

    def _beside_labels(self, width: float) -> bool:
        """Whether the words of a list have room beside its labels."""
        least = max(LEAST_WORDS * self.theme.style("body").size, *(part.least for part in self.parts))
        return width - self._left >= least

    @property
    def _left(self) -> float:
        """How far words are from the left edge beside the labels of a list."""
        return self.label + self.theme.space(1.6)

    def _item(self, part: Part, width: float) -> float:
        """The height of a part in a list."""
        if self._beside_labels(width):
            return max(self.style.leading, part.words.height(width - self._left))
        return self.style.leading + self.near + part.words.height(width)

    def height(self, width: float) -> float:
        rows = self._row_height(width)
        if self._below_numbers(width):
            heights = (part.words.height(room) for part, (_, room) in zip(self.parts, self._spans(width), strict=True))
            return rows + max(heights)
        return rows + sum(self._item(part, width) for part in self.parts) + self.below * (len(self.parts) - 1)

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Part by part, as it is read: numbers, then words."""
        below, places = self._below_numbers(width), self._lefts(width)
        spans = self._spans(width) if below else []
        top = y + self._row_height(width)
        for index, part in enumerate(self.parts):
            for number in part.numbers:
                row, left = next(places)
                self._number(paper, number, part.paint, x + left, y + row * self.next_row, self._cell(width))
            if below:
                left, room = spans[index]
                part.words.draw(paper, x + left, top, room)
            else:
                self._draw_item(paper, part, x, top, width)
                top += self._item(part, width) + self.below

    def _number(self, paper: Paper, number: Paragraph, paint: Paint, x: float, y: float, width: float) -> None:
        top = y + self.inset
        self._frame(paper, x, top, width, self.box, paint)
        number.draw(paper, x, top, width)

    def _frame(self, paper: Paper, x: float, y: float, width: float, tall: float, paint: Paint) -> None:
        """A box around a line of text that begins at y; its line stays inside, so that all boxes are equally large."""
        thick, top = paint.width, y + self.style.middle - tall / 2
        inner = (x + thick / 2, top + thick / 2, width - thick, tall - thick)
        paper.box(DECORATION, *inner, paint, max(0, self.radius - thick / 2))

    def _draw_item(self, paper: Paper, part: Part, x: float, y: float, width: float) -> None:
        self._frame(paper, x, y, self.label, self.style.leading * LABEL, part.paint)
        part.label.draw(paper, x, y, self.label)
        if self._beside_labels(width):
            part.words.draw(paper, x + self._left, y, width - self._left)
        else:
            part.words.draw(paper, x, y + self.style.leading + self.near, width)
