"""The lines of a text file in the encodings that spreadsheet programs write."""

import codecs
import re
from collections.abc import Iterator
from functools import partial
from io import TextIOWrapper
from typing import BinaryIO

from handouts.problem import HandoutError, Place
from handouts.tables.files import SAVE_AS
from handouts.tables.table import Head

CHUNK = 65_536  # bytes
LONGEST = 1_000_000  # characters in a line; more is no row of a table, and would not fit into memory for long
LINE_END = re.compile(rb"\r\n?|\n")
SAID = {
    "cp1252": "read as Windows-1252, not as UTF-8: look at the accents in the first sheets",
    "mac_roman": "read as Mac Roman, not as UTF-8: look at the accents in the first sheets",
}
AS_UTF8 = "save the table as “CSV UTF-8” in your spreadsheet program"


def lines(file: BinaryIO, name: str, head: Head) -> Iterator[str]:
    """The lines with their ends as they are. The encoding is decided at once, from all of the file.

    Raises HandoutError.
    """
    encoding = _encoding(file, name)
    if encoding in SAID:
        head.note(SAID[encoding])
    return _lines(file, name, encoding)


def _lines(file: BinaryIO, name: str, encoding: str) -> Iterator[str]:
    text = TextIOWrapper(file, encoding, newline="")
    try:
        for number, line in enumerate(iter(partial(text.readline, LONGEST + 1), ""), 1):
            if len(line) > LONGEST:
                message = f"this line has more than {LONGEST} characters"
                raise HandoutError(Place(name, number, 1).problem("T109", message, "write each person in a line"))
            yield line
    finally:
        if not file.closed:  # it is closed by whoever opened it
            text.detach()


def _encoding(file: BinaryIO, name: str) -> str:
    start = file.read(len(codecs.BOM_UTF16))
    unicode = "utf-16" if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    if _fits(file, name, unicode):
        return unicode
    if unicode == "utf-16":
        raise HandoutError(Place(name).problem("T108", "this file starts as UTF-16 text and is not", AS_UTF8))
    if _from_a_mac(file):
        return "mac_roman"
    _expect_windows(file, name)
    return "cp1252"


def _fits(file: BinaryIO, name: str, encoding: str) -> bool:
    """Whether all of the file is text in an encoding; leaves the file at its start."""
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    try:
        for chunk in iter(partial(file.read, CHUNK), b""):
            _expect_text(chunk if encoding != "utf-16" else decoder.decode(chunk).encode("utf-8"), name)
            if encoding != "utf-16":
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        file.seek(0)
    return True


def _from_a_mac(file: BinaryIO) -> bool:
    """Whether lines end as they did on old Macs, and do in “CSV (Macintosh)”; leaves the file at its start."""
    found = LINE_END.search(file.read(CHUNK))
    file.seek(0)
    return found is not None and found[0] == b"\r"


def _expect_text(data: bytes, name: str) -> None:
    if b"\0" in data:
        raise HandoutError(Place(name).problem("T105", "this file is not text", SAVE_AS))


def _expect_windows(file: BinaryIO, name: str) -> None:
    """Raises HandoutError where a line is no Windows-1252 text, or others are UTF-8: two files put together."""
    unicode, other = 0, 0
    for number, line in enumerate(iter(partial(file.readline, LONGEST), b""), 1):
        _expect_text(line, name)
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            unicode = unicode or number
        except UnicodeDecodeError:
            other = other or number
            _expect_line(line, Place(name, number, 1))
    file.seek(0)
    if unicode:
        message = f"this line is not UTF-8 text, and line {unicode} is"
        raise HandoutError(Place(name, other, 1).problem("T108", message, AS_UTF8))


def _expect_line(line: bytes, place: Place) -> None:
    try:
        line.decode("cp1252")
    except UnicodeDecodeError:
        message = "this line is neither UTF-8 nor Windows-1252 text"
        raise HandoutError(place.problem("T108", message, AS_UTF8)) from None
