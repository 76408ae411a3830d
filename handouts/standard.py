"""Standard fields: a name that every language knows, such as `- field: side`, is enough to ask for the usual thing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from handouts.model import Block, Field
from handouts.problem import Problem
from handouts.values import nearest

USUAL: dict[str, Any] = {"kind": "text", "lines": 1}
ALWAYS = ("label", "help")
OF_ITS_KIND = ("choices", "low", "high", "lines")


def complete(field: Field, standard: Field | None = None) -> Field:
    """The field with what it leaves out as the standard has it; of another kind, it keeps no limits or choices."""
    taken = dict(USUAL)
    if standard:
        alike = field.kind in (None, standard.kind)
        taken |= _said(standard, (*ALWAYS, "kind", *OF_ITS_KIND) if alike else ALWAYS)
    return replace(field, **{**taken, **_said(field, (*ALWAYS, "kind", *OF_ITS_KIND))})


def completed(blocks: Iterable[Block], standards: Mapping[str, Field]) -> list[Block]:
    """The blocks with every field complete."""
    return [complete(block, standards.get(block.field)) if isinstance(block, Field) else block for block in blocks]


def unknown(blocks: Iterable[Block], standards: Mapping[str, Field]) -> Iterator[Problem]:
    """A problem for each field without a label that is no standard one."""
    for block in blocks:
        if isinstance(block, Field) and not block.label and block.field not in standards:
            near = nearest(block.field, standards)
            meant = f"did you mean `{near}`? if not, " if near else ""
            message = f"`label` is missing, and `{block.field}` is no standard field"
            yield block.place.problem("H110", message, f"{meant}add `label:`, what to write here")


def _said(field: Field, names: Iterable[str]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(field, name)) not in (None, ())}
