"""QR codes (ISO/IEC 18004), by ReportLab's encoder, with the quiet zone that readers need."""

from functools import lru_cache
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

from handouts.drawings.qr_code import QrCode
from layouts.figures.drawn import Setting
from layouts.figures.sketch import Path, Shape, Sketch, rectangle
from layouts.paper import Paint
from layouts.theme import BLACK

QUIET = 4  # modules of bare paper on each side (ISO/IEC 18004, 6.3.8)


def draw(drawing: QrCode, setting: Setting) -> Sketch:
    """A code of error level M: it still reads when 15 % of it is soiled. Always black, whatever the clinic's colour."""
    return _sketch(drawing.qr_code)


@lru_cache(maxsize=32)
def _sketch(address: str) -> Sketch:
    modules = encoded(address)
    path = tuple(segment for row, line in enumerate(modules) for segment in _dark(line, row))
    side = len(modules) + 2 * QUIET
    return Sketch(side, side, [Shape(path, Paint(fill=BLACK))])


def encoded(address: str) -> list[list[bool]]:
    """The modules of a code, row by row: true is dark."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(address))
    code.make()
    size = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(size)] for row in range(size)]


def _dark(line: list[bool], row: int) -> Path:
    """Neighbours in a row are one rectangle: with seams between them, some printers would show white hairs."""
    found: list[tuple[str, tuple[tuple[float, float], ...]]] = []
    column = 0
    for dark, group in groupby(line):
        count = len(list(group))
        if dark:
            found += rectangle(QUIET + column, QUIET + row, QUIET + column + count, QUIET + row + 1)
        column += count
    return tuple(found)
