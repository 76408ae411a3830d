"""A document that is laid out once and printed many times: what never changes is kept as the bytes it has in a file."""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import md5

from layouts.tagging.container import Container, Trailer, compressed, packed, parted
from layouts.tagging.seal import Sealed
from layouts.tagging.tree import Element, Filled

State = tuple[Element, Filled]
States = tuple[State, ...]


class Prepared:
    """The beginning of every print of a document. `fillable` are the elements whose words depend on what is filled in.

    They, and the streams of what is filled in, are written at the end, so that all before them stays as it is.
    """

    def __init__(self, sealed: Sealed, fillable: tuple[Element, ...]) -> None:
        self.sealed, self.fillable = sealed, fillable
        parts: list[bytes] = []
        self.container = Container(parts.append)
        self._following = max(sealed.objects) + 1
        open_ends = {*sealed.later.values(), *map(sealed.structure.number, fillable)}
        fixed = {number: body for number, body in sealed.objects.items() if number not in open_ends}
        for number, body in fixed.items():
            if body.endswith(b"endstream"):
                self.container.object(number, body)
        small = [(number, body) for number, body in fixed.items() if not body.endswith(b"endstream")]
        for some in parted(small):
            self.container.pack(self._number(), some)
        self._elements, first, self._table = self._number(), self._number(), self._number()
        self.container.enter_packed(self._elements, map(sealed.structure.number, fillable))
        self.container.table(first, self._following, self._trailer(sealed.digest))
        self.start = b"".join(parts)
        self._packed = lru_cache(maxsize=64)(self._pack)

    def _number(self) -> int:
        self._following += 1
        return self._following - 1

    def print(self, contents: Mapping[int, bytes], states: States) -> bytes:
        """The file: `contents` are the operators of each page that has open ends, `states` the elements now filled."""
        parts = [self.start]
        container = self.container.going_on(parts.append)
        digest = md5(self.sealed.digest, usedforsecurity=False)
        for page, number in self.sealed.later.items():
            digest.update(contents[page])
            container.object(number, compressed(contents[page]))
        if self.fillable:
            body = self._packed(states)
            digest.update(body)
            container.object(self._elements, body)
        container.end(container.table(self._table, self._following, self._trailer(digest.digest())))
        return b"".join(parts)

    def _trailer(self, digest: bytes) -> Trailer:
        """The first identifier is that of the document, the second that of this print (ISO 32000-1, 14.4)."""
        return Trailer(self.sealed.root, self.sealed.info, (self.sealed.digest, digest))

    def _pack(self, states: States) -> bytes:
        """The elements whose places can be filled; the same ones are filled in print after print."""
        structure, filled = self.sealed.structure, dict(states)
        objects = []
        for element in self.fillable:
            number = structure.number(element)
            state = filled.get(element)
            objects.append((number, structure.filled(element, state) if state else self.sealed.objects[number]))
        return packed(objects)
