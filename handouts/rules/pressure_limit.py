"""H402: where a patient presses on a muscle, the handout says how hard at most.

What: looks in English handouts that ask a patient to press on a muscle, with the hands, a ball or a roller, for that
word, "limit", for "no harder", or for a pain of so much "out of 10" or "or more".
Why: people press harder when it does not help; a number they can feel holds them back.
Instead: "4 to 5 out of 10: the limit", or `- include: shared/stop-pressing`.
Source: TRAFF in docs/clinical-sources.md.
"""

import re
from collections.abc import Iterator
from datetime import date

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.asking import pressing
from handouts.rules.contents import for_patients, words

LIMIT = re.compile(r"\b(limit|ceiling|no harder|(out )?of (10|ten)|\d+ or more)\b", re.IGNORECASE)


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning at the first block that asks for pressure, if no limit stands anywhere."""
    block = pressing(handout) if for_patients(handout) else None
    if block and not any(LIMIT.search(words(other)) for other in handout.blocks):
        hint = "say `4 to 5 out of 10: the limit`, or include `shared/stop-pressing`"
        yield block.place.warning("H402", "this asks to press, but nothing says how hard at most", hint)
