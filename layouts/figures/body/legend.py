"""What the signs of a map mean: a row of swatches, each with its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handouts.drawings.body_map import BodyMap, MuscleName
from handouts.words import BodyWords
from layouts.figures.body.figures import Shapes, cross, sign
from layouts.figures.body.labels import width_of, wrapped
from layouts.figures.body.palette import Palette
from layouts.figures.paths import line, rectangle
from layouts.figures.sketch import Label, Shape
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
    if drawing.dangers:
        yield Entry("danger", words.danger)
    if drawing.nerve and not drawing.labels:
        yield Entry("nerve", words.nerve)
    for one in drawing.muscles:
        if one.zone:
            yield Entry("zone", words.zone.format(muscle=_inside(words.named(one.muscle))), one.muscle)


def _inside(name: str) -> str:
    """A name as it stands inside a phrase."""
    return name[:1].lower() + name[1:]


@dataclass(frozen=True)
class Legend:
    """The entries in as many columns as have room, read down one after the other."""

    entries: tuple[Entry, ...]
    style: TextStyle

    @property
    def _before(self) -> float:
        """The room of a swatch and the space after it."""
        return self.style.size * (SWATCH + 0.5)

    @property
    def _gap(self) -> float:
        return self.style.size * BETWEEN

    def _columns(self, width: float) -> list[tuple[Entry, ...]]:
        """The most columns that no entry has to be broken for; else one."""
        for count in range(len(self.entries), 1, -1):
            rows = -(-len(self.entries) // count)
            columns = [self.entries[start : start + rows] for start in range(0, len(self.entries), rows)]
            if sum(map(self._natural, columns)) + self._gap * (len(columns) - 1) <= width:
                return columns
        return [self.entries]

    def _natural(self, column: Sequence[Entry]) -> float:
        return self._before + max((width_of(entry.words, self.style) for entry in column), default=0)

    def _lines(self, entry: Entry, width: float) -> tuple[str, ...]:
        return wrapped(entry.words, self.style, width - self._before)

    def _height(self, column: Sequence[Entry], width: float) -> float:
        return sum(len(self._lines(entry, width)) + APART for entry in column) * self.style.leading

    def height(self, width: float) -> float:
        """Of the longest column, with the space above the first entry."""
        above = 0.5 * self.style.leading if self.entries else 0
        return above + max(self._height(column, width) for column in self._columns(width))

    def natural_width(self, width: float) -> float:
        """Of its columns, where it has that width; more than that where a word is wider."""
        columns = self._columns(width)
        words = (width_of(word, self.style) for entry in self.entries for word in entry.words.split())
        least = self._before + max(words, default=0)
        return max(least, min(width, sum(map(self._natural, columns)) + self._gap * (len(columns) - 1)))

    def draw(self, x: float, y: float, width: float, paints: Palette) -> tuple[list[Shapes], list[Label]]:
        """Its swatches and words from a top left corner."""
        shapes: list[Shapes] = []
        labels: list[Label] = []
        for column in self._columns(width):
            top = y + 0.5 * self.style.leading
            for entry in column:
                lines = self._lines(entry, width)
                shapes.append(self._swatch(entry, x, top, paints))
                labels += self._words(lines, x + self._before, top)
                top += (len(lines) + APART) * self.style.leading
            x += self._natural(column) + self._gap
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
