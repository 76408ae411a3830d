"""H307: a handout for patients speaks to its reader.

What: warns about sentences on `patients` or `one` that mean the reader, and about a handout in which fewer than a
quarter of the sentences say `you` or start with what to do. Fewer than eight sentences are not judged.
Why: people act on what is said to them (PEMAT, item 21).
Instead: `you`, `your`, or the verb first: `Call us if you are worried.`
"""

from collections.abc import Iterator
from datetime import date

from handouts.language import lexicon
from handouts.language.lexicon import Grammar, Phrases, listed
from handouts.language.said import Sentence, to_patients
from handouts.model import Handout
from handouts.problem import Problem

LEAST = 1 / 4
FEWEST = 8  # sentences


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each sentence about the reader, and one where few speak to the reader."""
    sentences = to_patients(handout)
    if not sentences:
        return
    grammar = lexicon.grammar(handout.language)
    about = Phrases((phrase, phrase) for phrase in listed(grammar.about))
    for sentence in sentences:
        for _, _, phrase in about.found(sentence.words):
            message = f"the sentence {sentence.start} speaks about its reader: “{phrase}”"
            yield sentence.place.warning("H307", message, "write `you`, or start with the verb")
    whole = [sentence for sentence in sentences if sentence.whole and sentence.role == "text"]
    spoken = sum(_speaks(sentence, grammar) for sentence in whole)
    if len(whole) >= FEWEST and spoken < LEAST * len(whole):
        message = f"only {spoken} of {len(whole)} sentences speak to the reader"
        yield handout.place.warning("H307", message, "write `you` and `your`, or start with what to do")


def _speaks(sentence: Sentence, grammar: Grammar) -> bool:
    return sentence.words[0] in listed(grammar.actions) or not listed(grammar.you).isdisjoint(sentence.words)
