"""Words that promise, where they do: what is denied or asked is no promise."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from handouts.language import lexicon, measures
from handouts.language.lexicon import Promise, Promises, listed
from handouts.language.said import Sentence, to_patients
from handouts.model import Handout

PARTS = re.compile("[:;–—]")
WITHIN = 4  # words from `fix` to what is to be fixed


class Promised(NamedTuple):
    """A word of a sentence that promises too much."""

    sentence: Sentence
    word: str
    promise: Promise

    @property
    def message(self) -> str:
        """What is wrong."""
        return f"“{self.word}” in {self.sentence.start} promises more than anybody can keep"

    @property
    def hint(self) -> str:
        """What to write."""
        return f"write instead: {self.promise.write}"


def promised(handout: Handout) -> Iterator[Promised]:
    """Each promise in what a handout says to patients."""
    for sentence in to_patients(handout):
        if not sentence.text.endswith("?"):
            yield from _promised(sentence, lexicon.promises(handout.language))


def _promised(sentence: Sentence, known: Promises) -> Iterator[Promised]:
    for part in PARTS.split(sentence.text):
        words = tuple(word.lower().replace("’", "'") for word in measures.words(part))
        for start, end, promise in known.phrases.found(words):
            if not _denied(words[:start], words[end:], known) and _meant(words[end:], promise):
                yield Promised(sentence, " ".join(words[start:end]), promise)


def _denied(before: tuple[str, ...], after: tuple[str, ...], known: Promises) -> bool:
    """Whether a word before it, after the last turn, or the second one behind it, as in `a cure is not`, denies it."""
    turn = max((at for at, word in enumerate(before) if word in listed(known.turns)), default=-1)
    return not listed(known.denials).isdisjoint((*before[turn + 1 :], *after[1:2]))


def _meant(after: tuple[str, ...], promise: Promise) -> bool:
    if promise.before and set(promise.before).isdisjoint(after[:WITHIN]):
        return False
    return not after or after[0] not in promise.harmless
