"""Typefaces: widths for breaking lines, and the fonts ReportLab embeds. Registered on call, never on import."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

NO_BREAK_SPACE = "\u00a0"


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
        if text.isascii() and all(ord(char) in glyphs for char in text):
            return []
        return [char for char in dict.fromkeys(text) if not self._shows(char)]

    def _shows(self, char: str) -> bool:
        """ReportLab truncates characters above U+FFFF; format characters, such as a soft hyphen, show nothing."""
        known = ord(char) in self._glyphs or char == NO_BREAK_SPACE
        return known and ord(char) <= 0xFFFF and unicodedata.category(char) != "Cf"


@dataclass(frozen=True)
class Family:
    """The two weights that a page uses."""

    regular: Face
    strong: Face


@cache
def family() -> Family:
    """Source Sans Pro, regular and semibold, from the package that carries it."""
    return Family(_face("Regular"), _face("Semibold"))


@cache
def _face(style: str) -> Face:
    import font_source_sans_pro

    # Without this, ReportLab embeds all of ASCII in every subset whether or not the page uses it.
    rl_config.ttfAsciiReadable = 0
    path = Path(font_source_sans_pro.__file__).parent / "files" / f"SourceSansPro-{style}.ttf"
    font = TTFont(f"SourceSansPro-{style}", str(path), asciiReadable=0, shapable=False)
    _keep_subsets(font.face)
    pdfmetrics.registerFont(font)
    return Face(font)


def _keep_subsets(face: Any) -> None:
    """Documents with the same characters share their subset; without this, each would cut it out again."""
    make = lru_cache(maxsize=16)(face.makeSubset)
    face.makeSubset = lambda subset: make(tuple(subset))
