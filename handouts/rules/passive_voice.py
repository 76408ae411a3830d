"""H303: sentences for patients say who does what.

What: warns about a form of `be` or `get` with a participle behind it, as in `the leg is lifted`. Words that say how
somebody or something is, such as `tired` or `swollen`, are left alone, and so is what people say every day, such as
`get dressed`.
Why: a reader has to work out who acts, and often it is the reader (PEMAT, item 5).
Instead: `lift your leg`, `we test your leg`.
"""

from collections.abc import Iterator
from datetime import date

from handouts.language import lexicon
from handouts.language.lexicon import Grammar, listed
from handouts.language.said import to_patients
from handouts.model import Handout
from handouts.problem import Problem

SHORTEST = 5  # letters of a participle in -ed; shorter are red, bed, feed


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each sentence in the passive voice."""
    for sentence in to_patients(handout):
        if found := _passive(sentence.words, lexicon.grammar(handout.language)):
            message = f"the sentence {sentence.start} does not say who acts: “{found}”"
            yield sentence.place.warning("H303", message, "start with who does it, as in `lift your leg`")


def _passive(words: tuple[str, ...], grammar: Grammar) -> str:
    for at, word in enumerate(words):
        if word in listed(grammar.be) or word in listed(grammar.get):
            end = at + 1
            while end < len(words) and _between(words[end], grammar):
                end += 1
            if end < len(words) and _acted_on(words[end], grammar, word in listed(grammar.get)):
                return " ".join(words[at : end + 1])
    return ""


def _between(word: str, grammar: Grammar) -> bool:
    return word in listed(grammar.between) or word.endswith("ly")


def _acted_on(word: str, grammar: Grammar, loose: bool) -> bool:
    if word in listed(grammar.states) or (loose and word in listed(grammar.got)):
        return False
    regular = word.endswith("ed") and not word.endswith("eed") and len(word) >= SHORTEST
    return regular or word in listed(grammar.participles)
