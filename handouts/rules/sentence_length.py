"""H302: a sentence for patients has at most 20 words.

What: counts the words of each sentence.
Why: nobody who is in pain, or reads in a second language, keeps the start of a long sentence in mind until its end.
Instead: two sentences, or a list.
"""

from collections.abc import Iterator
from datetime import date

from handouts.language.said import to_patients
from handouts.model import Handout
from handouts.problem import Problem

MOST = 20


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each sentence that is too long."""
    for sentence in to_patients(handout):
        if (length := len(sentence.printed)) > MOST:
            message = f"the sentence {sentence.start} has {length} words, more than {MOST}"
            yield sentence.place.warning("H302", message, "make two sentences of it, or a list")
