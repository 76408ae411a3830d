"""Pictures from PNG, JPEG and SVG files; a file that cannot be used is a problem, never an empty space."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from layouts.flowables.base import Flowable
from layouts.paper import Paper
from layouts.tagging.tree import Owner
from layouts.theme import Theme

LARGEST_FILE = 20_000_000  # bytes
LARGEST_PICTURE = 60_000_000  # pixels; more is a scan by mistake, or an attack on memory
SHARPEST = 300  # pixels an inch that a printer can show
LARGEST_SVG = 2_000_000  # bytes
TALLEST = 400.0  # points


class PictureError(Exception):
    """Why a picture cannot be used, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Source(Protocol):
    """What a picture is made of: it knows how tall it is at a width, in points, and can be drawn there."""

    def height(self, width: float) -> float:
        """How tall it is at a width."""

    def draw(self, paper: Paper, owner: Owner, x: float, y: float, width: float) -> None:
        """Draw it as one figure, its top left corner at x, y."""


class Picture(Flowable):
    """A picture in the middle of a share of the column, as tall as its proportions ask."""

    def __init__(self, source: Source, owner: Owner, *, share: float = 1, tallest: float = TALLEST) -> None:
        self.source, self.owner, self.share, self.tallest = source, owner, share, tallest

    def size(self, width: float) -> tuple[float, float]:
        """Width and height in points within a column."""
        wide = width * self.share
        wide *= min(1, self.tallest / self.source.height(wide))
        return wide, self.source.height(wide)

    def height(self, width: float) -> float:
        return self.size(width)[1]

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        wide = self.size(width)[0]
        self.source.draw(paper, self.owner, x + (width - wide) / 2, y, wide)


@runtime_checkable
class Striped(Protocol):
    """What a picture is made of that may be parted between pages: its strips at a width, one below the other."""

    gap: float

    def strips(self, width: float) -> Sequence[Source]:
        """The strips, first to last."""


class Strips(Flowable):
    """A picture that keeps its words at their size, in the middle of a share of the column.

    It is parted only where it is taller than a page. Each strip is as tall as a whole number of units of the grid.
    """

    def __init__(self, source: Striped, owner: Owner, theme: Theme, *, share: float = 1, first: int = 0) -> None:
        self.source, self.owner, self.theme, self.share = source, owner, theme, share
        self.first = first
        self.end: int | None = None

    def _strips(self, width: float) -> Sequence[Source]:
        return self.source.strips(width * self.share)[self.first : self.end]

    def _heights(self, width: float) -> list[float]:
        bare = [strip.height(width * self.share) for strip in self._strips(width)]
        return [self.theme.snap(height + self.source.gap) for height in bare[:-1]] + [self.theme.snap(bare[-1])]

    def height(self, width: float) -> float:
        return sum(self._heights(width))

    def split(self, width: float, height: float, *, force: bool = False) -> tuple[Flowable, Flowable] | None:
        count, heights = 0, self._heights(width)
        while count < len(heights) and sum(heights[: count + 1]) <= height:
            count += 1
        return self._parted(count) if force and 0 < count < len(heights) else None

    def _parted(self, count: int) -> tuple[Flowable, Flowable]:
        upper = Strips(self.source, self.owner, self.theme, share=self.share, first=self.first)
        upper.end = self.first + count
        lower = Strips(self.source, self.owner, self.theme, share=self.share, first=self.first + count)
        lower.end = self.end
        upper.place = lower.place = self.place
        return upper, lower

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        wide = width * self.share
        for strip, height in zip(self._strips(width), self._heights(width), strict=True):
            strip.draw(paper, self.owner, x + (width - wide) / 2, y, wide)
            y += height


class Pixels:
    """A picture made of pixels, at most as sharp as a printer can show."""

    def __init__(self, image: Any) -> None:
        self.image = image
        self.proportion = image.width / image.height

    def height(self, width: float) -> float:
        return float(width / self.proportion)

    def draw(self, paper: Paper, owner: Owner, x: float, y: float, width: float) -> None:
        from reportlab.lib.utils import ImageReader

        most = max(1, round(width / 72 * SHARPEST))
        image = self.image
        if image.width > most:
            image = image.resize((most, max(1, round(most / self.proportion))))
        paper.image(owner, ImageReader(image), x, y, width, self.height(width))


class Vector:
    """A picture made of shapes."""

    def __init__(self, drawing: Any) -> None:
        self.drawing = drawing
        self.proportion = drawing.width / drawing.height

    def height(self, width: float) -> float:
        return float(width / self.proportion)

    def draw(self, paper: Paper, owner: Owner, x: float, y: float, width: float) -> None:
        paper.drawing(owner, self.drawing, x, y, width / self.drawing.width)


def load(path: Path, *, grey: bool = False) -> Pixels | Vector:
    """A picture ready to be drawn, its colours turned to greys of the same brightness; raises PictureError."""
    try:
        data = _read(path)
    except OSError:
        raise PictureError("cannot be read", "check that the file is there and that you may open it") from None
    return _vector(data, grey) if path.suffix.lower() == ".svg" else _pixels(data, grey)


def _read(path: Path) -> bytes:
    if path.stat().st_size > LARGEST_FILE:
        raise PictureError("is larger than 20 MB", "save it smaller; 300 pixels an inch are enough for print")
    return path.read_bytes()


@lru_cache(maxsize=32)
def _pixels(data: bytes, grey: bool) -> Pixels:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # asked here, in plain words, and before a pixel is read
    try:
        image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        _refuse_size(image.width, image.height)
        return Pixels(_printable(image, grey))
    except PictureError:
        raise
    except Exception:  # Pillow raises whatever its decoders run into
        damaged, hint = "is damaged or is not a PNG or JPEG file", "open it in a picture program and save it again"
        raise PictureError(damaged, hint) from None


def _refuse_size(width: int, height: int) -> None:
    if width * height > LARGEST_PICTURE:
        raise PictureError("has more than 60 million pixels", "save it smaller; 3000 pixels across are enough")


def _printable(image: Any, grey: bool) -> Any:
    """Upright, 8 bits a colour, red, green and blue: PDF/A allows one colour space only, and CMYK is not in it."""
    from PIL import ImageOps

    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off at 255
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    if grey:
        image = image.convert("RGBA").convert("LA") if clear else image.convert("L")
    return image.convert("RGBA" if clear else "RGB")


@lru_cache(maxsize=32)
def _vector(data: bytes, grey: bool) -> Vector:
    if len(data) > LARGEST_SVG:
        raise PictureError("is larger than 2 MB", "simplify the drawing, or save it as PNG")
    from layouts.figures import svg
    from layouts.fonts import family

    drawing = svg.drawing(data)
    drawing.initialFontName = family().regular.name
    if grey:
        svg.turn_grey(drawing)
    return Vector(drawing)
