"""Walks a handout: every record, text and plain line in it, in the order of the model."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import PurePath
from typing import Any, cast

from handouts.drawings.frames import Frames
from handouts.drawings.pose import Pose
from handouts.inline import Prose, Text
from handouts.model import Block, Bullets, Callout, Exercise, Figure, Handout, Section
from handouts.problem import Place
from handouts.record import Record
from handouts.shape import Group, Plain, shape

READERS = ("patient", "both")
WARNINGS = ("stop", "caution")


def for_patients(handout: Handout) -> bool:
    """Whether a patient reads it."""
    return handout.audience in READERS


def in_english(handout: Handout) -> bool:
    """Whether a rule that knows only English words can judge it."""
    return handout.language.partition("-")[0] == "en"


def warns(block: Block) -> bool:
    """Whether it says what not to do: a red or amber box, or points marked `never`."""
    match block:
        case Callout():
            return block.callout in WARNINGS
        case Bullets():
            return block.mark == "never"
    return False


def fragment(block: Block) -> str:
    """The name of the shared fragment that it comes from, such as `check-first`; nothing for any other block."""
    path = PurePath(block.place.file)
    return path.stem if path.parent.name == "shared" else ""


def exercises(handout: Handout) -> list[Exercise]:
    """Every exercise, first to last."""
    return [block for block in handout.blocks if isinstance(block, Exercise)]


def drawings(handout: Handout) -> Iterator[Record]:
    """Everything that the program draws."""
    for block in handout.blocks:
        shown = block.figure if isinstance(block, Figure) else block.picture if isinstance(block, Exercise) else None
        if isinstance(shown, Record):
            yield shown


def poses(handout: Handout) -> Iterator[Pose]:
    """Every drawn person."""
    for drawing in drawings(handout):
        if isinstance(drawing, Pose):
            yield drawing
        elif isinstance(drawing, Frames):
            yield from drawing.frames


def headed(handout: Handout) -> Iterator[tuple[Section | None, Block]]:
    """Every block but the headings, with the heading above it."""
    above = None
    for block in handout.blocks:
        if isinstance(block, Section):
            above = block
        else:
            yield above, block


def words(value: Any) -> str:
    """All texts of a block or a part of one, on one line."""
    return " ".join(text.plain for text in texts(value))


def records(value: Any) -> Iterator[Record]:
    """The record itself and those inside it."""
    if isinstance(value, Record):
        yield value
        for item in fields(value):
            yield from records(getattr(value, item.name))
    elif isinstance(value, tuple) and not isinstance(value, Prose):
        for item in value:
            yield from records(item)


def texts(value: Any) -> Iterator[Text]:
    """Texts with emphasis, strong and links."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, Record):
        for item in fields(value):
            yield from texts(getattr(value, item.name))


def lines(handout: Handout) -> Iterator[tuple[Place, str, str]]:
    """Place, key and words of every plain line: what a reader sees, without emphasis or links."""
    for record in records(handout):
        for name in _line_names(cast(Any, type(record))):
            value = getattr(record, name)
            for line in value if isinstance(value, tuple) else (value,):
                if line:
                    yield record.place, name, line


@cache
def _line_names(record: Any) -> tuple[str, ...]:
    group = shape(record)
    assert isinstance(group, Group)
    return tuple(name for name, entry in group.entries.items() if _is_line(getattr(entry.shape, "item", entry.shape)))


def _is_line(shape: Any) -> bool:
    return isinstance(shape, Plain) and shape.kind is str and not shape.pattern and not shape.options
