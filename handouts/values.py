"""One scalar becomes one value of the model, or a problem that says what to write."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from handouts import inline
from handouts.drawings import DRAWINGS
from handouts.inline import Prose, Text
from handouts.problem import Place, Problem
from handouts.record import FileName, word_of
from handouts.shape import Plain

PICTURES = (".png", ".jpg", ".jpeg", ".svg")
YES_NO = {"yes": True, "true": True, "no": False, "false": False}
DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def read(shape: Plain, text: str, place: Place, label: str) -> Any:
    """The value of a scalar that is not empty; `label` is what a problem calls it."""
    return READERS[shape.kind](shape, text, place, label)


def suggestion(word: str, words: tuple[str, ...]) -> str:
    """A hint that names the nearest word, or all of them."""
    near = nearest(word.strip().lower().replace(" ", "_"), words)
    return f"did you mean `{near}`?" if near else f"write {alternatives(words)}"


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that a slip of the finger is nearest to, if any is near."""
    from difflib import get_close_matches  # only a mistake needs it

    return next(iter(get_close_matches(word, list(words), 1)), None)


def alternatives(words: tuple[str, ...]) -> str:
    """`a`, `b` or `c`."""
    quoted = [f"`{word}`" for word in words]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def _line(shape: Plain, text: str, place: Place, label: str) -> str | Problem:
    value = inline.line(text)
    if shape.options and value not in shape.options:
        return place.problem("H116", f"{label} cannot be `{value}`", suggestion(value, shape.options))
    return value if _fits(shape, value) else _misfit(shape, place, label)


def _fits(shape: Plain, value: str) -> bool:
    return shape.regex is None or shape.regex.fullmatch(value) is not None


def _misfit(shape: Plain, place: Place, label: str) -> Problem:
    assert shape.pattern
    return place.problem("H115", f"{label} has to be {shape.pattern.meaning}", f"such as `{shape.pattern.example}`")


def _whole(shape: Plain, text: str, place: Place, label: str) -> int | Problem:
    return int(text) if _fits(shape, text) else _misfit(shape, place, label)


def _text(shape: Plain, text: str, place: Place, label: str) -> Text | Problem:
    parsed = inline.parse(text, place)
    return parsed if parsed.runs else _no_words(place, label)


def _prose(shape: Plain, text: str, place: Place, label: str) -> Prose | Problem:
    parsed = inline.paragraphs(text, place)
    return parsed if all(paragraph.runs for paragraph in parsed) else _no_words(place, label)


def _no_words(place: Place, label: str) -> Problem:
    return place.problem("H118", f"{label} has a link without words", "write `[words](address)`")


def _truth(shape: Plain, text: str, place: Place, label: str) -> bool | Problem:
    value = YES_NO.get(text.lower())
    return place.problem("H119", f"{label} has to be yes or no", "write `yes` or `no`") if value is None else value


def _day(shape: Plain, text: str, place: Place, label: str) -> date | Problem:
    match = DATE.fullmatch(text)
    if not match:
        return place.problem("H117", f"{label} has to be a date: year, month, day", "such as `2026-03-31`")
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return place.problem("H117", f"there is no day {text}", "such as `2026-03-31`")


def _file_name(shape: Plain, text: str, place: Place, label: str) -> FileName | Problem:
    name = FileName(text)
    name.place = place
    kind = _picture_problem(text, place) if shape.pattern is None else None
    unfit = None if _fits(shape, text) else _misfit(shape, place, label)
    return file_problem(text, place) or kind or unfit or name


def file_problem(name: str, place: Place) -> Problem | None:
    """Why a name cannot be that of a file in the same folder or below it."""
    if name.startswith(("/", "\\", "~")) or re.match(r"[A-Za-z]:[\\/]", name):
        hint = "write its name alone, and keep it in the folder of this file"
        return place.problem("F102", "this path starts at the top of a disk", hint)
    if ADDRESS.match(name):
        hint = "nothing is ever fetched: save the file in the folder of this one, and write its name"
        return place.problem("F101", "this is a web address, not the name of a file", hint)
    if "\\" in name:
        return place.problem("F107", "a backslash in the name of a file", "write `/` between folder and file")
    if ".." in PurePosixPath(name).parts:
        hint = "keep the file in the folder of this one, or in a folder inside it"
        return place.problem("F103", "this path leaves the folder", hint)
    return None


def _picture_problem(name: str, place: Place) -> Problem | None:
    suffix = PurePosixPath(name).suffix
    if suffix.lower() in PICTURES:
        return None
    word = re.sub(r"[ -]", "_", name.lower())
    if word in map(word_of, DRAWINGS):
        hint = f"write it in braces, with what it shows: `{{{word}: …}}`"
        return place.problem("F105", f"`{name}` is drawn, and needs to know what", hint)
    kind = f"`{suffix}` files are" if suffix else "a name without an ending is"
    return place.problem("F105", f"{kind} not among the pictures that can be used", "save it as PNG, JPEG or SVG")


READERS: dict[type, Callable[[Plain, str, Place, str], Any]] = {
    str: _line,
    int: _whole,
    bool: _truth,
    date: _day,
    Text: _text,
    Prose: _prose,
    FileName: _file_name,
}
