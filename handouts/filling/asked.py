"""What is asked of a value: the field it is for, the words of the language, and where the clinic is."""

from typing import NamedTuple

from handouts.clinic import RegionName
from handouts.model import Field
from handouts.problem import Problem
from handouts.words import Words
from handouts.written import Written


class Asked(NamedTuple):
    """A field, and all that decides what an answer to it means."""

    field: Field
    words: Words
    region: RegionName | None

    def refuse(self, value: Written, code: str, why: str, hint: str) -> Problem:
        """A problem at the value's own place, which repeats no more than the value."""
        return value.place.problem(code, f"the field `{self.field.field}` cannot be {value.quoted}: {why}", hint)
