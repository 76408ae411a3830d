"""Codes are read back from the printed page, by a reader that knows nothing of the encoder (zxing-cpp)."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
import zxingcpp
from PIL import Image, ImageDraw

from handouts.clinic import Ink, PaperName, TextSize
from handouts.drawings.qr_code import QrCode
from handouts.inline import Run, Text
from handouts.model import AnyBlock, Exercise, Figure, Section
from handouts.problem import HandoutError, Place
from layouts import Options, compose
from layouts.figures.qr_code import LONGEST, QUIET, SIDE, encoded
from layouts.theme import MM
from tests.instruments import pixels, structure, tags
from tests.samples import CASES, CLINICS, clinic, handout, words

ADDRESS = "https://www.nhs.uk/conditions/sciatica/"
LEAST_MODULE = 0.4 * MM  # points, as small as a phone reads from a hand's distance
EDITIONS: list[tuple[PaperName, TextSize, Ink]] = [
    ("a4", "standard", "colour"), ("a4", "extra-large", "mono"), ("letter", "large", "colour"),
    ("a5", "standard", "mono"), ("a5", "extra-large", "colour"),
]  # fmt: skip


def address(length: int) -> str:
    """A web address of so many bytes."""
    start = "https://clinic.example/"
    return start + ("knee/foot-" * length)[: length - len(start)]


def figure(shown: str) -> Figure:
    return Figure(QrCode(shown, place=Place("a.yaml", 7, 11)), caption=Text((Run("Read more on your phone:"),)))


def printed(*body: AnyBlock, options: Options | None = None, brand: str = "hill-street") -> bytes:
    written = replace(handout(CASES["qr_code"]), body=(Section(Text((Run("More"),))), *body))
    return compose(written, clinic(CLINICS[brand]), words(), options).print()


def read(picture: Image.Image) -> list[str]:
    """What a phone would open; a code without its quiet zone is not read."""
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def pages(pdf: bytes, dpi: int = 96) -> list[Image.Image]:
    return [pixels.render(pdf, number, dpi) for number in range(structure.read(pdf).pages)]


@pytest.mark.parametrize("dpi", [96, 300])
@pytest.mark.parametrize("brand", CLINICS)
@pytest.mark.parametrize(("paper", "size", "ink"), EDITIONS)
def test_a_printed_code_opens_its_address(paper: PaperName, size: TextSize, ink: Ink, brand: str, dpi: int) -> None:
    pdf = printed(figure(ADDRESS), options=Options(paper, size, ink), brand=brand)
    assert [text for page in pages(pdf, dpi) for text in read(page)] == [ADDRESS]


@pytest.mark.parametrize("text_size", ["standard", "large"])
def test_codes_in_narrow_cards_are_read_and_their_addresses_whole(text_size: TextSize) -> None:
    shown = [f"https://clinic.example/films/move-{number}" for number in range(1, 4)]
    cards = [Exercise(Text((Run("A move"),)), picture=QrCode(each)) for each in shown]
    pdf = printed(*cards, options=Options(text_size=text_size))
    assert sorted(text for page in pages(pdf, 150) for text in read(page)) == shown
    assert all(each.removeprefix("https://") in tags.text(structure.read(pdf).root) for each in shown)
    assert pixels.overlaps(pdf) == pixels.outside(pdf, margin=8) == []


@pytest.mark.parametrize("length", [25, 60, 120, LONGEST])
def test_long_addresses_are_read(length: int) -> None:
    pdf = printed(figure(address(length)))
    assert [text for page in pages(pdf, 150) for text in read(page)] == [address(length)]


def test_letters_of_other_languages_are_read() -> None:
    shown = "https://clínica.example/piernas-y-pies/añadir"
    assert [text for page in pages(printed(figure(shown))) for text in read(page)] == [shown]


def test_the_longest_address_has_modules_that_a_phone_can_tell_apart() -> None:
    assert SIDE / (len(encoded(address(LONGEST))) + 2 * QUIET) >= LEAST_MODULE
    assert SIDE / (len(encoded(address(LONGEST + 1))) + 2 * QUIET) < LEAST_MODULE


@pytest.mark.parametrize("length", [LONGEST + 1, 5000])
def test_a_longer_address_is_refused(length: int) -> None:
    with pytest.raises(HandoutError) as refused:
        printed(figure(address(length)))
    found = {str(problem).partition("\n")[0] for problem in refused.value.problems if problem.code != "P103"}
    assert found == {f"a.yaml:7:11: this address is too long for a code: {length} bytes, 287 at most [F142]"}


def test_the_code_is_of_level_m_with_its_quiet_zone() -> None:
    (found,) = zxingcpp.read_barcodes(code(printed(figure(ADDRESS))))
    assert found.ec_level == "M"
    size = len(encoded(ADDRESS))
    picture = code(printed(figure(ADDRESS)))
    module = picture.width / (size + 2 * QUIET)
    box = Image.eval(picture.convert("L"), lambda level: 255 - level).getbbox()
    assert box is not None
    edges = (box[0], box[1], picture.width - box[2], picture.height - box[3])
    assert [round(edge / module, 1) for edge in edges] == [QUIET] * 4


def code(pdf: bytes, dpi: int = 600) -> Image.Image:
    """The box of the code, cut out of the page: its quiet zone and nothing else."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        (left, bottom, right, top), *_ = map(boxed, filter(shown, opened.objects))
    page, scale = pixels.render(pdf, 0, dpi), dpi / 72
    corners = (left * scale, page.height - top * scale, right * scale, page.height - bottom * scale)
    return page.crop((round(corners[0]), round(corners[1]), round(corners[2]), round(corners[3])))


def shown(found: pikepdf.Object) -> bool:
    """Whether it is the element of a code."""
    return isinstance(found, pikepdf.Dictionary) and str(found.get("/Alt", "")).startswith("QR code")


def boxed(element: pikepdf.Object) -> list[float]:
    """The box of an element on its page, in points."""
    return [float(edge) for edge in element.A[0].BBox]


def test_a_soiled_code_is_read_and_half_a_code_is_not() -> None:
    picture = code(printed(figure(ADDRESS)))
    side = picture.width
    assert read(picture.crop((0, 0, side // 2, side))) == []
    ImageDraw.Draw(picture).ellipse((side * 0.42, side * 0.42, side * 0.62, side * 0.62), fill="black")
    assert read(picture) == [ADDRESS]
