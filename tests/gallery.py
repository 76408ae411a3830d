"""All pages of the library as the example clinics print them, in one picture: `python -m tests.gallery` writes it."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from handouts.clinic import Clinic
from layouts import compose
from tests.samples import CLINICS, LIBRARY, clinic, handout, words

PICTURE = Path(__file__).parent.parent / "docs" / "gallery.png"
WIDTH, MARGIN, GROUND = 240, 14, "#d9dee0"  # pixels of a page and of the space around it
ACROSS = 7  # pages in a row; more would be too small to make out on a screen
FINE = 3  # rendered so much larger and reduced: small letters stay even
SHADES = 96


def pages(brand: Clinic) -> Iterator[Image.Image]:
    """Every page that a clinic hands out."""
    for name, path in LIBRARY.items():
        if not brand.leaves_out(name):
            written = handout(path)
            yield from rendered(compose(written, brand, words(written.language)).print())


def rendered(pdf: bytes) -> Iterator[Image.Image]:
    """The pages of a PDF, small."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for sheet in document:
            page: Image.Image = sheet.render(scale=FINE * WIDTH / sheet.get_width()).to_pil().convert("RGB")
            yield page.reduce(FINE).crop((0, 0, WIDTH, page.height // FINE))
    finally:
        document.close()


def contact_sheet(rows: list[list[Image.Image]]) -> Image.Image:
    """Rows of pages on a quiet ground."""
    tall = [max(page.height for page in row) + MARGIN for row in rows]
    sheet = Image.new("RGB", (max(map(len, rows)) * (WIDTH + MARGIN) + MARGIN, sum(tall) + MARGIN), GROUND)
    top = MARGIN
    for row, height in zip(rows, tall, strict=True):
        for number, page in enumerate(row):
            sheet.paste(page, (MARGIN + number * (WIDTH + MARGIN), top))
        top += height
    return sheet


def gallery() -> Image.Image:
    """Rows for each example clinic."""
    brands = [clinic(path) for name, path in CLINICS.items() if name != "default"]
    return contact_sheet([row for brand in brands for row in wrapped(list(pages(brand)))])


def wrapped(found: list[Image.Image]) -> list[list[Image.Image]]:
    """The pages of a clinic in rows that are not too long."""
    return [found[start : start + ACROSS] for start in range(0, len(found), ACROSS)]


def main() -> None:
    """Write the picture."""
    gallery().quantize(SHADES, Image.Quantize.MAXCOVERAGE, kmeans=2).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
