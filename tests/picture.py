"""The picture at the head of the README, rendered from the library: `python -m tests.picture`."""

from pathlib import Path

import pypdfium2
from PIL import Image

from handouts import catalog
from layouts import compose

ROOT = Path(__file__).parent.parent
PAGES = (("sciatica", 0), ("gentle-moves", 1))
WIDTH, MARGIN, GROUND = 620, 24, "#d9dee0"  # pixels


def page(name: str, number: int) -> Image.Image:
    """One page of a handout of the library, for the example clinic."""
    clinic = catalog.load_clinic(ROOT / "handouts" / "clinics" / "hill-street.yaml")
    data = compose(catalog.load(catalog.find(name)), clinic, catalog.load_words("en")).print()
    sheet = pypdfium2.PdfDocument(data)[number]
    image: Image.Image = sheet.render(scale=WIDTH / sheet.get_width()).to_pil().convert("RGB")
    return image


def main() -> None:
    """Two pages side by side on a quiet ground."""
    pages = [page(*which) for which in PAGES]
    size = MARGIN + sum(one.width + MARGIN for one in pages), max(one.height for one in pages) + 2 * MARGIN
    picture = Image.new("RGB", size, GROUND)
    left = MARGIN
    for one in pages:
        picture.paste(one, (left, MARGIN))
        left += one.width + MARGIN
    picture.quantize(128).save(ROOT / "docs" / "pages.png", optimize=True)


if __name__ == "__main__":
    main()
