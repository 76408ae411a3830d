"""What each kind of field takes; a value is not empty here, and of printable characters."""

import re
from collections.abc import Callable
from functools import cache

from handouts.filling.asked import Asked
from handouts.filling.dates import day
from handouts.filling.text import folded
from handouts.filling.times import time_of_day
from handouts.model import Kind
from handouts.problem import Problem
from handouts.values import alternatives, nearest
from handouts.written import Written

WHOLE = re.compile(r"([0-9]+)(?:\.|[.,]00?)?")  # `1.000` and `1,000` are a thousand where people write them so
TICKED, EMPTY = ("yes", "true", "x", "1"), ("no", "false", "0")


def read(value: Written, asked: Asked) -> str | Problem:
    """The value as it stands on the page, or why it cannot; empty where nothing will stand there."""
    return READERS[asked.field.kind](value, asked)


def _text(value: Written, asked: Asked) -> str | Problem:
    return value


def _number(value: Written, asked: Asked) -> str | Problem:
    low, high = asked.field.limits
    match = WHOLE.fullmatch(value)
    if not match:
        return asked.refuse(value, "V105", "it takes a whole number", f"such as `{low}`")
    number = int(match[1])
    if not low <= number <= high:
        return asked.refuse(value, "V106", "it is outside the limits", f"write a number from {low} to {high}")
    return str(number)


def _choice(value: Written, asked: Asked) -> str | Problem:
    choices = _by_folded(asked.field.choices)
    meant = folded(value)
    if meant in choices:
        return choices[meant]
    near = nearest(meant, choices)
    hint = f"did you mean `{choices[near]}`?" if near else f"write {alternatives(asked.field.choices)}"
    return asked.refuse(value, "V107", "it is not one of the choices", hint)


@cache
def _by_folded(choices: tuple[str, ...]) -> dict[str, str]:
    return {folded(choice): choice for choice in choices}


def _tick(value: Written, asked: Asked) -> str | Problem:
    meant = folded(value)
    if meant in TICKED or meant == folded(asked.words.yes):
        return TICKED[0]
    if meant in EMPTY or meant == folded(asked.words.no):
        return ""
    return asked.refuse(value, "V108", "it is ticked or not", "write `yes` or `no`")


def _signature(value: Written, asked: Asked) -> str | Problem:
    return asked.refuse(value, "V112", "it is signed by hand", "leave it empty")


READERS: dict[Kind, Callable[[Written, Asked], str | Problem]] = {
    "text": _text,
    "date": day,
    "choice": _choice,
    "number": _number,
    "time": time_of_day,
    "tick": _tick,
    "scale": _number,
    "signature": _signature,
}
