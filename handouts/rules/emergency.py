"""H404: whom to call in an emergency stands first in a handout for patients.

What: looks among the boxes `stop` for one with `{{ clinic.emergency }}` in it, and whether such a box is the first
block that is not a heading.
Why: whoever needs it has no time to read the rest.
Instead: `- include: shared/call-now` or `shared/call-now-short` at the beginning, or a box of your own.
Source: CSP and CARD in docs/clinical-sources.md.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Block, Callout, Handout, Section
from handouts.problem import Problem
from handouts.rules.contents import for_patients, texts

NUMBER = "clinic.emergency"
HINT = "add `- callout: stop` with `{{ clinic.emergency }}`, or include `shared/call-now`"


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning if there is none, or if something stands before it; without any box `stop`, H205 says so."""
    if not for_patients(handout):
        return
    stops = [block for block in handout.blocks if isinstance(block, Callout) and block.callout == "stop"]
    calls = next(filter(_calls, stops), None)
    if stops and not calls:
        yield stops[0].place.warning("H404", "no box `stop` says whom to call in an emergency", HINT)
    elif calls and calls is not next(block for block in handout.blocks if not isinstance(block, Section)):
        yield calls.place.warning("H404", "this is not the first thing on the page", "move it up, under the title")


def _calls(block: Block) -> bool:
    return any(NUMBER in text.placeholders for text in texts(block))
