"""H213: an exercise for patients says how much and how often.

What: looks in `dose` for how long or how many times (`hold`, `duration` or `repetitions`), and for how often: a key for
it, or words such as "once a day" or "every other day" in a note, in a step, or beside the heading. In a language other
than English, any note or step may say it. An exercise without a dose is a way to do another one under its heading.
Why: "do it often" is done too much or not at all. When to stop is asked for by H205.
Instead: `dose: {hold: {amount: 30 seconds, note: "3 times a side, once a day"}}`.
Source: CDC Clear Communication Index, item 14; PEMAT-P, item 22.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from handouts.model import Dose, Exercise, Handout, Section
from handouts.problem import Problem
from handouts.rules.contents import for_patients, headed, in_english, words

OFTEN = re.compile(
    r"\b(daily|weekly|every|each (day|week|morning|evening|hour)|(a|per) (day|week|hour))\b", re.IGNORECASE
)
HOW_OFTEN = "write `times_a_day` or `days_a_week`, or a note such as `once a day`"


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each exercise whose dose is not whole, and for exercises of which none has a dose."""
    if not for_patients(handout):
        return
    for heading, under in groupby(headed(handout), key=lambda pair: pair[0]):
        exercises = [block for _, block in under if isinstance(block, Exercise)]
        dosed = [(exercise, exercise.dose) for exercise in exercises if exercise.dose]
        if exercises and not dosed:
            hint = "add `dose:`, such as `dose: {repetitions: 8 to 12, times_a_day: 1}`"
            yield exercises[0].place.warning("H213", "this exercise does not say how much to do", hint)
        for exercise, dose in dosed:
            if not (dose.hold or dose.duration or dose.repetitions):
                hint = "write `repetitions`, `hold` or `duration`"
                message = "this dose does not say how many times or how long"
                yield exercise.place.warning("H213", message, hint)
            if not _often(dose, exercise, heading, in_english(handout)):
                yield exercise.place.warning("H213", "this exercise does not say how often to do it", HOW_OFTEN)


def _often(dose: Dose, exercise: Exercise, heading: Section | None, english: bool) -> bool:
    said = words((dose, exercise.steps, heading.note if heading else None))
    return bool(dose.times_a_day or dose.days_a_week or (OFTEN.search(said) if english else said))
