"""Values for fields, given by names or labels, on the command line or in a table: which field each is for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from handouts.filling import Form
from handouts.problem import HandoutError, Place, Problem
from handouts.values import alternatives, nearest
from handouts.written import Written


@dataclass(frozen=True)
class Match:
    """Each field's name with what it was called, what fits no field, and pairs that mean the same field."""

    fields: Mapping[str, str]
    strange: tuple[str, ...]
    twice: tuple[tuple[str, str], ...]


def match(called: Iterable[str], form: Form) -> Match:
    """Which field each name or label is for."""
    fields: dict[str, str] = {}
    strange: list[str] = []
    twice: list[tuple[str, str]] = []
    for name in called:
        field = form.find(name)
        if field is None:
            strange.append(name)
        elif field.field in fields:
            twice.append((fields[field.field], name))
        else:
            fields[field.field] = name
    return Match(fields, tuple(strange), tuple(twice))


class Given:
    """Values that a run puts into every handout that has their fields."""

    def __init__(self, pairs: Sequence[tuple[str, str]] = ()) -> None:
        self.values: dict[str, Written] = {}
        problems = []
        for name, text in pairs:
            value = Written(text, Place(f"--set {name}"))
            if name in self.values:
                problems.append(_twice(name, name))
            self.values[name] = value
        if problems:
            raise HandoutError(*problems)

    def of(self, form: Form) -> dict[str, Written]:
        """Those that the handout has fields for, as they will stand on its pages; raises HandoutError."""
        found = match(self.values, form)
        if found.twice:
            raise HandoutError(*(_twice(*pair) for pair in found.twice))
        return form.fill({field: self.values[name] for field, name in found.fields.items()})

    def strange(self, forms: Sequence[Form]) -> list[Problem]:
        """A problem for each value that none of the handouts has a field for."""
        everywhere = set(self.values).intersection(*(match(self.values, form).strange for form in forms))
        fields = tuple(sorted({field for form in forms for field in form.asked}))
        return [_unknown(self.values[name], name, fields) for name in self.values if name in everywhere]


NOTHING = Given()


def _unknown(value: Written, name: str, fields: tuple[str, ...]) -> Problem:
    if not fields:
        return value.place.problem("V101", f"there is no field {Written(name).quoted}", "there is none to fill here")
    near = nearest(name.strip().lower().replace(" ", "_"), fields)
    hint = f"did you mean `{near}`?" if near else f"write {alternatives(fields)}"
    return value.place.problem("V101", f"there is no field {Written(name).quoted}", hint)


def _twice(first: str, second: str) -> Problem:
    message = "this field has a value already" if first == second else f"--set {first} is for the same field"
    return Place(f"--set {second}").problem("B107", message, "give each field one value")
