"""What a clinic's file must hold beyond the kind of each value, for it is printed on every page as it is."""

import unicodedata
from collections.abc import Iterable, Iterator

from handouts.clinic import Change
from handouts.problem import Problem
from handouts.reader import Mapping, Node, Scalar
from handouts.record import Record
from handouts.rules import link_address, placeholders

PRINTED_AS_TEXT = "closing"  # the one key whose value may have braces and links
FROM_THE_RIGHT = ("R", "AL")


def check(node: Node, records: Iterable[Record]) -> Iterator[Problem]:
    """Every problem of a clinic's file; `records` are those that could be read from it."""
    yield from _values(node, "")
    changes = [record for record in records if isinstance(record, Change)]
    first: dict[str, Change] = {}
    for change in changes:
        yield from _closing(change)
        twin = first.setdefault(change.handout, change)
        if twin is not change:
            hint = f"it already stands in line {twin.place.line}; make one of the two"
            yield change.place.problem("H122", f"`{change.handout}` is here twice", hint)


def _values(node: Node, key: str) -> Iterator[Problem]:
    if isinstance(node, Scalar):
        yield from _value(node, key)
    elif isinstance(node, Mapping):
        for name, (_, child) in node.entries.items():
            yield from _values(child, name)
    else:
        for item in node.items:
            yield from _values(item, key)


def _value(node: Scalar, key: str) -> Iterator[Problem]:
    braces = placeholders.BRACES.search(node.text)
    if braces and key != PRINTED_AS_TEXT:
        message = f"`{braces[0]}` cannot be filled in here: `{key}` is printed as it is"
        yield node.place.problem("H104", message, "write the words themselves")
    if any(unicodedata.bidirectional(char) in FROM_THE_RIGHT for char in node.text):
        message = f"`{key}` has letters that run from right to left, which cannot be printed yet"
        yield node.place.problem("H121", message, "write it in letters that run from left to right")


def _closing(change: Change) -> Iterator[Problem]:
    for text in change.closing:
        yield from placeholders.unknown(text)
        yield from link_address.astray(text)
