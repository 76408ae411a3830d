"""H216: a handout that advises patients says what is known, and what is not.

What: looks in English handouts for patients that advise (by exercises, points with signs, or an answer to
the clinical coverage list) for words such as "not known" or "what is not". A wallet card has no room for it.
Why: people can decide only when they know how sure the advice is.
Instead: `- section: What is known, and what is not`, with both.
Source: CDC Clear Communication Index, item 11.
"""

import re
from collections.abc import Iterator
from datetime import date

from handouts.model import Bullets, Exercise, Handout
from handouts.problem import Problem
from handouts.rules.contents import for_patients, in_english, words

UNKNOWN = re.compile(
    r"\b(not (yet )?known|what is not|unknown|(nobody|no one|we do not|we don[’']t) knows?|not sure)\b", re.IGNORECASE
)


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning if it says nowhere what is not known."""
    if not (for_patients(handout) and in_english(handout) and _advises(handout)):
        return
    if not any(UNKNOWN.search(words(block)) for block in handout.blocks):
        hint = "add `- section: What is known, and what is not`, with both"
        yield handout.place.warning("H216", "this handout does not say what is known and what is not", hint)


def _advises(handout: Handout) -> bool:
    return handout.layout != "wallet-card" and any(
        isinstance(block, Exercise) or block.covers or (isinstance(block, Bullets) and block.mark != "dot")
        for block in handout.blocks
    )
