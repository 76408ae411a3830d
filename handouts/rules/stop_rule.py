"""H205: a handout for patients says when to stop or get help.

What: looks for a callout of the kind `stop`.
Why: a patient at home has nobody to ask; the signs that need help have to stand on every page they take there.
Instead: `- callout: stop` with the signs, or `- include:` a shared fragment that has them, such as `shared/call-now`.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Callout, Handout
from handouts.problem import Problem
from handouts.rules.contents import for_patients


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning if there is no stop callout."""
    stops = any(isinstance(block, Callout) and block.callout == "stop" for block in handout.blocks)
    if for_patients(handout) and not stops:
        hint = "add `- callout: stop`, or include a shared fragment such as `shared/call-now`"
        yield handout.place.warning("H205", "this handout does not say when to stop or get help", hint)
