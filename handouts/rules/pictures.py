"""H214: every exercise for patients has a picture.

What: looks for `picture` on every exercise of a handout that patients read.
Why: a movement is easier to see than to read, and one that is left out looks less important.
Instead: `picture:` with a pose that the program draws, or a PNG, JPEG or SVG file; and `alt:`.
Source: PEMAT-P, items 15 and 26.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import exercises, for_patients


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each exercise without a picture."""
    if not for_patients(handout):
        return
    for exercise in exercises(handout):
        if not exercise.picture:
            hint = "add `picture:`, such as `picture: {pose: sitting}`, and `alt:`"
            yield exercise.place.warning("H214", "this exercise has no picture", hint)
