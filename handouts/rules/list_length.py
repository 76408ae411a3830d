"""H207: a list for patients has at most seven points.

What: counts the points of lists in handouts that patients read, and the details under a step. Numbered steps may be
more: they are done one after the other, and nobody has to keep them apart in mind.
Why: people keep about seven things apart (CDC Clear Communication Index, item 8).
Instead: two lists, each under a heading or a sentence of its own.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Bullets, Callout, Handout, Record, Step
from handouts.problem import Problem
from handouts.rules.contents import for_patients, records

MOST = 7


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each list that is too long."""
    if not for_patients(handout):
        return
    for record in records(handout):
        if (length := _length(record)) > MOST:
            message = f"a list of {length} points is long; readers keep at most {MOST} apart"
            yield record.place.warning("H207", message, "make two lists of it, or take points out")


def _length(record: Record) -> int:
    match record:
        case Bullets() | Callout():
            return len(record.bullets)
        case Step():
            return len(record.points)
    return 0
