"""H308: numbers for patients are whole, and say of what.

What: warns about decimals, about units cut short, such as `30s`, `5 mins` and `2x`, about a number that nothing
follows where a time was to be said, as in `Hold for 30.`, and about a dose to hold, rest or go on for without a unit.
Prices and times of day are left alone.
Why: a missed point makes ten times as much; a bare number can be seconds or times (PEMAT, item 6).
Instead: `2 to 3 kilograms`, `30 seconds`, `twice`.
"""

import re
from collections.abc import Iterator
from datetime import date

from handouts.language.said import Sentence, to_patients
from handouts.model import Amount, Dose, Handout
from handouts.problem import Problem
from handouts.rules.contents import records

DECIMAL = re.compile(
    r"(?<![\d.£$€])(?!(?:(?<=at )|(?<=to )|(?<=from )|(?<=until ))\d\d?\.[0-5]\d\b)"
    r"\d+[.,]\d{1,2}(?!\d|[.,]\d| ?[ap]\.?m\b)"
)
# Not `in your 40s`.
SHORT = re.compile(r"(?<!your )(?<!their )(?<!the )\b\d{1,3} ?(?:s|secs?|m|mins?|h|hrs?|x|wks?|mo|yrs?|reps?)\b")
BARE = re.compile(r"\b(?:[Hh]old|[Rr]est|[Ww]ait|[Pp]ause)(?: \w+){0,2}? for (?:\d+ to )?\d+(?=\s*(?:[.,;!?)]|$))")


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each number that can be misread."""
    sentences = to_patients(handout)
    for sentence in sentences:
        yield from _misread(sentence)
    if sentences:
        for record in records(handout):
            if isinstance(record, Dose):
                yield from _without_unit(record)


def _misread(sentence: Sentence) -> Iterator[Problem]:
    if not any(letter.isdigit() for letter in sentence.text):
        return
    told = (
        (DECIMAL, "is a decimal", "write a whole number, or a smaller unit"),
        (SHORT, "is cut short", "write it out, as in `30 seconds`, `10 metres`, `3 times`"),
        (BARE, "has no unit", "say of what: seconds, minutes, breaths"),
    )
    for pattern, fault, hint in told:
        for match in pattern.finditer(sentence.text):
            yield sentence.place.warning("H308", f"the number in “{match[0]}” {fault}", hint)


def _without_unit(dose: Dose) -> Iterator[Problem]:
    for name in ("hold", "rest", "duration"):
        amount: Amount | None = getattr(dose, name)
        if amount and not amount.note and amount.amount[-1].isdigit():
            message = f"`{name}: {amount.amount}` does not say of what"
            yield amount.place.warning("H308", message, f"write `{name}: {amount.amount} seconds`, or minutes or hours")
