"""H106: a field of the kind `choice` says what can be chosen, and no other kind does.

What: looks for choices where they belong and where they do not.
Why: a row to circle with nothing in it cannot be filled; choices of another kind would not be printed.
Instead: `choices: [left, right, both]`, or another kind.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Field, Handout
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each choice without choices, and for choices without a choice."""
    for block in handout.blocks:
        if not isinstance(block, Field):
            continue
        if block.kind == "choice" and len(block.choices) < 2:
            hint = "write at least two, such as `choices: [left, right]`"
            yield block.place.problem("H106", f"nothing can be chosen in the field `{block.field}`", hint)
        if block.kind != "choice" and block.choices:
            message = f"the field `{block.field}` has choices, but its kind is {block.kind}"
            yield block.place.problem("H106", message, "write `kind: choice`, or take the choices out")
