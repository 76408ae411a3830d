"""H108: a diary has weeks, or rows and columns of its own.

What: looks for `weeks`, or for `rows` together with `columns`.
Why: without them there is nothing to fill in.
Instead: `weeks: 4`, or a list of rows and one of columns.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Diary, Handout
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each diary with nothing to fill in."""
    for block in handout.blocks:
        if not isinstance(block, Diary):
            continue
        if not block.weeks and not block.rows:
            yield block.place.problem("H108", "this diary has no rows", "write `weeks: 4`, or `rows` and `columns`")
        elif block.weeks and block.rows:
            yield block.place.problem("H108", "this diary has both weeks and rows", "keep one of the two")
        elif block.rows and not block.columns:
            yield block.place.problem("H108", "this diary has no columns", "write `columns`")
