"""What a reader program is told: a tree of tags with their words, and how to write it down."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from tests.instruments.content import Shown

INLINE = {"Link", "Span", "Em", "Strong", "Quote", "Code", "Reference", "Annot", "Ruby", "Warichu"}
WIDTH = 110


@dataclass
class Piece:
    """Text painted under one number of one page."""

    page: int
    mcid: int
    text: str
    shown: list[Shown] = field(default_factory=list)


@dataclass
class Reference:
    """An annotation that belongs to a tag, such as the clickable area of a link."""

    page: int
    subtype: str
    contents: str
    uri: str = ""


@dataclass
class Tag:
    """One structure element, its kids in reading order."""

    role: str
    properties: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list["Tag | Piece | Reference"] = field(default_factory=list)

    @property
    def tags(self) -> list["Tag"]:
        """The kids that are structure elements."""
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    @property
    def alt(self) -> str:
        """What it says to people who cannot see it."""
        return self.properties.get("alt", "")

    def walk(self) -> Iterator["Tag"]:
        """This tag and everything under it, in reading order."""
        yield self
        for kid in self.tags:
            yield from kid.walk()

    def pieces(self) -> Iterator[Piece]:
        """Every painted piece under this tag, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Piece):
                yield kid
            elif isinstance(kid, Tag):
                yield from kid.pieces()


@dataclass
class Artifact:
    """Something painted that is not part of the reading, such as a footer or a rule."""

    page: int
    type: str
    subtype: str
    text: str
    shown: list[Shown] = field(default_factory=list)


@dataclass
class Reading:
    """All that a reader program is told: the tree, the rest, and where the PDF contradicts itself."""

    root: Tag
    artifacts: list[Artifact] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    pages: int = 0


def text(tag: Tag) -> str:
    """The words in reading order; blocks are parted by a space, inline tags are not."""
    return " ".join(words(tag))


def words(tag: Tag) -> list[str]:
    """The words in reading order, each with its punctuation. A voice makes no difference between kinds of spaces."""
    return _raw(tag).split()


def _raw(tag: Tag) -> str:
    parts = (_raw(kid) if isinstance(kid, Tag) else getattr(kid, "text", "") for kid in tag.kids)
    return "".join(parts) if tag.role in INLINE else f" {''.join(parts)} "


def lines(tag: Tag) -> list[str]:
    """One line for each thing that a listener hears: a paragraph, a point with its mark, a row of a table."""
    own = [f"[{tag.alt}]"] if tag.alt else []
    if tag.role == "TR":
        return [" | ".join(" ".join(lines(cell)) for cell in tag.tags)]
    groups = [
        list(group) for _, group in groupby(tag.kids, lambda kid: isinstance(kid, Tag) and kid.role not in INLINE)
    ]
    said = own + [line for group in groups for line in _group(group)]
    if tag.role == "LI" and tag.tags[0].role == "Lbl":
        return [" ".join(said[:2]), *said[2:]]
    return said


def _is_block(kid: "Tag | Piece | Reference") -> bool:
    return isinstance(kid, Tag) and kid.role not in INLINE


def _group(kids: list["Tag | Piece | Reference"]) -> list[str]:
    """The lines of neighbours that are all blocks, or none of them."""
    if _is_block(kids[0]):
        return [line for kid in kids if isinstance(kid, Tag) for line in lines(kid)]
    said = "".join(_raw(kid) if isinstance(kid, Tag) else getattr(kid, "text", "") for kid in kids)
    return [" ".join(said.split())] if said.strip() else []


def dump(tag: Tag) -> str:
    """The tree as YAML: capitals are tags, small letters what is said about them; page breaks do not show."""
    return "\n".join(_lines(tag, 0)) + "\n"


def _lines(tag: Tag, depth: int) -> Iterator[str]:
    indent = "  " * depth + "- "
    flat = f"{tag.role}: {_flow(tag)}"
    if len(indent + flat) <= WIDTH or not tag.tags:
        yield indent + flat
        return
    yield f"{indent}{tag.role}:"
    for entry in _entries(tag):
        if isinstance(entry, Tag):
            yield from _lines(entry, depth + 1)
        else:
            yield f"  {indent}{entry}"


def _flow(tag: Tag) -> str:
    entries = [f"{each.role}: {_flow(each)}" if isinstance(each, Tag) else each for each in _entries(tag)]
    if len(entries) == 1 and entries[0].startswith('"'):
        return entries[0]
    return f"[{', '.join(entries)}]"


def _entries(tag: Tag) -> Iterator["Tag | str"]:
    """What is said about the tag, then its kids, neighbouring pieces of text as one."""
    for key, value in sorted((tag.properties | tag.attributes).items()):
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}"
    pending = ""
    for kid in tag.kids:
        if isinstance(kid, Piece):
            pending += kid.text
            continue
        yield from _quoted(pending)
        pending = ""
        yield kid if isinstance(kid, Tag) else f"annotation: {json.dumps(kid.uri or kid.subtype, ensure_ascii=False)}"
    yield from _quoted(pending)


def _quoted(words: str) -> Iterator[str]:
    if words.strip():
        yield json.dumps(" ".join(words.split()), ensure_ascii=False)
