"""File names from a pattern, safe on Windows, macOS and Linux; nobody's name is in them unless it asks for it."""

import re
from collections.abc import Mapping
from hashlib import blake2b
from string import Formatter
from unicodedata import normalize

from handouts.problem import HandoutError, Place, Problem
from handouts.values import alternatives, nearest
from handouts.written import Written

USUAL = "{row:04}-{handout}"
OWN = ("row", "handout")  # placeholders that every batch has
DIGITS = re.compile(r"0?[0-9]{0,2}d?")  # how a row number is written: `04` for four digits
UNSAFE = frozenset('<>:"/\\|?*')
# Devices of Windows, which no file there can be called, with any ending or none.
DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    device + digit for device in ("COM", "LPT") for digit in "123456789¹²³"
}
LONGEST = 150  # bytes of a name; drafts and endings need the rest of the 255 that disks have room for
HINT = f"such as `{USUAL}`"
INSTEAD = "-"


class Names:
    """The name of each row's file, before its ending.

    `columns` are the headers of the table by the names that a pattern may use for them.
    """

    def __init__(self, pattern: str, handout: str, columns: Mapping[str, str]) -> None:
        self.handout = handout
        self.parts = _parsed(pattern.removesuffix(".pdf"))
        self.columns = columns
        used = [name for _, name, _ in self.parts if name]
        problems = [_unknown(name, (*OWN, *columns)) for name in used if name not in OWN and name not in columns]
        if not problems and set(used) <= {"handout"}:
            problems = [_bad("every row would have the same file name", f"put the row into it, {HINT}")]
        if problems:
            raise HandoutError(*problems)
        self.counted = set(used) <= set(OWN)
        self.taken: dict[bytes, int] = {}

    def name(self, row: int, cells: Mapping[str, Written]) -> str:
        """Raises HandoutError where nothing is left of it, or where an earlier row has it."""
        name = safe("".join(self._pieces(row, cells)))
        place = Place(f"row {row}")
        if not name:
            raise HandoutError(place.problem("B105", "its file would have no name", f"put the row into --name, {HINT}"))
        if not self.counted:  # else no two are alike, and there is nothing to remember of a hundred thousand
            first = self.taken.setdefault(_key(name), row)
            if first != row:
                message = f"row {first} has the same file name, {Written(name).quoted}"
                raise HandoutError(place.problem("B104", message, f"put the row into --name, {HINT}"))
        return name

    def _pieces(self, row: int, cells: Mapping[str, Written]) -> list[str]:
        pieces = []
        for literal, name, digits in self.parts:
            pieces.append(literal)
            if name == "row":
                pieces.append(format(row, digits))
            elif name == "handout":
                pieces.append(self.handout)
            elif name:
                pieces.append(cells.get(self.columns[name], ""))
        return pieces


def safe(text: str) -> str:
    """The text as every system takes it for the name of a file; empty where nothing is left of it."""
    kept = "".join(INSTEAD if char in UNSAFE or not char.isprintable() else char for char in normalize("NFC", text))
    # A leading dot hides a file; trailing dots and spaces fall away on Windows.
    kept = " ".join(kept.split()).strip(". ")
    kept = kept.encode()[:LONGEST].decode(errors="ignore").rstrip(". ")
    return f"_{kept}" if kept.partition(".")[0].rstrip().upper() in DEVICES else kept


def _key(name: str) -> bytes:
    """Short, since there may be many; names that differ in capitals alone are one file on Windows and macOS."""
    return blake2b(name.casefold().encode(), digest_size=12).digest()


def _parsed(pattern: str) -> list[tuple[str, str, str]]:
    """Literal text, placeholder and digits of each part; raises HandoutError."""
    try:
        parts = [(literal, name, spec or "", how) for literal, name, spec, how in Formatter().parse(pattern)]
    except ValueError:
        raise HandoutError(_bad("a brace is opened and not closed, or closed and not opened", HINT)) from None
    problems = []
    literals = "".join(literal for literal, *_ in parts)
    if "/" in literals or "\\" in literals:
        problems.append(_bad("a slash would be a folder", "choose the folder by --out"))
    if len(literals.encode()) > LONGEST // 2:
        problems.append(_bad("it is too long for a file name", f"write {LONGEST // 2} letters at most"))
    for _, name, spec, how in parts:
        if how or (spec and not (name == "row" and DIGITS.fullmatch(spec))):
            problems.append(_bad(f"`{{{name}}}` cannot be written that way", "only the row takes digits: `{row:04}`"))
        elif name == "":
            problems.append(_bad("a placeholder `{}` has no name", HINT))
    if problems:
        raise HandoutError(*problems)
    return [(literal, name or "", spec) for literal, name, spec, _ in parts]


def _unknown(name: str, known: tuple[str, ...]) -> Problem:
    near = nearest(name.lower(), known)
    return _bad(
        f"there is no column {Written(name).quoted}",
        f"did you mean `{near}`?" if near else f"write {alternatives(known)}",
    )


def _bad(message: str, hint: str) -> Problem:
    return Place("--name").problem("B103", message, hint)
