"""JSON Schema (draft 7) of the records a person writes, so that an editor completes and checks while typing.

An editor reads `version: 1.0` as a number before it asks the schema, so numbers are let through wherever the text of
one would do; the program itself still reads every value as text.
"""

import json
from datetime import date
from typing import Any, cast

from handouts.clinic import Clinic
from handouts.model import Fragment, Handout
from handouts.record import FileName, Record
from handouts.shape import Choice, Entry, Group, Many, Pairs, Plain, Shape, shape
from handouts.values import PICTURES, YES_NO

RECORDS: dict[str, type[Record]] = {"handout": Handout, "clinic": Clinic, "fragment": Fragment}
NUMBERS = ("1", "10", "999", "1.0")
ENDINGS = "|".join(ending[1:] for suffix in PICTURES for ending in (suffix, suffix.upper()))
SPECIAL: dict[type, dict[str, Any]] = {
    bool: {"enum": [True, False, *YES_NO]},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    FileName: {"type": "string", "pattern": rf"^[^/~:\\][^:\\]*\.(?:{ENDINGS})$", "examples": ["picture.png"]},
}

Schema = dict[str, Any]


def schema(record: type[Record]) -> Schema:
    """The schema of a file that holds one such record."""
    definitions: Schema = {}
    group = shape(cast(Any, record))
    assert isinstance(group, Group)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": record.__name__,
        **_record(group, definitions),
        "definitions": dict(sorted(definitions.items())),
    }


def dumped(record: type[Record]) -> str:
    """The schema as it stands in a file."""
    return json.dumps(schema(record), indent=2) + "\n"


def _record(group: Group, definitions: Schema) -> Schema:
    properties = {name: _entry(entry, definitions) for name, entry in group.entries.items()}
    required = {"required": list(group.required)} if group.required else {}
    head = {"type": "object", "description": group.record.__doc__}
    return {**head, "properties": properties, **required, "additionalProperties": False}


def _entry(entry: Entry, definitions: Schema) -> Schema:
    found = _schema(entry.shape, definitions)
    if entry.required and isinstance(entry.shape, Many):
        found["minItems"] = 1
    if entry.optional:
        found = _or_nothing(found)
    # Draft 7 ignores everything beside a reference.
    return {"description": entry.description, **({"allOf": [found]} if "$ref" in found else found)}


def _or_nothing(found: Schema) -> Schema:
    if "type" in found:
        kinds = found["type"] if isinstance(found["type"], list) else [found["type"]]
        return {**found, "type": [*kinds, "null"]}
    if "enum" in found:
        return {"enum": [*found["enum"], None]}
    return {"anyOf": [*found.get("anyOf", [found]), {"type": "null"}]}


def _schema(shape: Shape, definitions: Schema) -> Schema:
    if isinstance(shape, Plain):
        return _plain(shape)
    if isinstance(shape, Many):
        return {"type": "array", "items": _schema(shape.item, definitions)}
    if isinstance(shape, Pairs):
        return _pairs(shape, definitions)
    if isinstance(shape, Group):
        reference = _reference(shape, definitions)
        return {"anyOf": [reference, _schema(shape.word.shape, definitions)]} if shape.short else reference
    return _choice(shape, definitions)


def _pairs(pairs: Pairs, definitions: Schema) -> Schema:
    values = {**_schema(pairs.value.shape, definitions), "description": pairs.value.description}
    return {"type": "object", "propertyNames": _key(pairs.group.word.shape), "additionalProperties": values}


def _key(shape: Shape) -> Schema:
    """What a key has to look like; an editor takes every key for text."""
    assert isinstance(shape, Plain) and shape.pattern
    return {"pattern": f"^(?:{shape.pattern.regex})$", "examples": [shape.pattern.example]}


def _choice(choice: Choice, definitions: Schema) -> Schema:
    short = filter(None, (choice.short_for(Plain), choice.short_for(Many)))
    bare = [_schema(group.word.shape, definitions) for group in short]
    if choice.plain:
        bare.append(_plain(choice.plain))
    return {"anyOf": [*(_reference(group, definitions) for group in choice.groups.values()), *bare]}


def _reference(group: Group, definitions: Schema) -> Schema:
    name = group.record.__name__
    if name not in definitions:
        definitions[name] = {}  # what stands inside it may refer to it again
        definitions[name] = _record(group, definitions)
    return {"$ref": f"#/definitions/{name}"}


def _plain(shape: Plain) -> Schema:
    if shape.options:
        return {"enum": list(shape.options)}
    if shape.pattern:
        return _patterned(shape)
    special = SPECIAL.get(shape.kind)
    return dict(special) if special else {"type": ["string", "number"], "minLength": 1}


def _patterned(shape: Plain) -> Schema:
    assert shape.regex and shape.pattern
    numeric = any(shape.regex.fullmatch(number) for number in NUMBERS)
    kinds = {"type": ["string", "number"] if numeric else "string"}
    return {**kinds, "pattern": f"^(?:{shape.pattern.regex})$", "examples": [shape.pattern.example]}
