"""What the signs of a map mean: a row of swatches, each with its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handouts.drawings.body_map import BodyMap, MuscleName
from handouts.words import BodyWords
from layouts.figures.body.figures import Shapes, cross, sign
from layouts.figures.body.labels import width_of, wrapped
from layouts.figures.body.palette import Palette
from layouts.figures.sketch import Label, Shape, line, rectangle
from layouts.lines import TextStyle

SWATCH = 2.3  # times the size of the words
BETWEEN = 1.2  # from one entry to the next, times the size
APART = 0.25  # from one row to the next, of the leading


@dataclass(frozen=True)
class Entry:
    """A sign and what it means; `muscle` is whose zone it is."""

    sign: str
    words: str
    muscle: MuscleName | None = None


def entries(drawing: BodyMap, words: BodyWords) -> Iterator[Entry]:
    """One for each kind of sign on a map, and for each zone."""
    if any(one.mark for one in drawing.muscles):
        yield Entry("mark", words.mark)
    for one in drawing.muscles:
        if one.zone:
            yield Entry("zone", words.zone.format(muscle=words.named(one.muscle)), one.muscle)
    if drawing.nerve and not drawing.labels:
        yield Entry("nerve", words.nerve)
    if drawing.dangers:
        yield Entry("danger", words.danger)


@dataclass(frozen=True)
class Legend:
    """The entries in as many columns as have room."""

    entries: tuple[Entry, ...]
    style: TextStyle

    @property
    def _before(self) -> float:
        """The room of a swatch and the space after it."""
        return self.style.size * (SWATCH + 0.5)

    def least(self) -> float:
        """The width that its longest word needs."""
        longest = (width_of(word, self.style) for entry in self.entries for word in entry.words.split())
        return self._before + max(longest, default=0)

    def _columns(self, width: float) -> int:
        widest = max((width_of(entry.words, self.style) for entry in self.entries), default=0) + self._before
        gap = self.style.size * BETWEEN
        return max(1, min(len(self.entries), int((width + gap) / (widest + gap))))

    def _rows(self, width: float) -> list[list[tuple[Entry, tuple[str, ...]]]]:
        count = self._columns(width)
        room = (width - (count - 1) * self.style.size * BETWEEN) / count - self._before
        broken = [(entry, wrapped(entry.words, self.style, room)) for entry in self.entries]
        return [broken[start : start + count] for start in range(0, len(broken), count)]

    def _heights(self, width: float) -> list[float]:
        return [
            max(len(lines) for _, lines in row) * self.style.leading + APART * self.style.leading
            for row in self._rows(width)
        ]

    def height(self, width: float) -> float:
        """Of all rows, with the space above the first."""
        return sum(self._heights(width)) + (0.5 * self.style.leading if self.entries else 0)

    def natural_width(self, width: float) -> float:
        """Of its columns, where it has that width."""
        count, gap = self._columns(width), self.style.size * BETWEEN
        widest = max((width_of(entry.words, self.style) for entry in self.entries), default=0) + self._before
        return min(width, count * widest + (count - 1) * gap)

    def draw(self, x: float, y: float, width: float, paints: Palette) -> tuple[list[Shapes], list[Label]]:
        """Its swatches and words from a top left corner."""
        shapes: list[Shapes] = []
        labels: list[Label] = []
        y += 0.5 * self.style.leading
        step = (width + self.style.size * BETWEEN) / self._columns(width)
        for row, height in zip(self._rows(width), self._heights(width), strict=True):
            for number, (entry, lines) in enumerate(row):
                left = x + number * step
                shapes.append(self._swatch(entry, left, y, paints))
                labels += self._words(lines, left + self._before, y)
            y += height
        return shapes, labels

    def _words(self, lines: Sequence[str], x: float, y: float) -> list[Label]:
        first = y + self.style.ascent
        return [Label((x, first + number * self.style.leading), line, self.style) for number, line in enumerate(lines)]

    def _swatch(self, entry: Entry, x: float, y: float, paints: Palette) -> Shapes:
        wide, middle = self.style.size * SWATCH, y + self.style.middle
        box = rectangle(x, middle - self.style.size * 0.52, x + wide, middle + self.style.size * 0.52)
        if entry.muscle:
            yield from paints.hatched(box, entry.muscle)
        elif entry.sign == "danger":
            yield from paints.forbidden(box)
            yield from sign((x + wide / 2, middle), paints)
        elif entry.sign == "mark":
            yield from cross((x + wide / 2, middle), paints)
        else:
            for paint in paints.nerve:
                yield Shape(line((x, middle), (x + wide, middle)), paint)
