"""H106: a field of the kind `choice` says what can be chosen, and no other kind does.

What: looks for choices where they belong and where they do not, and for two that differ in capitals or accents alone.
Why: a row to circle with nothing in it cannot be filled; choices of another kind would not be printed; and a value is
told from another by its letters, without capitals and accents.
Instead: `choices: [left, right, both]`, or another kind.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from handouts.filling.text import folded
from handouts.model import Field, Handout
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each choice without choices, for choices without a choice, and for choices that are alike."""
    for block in handout.blocks:
        if isinstance(block, Field):
            yield from _choice(block) if block.kind == "choice" else _other(block)


def _choice(field: Field) -> Iterator[Problem]:
    if len(field.choices) < 2:
        hint = "write at least two, such as `choices: [left, right]`"
        yield field.place.problem("H106", f"nothing can be chosen in the field `{field.field}`", hint)
    for alike, times in Counter(map(folded, field.choices)).items():
        if times > 1:
            message = f"the field `{field.field}` has the choice `{alike}` more than once"
            yield field.place.problem("H106", message, "take one out; capitals and accents make no difference")


def _other(field: Field) -> Iterator[Problem]:
    if field.choices:
        message = f"the field `{field.field}` has choices, but its kind is {field.kind}"
        yield field.place.problem("H106", message, "write `kind: choice`, or take the choices out")
