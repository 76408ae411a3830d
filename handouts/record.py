"""What everything that a person writes is made of: records with fields, and how the values of a field are written.

A record's first field is its word. Types say how a value is read: `Line` is plain text, `FileName` a file beside the
one that names it, and a `Pattern` says what a plain value must look like.
"""

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any

from handouts.problem import NOWHERE, Place


@dataclass(frozen=True)
class Pattern:
    """What a plain value must look like, and how to say so."""

    regex: str
    meaning: str
    example: str


@dataclass(frozen=True)
class Keyed:
    """Marks a tuple that is written as keys and values: each key the word of a record, each value its other field."""


class FileName(str):
    """A file beside the one that names it; `place` says where it was named."""

    place: Place = NOWHERE

    @property
    def path(self) -> Path:
        """Where the file is, from the current folder."""
        return Path(self.place.file).parent / self


Line = str
WebAddress = Annotated[str, Pattern(r"https?://[^\s<>]+", "a web address", "https://www.nhs.uk/conditions/sciatica/")]
Whole = Annotated[int, Pattern(r"\d{1,4}", "a whole number", "4")]


def says(description: str, default: Any = None) -> Any:
    """An optional field with the words that an editor shows for it."""
    return field(default=default, metadata={"description": description})


def needs(description: str) -> Any:
    """A required field with the words that an editor shows for it."""
    return field(metadata={"description": description})


@dataclass(frozen=True)
class Record:
    """Anything with fields of its own, and where it was written."""

    place: Place = field(default=NOWHERE, kw_only=True, compare=False)


def word_of(record: type[Record]) -> str:
    """The key that a record is known by in YAML: its first field."""
    return next(item.name for item in fields(record) if not item.kw_only)
