"""What a printer puts on paper, measured on rendered pages: how much of them is ink, where, and in which colours."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce
from itertools import dropwhile, takewhile

import pypdfium2
from PIL import Image, ImageChops, ImageStat

COARSE = 1.0  # pixels a point: enough for areas and empty places
BARE = 245  # a paler grey is not seen


@contextmanager
def _open(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def greys(pdf: bytes) -> list[Image.Image]:
    """Every page in greys, one pixel a point."""
    with _open(pdf) as document:
        return [page.render(scale=COARSE, grayscale=True).to_pil().convert("L") for page in document]


def coverage(picture: Image.Image) -> float:
    """The share of a grey page that is ink, from 0 to 1; a grey counts as far as a printer's dots would cover it."""
    return 1 - float(ImageStat.Stat(picture).mean[0]) / 255


def coverages(pdf: bytes) -> list[float]:
    """The share of every page that is ink."""
    return [coverage(picture) for picture in greys(pdf)]


def coloured(pdf: bytes) -> list[str]:
    """Pages with a pixel that is not a grey, and how many levels apart its red, green and blue are at most."""
    found = []
    with _open(pdf) as document:
        for number, page in enumerate(document, 1):
            apart = _apart(page.render(scale=COARSE).to_pil().convert("RGB"))
            found += [f"page {number}: {apart}"] if apart else []
    return found


def _apart(picture: Image.Image) -> int:
    red, green, blue = picture.split()
    differences = (ImageChops.difference(one, other) for one, other in ((red, green), (green, blue), (blue, red)))
    largest = reduce(ImageChops.lighter, differences)
    return max(level for level, pixels in enumerate(largest.histogram()) if pixels)


def first_ink(picture: Image.Image) -> int:
    """How many points from the top of a grey page the first ink stands; the page's height if there is none."""
    box = ImageChops.invert(picture).getbbox()
    return int(box[1]) if box else picture.height


def clear_above(picture: Image.Image, height: float) -> int:
    """Points of bare paper above the rule that is the next thing above this height from the bottom of a grey page."""
    above = picture.crop((0, 0, picture.width, picture.height - int(height)))
    upwards = (_bare(above.crop((0, y, above.width, y + 1))) for y in reversed(range(above.height)))
    from_rule = dropwhile(lambda bare: bare, upwards)
    return sum(1 for _ in takewhile(bool, dropwhile(lambda bare: not bare, from_rule)))


def _bare(strip: Image.Image) -> bool:
    return strip.point(lambda level: level < BARE).getbbox() is None
