"""H107: a field of the kinds `number` and `scale` has limits that numbers fit between, and no other kind has any.

What: compares `low` with `high`, counts the numbers of a scale, and looks for limits where they do not belong.
Why: no number would fit limits the wrong way round; a scale is a row of circles, which nobody finds their way in where
there are too many; limits of another kind would hold nobody back.
Instead: the smaller number as `low`; for more than 21 numbers `kind: number`.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Field, Handout
from handouts.problem import Problem

COUNTED = ("number", "scale")
MOST = 21  # numbers on a scale: 0 to 20, as in ratings of effort from 6 to 20


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each field that no number fits, that too many stand for, or that has no numbers at all."""
    for block in handout.blocks:
        if isinstance(block, Field):
            yield from _numbers(block) if block.kind in COUNTED else _other(block)


def _numbers(field: Field) -> Iterator[Problem]:
    low, high = field.limits
    if low >= high:
        message = f"no number fits the field `{field.field}`: `low` is not below `high`"
        yield field.place.problem("H107", message, "write the smaller number as `low`")
    elif field.kind == "scale" and high - low >= MOST:
        message = f"the scale `{field.field}` has {high - low + 1} numbers to choose from, more than {MOST}"
        yield field.place.problem("H107", message, "write closer limits, or `kind: number`")


def _other(field: Field) -> Iterator[Problem]:
    if field.low is not None or field.high is not None:
        message = f"the field `{field.field}` has limits, but its kind is {field.kind}"
        yield field.place.problem("H107", message, "write `kind: number`, or take `low` and `high` out")
