"""H211: a handout for patients has a summary, in one sentence.

What: looks for `summary`.
Why: it stands inside the PDF, where readers who search, list or listen to files find it.
Instead: `summary:` with what the handout says, in one sentence.
Source: PEMAT-P, item 11.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import for_patients


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning if there is none."""
    if for_patients(handout) and not handout.summary:
        hint = "add `summary:` with what the handout says, in one sentence"
        yield handout.place.warning("H211", "this handout has no summary", hint)
