"""QR codes (ISO/IEC 18004), by ReportLab's encoder, with the quiet zone that readers need and the address in words."""

from functools import lru_cache
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

from handouts.drawings.qr_code import QrCode
from handouts.inline import Run, Text
from handouts.words import Words
from layouts.figures.drawn import Setting, Stand
from layouts.figures.paths import Path, rectangle
from layouts.figures.picture import Picture
from layouts.figures.sketch import Shape, Sketch
from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import Paragraph
from layouts.flowables.stack import Stack
from layouts.lines import CAPITALS
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, Owner
from layouts.theme import BLACK, MM, Theme

QUIET = 4  # modules of bare paper on each side (ISO/IEC 18004, 6.3.8)
SIDE = 30 * MM  # of a code with its quiet zone: read from a hand's distance
LONGEST = 287  # bytes of a code of level M with 65 modules (version 12): at 30 mm, each is 0.4 mm wide on paper
BESIDE = 12  # ems that words need beside a code; with less they stand below it


def alt(drawing: QrCode, words: Words) -> str:
    """Where the code leads."""
    return words.qr_code.format(address=drawing.qr_code)


def compose(drawing: QrCode, stand: Stand) -> Flowable:
    """The code; beside it what it is for, and its address for people who type."""
    spoken = stand.alt or alt(drawing, stand.setting.words)
    owner: Owner = DECORATION if spoken == "decorative" else stand.parent.add("Figure", alt=spoken)
    code = draw(drawing, stand.setting)
    caption = stand.captioned()
    shown = drawing.qr_code.removeprefix("https://").removeprefix("http://").rstrip("/")
    address = stand.paragraph(Text((Run(shown, href=drawing.qr_code),), drawing.place), "body", stand.parent.add("P"))
    return _Beside(code, owner, [*caption, address], stand.setting.theme)


def draw(drawing: QrCode, setting: Setting) -> Sketch:
    """A code of error level M: it still reads when 15 % of it is soiled. Always black, whatever the clinic's colour."""
    length = len(drawing.qr_code.encode())
    if length <= LONGEST:
        return _sketch(drawing.qr_code)
    message = f"this address is too long for a code: {length} bytes, {LONGEST} at most"
    setting.problems.append(
        drawing.place.problem("F142", message, "make a shorter address that leads to the same page")
    )
    return _sketch(drawing.qr_code[:1])


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


class _Beside(Flowable):
    """A code and words at its right, their capitals level with its first dark row; below it in a narrow column."""

    def __init__(self, code: Sketch, owner: Owner, words: list[Paragraph], theme: Theme) -> None:
        self.code, self.picture = code, Picture(code, owner)
        self.words, self.theme = Stack(words), theme
        self.style, self.widest = words[0].style, max(word.least_width() for word in words)
        self.place = words[-1].place

    def _side(self, width: float) -> float:
        return min(SIDE, width)

    def _quiet(self, width: float) -> float:
        return self._side(width) * QUIET / self.code.width

    def _beside(self, width: float) -> bool:
        return width - self._side(width) >= max(BESIDE * self.style.size, self.widest)

    def _tops(self, width: float) -> tuple[float, float]:
        """Where code and words begin: the words a whole number of units down, the code where they ask for it."""
        quiet, capitals = self._quiet(width), self.style.ascent - self.style.size * CAPITALS
        words = self.theme.snap(max(0, quiet - capitals))
        return words + capitals - quiet, words

    def height(self, width: float) -> float:
        side = self._side(width)
        if not self._beside(width):
            return self.theme.snap(side) + self.words.height(width)
        code, words = self._tops(width)
        return max(self.theme.snap(code + side), words + self.words.height(width - side))

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        side = self._side(width)
        if not self._beside(width):
            self.picture.draw(paper, x, y, side)
            self.words.draw(paper, x, y + self.theme.snap(side), width)
            return
        code, words = self._tops(width)
        self.picture.draw(paper, x, y + code, side)
        self.words.draw(paper, x + side, y + words, width - side)
