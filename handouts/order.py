"""One handout in one edition for one clinic: all that decides a sheet but the person it is for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from handouts.clinic import Clinic
from handouts.editions import Preset
from handouts.filling import Form
from handouts.model import Handout
from handouts.words import Words
from handouts.written import Written


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

    def print(self, values: Mapping[str, Written] | None = None) -> bytes:
        """The PDF, with the values in their fields; raises HandoutError with every value that cannot be printed."""


Printing = Callable[[Handout, Clinic, Words, Preset], Pages]


@dataclass(frozen=True)
class Order:
    """Enough for another process to lay the same sheet out again; `ending` sets its file names apart."""

    handout: Handout
    clinic: Clinic
    words: Words
    edition: Preset
    printing: Printing
    ending: str = ""

    @property
    def file(self) -> str:
        """The name of the PDF when it is for nobody in particular."""
        return f"{self.handout.id}{self.ending}.pdf"

    def pages(self) -> Pages:
        """What is said, on paper; raises HandoutError with all that cannot be printed."""
        return self.printing(self.handout, self.clinic, self.words, self.edition)

    def form(self) -> Form:
        """What it asks for."""
        return Form(self.handout, self.words, self.clinic)
