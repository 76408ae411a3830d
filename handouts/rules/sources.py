"""H206: a handout for patients says where its statements come from.

What: looks for `sources`.
Why: readers and clinicians can judge advice only when they can see what it rests on.
Instead: a short list under `sources:`, each with author, title and year.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import for_patients


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning if there are no sources."""
    if for_patients(handout) and not handout.sources:
        hint = "add `sources:` with author, title and year of each"
        yield handout.place.warning("H206", "this handout does not say where its statements come from", hint)
