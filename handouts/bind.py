"""A located tree becomes a record of the model. The model's types say how; every fault found on the way is kept."""

import re
from collections.abc import Callable
from typing import Any, TypeVar, cast

from handouts import values
from handouts.problem import HandoutError, Place, Problem
from handouts.reader import Mapping, Node, Scalar, Sequence
from handouts.record import FileName, Record
from handouts.shape import Choice, Entry, Group, Many, Pairs, Plain, Shape, shape

R = TypeVar("R", bound=Record)

KINDS = {Scalar: "text", Sequence: "a list", Mapping: "a group of keys"}
# What stands in for a value that could not be made; its problem has been kept.
FAULTY: Any = object()


def bind(node: Node, record: type[R]) -> R:
    """The record that a tree says, or every problem that keeps it from being one."""
    binding = Binding()
    value = binding.bind(node, record)
    if value is None:
        raise HandoutError(*binding.problems)
    return value


class Binding:
    """One pass over trees. Keeps what it met, whole or not: a file name is checked although the rest is faulty."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.records: list[Record] = []
        self.files: list[FileName] = []

    def bind(self, node: Node, record: type[R]) -> R | None:
        """The record, or nothing where there are problems."""
        before = len(self.problems)
        value = self.value(shape(cast(Any, record)), node, "")
        return None if len(self.problems) > before else value

    def value(self, shape: Shape, node: Node, key: str) -> Any:
        return BY_SHAPE[type(shape)](self, shape, node, key)

    def plain(self, shape: Plain, node: Node, key: str) -> Any:
        if not isinstance(node, Scalar):
            return self.not_plain(shape, node, key)
        text = node.text.strip()
        if not text:
            return self.empty(node.place, key)
        value = values.read(shape, text, node.place, _label(key))
        if isinstance(value, Problem):
            return self.faulty(value)
        if isinstance(value, FileName):
            self.files.append(value)
        return value

    def many(self, shape: Many, node: Node, key: str) -> Any:
        if not isinstance(node, Sequence):
            hint = "write its items below it, each on a line that starts with `- `"
            return self.wrong_shape(node, key, "a list", hint)
        item, label = shape.item, key + "[]"
        return self.whole([self.value(item, child, label) for child in node.items])

    def whole(self, found: list[Any]) -> Any:
        return FAULTY if any(value is FAULTY for value in found) else tuple(found)

    def group(self, group: Group, node: Node, key: str) -> Any:
        if isinstance(node, Mapping):
            return self.entries(group, node)
        if not group.short or not _takes(group, node):
            hint = f"write its keys below it, each on its own line: {', '.join(group.entries)}"
            return self.wrong_shape(node, key, "a group of keys", hint)
        if isinstance(node, Scalar) and (problem := _missing_space(node, tuple(group.entries))):
            return self.faulty(problem)
        return self.record(
            group, {group.word.name: self.value(group.word.shape, node, key or group.word.name)}, node.place
        )

    def entries(self, group: Group, node: Mapping) -> Any:
        found: dict[str, Any] = {}
        for key, (place, child) in node.entries.items():
            if entry := group.entries.get(key):
                found[key] = self.entry(entry, child)
            else:
                found |= self.unknown_key(group, key, place)
        for key in group.required:
            if key not in found:
                found[key] = self.faulty(_missing(group.entries[key], node.place))
        return self.record(group, found, node.place)

    def unknown_key(self, group: Group, key: str, place: Place) -> dict[str, Any]:
        """Stands for the key that was meant as well, so that it is not called missing."""
        hint = values.suggestion(key, tuple(group.entries))
        faulty = self.faulty(place.problem("H111", f"there is no key `{key}` here", hint))
        return {key: faulty, values.nearest(key.lower(), group.entries) or key: faulty}

    def entry(self, entry: Entry, node: Node) -> Any:
        if isinstance(node, Scalar) and node.plain and not node.text and entry.optional:
            return None
        if entry.required and isinstance(node, Sequence) and not node.items:
            return self.empty(node.place, entry.name)
        return self.value(entry.shape, node, entry.name)

    def record(self, group: Group, found: dict[str, Any], place: Place) -> Any:
        if any(value is FAULTY for value in found.values()):
            return FAULTY
        record = group.record(place=place, **found)
        self.records.append(record)
        return record

    def pairs(self, pairs: Pairs, node: Node, key: str) -> Any:
        if not isinstance(node, Mapping):
            word, value = pairs.group.word, pairs.value
            hint = f"write below it, each on its own line, {word.description}, a colon, and {value.description}"
            return self.wrong_shape(node, key, "a group of keys", hint)
        return self.whole([self.pair(pairs, name, *found) for name, found in node.entries.items()])

    def pair(self, pairs: Pairs, name: str, place: Place, node: Node) -> Any:
        word, value = pairs.group.word, pairs.value
        known = self.value(word.shape, Scalar(name, place, plain=True), name)
        return self.record(pairs.group, {word.name: known, value.name: self.value(value.shape, node, name)}, place)

    def choice(self, choice: Choice, node: Node, key: str) -> Any:
        if choice.plain and isinstance(node, Scalar):
            return self.plain(choice.plain, node, key)
        if not isinstance(node, Mapping):
            return self.short_choice(choice, node, key)
        named = choice.named(node.entries)
        if len(named) == 1:
            return self.entries(named[0], node)
        return self.faulty(_two_words(named, node) if named else _no_word(choice, node, key))

    def short_choice(self, choice: Choice, node: Node, key: str) -> Any:
        if isinstance(node, Scalar) and not node.text.strip():
            return self.empty(node.place, key)
        words = tuple(choice.groups)
        if isinstance(node, Scalar) and (problem := _missing_space(node, words)):
            return self.faulty(problem)
        group = choice.short_for(Plain if isinstance(node, Scalar) else Many)
        if group:
            return self.group(group, node, key)
        hint = f"put one of these before it: {', '.join(word + ':' for word in words)}"
        return self.faulty(node.place.problem("H112", f"{_label(key)} has to start with its word", hint))

    def not_plain(self, shape: Plain, node: Node, key: str) -> Any:
        hint = f"write it after `{_name(key)}:`, without `- `"
        if isinstance(node, Mapping):
            hint = 'text with a colon and a space in it needs quotes: "…"'
        return self.wrong_shape(node, key, "text", hint)

    def wrong_shape(self, node: Node, key: str, wanted: str, hint: str) -> Any:
        if isinstance(node, Scalar) and not node.text:
            return self.empty(node.place, key)
        message = f"{_label(key)} is {KINDS[type(node)]}, but {wanted} belongs here"
        return self.faulty(node.place.problem("H114", message, hint))

    def empty(self, place: Place, key: str) -> Any:
        hint = "write something, or take the line out; text that starts with # needs quotes"
        return self.faulty(place.problem("H118", f"{_label(key)} is empty", hint))

    def faulty(self, problem: Problem) -> Any:
        self.problems.append(problem)
        return FAULTY


BY_SHAPE: dict[type, Callable[..., Any]] = {
    Plain: Binding.plain,
    Many: Binding.many,
    Group: Binding.group,
    Pairs: Binding.pairs,
    Choice: Binding.choice,
}


def _name(key: str) -> str:
    return key.rstrip("[]")


def _label(key: str) -> str:
    if not key:
        return "this file"
    return f"an item of `{_name(key)}`" if key.endswith("]") else f"`{key}`"


def _takes(group: Group, node: Node) -> bool:
    return isinstance(group.word.shape, Many) == isinstance(node, Sequence)


def _missing_space(node: Scalar, words: tuple[str, ...]) -> Problem | None:
    match = re.match(r"([a-z_]+):\S", node.text) if node.plain else None
    if not match or match[1] not in words:
        return None
    return node.place.problem("H120", "a colon needs a space after it", f"write `{match[1]}: …`")


def _missing(entry: Entry, place: Place) -> Problem:
    return place.problem("H110", f"`{entry.name}` is missing", f"add `{entry.name}:`, {entry.description}")


def _two_words(named: tuple[Group, ...], node: Mapping) -> Problem:
    words = [key for key in node.entries if any(group.word.name == key for group in named)]
    message = f"`{words[1]}` cannot stand in the same item as `{words[0]}`"
    return node.entries[words[1]][0].problem("H113", message, f"start a new item with `- {words[1]}:`")


def _no_word(choice: Choice, node: Mapping, key: str) -> Problem:
    first = next(iter(node.entries), "")
    words = tuple(choice.groups)
    message = f"`{first}` does not start {_label(key)}"
    if first in {name for group in choice.groups.values() for name in group.entries}:
        return node.place.problem("H112", message, f"put one of these before it: {', '.join(words)}")
    return node.place.problem("H112", message, values.suggestion(first, words))
