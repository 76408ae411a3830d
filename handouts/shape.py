"""What the model's types mean: one reading of them, for binding YAML and for the JSON Schema alike."""

import re
import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache, cached_property
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from handouts.record import Keyed, Pattern, Record

WHOLE = Pattern(r"\d{1,9}", "a whole number", "4")


@dataclass(frozen=True, eq=False)
class Plain:
    """One scalar, read as `kind`: str, FileName, Text, Prose, int, bool or date."""

    kind: type
    pattern: Pattern | None = None
    options: tuple[str, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str] | None:
        """The pattern, for the whole of the text."""
        return re.compile(self.pattern.regex, re.ASCII) if self.pattern else None


@dataclass(frozen=True, eq=False)
class Many:
    """A list of things alike."""

    item: "Shape"


@dataclass(frozen=True, eq=False)
class Entry:
    """One key of a group; an optional one may be written and left empty."""

    name: str
    shape: "Shape"
    required: bool
    optional: bool
    description: str


@dataclass(frozen=True, eq=False)
class Group:
    """The keys of one record. Its first is its word; where no other is required, the bare value will do."""

    record: type[Record]
    entries: dict[str, Entry]
    word: Entry

    @cached_property
    def required(self) -> tuple[str, ...]:
        """Keys that have to be there."""
        return tuple(entry.name for entry in self.entries.values() if entry.required)

    @cached_property
    def short(self) -> bool:
        """Whether the bare value of its word stands for the whole."""
        return self.required == (self.word.name,)


@dataclass(frozen=True, eq=False)
class Pairs:
    """A group of keys that the writer chooses: each is the word of a record of two fields, its value the other one."""

    group: Group

    @cached_property
    def value(self) -> Entry:
        """What stands after each key."""
        return next(entry for entry in self.group.entries.values() if entry is not self.group.word)


@dataclass(frozen=True, eq=False)
class Choice:
    """One of several records, told apart by their words; a bare scalar may stand beside them, such as a file's name."""

    groups: dict[str, Group]
    plain: Plain | None = None

    def named(self, keys: dict[str, Any]) -> tuple[Group, ...]:
        """The records whose word is among the keys; `text` inside a callout is the callout's own, not a block."""
        present = tuple(group for word, group in self.groups.items() if word in keys)
        if len(present) == 1:
            return present
        return tuple(one for one in present if not any(_owns(other, one) for other in present))

    def short_for(self, shape: type) -> Group | None:
        """The one record that a bare scalar (Plain) or list (Many) can stand for, if only one can."""
        if self.plain and shape is Plain:
            return None
        fitting = [group for group in self.groups.values() if group.short and isinstance(group.word.shape, shape)]
        return fitting[0] if len(fitting) == 1 else None


Shape = Plain | Many | Group | Pairs | Choice


def _owns(group: Group, other: Group) -> bool:
    return other.word.name in group.entries and group.word.name not in other.entries


@cache
def shape(annotation: Any) -> Shape:
    """The shape of a type hint of the model."""
    arguments, origin = get_args(annotation), get_origin(annotation)
    if origin is Annotated:
        return _annotated(*arguments)
    if origin is Literal:
        return Plain(str, options=arguments)
    if origin is tuple:
        return Many(shape(arguments[0]))
    if origin in (Union, types.UnionType):
        return _union(tuple(argument for argument in arguments if argument is not type(None)))
    if issubclass(annotation, Record):
        return _group(annotation)
    return Plain(annotation, WHOLE if annotation is int else None)


def _annotated(kind: Any, mark: Pattern | Keyed) -> Shape:
    return Plain(kind, pattern=mark) if isinstance(mark, Pattern) else Pairs(_group(get_args(kind)[0]))


def _union(members: tuple[Any, ...]) -> Shape:
    if len(members) == 1:
        return shape(members[0])
    groups = [_group(member) for member in members if issubclass(member, Record)]
    plain = [member for member in members if not issubclass(member, Record)]
    return Choice({group.word.name: group for group in groups}, Plain(plain[0]) if plain else None)


@cache
def _group(record: type[Record]) -> Group:
    entries = {entry.name: entry for entry in _entries(record)}
    word = next(item.name for item in fields(record) if not item.kw_only)
    return Group(record, entries, entries[word])


def _entries(record: type[Record]) -> Iterator[Entry]:
    # What every block may have comes after what only this one has.
    for item in sorted(fields(record), key=lambda item: item.kw_only is True):
        if item.name != "place":
            yield _entry(item)


def _entry(item: Field[Any]) -> Entry:
    required = item.default is MISSING and item.default_factory is MISSING
    hint: Any = item.type
    optional = type(None) in get_args(hint)
    return Entry(item.name, shape(hint), required, optional, item.metadata.get("description", ""))
