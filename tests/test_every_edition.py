"""Every handout of the library in every edition of every clinic: it conforms, it says its words, and it is well set."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import get_args

import pytest

from handouts.clinic import Clinic, Ink, PaperName, TextSize
from handouts.inline import Prose, Run, Text
from handouts.model import Handout, Paragraphs
from layouts import Options, compose
from tests.instruments import ink, pixels, structure, typesetting, verapdf
from tests.instruments import tags as told
from tests.instruments.expected import variants
from tests.instruments.lint import lint
from tests.samples import CASES, CLINICS, LIBRARY, as_printed, clinic, handout, words

MM = 72 / 25.4
LEAST_BODY: dict[TextSize, float] = {"standard": 12, "large": 16, "extra-large": 20}
LEAST = 9.8  # points, for what is not body text
LEAST_ON_CARDS = 6.5
MOST_INK = 0.12
MOST_CHARACTERS = 90  # on a line of running text
CLEAR = 4  # points of bare paper above the rule of a foot
TWO_LINES = Paragraphs(Prose((Text((Run("Rest when it hurts, and go on when it does not. " * 3),)),)))
FREE = 40 * MM  # what letter paper keeps free at its head


@dataclass(frozen=True)
class Printed:
    """A handout as a clinic prints it with some options."""

    name: str
    brand: str
    options: Options

    @property
    def handout(self) -> Handout:
        return handout(LIBRARY[self.name])

    @property
    def clinic(self) -> Clinic:
        return clinic(CLINICS[self.brand])

    @cached_property
    def pdf(self) -> bytes:
        return compose(self.handout, self.clinic, words(self.handout.language), self.options).print()

    @cached_property
    def reading(self) -> told.Reading:
        return structure.read(self.pdf)

    @property
    def card(self) -> bool:
        """Whether it is a card; in large print that becomes a page."""
        return self.handout.layout == "wallet-card" and self.options.text_size == "standard"

    def __str__(self) -> str:
        options = self.options
        return f"{self.name}.{self.brand}.{options.paper}.{options.text_size}.{options.ink}"


EDITIONS = [
    Printed(name, brand, Options(paper, size, colours))
    for name, brand, paper, size, colours in product(
        LIBRARY, CLINICS, get_args(PaperName), get_args(TextSize), get_args(Ink)
    )
    if not clinic(CLINICS[brand]).leaves_out(name) and (paper != "a3" or handout(LIBRARY[name]).layout == "poster")
]


# One edition after the other, so that each is printed once for all the tests below.
@pytest.fixture(scope="module", params=EDITIONS, ids=str)
def printed(request: pytest.FixtureRequest) -> Printed:
    """One edition of one handout."""
    edition: Printed = request.param
    return replace(edition)


def test_an_edition_conforms(printed: Printed) -> None:
    assert [*map(str, verapdf.validate(printed.pdf))] == []
    assert [*map(str, lint(printed.pdf))] == []


def test_an_edition_says_its_words_in_order(printed: Printed) -> None:
    written, fixed = printed.handout, words(printed.handout.language)
    if written.layout == "wallet-card" and not printed.card:
        written = replace(written, layout="leaflet")
    large = printed.options.text_size != "standard"
    assert told.words(printed.reading.root) in variants(written, printed.clinic, fixed, large=large)


def test_all_of_an_edition_is_on_the_page_and_nothing_on_top_of_anything(printed: Printed) -> None:
    assert pixels.outside(printed.pdf, margin=8) == []
    assert pixels.overlaps(printed.pdf) == []


def test_an_edition_is_large_enough_to_read(printed: Printed) -> None:
    sizes, body = typesetting.sizes(printed.reading), LEAST_BODY[printed.options.text_size or "standard"]
    if printed.card:
        assert min(sizes) >= LEAST_ON_CARDS
        return
    assert max(sizes, key=lambda size: sizes[size]) >= body
    assert min(sizes) >= (LEAST if printed.options.text_size == "standard" else body)


def test_an_edition_breaks_where_a_reader_would(printed: Printed) -> None:
    assert typesetting.closing_headings(printed.reading) == []
    assert typesetting.lone_lines(printed.reading) == []
    tiny = (
        printed.options.paper == "a5" and printed.options.text_size == "extra-large"
    )  # a heading and its box fill more
    assert tiny or typesetting.split_boxes(printed.reading) == []


def test_the_lines_of_an_edition_stand_on_one_grid(printed: Printed) -> None:
    assert typesetting.off_the_grid(printed.reading) == []


def test_an_edition_keeps_clear_of_its_foot(printed: Printed) -> None:
    assert typesetting.into_the_foot(printed.reading) == []
    feet = typesetting.feet(printed.reading)
    assert printed.card or sorted(feet) == list(range(printed.reading.pages))
    pages = ink.greys(printed.pdf)
    assert [page + 1 for page, top in feet.items() if ink.clear_above(pages[page], top) < CLEAR] == []


def test_an_edition_for_a_black_and_white_printer_is_black_and_spares_its_ink(printed: Printed) -> None:
    if printed.options.ink == "colour":
        assert ink.coloured(printed.pdf) != []
        return
    assert ink.coloured(printed.pdf) == []
    assert [f"{share:.1%}" for share in ink.coverages(printed.pdf) if share >= MOST_INK] == []


@pytest.mark.parametrize("name", CASES)
def test_every_kind_of_block_and_picture_is_printed_black(name: str) -> None:
    pdf = compose(*as_printed(CASES[name]), Options(ink="mono")).print()
    assert ink.coloured(pdf) == []
    assert [f"{share:.1%}" for share in ink.coverages(pdf) if share >= MOST_INK] == []


@pytest.mark.parametrize("size", get_args(TextSize))
@pytest.mark.parametrize("name", CASES)
def test_every_kind_of_block_stands_on_the_grid(name: str, size: TextSize) -> None:
    written, brand, fixed = as_printed(CASES[name])
    opened = replace(written, body=(TWO_LINES, *written.body))
    pdf = compose(opened, brand, fixed, Options(text_size=size)).print()
    assert typesetting.off_the_grid(structure.read(pdf)) == []


@pytest.mark.parametrize("brand", CLINICS)
@pytest.mark.parametrize("name", LIBRARY)
def test_lines_of_a_page_are_short_enough_to_find_the_next(name: str, brand: str) -> None:
    printed = Printed(name, brand, Options("a4", "standard"))
    assert typesetting.wide_lines(printed.reading, MOST_CHARACTERS) == []


@pytest.mark.parametrize("size", get_args(TextSize))
@pytest.mark.parametrize("name", [name for name, path in LIBRARY.items() if handout(path).layout != "wallet-card"])
def test_without_letterhead_the_head_of_the_first_page_is_free(name: str, size: TextSize) -> None:
    printed = Printed(name, "hill-street", Options("a4", size, letterhead=False))
    assert ink.first_ink(ink.greys(printed.pdf)[0]) >= FREE
    assert [*map(str, verapdf.validate(printed.pdf))] == []
    assert [*map(str, lint(printed.pdf))] == []
