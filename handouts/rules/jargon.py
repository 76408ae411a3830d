"""H305: a medical name is explained where it first stands.

What: looks for the first use of each name in the glossary, outside titles and headings, and for its explanation: in
brackets beside it, behind a comma, a colon or a dash, after `is`, `are`, `means` and the like, before `called`, in a
row of a table that the name starts, or in the next sentence. Where `is` or the place in the body follows, a word of
the glossary's own explanation has to be there too: `sciatica is common` explains nothing.
Why: patients hear these names, and nod (PEMAT, item 4).
Instead: a few plain words beside the name: `your piriformis (a muscle deep in your buttock)`.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from handouts.language import lexicon
from handouts.language.lexicon import Grammar, Term, listed
from handouts.language.said import Sentence, to_patients
from handouts.model import Handout
from handouts.problem import Problem

BEHIND = ("(", ":", "–", "—", "- ")
CLOSING = "”\"’') "
NEAR = 5  # words from `called` to the name
SHORTEST = 4  # letters of a word that explains something
ENOUGH = 2  # such words, where nothing else shows an explanation


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each name that stands unexplained."""
    said: set[str] = set()
    sentences = [*to_patients(handout)]
    for sentence, following in pairwise([*sentences, None]):
        if sentence is None or sentence.role in ("title", "heard"):
            continue
        for start, end, term in lexicon.glossary(handout.language).phrases.found(sentence.words):
            if _told(term, said):
                continue
            said.add(term.name)
            grammar = lexicon.grammar(handout.language)
            if not (_explained(sentence, start, end, term, grammar) or _explained_next(following, term, grammar)):
                message = f"“{term.name}” is not explained where it first stands, in {sentence.start}"
                yield sentence.place.warning("H305", message, f"say it in plain words beside it, such as: {term.means}")


def _told(term: Term, said: set[str]) -> bool:
    """Whether it was met before, alone or at the start of a longer name, as in `piriformis syndrome`."""
    return any(f"{name} ".startswith(f"{term.name} ") for name in said)


def _explained(sentence: Sentence, start: int, end: int, term: Term, grammar: Grammar) -> bool:
    before, _, after = sentence.text.partition(" ".join(sentence.printed[start:end]))
    words, after = sentence.words[end:], after.lstrip(CLOSING)
    next_word = words[0] if words else ""
    return (
        sentence.role == "name"
        or before.count("(") > before.count(")")
        or after.startswith(BEHIND)
        or (after.startswith(",") and next_word in listed(grammar.apposition))
        or not listed(grammar.called).isdisjoint(sentence.words[max(0, start - NEAR) : start])
        or (next_word in listed(grammar.explains) and _shared(words, term) > 0)
        or _shared(words, term) >= ENOUGH
    )


def _explained_next(following: Sentence | None, term: Term, grammar: Grammar) -> bool:
    if following is None or following.words[0] not in listed(grammar.goes_on):
        return False
    return _shared(following.words, term) > 0


def _shared(words: tuple[str, ...], term: Term) -> int:
    """How many words of the glossary's explanation are there."""
    means = {word.rstrip("s") for word in term.means.lower().split() if len(word) >= SHORTEST}
    return len(means & {word.rstrip("s") for word in words})
