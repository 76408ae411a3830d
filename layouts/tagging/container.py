"""The file around the objects: small ones packed together, and tables of where everything is.

ReportLab writes each object apart and a table of text, which makes a tagged file half as large again.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from struct import calcsize, pack

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
FREE, AT, PACKED = 0, 1, 2  # kinds of entries in a table (ISO 32000-1, table 18)
ENTRY = ">BIH"  # kind; offset, or number of the object stream; index in it
SIZE = calcsize(ENTRY)
WIDTHS = b"[1 4 2]"  # of the three, in bytes
MOST_PACKED = 200  # objects in one stream: a reader has to unpack it whole for any of them
WORTH_IT = 200  # bytes; a shorter table is not compressed


@dataclass(frozen=True)
class Trailer:
    """Where a reader begins: numbers of the catalog and of the document information, and both identifiers."""

    root: int
    info: int
    identifiers: tuple[bytes, bytes]


class Container:
    """A PDF file being written, part by part, through `write`; object numbers count from 1."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self.position = 0
        self._previous: int | None = None
        self._runs: list[tuple[int, bytearray]] = []
        self.put(HEADER)
        self._enter(0, FREE, 0, 0xFFFF)

    def put(self, data: bytes) -> None:
        """Bytes at the end of what is written so far."""
        self._write(data)
        self.position += len(data)

    def going_on(self, write: Callable[[bytes], object]) -> "Container":
        """Another file that has begun like this one, up to its last table."""
        other = Container.__new__(Container)
        other._write, other.position, other._previous, other._runs = write, self.position, self._previous, []
        return other

    def object(self, number: int, body: bytes) -> None:
        """An object that stands for itself, as every stream has to (7.5.7)."""
        self._enter(number, AT, self.position, 0)
        self.put(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def pack(self, number: int, objects: Iterable[tuple[int, bytes]]) -> None:
        """Objects that are no streams, together in one object stream of this number."""
        kept = list(objects)
        self.enter_packed(number, (inside for inside, _ in kept))
        self.object(number, packed(kept))

    def enter_packed(self, number: int, inside: Iterable[int]) -> None:
        """Where the objects of an object stream are, in the order in which they are packed."""
        for index, each in enumerate(inside):
            self._enter(each, PACKED, number, index)

    def table(self, number: int, size: int, trailer: Trailer) -> int:
        """Where the objects since the last table are, as a stream of this number (7.5.8); its own place in the file.

        `size` is one more than the largest number in the whole file.
        """
        start = self.position
        self._enter(number, AT, start, 0)
        runs = list(_joined(sorted(self._runs, key=lambda run: run[0])))
        index = b" ".join(b"%d %d" % (first, len(entries) // SIZE) for first, entries in runs)
        self.put(b"%d 0 obj\n" % number)
        data = b"".join(entries for _, entries in runs)
        entries = b"/Type/XRef/Size %d/W%b/Index[%b]%b" % (size, WIDTHS, index, self._said(trailer))
        self.put(stream(entries, data) if len(data) < WORTH_IT else compressed(data, entries))
        self.put(b"\nendobj\n")
        self._previous, self._runs = start, []
        return start

    def end(self, table: int) -> None:
        """The last lines, which lead to the last table."""
        self.put(b"startxref\n%d\n%%%%EOF\n" % table)

    def _said(self, trailer: Trailer) -> bytes:
        first, second = (identifier.hex().encode() for identifier in trailer.identifiers)
        previous = b"/Prev %d" % self._previous if self._previous is not None else b""
        return b"/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]%b" % (trailer.root, trailer.info, first, second, previous)

    def _enter(self, number: int, kind: int, where: int, index: int) -> None:
        entry = pack(ENTRY, kind, where, index)
        if self._runs:
            first, entries = self._runs[-1]
            if number == first + len(entries) // SIZE:
                entries += entry
                return
        self._runs.append((number, bytearray(entry)))


def _joined(runs: Iterable[tuple[int, bytearray]]) -> Iterator[tuple[int, bytearray]]:
    """Runs of numbers that follow each other as one."""
    kept: tuple[int, bytearray] | None = None
    for first, entries in runs:
        if kept and first == kept[0] + len(kept[1]) // SIZE:
            kept[1].extend(entries)
            continue
        if kept:
            yield kept
        kept = first, entries
    if kept:
        yield kept


def parted(objects: Sequence[tuple[int, bytes]]) -> Iterator[Sequence[tuple[int, bytes]]]:
    """As many objects at a time as one object stream holds."""
    for start in range(0, len(objects), MOST_PACKED):
        yield objects[start : start + MOST_PACKED]


def stream(entries: bytes, data: bytes) -> bytes:
    """The body of a stream; PDF/A wants a line end before `endstream` (ISO 19005-2, 6.1.7.1)."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def compressed(data: bytes, entries: bytes = b"") -> bytes:
    """The body of a stream that is made smaller."""
    return stream(entries + b"/Filter/FlateDecode", zlib.compress(data))


def packed(objects: Iterable[tuple[int, bytes]]) -> bytes:
    """The body of an object stream (7.5.7): numbers and offsets, then the objects."""
    index, bodies, position = [], [], 0
    for number, body in objects:
        index.append(b"%d %d" % (number, position))
        bodies.append(body)
        position += len(body) + 1
    first = b" ".join(index) + b"\n"
    return compressed(first + b"\n".join(bodies), b"/Type/ObjStm/N %d/First %d" % (len(bodies), len(first)))
