"""A handout as its readers meet it: sentence after sentence, with where each was written and what it does there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any, Literal, cast

from handouts import catalog
from handouts.clinic import Clinic
from handouts.inline import Prose, Run, Text
from handouts.language import lexicon, measures
from handouts.model import Exercise, Handout, Section, Table
from handouts.problem import Place
from handouts.record import Record
from handouts.shape import Group, Many, Plain, Shape, shape

Role = Literal["title", "name", "text", "heard"]
FIRST_WORDS = 6
DECORATIVE = "decorative"
# These name what follows them.
TITLES: dict[type[Record], str] = {Section: "section", Exercise: "exercise", Table: "table"}


@dataclass(frozen=True, eq=False, repr=False)
class Sentence:
    """Words up to a full stop, or all there are: a title, the name that a row of a table is about, text, or
    alternative text, which is heard."""

    place: Place
    text: str
    role: Role

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """Its words."""
        return tuple(measures.words(self.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters, with a straight apostrophe."""
        return tuple(word.lower().replace("’", "'") for word in self.printed)

    @property
    def whole(self) -> bool:
        """Whether it is a sentence to a reader: not a title, a label or a short point."""
        return self.text.rstrip("”\"’')]").endswith((".", "?", "!", "…"))

    @property
    def start(self) -> str:
        """Its first words in quotes, so that a writer finds it."""
        words = self.text.split()
        return f"“{' '.join(words[:FIRST_WORDS])}…”" if len(words) > FIRST_WORDS else f"“{self.text}”"


class _Same:
    """A handout as itself: two that say the same may have been written in different places."""

    def __init__(self, handout: Handout) -> None:
        self.handout = handout

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.handout is self.handout

    def __hash__(self) -> int:
        return id(self.handout)


def to_patients(handout: Handout) -> tuple[Sentence, ...]:
    """What a handout says to patients; nothing where it is for therapists, or its language cannot be judged."""
    if handout.audience == "therapist" or not lexicon.known(handout.language):
        return ()
    return _sentences(_Same(handout))


@lru_cache(maxsize=1)
def _sentences(same: _Same) -> tuple[Sentence, ...]:
    handout = same.handout
    values = Clinic().values(catalog.load_words(handout.language))  # a clinic that says nothing of itself
    return tuple(
        Sentence(text.place, part, role)
        for text, role in _of_handout(handout)
        for part in measures.sentences(text.filled(values).plain)
    )


Passage = tuple[Text, Role]


def _of_handout(handout: Handout) -> Iterator[Passage]:
    yield from _of_value(handout.title, handout.place, "title")
    yield from _of_value(handout.subtitle, handout.place, "text")
    for block in handout.blocks:
        yield from _of_record(block)


def _of_record(record: Record) -> Iterator[Passage]:
    for name in _read(cast(Any, type(record))):
        value = getattr(record, name)
        if isinstance(record, Table) and name == "rows":
            yield from _of_rows(record)
        elif name != "alt":
            role: Role = "title" if TITLES.get(type(record)) == name else "text"
            yield from _of_value(value, record.place, role)
        elif value != DECORATIVE:
            yield from _of_value(value, record.place, "heard")


def _of_rows(table: Table) -> Iterator[Passage]:
    for first, *others in table.rows:
        yield first, "name" if table.row_headers else "text"
        yield from ((cell, "text") for cell in others)


def _of_value(value: object, place: Place, role: Role) -> Iterator[Passage]:
    match value:
        case Text():
            yield value, role
        case str():
            yield Text((Run(value),), place), role
        case Record():
            yield from _of_record(value)
        case tuple():
            for item in value:
                yield from _of_value(item, place, role)


@cache
def _read(kind: Any) -> tuple[str, ...]:
    """The fields of a record that hold words for a reader, or records that may."""
    group = shape(kind)
    assert isinstance(group, Group)
    return tuple(name for name, entry in group.entries.items() if _is_read(entry.shape))


def _is_read(shape: Shape) -> bool:
    match shape:
        case Many():
            return _is_read(shape.item)
        case Plain():
            return shape.kind in (Text, Prose) or (shape.kind is str and not shape.pattern and not shape.options)
    return True
