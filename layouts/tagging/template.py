"""The objects of a document, to be copied sheet by sheet into a larger one: what they share, and what each has alone.

Pages, annotations, structure elements and streams of values are a sheet's own; fonts, pictures and what never changes
on a page are shared.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from layouts.tagging.seal import Sealed
from layouts.tagging.tree import Element, Filled

# Text in parentheses and hexadecimal digits are passed over: words such as `12 0 R` are no reference there.
NUMBERS = re.compile(
    rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|(?P<before>/StructParents? )(?P<key>\d+)|(?P<number>\d+) 0 R", re.DOTALL
)
START, END = b"\nstream\n", b"endstream"


@dataclass(frozen=True)
class Pattern:
    """A body with gaps for the numbers of other objects; a negative one, -1 - n, is the n-th key of the parent tree."""

    body: bytes
    numbers: tuple[int, ...]

    def made(self, number: Callable[[int], int], key: int) -> bytes:
        """The body with every number as it is in the larger document; `key` is the sheet's first in the parent tree."""
        return self.body % tuple(number(old) if old > 0 else key - 1 - old for old in self.numbers)


def pattern(body: bytes) -> Pattern:
    """The body of an object that is no stream, its numbers taken out."""
    parts: list[bytes] = []
    numbers: list[int] = []
    position = 0
    for match in NUMBERS.finditer(body):
        parts.append(_plain(body[position : match.start()]))
        position = match.end()
        if match["number"]:
            numbers.append(int(match["number"]))
            parts.append(b"%d 0 R")
        elif match["key"]:
            numbers.append(-1 - int(match["key"]))
            parts.append(match["before"] + b"%d")
        else:
            parts.append(_plain(match[0]))
    return Pattern(b"".join([*parts, _plain(body[position:])]), tuple(numbers))


def _plain(part: bytes) -> bytes:
    return part.replace(b"%", b"%%")


class Template:
    """The objects of one document: patterns of what each sheet has of its own, and what all of them share."""

    def __init__(self, sealed: Sealed) -> None:
        self.sealed = sealed
        structure = sealed.structure
        elements = {structure.number(element): element for element in structure.objects}
        self.keys = len(sealed.pages) + len(sealed.annotations)
        self.own = (*sealed.pages, *sealed.annotations, *elements)
        self._patterns = {number: pattern(sealed.objects[number]) for number in self.own}
        self.root = structure.number(structure.root)
        self._patterns[self.root] = _as_part(self._patterns[self.root])
        self.entries = self._parent_entries()
        self._filled = lru_cache(maxsize=256)(self._pattern_filled)

    def patterns(self, states: Iterable[tuple[Element, Filled]]) -> Iterator[Pattern]:
        """Those of a sheet, in the order of `own`; some of its elements are filled."""
        number = self.sealed.structure.number
        changed = {number(element): self._filled(element, filled) for element, filled in states}
        return (changed.get(old) or self._patterns[old] for old in self.own)

    def _pattern_filled(self, element: Element, filled: Filled) -> Pattern:
        return pattern(self.sealed.structure.filled(element, filled))

    def _parent_entries(self) -> Pattern:
        """The sheet's leaf of the parent tree: for each page the owners of its marks, then those of its annotations."""
        structure, marks = self.sealed.structure, self.sealed.structure.marks
        body = [b"<</Limits[%d %d]/Nums["]
        numbers = [-1, -self.keys]
        for key, owners in enumerate(marks.pages):
            body.append(b"%d [" + b" ".join([b"%d 0 R"] * len(owners)) + b"]")
            numbers += [-1 - key, *map(structure.number, owners)]
        for key, owner in enumerate(marks.annotations, len(marks.pages)):
            body.append(b"%d %d 0 R")
            numbers += [-1 - key, structure.number(owner)]
        return Pattern(b" ".join([*body, b"]>>"]), tuple(numbers))

    def shared(self) -> "Iterator[Part]":
        """What pages need besides what each sheet has of its own."""
        sealed = self.sealed
        own = {*self.own, *sealed.later.values(), sealed.page_tree, sealed.tree}
        needed = [number for page in sealed.pages for number in self._patterns[page].numbers if number > 0]
        return reachable(sealed.objects, needed, own)


def _as_part(root: Pattern) -> Pattern:
    """A sheet is a part of the larger document."""
    return Pattern(root.body.replace(b"/S /Document", b"/S /Part"), root.numbers)


@dataclass(frozen=True)
class Part:
    """An object that is copied once: the number it had, its dictionary, and what follows that if it is a stream."""

    number: int
    dictionary: Pattern
    rest: bytes

    def made(self, numbers: Mapping[int, int]) -> bytes:
        """Its body with the numbers of the larger document."""
        return self.dictionary.made(numbers.__getitem__, 0) + self.rest


def reachable(objects: Mapping[int, bytes], start: Iterable[int], known: Container[int]) -> Iterator[Part]:
    """The objects that these lead to, themselves among them, as far as they are not known."""
    waiting, found = list(start), set[int]()
    while waiting:
        number = waiting.pop()
        if number in known or number in found:
            continue
        found.add(number)
        part = _part(number, objects[number])
        yield part
        waiting += part.dictionary.numbers


def _part(number: int, body: bytes) -> Part:
    if not body.endswith(END):
        return Part(number, pattern(body), b"")
    dictionary, start, data = body.partition(START)
    return Part(number, pattern(dictionary), start + data)
