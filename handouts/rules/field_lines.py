"""H123: a field of the kind `text` has from 1 to 12 lines, and any other kind has one.

What: looks at `lines`.
Why: one line holds a date or a number; and a page has no room for more than twelve lines beside what it says.
Instead: `lines: 3`; for a whole page to write on, several fields.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Field, Handout
from handouts.problem import Problem

MOST = 12


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each field with lines that it has no room or no use for."""
    for block in handout.blocks:
        if isinstance(block, Field):
            yield from _lines(block)


def _lines(field: Field) -> Iterator[Problem]:
    if not 1 <= field.lines <= MOST:
        message = f"the field `{field.field}` cannot have {field.lines} lines"
        yield field.place.problem("H123", message, f"write a number from 1 to {MOST}")
    elif field.lines > 1 and field.kind != "text":
        message = f"the field `{field.field}` has {field.lines} lines, but its kind is {field.kind}"
        yield field.place.problem("H123", message, "write `kind: text`, or take `lines` out")
