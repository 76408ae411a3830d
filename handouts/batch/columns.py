"""Which column of a table is for which field of a handout; the others are left out, and named once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handouts.filling import Form
from handouts.given import match
from handouts.problem import HandoutError, Place, Problem
from handouts.tables import Header
from handouts.written import Written


@dataclass(frozen=True)
class Columns:
    """The header of each field's column, the headers that no field has, and how many there are in all."""

    headers: Mapping[str, str]
    ignored: tuple[str, ...]
    count: int

    def values(self, cells: Mapping[str, Written]) -> dict[str, str]:
        """What a row says, by the names of the fields; what it leaves blank is left out."""
        return {field: str(value) for field, header in self.headers.items() if (value := cells.get(header))}

    @property
    def called(self) -> dict[str, str]:
        """The headers by all that they may be called: themselves, and the fields that they are for."""
        return {**{header: header for header in (*self.ignored, *self.headers.values())}, **self.headers}


def columns(headers: Sequence[Header], form: Form, table: str) -> Columns:
    """The columns of a table; raises HandoutError where two are for one field, or none is for any."""
    places = {header.name: header.place for header in headers}
    found = match(places, form)
    problems = [_twice(first, second, places[second]) for first, second in found.twice]
    if not found.fields:
        problems.append(_nothing(form, Place(table)))
    if problems:
        raise HandoutError(*problems)
    return Columns(found.fields, found.strange, len(headers))


def _twice(first: str, second: str, place: Place) -> Problem:
    message = f"the columns {Written(first).quoted} and {Written(second).quoted} are for the same field"
    return place.problem("B101", message, "take one of them out, or give it another header")


def _nothing(form: Form, table: Place) -> Problem:
    if not form.asked:
        return table.problem("B102", "the handout has no fields to fill", "choose another handout, or `build` this one")
    hint = f"name the fields in the headers: {', '.join(form.asked)}"
    return table.problem("B102", "no column is for a field of the handout", hint)
