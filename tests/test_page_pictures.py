"""What pages look like: one picture for each layout kind, clinic and edition that matters, in `tests/pictures`."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from layouts import Options, compose
from tests.instruments.difference import FAINT, MEAN, compare, picture
from tests.samples import CASES, CLINICS, LIBRARY, clinic, handout, words

PICTURES = Path(__file__).parent / "pictures"
WIDTH = 300  # pixels
FINE = 3  # so that it hardly matters how letters and thin lines are smoothed
SHADES = (16, 24, 32, 48, 64)
LARGEST = 19_000  # bytes of one picture
MOST = 30


@dataclass(frozen=True)
class Page:
    """A page of a handout of the library or of a case, from 1, as a clinic prints it with some options."""

    handout: str
    number: int = 1
    clinic: str = "hill-street"
    options: Options = Options()

    @property
    def name(self) -> str:
        """The name of its picture: what it shows, and what differs from the usual."""
        options = self.options
        chosen = [options.paper, options.text_size, options.ink, "bare" if options.letterhead is False else None]
        return ".".join([self.handout, str(self.number), self.clinic, *filter(None, chosen)])

    def render(self, fine: int = FINE) -> Image.Image:
        """The page as it is now, rendered `fine` times as large and reduced."""
        written = handout((LIBRARY | CASES)[self.handout])
        pdf = compose(written, clinic(CLINICS[self.clinic]), words(), self.options).print()
        document = pypdfium2.PdfDocument(pdf)
        try:
            sheet = document[self.number - 1]
            rendered: Image.Image = sheet.render(scale=fine * WIDTH / sheet.get_width()).to_pil().convert("RGB")
            return rendered.reduce(fine).crop((0, 0, WIDTH, int(rendered.height / fine)))
        finally:
            document.close()


USUAL = [
    Page("sciatica"),
    Page("sciatica", 2),
    Page("ball-self-massage"),
    Page("ball-self-massage", 2),
    Page("nmt-session"),
    Page("warning-card"),
    Page("bullets"),  # a poster
    Page("diary"),
    Page("figure"),
    Page("sore-spot-map"),
]
CLINIC_PAGES = [
    Page(name, 1, brand)
    for brand in CLINICS
    if brand not in ("hill-street", "default")
    for name in ("sciatica", "ball-self-massage")
]
MONO, LARGE, EXTRA = Options(ink="mono"), Options(text_size="large"), Options(text_size="extra-large")
EDITIONS = [
    Page("ball-self-massage", 1, "default"),
    Page("sciatica", 1, "hill-street", MONO),
    Page("ball-self-massage", 1, "hill-street", MONO),
    Page("ball-self-massage", 2, "hill-street", MONO),
    Page("nmt-session", 1, "northmere", MONO),
    Page("warning-card", 1, "hill-street", MONO),
    Page("sore-spot-map", 1, "northmere", MONO),
    Page("ball-self-massage", 3, "hill-street", LARGE),
    Page("warning-card", 1, "hill-street", LARGE),
    Page("sciatica", 1, "northmere", EXTRA),
    Page("nmt-session", 1, "hill-street", EXTRA),
    Page("ball-self-massage", 1, "ines-moreau", replace(EXTRA, ink="mono")),
    Page("sciatica", 1, "hill-street", Options(paper="a5")),
    Page("warning-card", 1, "hill-street", Options(paper="a5")),
    Page("sciatica", 2, "hill-street", Options(paper="a5", text_size="extra-large")),
    Page("sciatica", 1, "hill-street", Options(letterhead=False)),
]
PAGES = {page.name: page for page in (*USUAL, *CLINIC_PAGES, *EDITIONS)}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_pictured(name: str, update_cases: bool, tmp_path: Path) -> None:
    file = PICTURES / f"{name}.png"
    actual = PAGES[name].render()
    if update_cases:
        reduced(actual).save(file, optimize=True)
        pytest.fail("rewritten: look at the pictures, then run without --update-cases")
    wanted = Image.open(file).convert("RGB")
    difference = compare(actual, wanted)
    if difference.matters:
        actual.save(tmp_path / f"{name}.actual.png")
        picture(difference, actual, wanted).save(tmp_path / f"{name}.difference.png")
    assert not difference.matters, f"{difference}; wanted, found and difference side by side: {tmp_path}"


def reduced(page: Image.Image) -> Image.Image:
    """The page in as few colours as will do, so that its file is small enough to be kept with the code."""
    for shades in SHADES:
        palette = page.quantize(shades, Image.Quantize.MAXCOVERAGE, kmeans=3)
        found = page.quantize(palette=palette, dither=Image.Dither.NONE)
        difference = compare(page, found.convert("RGB"))
        if difference.mean < MEAN / 2 and difference.faint < FAINT[1] / 3:
            break
    return found


def test_there_is_a_small_picture_of_each_page_and_no_other() -> None:
    files = list(PICTURES.iterdir())
    assert {file.name for file in files} == {f"{name}.png" for name in PAGES}
    assert len(files) <= MOST
    assert [file.name for file in files if file.stat().st_size > LARGEST] == []


# What has to be seen, and what must not be: each is a small change of a rendered page.


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """A page to plant faults in."""
    return Page("sciatica").render()


def moved_box(page: Image.Image) -> None:
    """The stop box stands a millimetre and a half lower."""
    box = page.crop((20, 95, 280, 190))
    page.paste("white", (20, 95, 280, 190))
    page.paste(box, (20, 97))


def missing_rule(page: Image.Image) -> None:
    """The thin rule above the foot is not there."""
    page.paste("white", (20, 394, 280, 401))


def missing_word(page: Image.Image) -> None:
    """Some words of three centimetres is not there."""
    page.paste("white", (50, 114, 95, 122))


def other_colour(page: Image.Image) -> None:
    """What was red is black."""
    page.paste(page.convert("L").convert("RGB"))


def taller_page(page: Image.Image) -> Image.Image:
    """The paper is another one."""
    return page.crop((0, 0, page.width, page.height - 4))


@pytest.mark.parametrize("fault", [moved_box, missing_rule, missing_word, other_colour, taller_page])
def test_a_fault_is_seen(page: Image.Image, fault: Any) -> None:
    faulty = page.copy()
    assert compare(fault(faulty) or faulty, page).matters


def test_where_it_differs_is_shown(page: Image.Image) -> None:
    faulty = page.copy()
    ImageDraw.Draw(faulty).rectangle((100, 200, 130, 230), fill="black")
    shown = picture(compare(faulty, page), faulty, page)
    black = [index for index in range(3) if shown.getpixel((index * (page.width + 8) + 115, 215)) == (0, 0, 0)]
    assert black == [1, 2]


def test_the_rims_of_letters_are_not_seen(page: Image.Image) -> None:
    smoother = Page("sciatica").render(2 * FINE)
    kept = reduced(page).convert("RGB")
    assert smoother.tobytes() != page.tobytes() != kept.tobytes()
    assert not compare(smoother, kept).matters
