"""The contact sheet of the README: all pages are on it, and it is small enough to be loaded on a phone."""

from PIL import Image

from tests import gallery
from tests.samples import CASES, LIBRARY, clinic

LARGEST = 600_000  # bytes


def test_every_page_stands_in_its_clinics_row() -> None:
    rows = [[Image.new("RGB", (gallery.WIDTH, 100), colour) for colour in row] for row in (("red", "blue"), ("black",))]
    sheet = gallery.contact_sheet(rows)
    step = gallery.WIDTH + gallery.MARGIN
    middles = [
        (gallery.MARGIN + 9, 60),
        (gallery.MARGIN + step + 9, 60),
        (gallery.MARGIN + 9, 60 + 100 + gallery.MARGIN),
    ]
    assert [sheet.getpixel(middle) for middle in middles] == [(255, 0, 0), (0, 0, 255), (0, 0, 0)]
    assert sheet.size == (2 * step + gallery.MARGIN, 2 * (100 + gallery.MARGIN) + gallery.MARGIN)


def test_rows_are_not_too_long() -> None:
    page = Image.new("RGB", (gallery.WIDTH, 100))
    assert [len(row) for row in gallery.wrapped([page] * (2 * gallery.ACROSS + 1))] == [gallery.ACROSS] * 2 + [1]


def test_a_clinic_shows_what_it_hands_out() -> None:
    found = list(gallery.pages(clinic(CASES["clinic"].parents[1] / "clinic.yaml")))
    assert len(found) >= len(LIBRARY)
    assert {page.width for page in found} == {gallery.WIDTH}


def test_the_picture_is_small() -> None:
    assert gallery.PICTURE.stat().st_size <= LARGEST
