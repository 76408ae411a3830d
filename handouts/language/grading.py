"""The reading grade of a handout, and the sentences that do most to raise it."""

from collections.abc import Sequence
from typing import NamedTuple

from handouts.language import lexicon, measures
from handouts.language.said import Sentence, to_patients
from handouts.model import Handout

HIGHEST = 6.0  # what the American Medical Association asks for
NEAR = 5.5
FEWEST = 60  # words; fewer have no grade worth the name
WORST = 2  # sentences named


class Grading(NamedTuple):
    """A Flesch-Kincaid grade to one decimal, 0 where there is too little to grade; what is hardest where it matters."""

    grade: float
    hardest: tuple[Sentence, ...]

    @property
    def message(self) -> str:
        """The grade, in words."""
        return f"this handout reads at grade {self.grade}; patients need grade {HIGHEST:.0f} or lower"

    @property
    def hint(self) -> str:
        """Where to start."""
        hard = " and ".join(f"{sentence.start} ({sentence.place})" for sentence in self.hardest)
        return f"shorten sentences and words, first of all in {hard}"


def grading(handout: Handout) -> Grading:
    """The grade of all that is printed, or of whole sentences alone where that is higher: short points hide them."""
    printed = [sentence for sentence in to_patients(handout) if sentence.role != "heard"]
    if not printed:
        return Grading(0.0, ())
    names = lexicon.glossary(handout.language).names
    whole = [sentence for sentence in printed if sentence.whole]
    grade = max(_grade(printed, names), _grade(whole, names))
    return Grading(grade, _hardest(whole or printed, names) if grade >= NEAR else ())


def _hardest(sentences: Sequence[Sentence], names: frozenset[str]) -> tuple[Sentence, ...]:
    return tuple(sorted(sentences, key=lambda sentence: -measures.grade([sentence.printed], names))[:WORST])


def _grade(sentences: Sequence[Sentence], names: frozenset[str]) -> float:
    if sum(len(sentence.printed) for sentence in sentences) < FEWEST:
        return 0.0
    return round(measures.grade([sentence.printed for sentence in sentences], names), 1)
