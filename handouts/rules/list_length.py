"""H207: a list for patients has at most seven points, and at most ten numbered steps.

What: counts the points of lists in handouts that patients read, boxes to tick, the details under a step, and numbered
steps. These may be more: they are done one after the other, and nobody has to keep them apart in mind.
Why: people keep about seven things apart (CDC Clear Communication Index, item 8). Ten steps are the project's own.
Instead: two lists, each under a heading or a sentence of its own.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Bullets, Callout, Checklist, Exercise, Handout, Step, Steps, Tick, TickGroup
from handouts.problem import Problem
from handouts.record import Record
from handouts.rules.contents import for_patients, records

MOST = 7
MOST_STEPS = 10


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each list that is too long."""
    if not for_patients(handout):
        return
    for record in records(handout):
        if (length := _length(record)) > MOST:
            message = f"a list of {length} points is long; readers keep at most {MOST} apart"
            yield record.place.warning("H207", message, "make two lists of it, or take points out")
        if isinstance(record, Steps | Exercise) and len(record.steps) > MOST_STEPS:
            message = f"{len(record.steps)} steps are many; at most {MOST_STEPS} are followed"
            yield record.place.warning("H207", message, "make two lists of it, each under its own heading")


def _length(record: Record) -> int:
    match record:
        case Bullets():
            return len(record.bullets)
        case Callout() | TickGroup():
            return max(len(record.ticks), len(getattr(record, "bullets", ())))
        case Checklist():
            return sum(isinstance(item, Tick) for item in record.checklist)
        case Step():
            return len(record.points)
    return 0
