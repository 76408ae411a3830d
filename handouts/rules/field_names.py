"""H103: a field's name stands once in a handout.

What: looks for two fields of the same name.
Why: the name is how a value finds its place; two places of one name would be filled with the same words.
Instead: names that say which is which, such as `pain_before` and `pain_after`.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Field, Handout
from handouts.problem import Place, Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each name used again."""
    first: dict[str, Place] = {}
    for block in handout.blocks:
        if isinstance(block, Field):
            before = first.setdefault(block.field, block.place)
            if before is not block.place:
                message = f"a second field has the name `{block.field}`"
                yield block.place.problem("H103", message, f"the first one is in {_where(before, block.place)}")


def _where(first: Place, second: Place) -> str:
    return f"line {first.line}" if first.file == second.file else f"{first.file}, line {first.line}"
