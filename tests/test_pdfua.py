"""Every PDF that the library can become conforms to PDF/UA-1 and PDF/A-2a, and is clean where no validator looks."""

from dataclasses import replace
from typing import get_args

import pytest

from handouts.clinic import PaperName
from handouts.inline import Run, Text
from handouts.model import ClinicContact
from layouts import Options, compose
from tests.instruments import pixels, verapdf
from tests.instruments.lint import lint
from tests.samples import CASES, CLINICS, LIBRARY, as_printed, clinic, handout, words


@pytest.mark.parametrize("brand", CLINICS)
@pytest.mark.parametrize("name", LIBRARY)
def test_every_handout_of_the_library_conforms(name: str, brand: str) -> None:
    written = handout(LIBRARY[name])
    check(compose(written, clinic(CLINICS[brand]), words(written.language), Options()).print())


# A3 is for posters.
OTHERS = [
    (name, paper)
    for name, path in LIBRARY.items()
    for paper in get_args(PaperName)
    if paper != "a4" and (paper != "a3" or handout(path).layout == "poster")
]


@pytest.mark.parametrize(("name", "paper"), OTHERS)
def test_every_handout_of_the_library_conforms_on_other_papers(name: str, paper: PaperName) -> None:
    written, brand = handout(LIBRARY[name]), replace(clinic(CLINICS["hill-street"]), paper=paper)
    check(compose(written, brand, words(written.language), Options()).print())


@pytest.mark.parametrize("name", CASES)
def test_every_case_conforms(name: str) -> None:
    check(compose(*as_printed(CASES[name]), Options()).print())


@pytest.mark.parametrize("colour", ["#ffffff", "#ffff66", "#00ff00", "#ff0000", "#000000"])
def test_any_colour_of_a_clinic_becomes_one_that_can_be_read(colour: str) -> None:
    names = ("callout", "text", "exercise", "table")
    body = tuple(block for name in names for block in handout(CASES[name]).body)
    written = replace(handout(CASES["callout"]), body=(*body, ClinicContact(Text((Run("Ask us"),)))))
    assert pixels.faint(compose(written, replace(clinic(), colour=colour), words(), Options()).print()) == []


def check(pdf: bytes) -> None:
    """No rule is broken: neither the standards', nor those of a careful reader."""
    assert [*map(str, verapdf.validate(pdf))] == []
    assert [*map(str, lint(pdf))] == []
    assert pixels.outside(pdf, margin=8) == []
    assert pixels.overlaps(pdf) == []
    assert pixels.faint(pdf) == []
