"""H214: where one exercise has a picture, every exercise has one.

What: looks for `picture` on every exercise of a handout in which at least one has it. While a handout has none at all,
`check` counts it against its score (PEMAT-P, items 15 and 26), but does not warn: pictures of exercises have to be
drawn before they can be asked for.
Why: a movement is easier to see than to read, and one that is left out looks less important.
Instead: `picture:` with a PNG, JPEG or SVG file, and `alt:`.
Source: PEMAT-P, items 15 and 26.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import exercises, for_patients


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each exercise without a picture among others that have one."""
    found = exercises(handout)
    if for_patients(handout) and any(exercise.picture for exercise in found):
        for exercise in found:
            if not exercise.picture:
                hint = "add `picture:` and `alt:`"
                yield exercise.place.warning("H214", "this exercise has no picture, but others here have", hint)
