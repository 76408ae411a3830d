"""What a PDF tells the print dialog, and that the standards for archives and screen readers have nothing against it."""

from io import BytesIO
from typing import get_args

import pikepdf
import pytest

from handouts.clinic import PaperName
from layouts import Edition, Options, compose
from layouts.options import PAPERS
from tests.instruments import verapdf
from tests.samples import LIBRARY, clinic, handout, words


def laid(name: str, options: Options | None = None) -> Edition:
    """A handout of the library on the pages of the example clinic."""
    return compose(handout(LIBRARY[name]), clinic(), words(), options)


def preferences(pdf: bytes) -> dict[str, str]:
    """What a viewer is asked to do, as it stands in the file."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {name: str(value) for name, value in opened.Root["/ViewerPreferences"].items()}


@pytest.mark.parametrize("name", LIBRARY)
def test_a_print_dialog_is_told_size_and_sides(name: str) -> None:
    edition = laid(name)
    assert preferences(edition.print()) == {
        "/DisplayDocTitle": "True",
        "/PrintScaling": "/None",
        "/PickTrayByPDFSize": "True",
        "/Duplex": "/DuplexFlipLongEdge" if len(edition.pages) > 1 else "/Simplex",
    }


def test_one_page_and_several_are_both_among_them() -> None:
    assert {len(laid(name).pages) > 1 for name in LIBRARY} == {True, False}


@pytest.mark.parametrize("paper", get_args(PaperName))
def test_the_pages_have_the_size_of_the_paper(paper: PaperName) -> None:
    with pikepdf.open(BytesIO(laid("sciatica", Options(paper)).print())) as opened:
        for page in opened.pages:
            assert [*map(float, page.mediabox)] == pytest.approx([0, 0, *PAPERS[paper]], abs=0.01)


@pytest.mark.parametrize("name", LIBRARY)
def test_the_standards_have_nothing_against_it(name: str) -> None:
    assert [*map(str, verapdf.validate(laid(name).print()))] == []
