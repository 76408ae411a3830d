"""What the handouts of a run share, and the way of each from a name to its PDFs."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from handouts import catalog, editions, rules
from handouts.clinic import Clinic
from handouts.editions import Preset, Wanted
from handouts.given import NOTHING, Given
from handouts.model import Handout
from handouts.order import Order, Printing
from handouts.outcome import Outcome
from handouts.problem import HandoutError, Problem


class Desk:
    """The clinic and its editions, the day, the words of a language, the ids met so far, and who prints.

    `refused` are codes of warnings that count as errors here.
    """

    def __init__(
        self,
        clinic: Path | None,
        wanted: Wanted,
        today: date,
        printing: Printing,
        given: Given = NOTHING,
        refused: Collection[str] = (),
    ) -> None:
        self.clinic: Clinic | None = None
        self.editions: dict[str, Preset] = {}
        self.today, self.printing, self.given, self.refused = today, printing, given, refused
        self.words, self.load = cache(catalog.load_words), cache(catalog.load)
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

    def expect_fields(self, names: Sequence[str], language: str) -> None:
        """Raises HandoutError for a given value that no handout has a field for, before any is made without it."""
        forms = [order.form() for name in names if self.given.values for order in self._orders(Outcome(name), language)]
        if problems := self.given.strange(forms) if forms else []:
            raise HandoutError(*problems)

    def make(self, name: str, language: str) -> Iterator[Outcome]:
        """Each edition of a handout. Rules and pages are both asked, so that one run tells everything."""
        outcome = Outcome(name)
        orders = self._orders(outcome, language)
        if not orders:
            yield outcome
        for order in orders:
            yield self._print(order, outcome.of(order.edition, order.file))

    def remarks(self, name: str, language: str) -> list[str]:
        """What is told of a handout besides its problems; nothing of one that cannot be read."""
        from handouts.remarks import remarks  # only a check needs them

        found: list[str] = []
        with Outcome(name).noting():
            found += remarks(self.load(catalog.find(name, language)), self.clinic, self.today)
        return found

    def order(self, name: str, language: str) -> Order:
        """A handout in the first edition that is wanted; raises HandoutError with all that is wrong with it."""
        outcome = Outcome(name)
        orders = self._orders(outcome, language)
        if problems := [*self.outcome.errors, *outcome.errors]:
            raise HandoutError(*problems)
        return orders[0]

    def _orders(self, outcome: Outcome, language: str) -> list[Order]:
        """Each edition of a handout that holds together; none of one that does not, as the outcome then says."""
        handout = None
        with outcome.noting():
            source = catalog.find(outcome.name, language)
            handout = self.load(source)
            outcome.id = handout.id
            outcome.problems += [*self._faults(handout), *self._twins(handout, source)]
        if handout is None or self.clinic is None or not rules.printable(outcome.problems):
            return []
        shared = handout, self.clinic, self.words(handout.language)
        return [Order(*shared, edition, self.printing, ending) for ending, edition in self.editions.items()]

    def _print(self, order: Order, outcome: Outcome) -> Outcome:
        """What is said, on paper."""
        with outcome.noting():
            values = self.given.of(order.form()) if self.given.values else {}
            laid = order.pages()
            outcome.pages, outcome.tightness, outcome.notes = len(laid.pages), laid.tightness, laid.notes
            outcome.pdf = b"" if outcome.errors else laid.print(values)
        return outcome

    def _faults(self, handout: Handout) -> Iterator[Problem]:
        """What the rules find; a warning that refuses a handout here is an error."""
        for problem in rules.check(handout, self.today):
            yield problem.strict() if problem.code in self.refused else problem

    def _twins(self, handout: Handout, source: Path) -> Iterator[Problem]:
        """A second handout of the same id would overwrite the first one's PDF."""
        first = self.ids.setdefault(handout.id, source)
        if first.resolve() != source.resolve():
            hint = "give one of the two another id, or build them into different folders"
            yield handout.place.problem("W102", f"the id `{handout.id}` is also that of {first}", hint)
