"""Runs of text become lines: greedy breaking at spaces, left-aligned, no hyphenation and no broken words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from handouts.inline import Run, Text
from layouts.colours import Colour
from layouts.fonts import Face, Family
from layouts.tagging.tree import Element

CAPITALS = 0.66  # how tall they are, of the size
LONG_ADDRESS = 32  # characters; a shorter address stays whole


@dataclass(frozen=True)
class TextStyle:
    """How a role's text looks: size and leading in points, both weights, their colours.

    `unit` is that of the page's grid: the leading is a whole number of units, and so is the way to a baseline.
    """

    family: Family
    size: float
    leading: float
    unit: float
    colour: Colour
    strong_colour: Colour
    bold: bool = False
    link_colour: Colour | None = None

    def face(self, run: Run) -> Face:
        """Emphasis is the heavier weight: clear print knows no italics."""
        return self.family.strong if self.bold or run.strong or run.emphasis else self.family.regular

    def run_colour(self, run: Run) -> Colour:
        """The colour of a run of this style; on a screen, colour says that a link is one."""
        if run.href and self.link_colour:
            return self.link_colour
        return self.strong_colour if run.strong else self.colour

    @property
    def ascent(self) -> float:
        """Points from the top of a line to its baseline: where the letters stand in the middle, or next to it."""
        middle = (self.leading - self.size) / 2 + self.size * 0.78
        return round(middle / self.unit) * self.unit

    @property
    def middle(self) -> float:
        """Points from the top of a line to half the height of its capitals, which signs beside it are level with."""
        return self.ascent - self.size * CAPITALS / 2


@dataclass(eq=False)
class Link:
    """Where a piece of text leads; one structure element over all its lines."""

    href: str
    label: str
    _elements: dict[Element, Element] = field(default_factory=dict)

    def element(self, parent: Element) -> Element:
        """The link element under its paragraph, the same for every line."""
        if parent not in self._elements:
            self._elements[parent] = parent.inline("Link")
        return self._elements[parent]


@dataclass(frozen=True)
class Span:
    """Characters of one face and colour on one line; the width is at a size of 1 point."""

    text: str
    face: Face
    colour: Colour
    link: Link | None
    width: float


@dataclass(frozen=True)
class Line:
    """One line: its spans, its width at a size of 1 point, and whether a space stands at its end."""

    spans: tuple[Span, ...]
    width: float
    breaks_at_space: bool = True


@dataclass(frozen=True)
class Word:
    """What stays on one line, and how wide the space after it is; 0 for a break without a space."""

    spans: tuple[Span, ...]
    width: float
    space: Span | None


def words(text: Text, style: TextStyle) -> tuple[Word, ...]:
    """The unbreakable pieces of a text; long addresses may break after a slash, a dot or an at sign."""
    # A link belongs to one document; all other words come again in the next one of the same clinic.
    linked = any(run.href for run in text.runs)
    return tuple(_words(text.runs, style)) if linked else _kept_words(text.runs, style)


@lru_cache(maxsize=4_000)
def _kept_words(runs: tuple[Run, ...], style: TextStyle) -> tuple[Word, ...]:
    return tuple(_words(runs, style))


def _words(runs: Sequence[Run], style: TextStyle) -> list[Word]:
    pieces: list[Word] = []
    spans: list[Span] = []
    for run, link in _linked(runs):
        for part, breaks in _parts(run):
            if part == " ":
                pieces.append(_word(spans, _span(" ", run, style, link)))
                spans = []
                continue
            spans.append(_span(part, run, style, link))
            if breaks:
                pieces.append(_word(spans, None))
                spans = []
    if spans:
        pieces.append(_word(spans, None))
    return pieces


def _linked(runs: Sequence[Run]) -> Iterator[tuple[Run, Link | None]]:
    """Each run with its link; neighbours that lead to one place are one link, with all their words."""
    for href, group in groupby(runs, key=lambda run: run.href):
        same = list(group)
        link = Link(href, "".join(run.text for run in same)) if href else None
        yield from ((run, link) for run in same)


def _parts(run: Run) -> Iterator[tuple[str, bool]]:
    """Words and single spaces of a run, and whether a line may end after them although no space follows."""
    for number, word in enumerate(run.text.split(" ")):
        if number:
            yield " ", False
        if run.href and len(word) > LONG_ADDRESS:
            *parts, last = re.split(r"(?<=[/@.])(?=\w)", word)
            yield from ((part, True) for part in parts)
            yield last, False
        elif word:
            yield word, False


def _span(text: str, run: Run, style: TextStyle, link: Link | None) -> Span:
    face, colour = style.face(run), style.run_colour(run)
    if link:
        return Span(text, face, colour, link, face.width(text))
    return _plain_span(text, face, colour)


@lru_cache(maxsize=20_000)
def _plain_span(text: str, face: Face, colour: Colour) -> Span:
    """Words come again, in one handout after the other."""
    return Span(text, face, colour, None, face.width(text))


def _word(spans: list[Span], space: Span | None) -> Word:
    return Word(tuple(spans), sum(span.width for span in spans), space)


def broken(pieces: Sequence[Word], width: float) -> list[Line]:
    """Greedy lines no wider than the width (at a size of 1 point); a wider word stands alone on its line."""
    lines: list[Line] = []
    line: list[Word] = []
    used = 0.0
    for word in pieces:
        space = line[-1].space if line else None
        needed = used + (space.width if space else 0.0) + word.width
        if line and needed > width + 1e-6:
            lines.append(_line(line, used))
            line, used = [word], word.width
        else:
            line.append(word)
            used = needed
    if line:
        lines.append(_line(line, used))
    return lines


def balanced(pieces: Sequence[Word], width: float) -> list[Line]:
    """As few lines as greedy ones, but of about the same length, for headings."""
    lines = broken(pieces, width)
    if len(lines) < 2:
        return lines
    if len(lines) == 2 and (parted := _at_punctuation(pieces, width)):
        return parted
    low, high = max(line.width for line in lines) / 2, width
    for _ in range(7):
        middle = (low + high) / 2
        if len(broken(pieces, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return broken(pieces, high)


def _at_punctuation(pieces: Sequence[Word], width: float) -> list[Line] | None:
    """Two lines parted after a colon or a comma, where that leaves at least a quarter for the second one."""
    for index in range(len(pieces) - 1, 0, -1):
        first, second = broken(pieces[:index], width), broken(pieces[index:], width)
        ends = pieces[index - 1].spans and pieces[index - 1].spans[-1].text.endswith((":", ",", ";"))
        if ends and len(first) == len(second) == 1 and second[0].width >= first[0].width / 4:
            return first + second
    return None


def without_runt(pieces: Sequence[Word], width: float) -> list[Line]:
    """Greedy lines, unless a single short word would end the paragraph and slightly shorter lines avoid it."""
    lines = broken(pieces, width)
    if len(lines) < 2 or not _runt(lines[-1], width):
        return lines
    for share in (0.96, 0.92, 0.88):
        other = broken(pieces, width * share)
        if len(other) == len(lines) and not _runt(other[-1], width):
            return other
    return lines


def _runt(line: Line, width: float) -> bool:
    """Whether it is too little for a last line: hardly anything, or a single word."""
    alone = not any(" " in span.text for span in line.spans)
    return line.width <= width * (0.25 if alone else 0.12)


def _line(line: list[Word], width: float) -> Line:
    spans: list[Span] = []
    for word in line:
        spans += word.spans
        if word.space:
            spans.append(word.space)
    at_space = line[-1].space is not None
    if at_space:
        spans.pop()
    return Line(tuple(_joined(spans)), width, at_space)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Neighbours that look and link alike are drawn as one string."""
    for (face, colour, link), group in groupby(spans, key=lambda span: (span.face, span.colour, span.link)):
        same = list(group)
        yield Span("".join([span.text for span in same]), face, colour, link, sum([span.width for span in same]))
