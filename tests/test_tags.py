"""Tags in order say the handout's words: none lost, none doubled, wherever pages and columns break."""

import pytest

from handouts.clinic import Clinic
from handouts.model import Handout
from handouts.problem import HandoutError
from handouts.words import Words
from layouts import Options, compose
from tests.instruments import structure, tags
from tests.instruments.expected import variants
from tests.samples import CASES, CLINICS, LIBRARY, as_printed, clinic, handout, words

# Points. From a strip that holds a few lines to more than a sheet, so that pages break everywhere; on the wide ones two
# columns have room side by side.
SIZES = [(width, height) for width in (360, 595) for height in (300, 340, 390, 450, 530, 640, 792, 1000, 1400)]
# What a strip may be refused for: a word too wide for its column, a picture or a row too tall for the page.
TOO_SMALL = {"P102", "P103"}

WRITTEN = CASES | LIBRARY
# A card has a size of its own.
FLOWING = [name for name, path in WRITTEN.items() if handout(path).layout != "wallet-card"]


@pytest.mark.parametrize("brand", CLINICS)
@pytest.mark.parametrize("name", LIBRARY)
def test_every_handout_of_the_library_says_its_words(name: str, brand: str) -> None:
    shared = handout(LIBRARY[name]), clinic(CLINICS[brand]), words()
    assert tags.words(structure.read(compose(*shared, Options()).print()).root) in variants(*shared)


@pytest.mark.parametrize("name", CASES)
def test_every_case_says_its_words(name: str) -> None:
    pdf = compose(*as_printed(CASES[name]), Options()).print()
    assert tags.words(structure.read(pdf).root) in variants(*as_printed(CASES[name]))


@pytest.mark.parametrize("name", FLOWING)
def test_no_word_is_lost_wherever_pages_break(name: str) -> None:
    """Pages of every height and of both widths, as long as what cannot be split has room on one."""
    shared = as_printed(WRITTEN[name])
    said = variants(*shared)
    built = [reading for size in SIZES if (reading := _read(shared, size))]
    assert [tags.words(reading.root) in said for reading in built] == [True] * len(built)
    assert [fault for reading in built for fault in reading.faults] == []
    assert len(built) > len(SIZES) / 3
    assert max(reading.pages for reading in built) > 1


def _read(shared: tuple[Handout, Clinic, Words], size: tuple[float, float]) -> tags.Reading | None:
    """What is heard at this size of page; nothing if it is too small."""
    try:
        return structure.read(compose(*shared, Options(size=size)).print())
    except HandoutError as error:
        assert {problem.code for problem in error.problems} <= TOO_SMALL
        return None
