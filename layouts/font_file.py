"""A TrueType file of the clinic's own becomes a font, or it is said why it cannot be printed with."""

from io import BytesIO
from pathlib import Path
from struct import error as StructError
from struct import unpack_from

from reportlab.pdfbase.ttfonts import TTFont

TRUETYPE = (b"\0\1\0\0", b"true")
# Plain English, and the signs that the program itself prints.
LETTERS = "".join(map(chr, range(0x21, 0x7F))) + "“”‘’–•·"
RESTRICTED, PREVIEW, EDITABLE = 0x2, 0x4, 0x8  # OpenType, OS/2, fsType: where several are set, the mildest holds
WHOLE_OR_BITMAPS = 0x300  # no subsetting, or bitmaps only; what is embedded here is always a subset of outlines

NOT_A_FONT = "is not a TrueType font", "save it again from where you got it, as a file that ends in .ttf"
DAMAGED = "is damaged", "save it again from where you got it"
CFF = "has PostScript outlines (OpenType CFF)", "ask for the TrueType version, which ends in .ttf"
FORBIDDEN = "does not allow to be embedded in a PDF", "ask its maker for a licence that does, or choose another"


class FontError(Exception):
    """Why a font cannot be used: the code, what is wrong with it, and what to do instead."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def load(path: Path) -> TTFont:
    """The font of a file; raises FontError."""
    data = _bytes(path)
    _check_kind(data)
    _check_licence(data)
    font = _font(path, data)
    glyphs = font.face.charToGlyph
    if missing := [letter for letter in LETTERS if not glyphs.get(ord(letter))]:
        more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
        hint = "choose a font that has the letters of the language"
        raise FontError("F124", f"lacks {' '.join(missing[:8])}{more}", hint)
    return font


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise FontError("F121", "cannot be read", "check that you are allowed to open it") from None


def _check_kind(data: bytes) -> None:
    if data.startswith(b"OTTO"):
        raise FontError("F122", *CFF)
    if not data.startswith(TRUETYPE):
        raise FontError("F121", *NOT_A_FONT)


def _check_licence(data: bytes) -> None:
    """ReportLab embeds fonts of up to 255 glyphs whatever their makers say."""
    try:
        rights = _rights(data)
    except StructError:
        raise FontError("F121", *DAMAGED) from None
    if rights & WHOLE_OR_BITMAPS or rights & (RESTRICTED | PREVIEW | EDITABLE) == RESTRICTED:
        raise FontError("F123", *FORBIDDEN)


def _rights(data: bytes) -> int:
    """The field fsType of the table OS/2; a font without that table forbids nothing."""
    (tables,) = unpack_from(">H", data, 4)
    rights = 0
    for number in range(tables):
        tag, _, start, length = unpack_from(">4sLLL", data, 12 + 16 * number)
        if start + length > len(data):
            raise FontError("F121", *DAMAGED)
        if tag == b"OS/2":
            (rights,) = unpack_from(">H", data, start + 8)
    return rights


def _font(path: Path, data: bytes) -> TTFont:
    try:
        font = TTFont(str(path), BytesIO(data), asciiReadable=0, shapable=False)
        font.face.makeSubset([0, *map(ord, LETTERS)])  # what would fail only when the page is written
    except Exception:  # ReportLab raises TTFError, or whatever else its reading of a damaged table runs into
        raise FontError("F121", *DAMAGED) from None
    return font
