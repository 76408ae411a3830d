"""What the file of a worksheet says beside its cells, found without keeping the file in memory."""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple
from zipfile import ZipFile

CHUNK = 262_144  # bytes
TAG = 1024  # bytes, more than any tag looked for: what two chunks share, so that none is cut in half
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*\bhidden=["'](?:1|true)["']""")
MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*\bref=["']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)["']""")


class Span(NamedTuple):
    """Merged cells; rows and columns count from 1, and both ends belong to them."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


class Features(NamedTuple):
    """What is to be known of a worksheet before its rows are read."""

    formulas: bool
    hidden_rows: bool
    merged: tuple[Span, ...]

    def covered(self, row: int) -> set[int]:
        """The columns in which a row has a cell that is merged with one before it."""
        return {
            column
            for span in self.merged
            if span.first_row <= row <= span.last_row
            for column in range(span.first_column + (row == span.first_row), span.last_column + 1)
        }


def features(archive: ZipFile, part: str) -> Features:
    """Looks through a worksheet once; raises whatever a damaged archive makes of it."""
    formulas, hidden, merged = False, False, set[Span]()
    for piece in _pieces(archive, part):
        formulas = formulas or FORMULA.search(piece) is not None
        hidden = hidden or HIDDEN_ROW.search(piece) is not None
        merged.update(map(_span, MERGED.finditer(piece)))
    return Features(formulas, hidden, tuple(sorted(merged)))


def _pieces(archive: ZipFile, part: str) -> Iterator[bytes]:
    shared = b""
    with archive.open(part) as file:
        for chunk in iter(partial(file.read, CHUNK), b""):
            yield shared + chunk
            shared = chunk[-TAG:]


def _span(match: re.Match[bytes]) -> Span:
    first, top, last, bottom = match.groups()
    return Span(int(top), int(bottom), _column(first), _column(last))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
