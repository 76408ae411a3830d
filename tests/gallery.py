"""All pages of the library as the example clinics print them, in one picture: `python -m tests.gallery` writes it."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from handouts.clinic import Clinic
from layouts import compose
from tests.samples import CLINICS, LIBRARY, clinic, handout, words

PICTURE = Path(__file__).parent.parent / "docs" / "gallery.png"
WIDTH, MARGIN, GROUND = 300, 18, "#d9dee0"  # pixels of a page and of the space around it
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
    """A row for each example clinic."""
    return contact_sheet([list(pages(clinic(path))) for name, path in CLINICS.items() if name != "default"])


def main() -> None:
    """Write the picture."""
    gallery().quantize(SHADES, Image.Quantize.MAXCOVERAGE, kmeans=2).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
