"""What the eye meets, by pdfium: a second reader that knows nothing of tags. Lengths are points, y grows upwards."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
from PIL import Image

Box = tuple[float, float, float, float]
FINE = 288  # dots an inch: fine enough that a hyphen has full ink
CELL = 24  # side of the squares in which neighbours are looked for


@dataclass(frozen=True)
class Glyph:
    """A printed character and the box of its ink."""

    page: int
    index: int
    character: str
    box: Box

    def __str__(self) -> str:
        return f"page {self.page + 1}: {self.character!r} at {self.box[0]:.0f}, {self.box[1]:.0f}"


def render(pdf: bytes, page: int = 0, dpi: int = 96) -> Image.Image:
    """One page as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture: Image.Image = document[page].render(scale=dpi / 72).to_pil().convert("RGB")
        return picture
    finally:
        document.close()


def glyphs(pdf: bytes) -> list[Glyph]:
    """Every character with ink, in painting order."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [glyph for number, page in enumerate(document) for glyph in _glyphs(number, page)]
    finally:
        document.close()


def _glyphs(number: int, page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        left, bottom, right, top = text.get_charbox(index)
        if character.strip() and right > left and top > bottom:
            yield Glyph(number, index, character, (left, bottom, right, top))


def outside(pdf: bytes, margin: float = 0) -> list[str]:
    """Characters that reach into the margin or leave the page."""
    document = pypdfium2.PdfDocument(pdf)
    sizes = [page.get_size() for page in document]
    document.close()
    return [str(glyph) for glyph in glyphs(pdf) if not _within(glyph.box, sizes[glyph.page], margin)]


def _within(box: Box, size: tuple[float, float], margin: float) -> bool:
    left, bottom, right, top = box
    return left >= margin and bottom >= margin and right <= size[0] - margin and top <= size[1] - margin


def overlaps(pdf: bytes, share: float = 0.15) -> list[str]:
    """Characters printed over others: more than this share of the smaller one is covered."""
    found = []
    for _, on_page in groupby(glyphs(pdf), key=lambda glyph: glyph.page):
        for one, other in _neighbours(list(on_page)):
            if _common(one.box, other.box) > share * min(_area(one.box), _area(other.box)):
                found.append(f"{one} and {other.character!r}")
    return found


def _neighbours(found: list[Glyph]) -> Iterator[tuple[Glyph, Glyph]]:
    """Pairs that could touch; characters in a row may (kerning), so they are left out."""
    cells: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in found:
        column, row = int(glyph.box[0] // CELL), int(glyph.box[1] // CELL)
        for near in ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)):
            yield from ((each, glyph) for each in cells.get(near, ()) if glyph.index - each.index > 1)
        cells[column, row].append(glyph)


def _common(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0) * max(height, 0)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def faint(pdf: bytes, ratio: float = 4.5) -> list[str]:
    """Characters with less contrast to their background than this (WCAG 2, 1.4.3), measured on the rendered page."""
    found = []
    for page, on_page in groupby(glyphs(pdf), key=lambda glyph: glyph.page):
        picture = render(pdf, page, FINE)
        for glyph in on_page:
            measured = _contrast(picture, glyph.box)
            if measured < ratio:
                found.append(f"{glyph}: {measured:.1f}")
    return found


def _contrast(picture: Image.Image, box: Box) -> float:
    """Contrast between the lightest and the darkest pixel on and around a character."""
    left, bottom, right, top = (int(edge * FINE / 72) for edge in box)
    around = (left - 2, picture.height - top - 3, right + 3, picture.height - bottom + 2)
    colours = picture.crop(around).getcolors(1 << 16) or []
    lights = [_luminance(colour) for _, colour in colours if isinstance(colour, tuple)]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def _luminance(colour: tuple[int, ...]) -> float:
    """Relative luminance of an sRGB colour (WCAG 2)."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
