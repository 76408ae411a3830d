"""Typefaces: widths for breaking lines, and the fonts ReportLab embeds. Registered on call, never on import."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from handouts.clinic import Fonts
from handouts.problem import HandoutError, Place, Problem
from handouts.record import FileName
from layouts.font_subset import bare

NO_BREAK_SPACE = "\u00a0"
FROM_THE_RIGHT = ("R", "AL")


INSTEAD = {"Zs": "type an ordinary space", "Pd": "type an ordinary hyphen", "Mn": "write the letter without its mark"}


def missing(char: str, place: Place) -> Problem:
    """Why a character cannot be printed, and what to type instead."""
    if not char.isprintable():
        message = f"an invisible character (U+{ord(char):04X}) stands in this text"
        return place.problem("P101", message, "delete it; it often comes along when text is copied")
    category = unicodedata.category(char)
    hint = INSTEAD.get(category, "write it in other words")
    if category == "Zs":
        return place.problem("P101", f"the font has no space of this kind (U+{ord(char):04X})", hint)
    return place.problem("P101", f"the font has no character “{char}” (U+{ord(char):04X})", hint)


class Face:
    """One style of a typeface: how wide its text is, and which characters it lacks."""

    def __init__(self, font: TTFont) -> None:
        self.font = font
        self.name: str = font.fontName
        self._widths: dict[int, float] = font.face.charWidths
        self._glyphs: dict[int, int] = font.face.charToGlyph
        self._default: float = font.face.defaultWidth
        self._known: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Width of a text at a size of 1 point; words repeat, so their widths are kept."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) > 20_000:
                self._known.clear()
            widths, default = self._widths, self._default
            known = self._known[text] = sum(widths.get(ord(char), default) for char in text) / 1000
        return known

    def lacks(self, text: str) -> list[str]:
        """Characters of the text that have no glyph here, in order, each once; ReportLab would print boxes for them."""
        glyphs = self._glyphs
        if text.isascii() and all(glyphs.get(ord(char)) for char in text):
            return []
        return [char for char in dict.fromkeys(text) if not self._shows(char)]

    def among(self, size: int, blocks: Iterable[int]) -> str:
        """The characters that it has in some blocks of `size` characters of Unicode, in order."""
        chars = (chr(code) for block in sorted(blocks) for code in range(block * size, (block + 1) * size))
        return "".join(char for char in chars if self._shows(char))

    def _shows(self, char: str) -> bool:
        """Format characters show nothing; ReportLab truncates above U+FFFF, and cannot place a mark on a letter.

        Letters that run from right to left would stand in the wrong order.
        """
        if not (self._glyphs.get(ord(char)) or char == NO_BREAK_SPACE) or ord(char) > 0xFFFF:
            return False
        return unicodedata.category(char) not in ("Cf", "Mn") and unicodedata.bidirectional(char) not in FROM_THE_RIGHT


@dataclass(frozen=True)
class Family:
    """The two weights that a page uses."""

    regular: Face
    strong: Face


def family(fonts: Fonts | None = None) -> Family:
    """The clinic's own typeface, or Source Sans Pro; raises HandoutError with why a file cannot be used."""
    if fonts is None:
        return _source_sans()
    found = [_own(name) for name in (fonts.regular, fonts.bold)]
    faces = [face for face in found if isinstance(face, Face)]
    problems = [problem for problem in found if isinstance(problem, Problem)]
    if not problems and faces[0].font.face.name == faces[1].font.face.name:
        hint = "name the file of the bold weight"
        problems.append(fonts.bold.place.problem("F125", f"{fonts.bold} is the same font as {fonts.regular}", hint))
    if problems:
        raise HandoutError(*problems)
    return Family(*faces)


@cache
def _source_sans() -> Family:
    """Regular and semibold, from the package that carries them."""
    import font_source_sans_pro

    files = Path(font_source_sans_pro.__file__).parent / "files"
    return Family(*(_packaged(files / f"SourceSansPro-{style}.ttf") for style in ("Regular", "Semibold")))


def _packaged(path: Path) -> Face:
    return _face(TTFont(path.stem, str(path), asciiReadable=0, shapable=False))


def _own(name: FileName) -> Face | Problem:
    from layouts.font_file import FontError

    try:
        return _opened(name.path.resolve())
    except FontError as error:
        return name.place.problem(error.code, f"the font {name} {error.message}", error.hint)


@cache
def _opened(path: Path) -> Face:
    from layouts import font_file

    return _face(font_file.load(path))


def _face(font: TTFont) -> Face:
    # Without this, ReportLab embeds all of ASCII in every subset whether or not the page uses it.
    rl_config.ttfAsciiReadable = 0
    _keep_subsets(font.face)
    pdfmetrics.registerFont(font)
    return Face(font)


def _keep_subsets(face: Any) -> None:
    """Documents with the same characters share their subset; without this, each would cut it out again."""
    cut = face.makeSubset
    make = lru_cache(maxsize=16)(lambda subset: bare(cut(subset)))
    face.makeSubset = lambda subset: make(tuple(subset))
