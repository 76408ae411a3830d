"""Places to write, by pen or when the page is printed: a label and a line, words to circle, numbers, a box to tick.

One that belongs to a field of the handout has the field's name, and opens a slot for its value where it is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import Paragraph
from layouts.lines import TextStyle
from layouts.paper import Paint, Paper, Pen
from layouts.tagging.tree import Element, Filled
from layouts.theme import MM, Theme

LINE_HEIGHT = 6.2 * MM  # below a label, at least: about 11 mm from line to line, as much as a hand needs
NEXT_LINE = 9 * MM  # from one line to the next of the same field

BOX = 5.0 * MM  # of a box to tick
SMALLEST = 12.0  # points, of a value in any layout
AROUND = 0.42  # of the gap between words to circle: how far a ring reaches beyond its word
TICKED = "yes"  # the value of a box that is ticked
SIZES = (7 / 6, 13 / 12, 1.0)  # of a value, by the size of body text: a hand writes larger than print


def written(theme: Theme) -> tuple[TextStyle, ...]:
    """What a value may look like on a line, the largest first; each size as tall as a line to write on allows."""
    style = theme.style("body")
    base = max(style.size, SMALLEST)
    return tuple(replace(style, size=base * size, colour=theme.colours["ink"]) for size in SIZES)


class Rule(Flowable):
    """A label above one or more lines to write on; `beside` sets a single line after its label."""

    def __init__(
        self, label: Paragraph, form: Element, theme: Theme, *, lines: int = 1, beside: bool = False, field: str = ""
    ) -> None:
        self.label, self.form, self.place = label, form, label.place
        self.field, self.styles = field, written(theme) if field else ()
        self.unit = theme.unit  # of the grid: what is printed on a line stands one above it
        self.lines, self.beside = lines, beside
        self.line_height = theme.snap(LINE_HEIGHT * theme.hand)
        self.next_line = theme.snap(NEXT_LINE * theme.hand)
        self.paint = Paint(line=theme.colours["dark"], width=0.9)
        self.before = self.after = theme.space(1)

    @property
    def room(self) -> float:
        """The height for all its lines, in points."""
        return self.line_height + (self.lines - 1) * self.next_line

    @property
    def baseline(self) -> float:
        """Where the words of a label that stands beside its line have their baseline, in points from the top."""
        return self.line_height - self.label.style.leading + self.label.style.ascent

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
                height = top + self.line_height + number * self.next_line
                paper.line(self.form, x, height, x + width, height, self.paint)
        if self.field:
            field, first = (self.field, self.label.text.plain), top + self.line_height - self.unit
            paper.open_lines(
                field, self.form, x, first, width, lines=self.lines, step=self.next_line, styles=self.styles
            )


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
        top = y + self.words.style.ascent - self.rule.baseline if after else y + self.words.height(width)
        self.rule.draw(paper, x + after, top, width - after)


@dataclass(frozen=True)
class Option:
    """Something that can be marked, and what it says once it is."""

    paragraph: Paragraph
    filled: Filled


class Choices(Flowable):
    """A label above words to circle."""

    def __init__(self, label: Paragraph, options: Sequence[Option], theme: Theme, *, field: str = "") -> None:
        self.label, self.place, self.field = label, label.place, field
        self.choices = [option.paragraph for option in options]
        self.filled = {option.paragraph: option.filled for option in options}
        self.pen = Pen(theme.colours["ink"])
        self.gap = theme.space(3)
        self.line_height = theme.snap(LINE_HEIGHT * theme.hand)
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
        marks = {}
        for row in self._rows(width):
            left = x
            for choice, needed in row:
                top = y + self.line_height - choice.style.leading
                choice.draw(paper, left, top, needed)
                marks[choice.text.plain] = self._mark(paper, choice, left, top, needed)
                left += needed + self.gap
            y += self._tall(row)
        if self.field:
            paper.open_marks((self.field, self.label.text.plain), marks)

    def _mark(self, paper: Paper, choice: Paragraph, x: float, y: float, width: float) -> tuple[Element, Filled, str]:
        """A ring around the words, as a pen would draw it."""
        assert isinstance(choice.owner, Element)
        around = self.gap * AROUND
        tall = choice.height(width)
        top = y + choice.style.middle - choice.style.leading / 2  # around the letters, not the line they stand in
        ring = paper.ring(x - around, top, width + 2 * around, tall, self.pen)
        return choice.owner, self.filled[choice], ring


class Scale(Flowable):
    """A label and numbered circles, one of them to be marked; the label stands before them where there is room."""

    def __init__(self, label: Paragraph, options: Sequence[Option], theme: Theme, *, field: str = "") -> None:
        self.label, self.place, self.field = label, label.place, field
        self.options, self.pen = options, Pen(theme.colours["ink"], 2.6)
        style = options[0].paragraph.style
        self.size = style.size * 1.8
        self.line_height = theme.snap(self.size * 1.04)
        self.inset = theme.snap((self.line_height - style.leading) / 2)  # above the numbers, and above the label
        self.paint = Paint(line=theme.colours["ink"], width=1)
        self.before = self.after = theme.space(1.2)

    def _beside(self, width: float) -> float:
        """Room for the label before the circles; 0 where it has to stand above them."""
        label = self.label.natural_width() + self.size * 0.5
        return label if label + len(self.options) * self.size * 1.1 <= width else 0

    def _across(self, width: float) -> int:
        return max(1, int((width - self._beside(width)) // (self.size * 1.1)))

    def height(self, width: float) -> float:
        rows = -(-len(self.options) // self._across(width))
        above = 0 if self._beside(width) else self.label.height(width)
        return above + rows * self.line_height

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        left = self._beside(width)
        self.label.draw(paper, x, y + (self.inset if left else 0), left or width)
        y += 0 if left else self.label.height(width)
        across = min(self._across(width), len(self.options))
        step = min(self.size * 1.35, (width - left) / across)
        marks = {}
        for index, option in enumerate(self.options):
            row, column = divmod(index, across)
            middle = x + left + column * step + self.size / 2
            marks[option.paragraph.text.plain] = self._circle(
                paper, option, middle, y + row * self.line_height + self.inset
            )
        if self.field:
            paper.open_marks((self.field, self.label.text.plain), marks)

    def _circle(self, paper: Paper, option: Option, x: float, y: float) -> tuple[Element, Filled, str]:
        """A number in its circle; the mark is a heavier circle on it."""
        number, radius = option.paragraph, self.size / 2
        assert isinstance(number.owner, Element)
        middle = y + number.style.middle
        paper.circle(number.owner, x, middle, radius, self.paint)
        number.draw(paper, x - number.natural_width() / 2, y, self.size)
        return number.owner, option.filled, paper.ring(x - radius, middle - radius, self.size, self.size, self.pen)


class Box(Flowable):
    """A box to tick, and what it stands for beside it, as tall as a line to write on."""

    def __init__(self, label: Paragraph, form: Element, filled: Filled, theme: Theme, *, field: str = "") -> None:
        self.label, self.form, self.filled, self.field, self.place = label, form, filled, field, label.place
        self.size = BOX * theme.hand
        self.left = self.size + theme.space(1.8)
        self.paint = Paint(line=theme.colours["ink"], width=1.1)
        self.pen = Pen(theme.colours["ink"], 2.2)
        self.room = theme.snap(LINE_HEIGHT * theme.hand)
        self.before = self.after = theme.space(1)

    def natural_width(self) -> float:
        """The width that keeps it on one line."""
        return self.left + self.label.natural_width()

    def height(self, width: float) -> float:
        return max(self.room, self.label.height(width - self.left))

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        size, y = self.size, y + self.height(width) - self.label.height(width - self.left)
        top = y + self.label.style.middle - size / 2
        self.label.draw(paper, x + self.left, y, width - self.left)
        with paper.figure(self.form, x, top, size, size):
            paper.box(self.form, x, top, size, size, self.paint, radius=2)
        if self.field:
            points = [
                (x + size * across, top + size * down) for across, down in ((0.2, 0.52), (0.42, 0.76), (0.84, 0.2))
            ]
            marks = {TICKED: (self.form, self.filled, paper.stroke(points, self.pen))}
            paper.open_marks((self.field, self.label.text.plain), marks)
