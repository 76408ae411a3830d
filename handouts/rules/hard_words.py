"""H304: words for patients are those that people use every day.

What: looks for words that a list of plain words advises against.
Why: a word that has to be looked up is skipped (PEMAT, item 3; CDC Clear Communication Index, item 7).
Instead: the plain word that the list has for it. A medical name that a patient will hear anyway belongs in the glossary
and is explained.
"""

from collections.abc import Iterator
from datetime import date

from handouts.language import lexicon
from handouts.language.said import Sentence, to_patients
from handouts.model import Handout
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each hard word in a sentence."""
    for sentence in to_patients(handout):
        named = _named(sentence, handout.language)
        for start, end, plain in lexicon.plain_words(handout.language).phrases.found(sentence.words):
            if start not in named:
                word = " ".join(sentence.printed[start:end])
                message = f"“{word}” in {sentence.start} is a hard word"
                yield sentence.place.warning("H304", message, f"write: {plain}")


def _named(sentence: Sentence, language: str) -> set[int]:
    """Where names of the glossary stand, such as `deep vein thrombosis`: another rule asks that they are explained."""
    found = lexicon.glossary(language).phrases.found(sentence.words)
    return {at for start, end, _ in found for at in range(start, end)}
