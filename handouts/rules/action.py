"""H208: a handout for patients says at least one thing to do.

What: looks for steps, exercises, boxes to tick, a diary or points with ticks; else, in English, for a sentence that
starts with what to do, such as "Keep moving". The boxes `stop` and `caution` do not count, but on a wallet card.
Why: people read a handout to know what to do next.
Instead: `- steps:`, points with `mark: tick`, or a sentence such as "Take short walks".
Source: PEMAT-P, item 20; CDC Clear Communication Index, item 5.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.asking import acts
from handouts.rules.contents import for_patients


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning if there is nothing to do."""
    if for_patients(handout) and handout.layout != "wallet-card" and not acts(handout):
        hint = "add `- steps:`, or points with `mark: tick`, such as `Take short walks`"
        yield handout.place.warning("H208", "this handout does not say what a reader can do", hint)
