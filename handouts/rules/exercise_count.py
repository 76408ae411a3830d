"""H215: a handout for patients has at most five exercises.

What: counts the exercises with a dose. One without is a way to do another one, and is not counted.
Why: the more there are, the fewer are done. The number is the project's own.
Instead: the five that matter most, or boxes by which a therapist chooses, on two sheets.
Source: none found; the number is for a clinician to confirm.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import exercises, for_patients

MOST = 5


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning at the first exercise that is too many."""
    dosed = [exercise for exercise in exercises(handout) if exercise.dose]
    if for_patients(handout) and len(dosed) > MOST:
        message = f"{len(dosed)} exercises are many; at most {MOST} are likely to be done"
        yield dosed[MOST].place.warning("H215", message, "leave some out, or make two sheets")
