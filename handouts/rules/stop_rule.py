"""H205: a handout for patients says when to stop or get help.

What: looks for a callout of the kind `stop`; and where there are exercises, for one of them that says "stop", or that
comes from a shared fragment whose name begins with `stop-`.
Why: a patient at home has nobody to ask; the signs that need help have to stand on every page they take there.
Instead: `- callout: stop` with the signs, or `- include:` a shared fragment that has them, such as `shared/call-now`.
"""

import re
from collections.abc import Iterator
from datetime import date

from handouts.model import Callout, Handout
from handouts.problem import Problem
from handouts.rules.contents import exercises, for_patients, fragment, in_english, words

STOP = re.compile(r"\bstop\b", re.IGNORECASE)


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning if there is no stop callout, or if exercises have none that says when to stop."""
    if not for_patients(handout):
        return
    stops = [block for block in handout.blocks if isinstance(block, Callout) and block.callout == "stop"]
    found = exercises(handout)
    if not stops:
        hint = "add `- callout: stop`, or include a shared fragment such as `shared/call-now`"
        yield handout.place.warning("H205", "this handout does not say when to stop or get help", hint)
    elif found and in_english(handout) and not any(_stops(stop) for stop in stops):
        hint = "add `- callout: stop` with “Stop if”, or include `shared/stop-moving`"
        yield found[0].place.warning("H205", "nothing says when to stop this exercise", hint)


def _stops(stop: Callout) -> bool:
    return fragment(stop).startswith("stop-") or bool(STOP.search(words(stop)))
