"""What a picture shows is on the page, or a problem says why not; nothing is fetched, and nothing leaves its frame."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from layouts.figures.picture import PictureError, Pixels, Vector, load

RED = '<rect width="40" height="20" fill="#c00"/>'
LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = 'width="40pt" height="20pt" viewBox="0 0 40 20"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {LINK} {attributes}>{inside}</svg>'.encode()


def doctype(entities: str) -> bytes:
    return f"<!DOCTYPE svg [{entities}]>".encode() + svg(RED)


def put(folder: Path, data: bytes, name: str = "a.svg") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def png(width: int, height: int, bits: int = 8, kind: int = 0, data: bytes = b"") -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def drawn(picture: Pixels | Vector) -> Image.Image:
    """A drawing in the middle of a page three times as wide and high, a pixel a point."""
    from reportlab.graphics import renderPDF
    from reportlab.pdfgen.canvas import Canvas

    assert isinstance(picture, Vector)
    file = BytesIO()
    width, height = picture.drawing.width, picture.drawing.height
    canvas = Canvas(file, (3 * width, 3 * height))
    renderPDF.draw(picture.drawing, canvas, width, height)
    canvas.save()
    page: Image.Image = pypdfium2.PdfDocument(file.getvalue())[0].render().to_pil()
    return page.convert("RGB")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "damaged"),
        (b"hello", "damaged"),
        (b"<html/>", "damaged"),
        (svg(RED)[:40], "damaged"),
        (b'<?xml version="1.0" encoding="utf-7"?>' + svg(RED), "damaged"),
        (svg(RED, 'width="wide" height="20"'), "damaged"),
        (svg('<rect width="wide" height="20"/>'), "damaged"),
        (svg('<rect x="nan" width="4" height="2"/>'), "damaged"),
        (svg('<path d="M 1 1 L x y"/>'), "damaged"),
        (svg("<style>rect{fill:red;;} }} .a[</style>" + RED), "damaged"),
        (svg(RED, ""), "no size"),
        (svg(RED, 'width="0" height="20"'), "no size"),
        (svg(RED, 'width="nan" height="inf"'), "no size"),
        (svg(RED, 'width="1e300" height="1e-300"'), "no size"),
        (svg(RED, 'width="40" height="20" viewBox="0 0 0 0"'), "no size"),
        (svg("<g/>"), "shows nothing"),
        (svg(f'<g display="none">{RED}</g>'), "shows nothing"),
        (svg("<text>Stop</text>"), "text as text"),
        (svg("<g><text><tspan>Stop</tspan></text></g>"), "text as text"),
        (svg(f"{RED}<script>alert(1)</script>"), "a script"),
        (svg(f"{RED}<foreignObject/>"), "`foreignObject`"),
        (svg('<image href="#a" width="9" height="9"/>'), "made of pixels"),
        (svg('<image xlink:href="a.png" width="9" height="9"/>'), "outside"),
        (svg('<use xlink:href="file:///etc/hosts"/>'), "outside"),
        (svg('<use href="b.svg#a"/>'), "outside"),
        (svg(f'<style>@import "a.css";</style>{RED}'), "outside"),
        (svg('<rect width="9" height="9" style="fill:url(http://a.example/b)"/>'), "outside"),
        (b'<?xml-stylesheet href="a.css"?>' + svg(RED), "outside"),
        (doctype('<!ENTITY a "bbbbbbbb"><!ENTITY b "&a;&a;&a;&a;">'), "entities"),
        (doctype('<!ENTITY a SYSTEM "file:///etc/hosts">'), "entities"),
        (doctype('<!ENTITY % a SYSTEM "file:///etc/hosts"> %a;'), "entities"),
        (svg(f'<g id="a">{RED}</g><g id="b"><use href="#a"/></g><use href="#b"/>'), "copies of copies"),
        (svg('<g id="a"><use href="#a"/></g>'), "copies of copies"),
        (svg(f'<g id="a">{RED * 400}</g>' + '<use href="#a"/>' * 400), "more than 50000 shapes"),
        (svg('<use href="#gone"/>'), "cannot be understood"),
        (svg('<rect width="9" height="9" fill="reddish"/>'), "cannot be understood"),
        (svg(f'<g transform="rotate(abc)">{RED}</g>'), "cannot be understood"),
        (svg("<g>" * 30 + RED + "</g>" * 30), "groups inside groups"),
        (svg(f'<g opacity="0.5">{RED}</g>'), "`opacity`"),
        (svg('<rect width="9" height="9" style="fill:red;opacity: .5"/>'), "`opacity`"),
        (svg(f"<style>rect {{ opacity:\n0.5 }}</style>{RED}"), "`opacity`"),
        (svg(f'<filter id="a"/><g filter="url(#a)">{RED}</g>'), "`filter`"),
        (svg(f'<mask id="a"/><g mask="url(#a)">{RED}</g>'), "`mask`"),
        (svg('<marker id="a"/><path d="M1 1H9" marker-end="url(#a)"/>'), "`marker-end`"),
        (svg(f'<pattern id="a" width="4" height="4">{RED}</pattern>'), "`pattern`"),
        (svg(RED * 60_000), "larger than 2 MB"),
    ],
)
def test_a_drawing_that_would_lose_something_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(PictureError, match=said) as refused:
        load(put(tmp_path, data))
    assert refused.value.hint


@pytest.mark.parametrize(
    "inside",
    [
        RED,
        f'<defs><marker id="m"><path d="M0 0"/></marker></defs><metadata><rdf xmlns="urn:rdf"/></metadata>{RED}',
        '<rect width="40" height="20" style="fill:#c00;opacity:1;filter:none;mix-blend-mode:normal"/>',
        '<style>.a{fill:#c00}</style><rect class="a" width="40" height="20"/>',
        '<defs><rect id="a" width="40" height="20" fill="#c00"/></defs><use href="#a"/>',
        '<line x1="0" y1="10" x2="40" y2="10" stroke="#c00" stroke-width="20" stroke-dasharray="0"/>',
    ],
)
def test_a_drawing_shows_what_it_says(tmp_path: Path, inside: str) -> None:
    assert drawn(load(put(tmp_path, svg(inside)))).getpixel((60, 30)) == (204, 0, 0)


def test_a_drawing_stays_in_its_frame(tmp_path: Path) -> None:
    page = drawn(load(put(tmp_path, svg('<rect x="-90" y="-90" width="300" height="300" fill="#c00"/>'))))
    red = [(x, y) for x in range(120) for y in range(60) if page.getpixel((x, y)) == (204, 0, 0)]
    assert (min(red), max(red)) == ((40, 20), (79, 39))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "damaged"),
        (b"hello", "damaged"),
        (png(0, 9), "damaged"),
        (saved(Image.new("RGB", (9, 9)), "GIF"), "damaged"),
        (saved(Image.effect_noise((90, 90), 9), "PNG")[:600], "damaged"),
        (saved(Image.effect_noise((90, 90), 9), "JPEG")[:600], "damaged"),
        (png(60_000, 60_000, 1), "more than 60 million pixels"),
        (png(10_000, 10_000), "more than 60 million pixels"),
        (bytes(20_000_001), "larger than 20 MB"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(PictureError, match=said) as refused:
        load(put(tmp_path, data, "a.png"))
    assert refused.value.hint


def pixels(path: Path) -> Image.Image:
    picture = load(path)
    assert isinstance(picture, Pixels) and isinstance(picture.image, Image.Image)
    return picture.image


def test_a_photo_stands_upright(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    assert pixels(put(tmp_path, saved(Image.new("RGB", (40, 20)), "JPEG", exif=turned), "a.jpg")).size == (20, 40)


def test_16_bits_of_grey_keep_their_shades(tmp_path: Path) -> None:
    rows = b"".join(b"\0" + struct.pack(">4H", 0, 0x4000, 0x8000, 0xFFFF) for _ in range(4))
    found = pixels(put(tmp_path, png(4, 4, 16, 0, rows), "a.png"))
    assert [found.getpixel((x, 0)) for x in range(4)] == [(0, 0, 0), (64, 64, 64), (128, 128, 128), (255, 255, 255)]


@pytest.mark.parametrize(
    ("mode", "kind", "shown"),
    [("CMYK", "JPEG", "RGB"), ("L", "PNG", "RGB"), ("1", "PNG", "RGB"), ("P", "PNG", "RGB"), ("LA", "PNG", "RGBA")],
)
def test_every_colour_becomes_one_that_pdf_a_allows(tmp_path: Path, mode: str, kind: str, shown: str) -> None:
    image = Image.new("RGB", (9, 9), "red").convert(mode)
    assert pixels(put(tmp_path, saved(image, kind), f"a.{kind.lower()}")).mode == shown
