"""The fields of one handout: found by their names or labels, and filled."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from handouts.clinic import Clinic
from handouts.filling.asked import Asked
from handouts.filling.kinds import read
from handouts.filling.text import clean, folded
from handouts.model import Field, Handout
from handouts.problem import HandoutError, Problem
from handouts.values import alternatives, nearest
from handouts.words import Words
from handouts.written import Written

APART = re.compile(r"[\s_-]+")


class Form:
    """What a handout asks for, made once for one person after the other."""

    def __init__(self, handout: Handout, words: Words, clinic: Clinic) -> None:
        fields = [block for block in handout.blocks if isinstance(block, Field)]
        self.asked = {field.field: Asked(field, words, clinic.region) for field in fields}
        self.headers = _headers(fields)

    def find(self, header: str) -> Field | None:
        """The field of this name, or of this label where no other has it; capitals and spaces make no difference."""
        return self.headers.get(_key(header))

    def fill(self, values: Mapping[str, Written]) -> dict[str, Written]:
        """The values by the names of their fields, as they will stand on the page; what is blank is left out.

        Raises HandoutError with the problems of all of them.
        """
        filled: dict[str, Written] = {}
        problems: list[Problem] = []
        for name, value in values.items():
            said = self._said(name, value)
            if isinstance(said, Problem):
                problems.append(said)
            elif said:
                filled[name] = Written(said, value.place)
        if problems:
            raise HandoutError(*problems)
        return filled

    def _said(self, name: str, value: Written) -> str | Problem:
        asked = self.asked.get(name)
        if asked is None:
            message = f"there is no field {Written(name).quoted} in this handout"
            return value.place.problem("V101", message, self._suggestion(name))
        text = clean(value, asked)
        return text if isinstance(text, Problem) or not text else read(text, asked)

    def _suggestion(self, name: str) -> str:
        names = tuple(self.asked)
        if not names:
            return "it has none to fill"
        meant = self.find(name)
        near = meant.field if meant else nearest(APART.sub("_", name.strip().lower()), names)
        return f"did you mean `{near}`?" if near else f"write {alternatives(names)}"


def _headers(fields: Sequence[Field]) -> dict[str, Field]:
    """A label that two fields share finds neither, and a name comes before any label."""
    shared = Counter(_key(field.label) for field in fields)
    labels = {_key(field.label): field for field in fields if shared[_key(field.label)] == 1}
    return labels | {_key(field.field): field for field in fields}


def _key(header: str) -> str:
    return APART.sub("", folded(header))
