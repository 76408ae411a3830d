"""Handouts to try things on: the cases of this folder and the library, with the clinics that print them."""

from functools import cache
from pathlib import Path

from handouts import catalog
from handouts.clinic import Clinic
from handouts.model import Handout
from handouts.words import Words

HERE = Path(__file__).parent
CASES = {path.parent.name: path for path in sorted((HERE / "cases").glob("*/handout.yaml"))}
LIBRARY = {path.stem: path for path in catalog.library()}
CLINICS = {path.stem: path for path in sorted(catalog.CLINIC.parent.glob("*.yaml"))}


@cache
def handout(path: Path) -> Handout:
    """A handout of a file."""
    return catalog.load(path)


@cache
def clinic(path: Path = HERE / "cases" / "clinic.yaml") -> Clinic:
    """A clinic of a file; the one that prints the cases says everything that a clinic can say."""
    return catalog.load_clinic(path)


@cache
def words(language: str = "en") -> Words:
    """The fixed words of a language."""
    return catalog.load_words(language)


def as_printed(path: Path) -> tuple[Handout, Clinic, Words]:
    """A handout with the clinic beside it, or else the one that prints the cases, and the words of its language."""
    written, own = handout(path), path.with_name("clinic.yaml")
    return written, clinic(own) if own.is_file() else clinic(), words(written.language)
