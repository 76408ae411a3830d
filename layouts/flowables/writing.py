"""Places to write with a pen: a label and a line, words to circle, a row of numbers."""

from collections.abc import Sequence

from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import Paragraph
from layouts.paper import Paint, Paper
from layouts.tagging.tree import Element
from layouts.theme import MM, Theme

LINE_HEIGHT = 6.4 * MM  # below a label: about 11 mm from line to line, as much as a hand needs
NEXT_LINE = 9 * MM  # from one line to the next of the same field


class Rule(Flowable):
    """A label above one or more lines to write on; `beside` sets a single line after its label."""

    def __init__(self, label: Paragraph, form: Element, theme: Theme, *, lines: int = 1, beside: bool = False) -> None:
        self.label, self.form, self.place = label, form, label.place
        self.lines, self.beside = lines, beside
        self.line_height = LINE_HEIGHT * theme.hand
        self.next_line = NEXT_LINE * theme.hand
        self.paint = Paint(line=theme.colours["dark"], width=0.9)
        self.before = self.after = theme.space(1)

    @property
    def room(self) -> float:
        """The height for all its lines, in points."""
        return self.line_height + (self.lines - 1) * self.next_line

    def height(self, width: float) -> float:
        label = 0 if self.beside else self.label.height(width)
        return label + self.room

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        if self.beside:
            self.label.draw(paper, x, y + self.line_height - self.label.style.leading, width)
            indent = self.label.natural_width() + self.label.style.size / 2
            x, width, top = x + indent, width - indent, y
        else:
            self.label.draw(paper, x, y, width)
            top = y + self.label.height(width)
        with paper.figure(self.form, x, top, width, self.room):
            for number in range(self.lines):
                height = top + self.line_height + number * self.next_line - 0.8
                paper.line(self.form, x, height, x + width, height, self.paint)


class Trailing(Flowable):
    """Words and a line to write on after them, on the same line where half of it is left, else below."""

    def __init__(self, words: Paragraph, rule: Rule) -> None:
        self.words, self.rule, self.place = words, rule, words.place

    def _after(self, width: float) -> float:
        """Where the line begins beside the words; 0 where it has to go below them."""
        needed = self.words.natural_width() + self.words.style.size * 0.6
        return needed if needed + self.rule.label.natural_width() < width * 0.62 else 0

    def height(self, width: float) -> float:
        if self._after(width):
            return max(self.words.height(width), self.rule.line_height)
        return self.words.height(width) + self.rule.height(width)

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        self.words.draw(paper, x, y, width)
        after = self._after(width)
        top = y + self.words.style.leading - self.rule.line_height if after else y + self.words.height(width)
        self.rule.draw(paper, x + after, top, width - after)


class Choices(Flowable):
    """A label above words to circle."""

    def __init__(self, label: Paragraph, choices: Sequence[Paragraph], theme: Theme) -> None:
        self.label, self.choices, self.place = label, choices, label.place
        self.gap = theme.space(3)
        self.line_height = LINE_HEIGHT * theme.hand
        self.before = self.after = theme.space(1)

    def natural_width(self) -> float:
        """The width that keeps all choices on one line."""
        return sum(choice.natural_width() + self.gap for choice in self.choices) - self.gap

    def _rows(self, width: float) -> list[list[tuple[Paragraph, float]]]:
        """Choices and their widths, row by row; one wider than the page takes several lines."""
        rows: list[list[tuple[Paragraph, float]]] = [[]]
        used = 0.0
        for choice in self.choices:
            needed = min(choice.natural_width() + 1, width)
            if rows[-1] and used + needed > width:
                rows.append([])
                used = 0.0
            rows[-1].append((choice, needed))
            used += needed + self.gap
        return rows

    def _tall(self, row: Sequence[tuple[Paragraph, float]]) -> float:
        more = max(choice.height(width) - choice.style.leading for choice, width in row)
        return self.line_height + more

    def height(self, width: float) -> float:
        return self.label.height(width) + sum(self._tall(row) for row in self._rows(width))

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        self.label.draw(paper, x, y, width)
        y += self.label.height(width)
        for row in self._rows(width):
            left = x
            for choice, needed in row:
                choice.draw(paper, left, y + self.line_height - choice.style.leading - 2, needed)
                left += needed + self.gap
            y += self._tall(row)


class Scale(Flowable):
    """A label and numbered circles, one of them to be marked; the label stands before them where there is room."""

    def __init__(self, label: Paragraph, numbers: Sequence[Paragraph], theme: Theme) -> None:
        self.label, self.numbers, self.place = label, numbers, label.place
        self.size = numbers[0].style.size * 1.8
        self.paint = Paint(line=theme.colours["ink"], width=1)
        self.before = self.after = theme.space(1.2)

    def _beside(self, width: float) -> float:
        """Room for the label before the circles; 0 where it has to stand above them."""
        label = self.label.natural_width() + self.size * 0.5
        return label if label + len(self.numbers) * self.size * 1.1 <= width else 0

    def _across(self, width: float) -> int:
        return max(1, int((width - self._beside(width)) // (self.size * 1.1)))

    def height(self, width: float) -> float:
        rows = -(-len(self.numbers) // self._across(width))
        above = 0 if self._beside(width) else self.label.height(width)
        return above + rows * self.size * 1.1

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        left = self._beside(width)
        leading = self.label.style.leading
        self.label.draw(paper, x, y + ((self.size - leading) / 2 if left else 0), left or width)
        y += 0 if left else self.label.height(width)
        across, step = self._across(width), min(self.size * 1.35, (width - left) / self._across(width))
        for index, number in enumerate(self.numbers):
            row, column = divmod(index, across)
            middle = x + left + column * step + self.size / 2
            top = y + row * self.size * 1.1
            self._circle(paper, number, middle, top + self.size / 2)

    def _circle(self, paper: Paper, number: Paragraph, x: float, y: float) -> None:
        paper.circle(number.owner, x, y, self.size / 2, self.paint)
        style = number.style
        number.draw(paper, x - number.natural_width() / 2, y - style.leading / 2, self.size)
