"""The foot of a page says what it is: in full wherever it has room, else the last words of the document do."""

from dataclasses import replace
from typing import get_args

import pytest

from handouts.clinic import Clinic, PaperName, TextSize
from handouts.model import Handout
from layouts import Options, compose
from layouts.fonts import NO_BREAK_SPACE
from tests.instruments import structure, tags
from tests.instruments.expected import imprint
from tests.samples import CLINICS, LIBRARY, clinic, handout, words

SIZES = get_args(TextSize)
LEAFLET = handout(LIBRARY["sciatica"])


def read(clinic: Clinic, paper: PaperName, size: TextSize, written: Handout = LEAFLET) -> tags.Reading:
    return structure.read(compose(written, clinic, words(), Options(paper=paper, text_size=size)).print())


def feet(reading: tags.Reading) -> list[str]:
    """The foot of each page, without its page number."""
    found = [""] * reading.pages
    for artifact in reading.artifacts:
        if artifact.subtype.endswith("Footer") and not artifact.text.startswith("Page "):
            found[artifact.page] += f"{artifact.text} "
    return [" ".join(foot.split()) for foot in found]


def _undotted(said: list[str]) -> list[str]:
    """The words; between two lines of a foot there is no dot."""
    return [word for word in said if word != "·"]


@pytest.mark.parametrize("brand", CLINICS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paper", get_args(PaperName))
def test_every_edition_says_once_what_it_is(paper: PaperName, size: TextSize, brand: str) -> None:
    for name in ("sciatica", "ball-self-massage", "warning-card"):
        written = handout(LIBRARY[name])
        if written.layout == "wallet-card" and size == "standard":
            continue
        reading = read(clinic(CLINICS[brand]), paper, size, written)
        full = imprint(written, clinic(CLINICS[brand]), words())
        last, foot = tags.words(reading.root)[-len(full) :], feet(reading)
        assert len(set(foot)) == 1, "the foot is the same on all pages"
        assert (_undotted(foot[0].split()) == _undotted(full)) != (last == full)
        assert _undotted(foot[0].split())[-3:] == [written.code, "version", written.version] or last != full


def test_a_foot_that_has_room_is_full_in_large_print_too() -> None:
    assert "review by" in feet(read(clinic(CLINICS["hill-street"]), "a4", "large"))[0]
    assert "review by" not in feet(read(clinic(CLINICS["hill-street"]), "a5", "extra-large"))[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paper", get_args(PaperName))
def test_no_line_begins_with_a_dot(paper: PaperName, size: TextSize) -> None:
    reviewed = replace(LEAFLET, reviewed_by="A. Someone with a long name, physiotherapist")
    reading = read(clinic(CLINICS["northmere"]), paper, size, reviewed)
    shown = [each.text for piece in reading.root.pieces() for each in piece.shown]
    shown += [each.text for artifact in reading.artifacts for each in artifact.shown]
    assert [text for text in shown if text.lstrip(f" {NO_BREAK_SPACE}").startswith("·")] == []


def test_a_card_that_has_become_a_page_is_called_what_it_is() -> None:
    card = handout(LIBRARY["warning-card"])
    said = tags.text(read(clinic(CLINICS["hill-street"]), "a4", "large", card).root)
    assert words().leaflet in said
    assert words().wallet_card not in said
