"""H212: a handout for patients says its main message first.

What: looks for `subtitle`, which stands under the title. A wallet card has no room for one.
Why: many read no further than the first lines.
Instead: `subtitle:` with what to remember, in one or two sentences.
Source: PEMAT-P, items 1 and 11; CDC Clear Communication Index, items 1 to 3 and 10.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import for_patients


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning if there is no subtitle."""
    if for_patients(handout) and handout.layout != "wallet-card" and not handout.subtitle:
        hint = "add `subtitle:` with what to remember, in one or two sentences"
        yield handout.place.warning("H212", "the main message does not stand under the title", hint)
