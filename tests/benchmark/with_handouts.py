"""The leaflet by this program."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from handouts import catalog
from handouts.clinic import Clinic
from handouts.model import Handout
from layouts import Options, compose


def whole(source: Path, clinic: Path, fonts: Path) -> Callable[[str], bytes]:
    """From the text of handout, clinic and words to the bytes of the file; `fonts` are the program's own anyway."""
    return lambda phone: build(catalog.load(source), catalog.load_clinic(clinic), phone)


def composed(source: Path, clinic: Path, fonts: Path) -> Callable[[str], bytes]:
    """From a handout and a clinic already read."""
    handout, brand = catalog.load(source), catalog.load_clinic(clinic)
    return lambda phone: build(handout, brand, phone)


def build(handout: Handout, clinic: Clinic, phone: str) -> bytes:
    """The finished file, with this phone number."""
    words = catalog.load_words(handout.language)
    return compose(handout, replace(clinic, phone=phone), words, Options()).print()
