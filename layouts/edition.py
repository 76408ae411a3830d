"""A handout laid out once, its fields open; printing fills and closes it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from handouts.problem import HandoutError, Problem
from handouts.written import Written
from layouts.flow import Placed
from layouts.paper import Paper
from layouts.slots import Slot
from layouts.tagging.marks import Codes
from layouts.tagging.metadata import Metadata
from layouts.tagging.prepared import Prepared, State, States
from layouts.tagging.seal import seal
from layouts.tagging.tree import Element

Furniture = Callable[[Paper, int, int], None]
BLOCK = 32  # characters that an alphabet's table has in a row; all of them are embedded where one is needed
ASCII = frozenset({1, 2, 3})
# Letters with accents, of Western Europe and of all Europe: where one of a part is needed, all of it is embedded, since
# otherwise every few names would need a plate of their own, which takes as long to make as a hundred sheets.
ACCENTED = (frozenset({6, 7}), frozenset({8, 9, 10, 11}))


@dataclass(frozen=True)
class Plate:
    """The pages with room for some alphabets: their bytes, their open places, and how values are written in them."""

    prepared: Prepared
    slots: tuple[Slot, ...]
    codes: Codes | None


@dataclass(frozen=True)
class Filled:
    """A sheet for one person: the plate, the operators of each page's open places, and the elements now filled."""

    plate: Plate
    contents: dict[int, bytes]
    states: States


@dataclass(frozen=True)
class Edition:
    """Pages of placed flowables, the logical tree they belong to, and what stands around them on every page.

    `size` is the paper's width and height in points; a `tightness` below 1 closed up the spaces to save a page.
    `notes` say what differs from what the clinic asked for.
    """

    size: tuple[float, float]
    pages: Sequence[Sequence[Placed]]
    root: Element
    furniture: Furniture
    metadata: Metadata
    tightness: float = 1
    notes: tuple[str, ...] = ()

    def print(self, values: Mapping[str, Written] | None = None) -> bytes:
        """The PDF, with each value in its field; a field without one stays a line to write on.

        The same values always give the same bytes. Raises HandoutError with every value that cannot be printed.
        """
        filled = self.filled(values or {})
        return filled.plate.prepared.print(filled.contents, filled.states)

    def filled(self, values: Mapping[str, Written]) -> "Filled":
        """What stands in the open places of a sheet; raises HandoutError with every value that cannot be printed."""
        plate = self._plate(_blocks(values.values()))
        problems: list[Problem] = []
        contents: dict[int, list[str]] = {page: [] for page in plate.prepared.sealed.later}
        states: list[State] = []
        for slot in plate.slots:
            filling = slot.fill(values.get(slot.field), plate.codes, problems)
            contents[slot.page].append(filling.content)
            states += filling.states
        if problems:
            raise HandoutError(*problems)
        return Filled(plate, {page: "\n".join(parts).encode() for page, parts in contents.items()}, tuple(states))

    @cached_property
    def _plate(self) -> Callable[[frozenset[int]], Plate]:
        """Which characters are embedded depends on the values of one print alone, never on those printed before."""
        return lru_cache(maxsize=16)(self._drawn)

    def _drawn(self, blocks: frozenset[int]) -> Plate:
        paper = Paper(*self.size, self.metadata.language)
        for number, page in enumerate(self.pages):
            self.furniture(paper, number, len(self.pages))
            for placed in page:
                placed.flowable.draw(paper, placed.x, placed.y, placed.width)
            paper.end_page()
        slots = tuple(paper.slots)
        face = next((slot.face for slot in slots if slot.face), None)
        codes = paper.codes(face, face.among(BLOCK, blocks)) if face else None
        elements = tuple(element for slot in slots for element in slot.elements)
        return Plate(Prepared(seal(paper, self.root, self.metadata), elements), slots, codes)


def _blocks(values: Iterable[Written]) -> frozenset[int]:
    """The parts of Unicode's tables that the values need besides plain English letters."""
    text = "".join(values)
    if text.isascii():
        return ASCII
    found = {ord(char) // BLOCK for char in text}
    return ASCII.union(found, *(part for part in ACCENTED if part & found))
