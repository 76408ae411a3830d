"""H107: the smallest number of a field is below its largest.

What: compares `low` with `high`; a scale without limits runs from 0 to 10.
Why: a scale that ends before it starts cannot be printed, and no number would fit.
Instead: the smaller number as `low`.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Field, Handout
from handouts.problem import Problem

SCALE = 0, 10


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each field that no number fits."""
    for block in handout.blocks:
        if isinstance(block, Field) and _reversed(block):
            message = f"no number fits the field `{block.field}`: `low` is not below `high`"
            yield block.place.problem("H107", message, "write the smaller number as `low`")


def _reversed(field: Field) -> bool:
    low, high = field.low, field.high
    if field.kind == "scale":
        low, high = SCALE[0] if low is None else low, SCALE[1] if high is None else high
    return low is not None and high is not None and low >= high
