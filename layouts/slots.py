"""Open places on a page: where a field's value goes when the page is printed, and what it then says to a listener.

Coordinates are those of the content stream: points from the bottom left corner of the page.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from handouts.inline import Run, Text
from handouts.problem import Problem
from handouts.written import Written
from layouts.fonts import Face, missing
from layouts.lines import TextStyle, broken, words
from layouts.tagging.marks import Codes
from layouts.tagging.tree import DECORATION, Element, Filled


@dataclass(frozen=True)
class Filling:
    """What filling adds to the content of a page, and the elements that it leaves in another state."""

    content: str
    states: tuple[tuple[Element, Filled], ...] = ()


NOTHING = Filling("")
WORDS = Filled()  # what stands on a line speaks for itself


@dataclass(frozen=True, eq=False)
class Slot(ABC):
    """The place of one field on one page; `elements` are those whose words change once it is filled."""

    field: str
    label: str
    page: int

    @property
    @abstractmethod
    def elements(self) -> tuple[Element, ...]:
        """In reading order."""

    @property
    def face(self) -> Face | None:
        """The face that values are written in; none where something is marked."""
        return None

    @abstractmethod
    def fill(self, value: Written | None, codes: Codes | None, problems: list[Problem]) -> Filling:
        """What stands in it; a value that cannot is added to the problems."""


@dataclass(frozen=True, eq=False)
class WrittenSlot(Slot):
    """Lines to write on: `x` and `baseline` of the first one, `step` down to the next, all `width` wide.

    `styles` are what a value may look like, from the size it should have to the smallest it may.
    """

    element: Element
    mark: int
    x: float
    baseline: float
    width: float
    lines: int
    step: float
    styles: tuple[TextStyle, ...]

    @property
    def elements(self) -> tuple[Element, ...]:
        return (self.element,)

    @property
    def face(self) -> Face:
        return self.styles[0].family.regular

    def fill(self, value: Written | None, codes: Codes | None, problems: list[Problem]) -> Filling:
        if not value or not codes:
            return Filling(f"/{self.element.role} <</MCID {self.mark}>> BDC EMC")
        content = _content(self, str(value), codes)
        if content is None:
            lacking = [missing(char, value.place) for char in self._lacking(value)]
            problems += lacking or [self._too_long(value)]
            return NOTHING
        return Filling(content, ((self.element, WORDS),))

    def shown(self, value: str, codes: Codes) -> str | None:
        """The operators that show a value; None where it lacks a character or has no room."""
        fitting = None if self._lacking(value) else self._fitting(value)
        return self._shown(*fitting, codes) if fitting else None

    def _lacking(self, value: str) -> list[str]:
        return self.face.lacks(value.replace("\n", " "))

    def _fitting(self, value: str) -> tuple[list[str], TextStyle] | None:
        """Its lines and their style: smaller on one line if need be, then on as many as there are."""
        if "\n" not in value:
            room = self.width / self.face.width(value)
            if style := next((style for style in self.styles if style.size <= room), None):
                return [value], style
        if self.lines > 1:
            for style in self.styles:
                lines = list(_lines(value, style, self.width))
                if len(lines) <= self.lines and self._widest(lines, style) <= self.width:
                    return lines, style
        return None

    def _widest(self, lines: Sequence[str], style: TextStyle) -> float:
        return max(map(self.face.width, lines)) * style.size

    def _shown(self, lines: Sequence[str], style: TextStyle, codes: Codes) -> str:
        red, green, blue = style.colour
        parts = [f"/{self.element.role} <</MCID {self.mark}>> BDC BT {red:.3g} {green:.3g} {blue:.3g} rg"]
        for number, line in enumerate(lines):
            # A space where a line ends parts its last word from the next for whoever reads or copies the text.
            text = line if number == len(lines) - 1 else line + " "
            parts.append(f"1 0 0 1 {self.x:.2f} {self.baseline - number * self.step:.2f} Tm")
            parts.append(codes.show(text, style.size))
        return " ".join([*parts, "ET EMC"])

    def _too_long(self, value: Written) -> Problem:
        room = f"{self._room(value)} of its {len(value)} characters fit"
        message = f"{value.quoted} is too long for `{self.label}`: {room}"
        return value.place.problem("P104", message, "shorten it, or write it there by hand")

    def _room(self, value: str) -> int:
        """How many characters from its start fit in the smallest size."""
        low, high = 0, len(value)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fitting(value[:middle].strip() or "-") else (low, middle - 1)
        return low


@lru_cache(maxsize=2_000)
def _content(slot: WrittenSlot, value: str, codes: Codes) -> str | None:
    """Doses, days and therapists come again, on one sheet after the other."""
    return slot.shown(value, codes)


def _lines(value: str, style: TextStyle, width: float) -> Iterator[str]:
    """The lines of a value, broken at spaces; a line break of its own stays one."""
    for paragraph in value.split("\n"):
        for line in broken(words(Text((Run(paragraph),)), style), width / style.size):
            yield "".join(span.text for span in line.spans)


@dataclass(frozen=True, eq=False)
class MarkedSlot(Slot):
    """Words or numbers of which one is marked, or a box to tick: what is painted then, and what it says then.

    The mark itself is an artifact: that it is there is said by the element.
    """

    options: Mapping[str, tuple[Element, Filled, str]]

    @property
    def elements(self) -> tuple[Element, ...]:
        return tuple(element for element, _, _ in self.options.values())

    def fill(self, value: Written | None, codes: Codes | None, problems: list[Problem]) -> Filling:
        if not value:
            return NOTHING
        element, filled, path = self.options[value]
        return Filling(f"/Artifact {DECORATION.properties} BDC {path} EMC", ((element, filled),))
