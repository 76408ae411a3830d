"""What the handouts of a run share, and the way of each from a name to its PDFs."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from handouts import catalog, editions, rules
from handouts.clinic import Clinic
from handouts.editions import Preset, Wanted
from handouts.model import Handout
from handouts.outcome import Outcome
from handouts.problem import Problem
from handouts.words import Words


class Pages(Protocol):
    """A handout laid out; how is no business of this room."""

    @property
    def pages(self) -> Sequence[Any]:
        """One after the other."""

    @property
    def tightness(self) -> float:
        """Below 1 where spaces were closed up to save a page."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What differs from what the clinic asked for."""

    def print(self) -> bytes:
        """The PDF."""


Printing = Callable[[Handout, Clinic, Words, Preset], Pages]


class Desk:
    """The clinic and its editions, the day, the words of a language, the ids met so far, and who prints."""

    def __init__(self, clinic: Path | None, wanted: Wanted, today: date, printing: Printing) -> None:
        self.clinic: Clinic | None = None
        self.editions: dict[str, Preset] = {}
        self.today, self.printing = today, printing
        self.words = cache(catalog.load_words)
        self.ids: dict[str, Path] = {}
        self.outcome = Outcome(str(clinic or "clinic"))
        with self.outcome.noting():
            self.clinic = catalog.load_clinic(clinic)
            self.editions = editions.settle(self.clinic, wanted)

    def library(self, language: str) -> tuple[list[str], list[str]]:
        """The ids of the library, and apart from them those that the clinic leaves out."""
        ids = [source.stem for source in catalog.library(language)]
        left = [id for id in ids if self.clinic and self.clinic.leaves_out(id)]
        return [id for id in ids if id not in left], left

    def make(self, name: str, language: str) -> Iterator[Outcome]:
        """Each edition of a handout. Rules and pages are both asked, so that one run tells everything."""
        outcome, handout = Outcome(name), None
        with outcome.noting():
            source = catalog.find(name, language)
            handout = catalog.load(source)
            outcome.id = handout.id
            outcome.problems += [*rules.check(handout, self.today), *self.twins(handout, source)]
        if handout is None or not self.editions or not rules.printable(outcome.problems):
            yield outcome
            return
        for ending, edition in self.editions.items():
            yield self.print(handout, outcome.of(edition, f"{handout.id}{ending}.pdf"))

    def print(self, handout: Handout, outcome: Outcome) -> Outcome:
        """What is said, on paper."""
        assert self.clinic and outcome.edition
        with outcome.noting():
            laid = self.printing(handout, self.clinic, self.words(handout.language), outcome.edition)
            outcome.pages, outcome.tightness, outcome.notes = len(laid.pages), laid.tightness, laid.notes
            outcome.pdf = b"" if outcome.errors else laid.print()
        return outcome

    def twins(self, handout: Handout, source: Path) -> Iterator[Problem]:
        """A second handout of the same id would overwrite the first one's PDF."""
        first = self.ids.setdefault(handout.id, source)
        if first.resolve() != source.resolve():
            hint = "give one of the two another id, or build them into different folders"
            yield handout.place.problem("W102", f"the id `{handout.id}` is also that of {first}", hint)
