"""YAML text becomes a located tree; every scalar arrives as text, for YAML reads `1.10` as 1.1 and `no` as False."""

import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from handouts import source, syntax
from handouts.problem import HandoutError, Place, Problem

# The C parser is ten times faster; PyYAML can be built without it.
PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 32


class Scalar(NamedTuple):
    """Text as written; a blank line parts paragraphs whatever YAML style it was written in."""

    text: str
    place: Place
    plain: bool


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    place: Place


class Mapping(NamedTuple):
    """Keys in the order written, each with its own place and its value."""

    entries: dict[str, tuple[Place, "Node"]]
    place: Place


Node = Scalar | Sequence | Mapping


def read(path: Path, name: str) -> Node:
    """The tree of a file; `name` is what places show. Never reads more than the limit of a megabyte."""
    return parse(source.read(path, name), name)


def parse(text: str, name: str) -> Node:
    """The tree of a text, or every problem that its YAML has."""
    text = text.removeprefix("\ufeff")
    unprintable = list(islice(syntax.control_characters(text, name), 20))
    if unprintable:
        raise HandoutError(*unprintable)
    return _Builder(text, name).tree()


class _Builder:
    """Turns the parser's events into nodes. Events, not YAML's own nodes: only these still show anchors and tags."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.problems: list[Problem] = []
        self.last_quoted: tuple[Place, int] | None = None
        self.next = PARSER(text).get_event
        self.cut_off = bool(syntax.NUMBER_SIGN.search(text))
        self.lines = syntax.LINE.split(text) if self.cut_off else []

    def tree(self) -> Node:
        try:
            node = self.document()
        except yaml.MarkedYAMLError as error:
            self.add_syntax_error(error)
            node = None
        except yaml.YAMLError:
            # Control characters are refused before, so only a fault that names no place is left.
            self.problems.append(Place(self.name).problem("Y100", syntax.NOT_YAML, syntax.HOW_YAML_LOOKS))
            node = None
        except (ValueError, OverflowError):
            # PyYAML turns the escape "\UFFFFFFFF" into a character without asking whether there is one.
            self.problems.append(Place(self.name).problem("Y122", *syntax.BAD_ESCAPE))
            node = None
        if node is None or self.problems:
            raise HandoutError(*self.problems)
        return node

    def document(self) -> Node | None:
        self.next()
        start = self.next()
        if not isinstance(start, yaml.DocumentStartEvent):
            self.empty()
            return None
        node = self.node(self.next(), 0)
        self.next()
        after = self.next()
        if isinstance(after, yaml.DocumentStartEvent):
            hint = "remove the line `---`; one file is one handout"
            self.add(self.place(after), "Y116", "a second document starts here", hint)
        if node == Scalar("", node.place, True):
            self.empty()
        return node

    def empty(self) -> None:
        self.add(Place(self.name), "Y107", "this file is empty", "start with `id:` and `title:`, or copy an example")

    def node(self, event: Any, depth: int) -> Node:
        place = self.place(event)
        if depth > DEEPEST:
            self.add(place, "Y117", f"lists inside lists more than {DEEPEST} deep", "write fewer levels")
            raise HandoutError(*self.problems)
        kind = type(event)
        if kind is yaml.AliasEvent:
            self.add(place, "Y115", f"`*{event.anchor}` refers to another part of the file", syntax.STAR_NEEDS_QUOTES)
            return Scalar("", place, False)
        if event.anchor is not None or event.tag is not None:
            self.check_properties(event, place)
        if kind is yaml.ScalarEvent:
            return self.scalar(event, place)
        if kind is yaml.SequenceStartEvent:
            return Sequence(tuple(self.items(depth)), place)
        return Mapping(self.entries(depth), place)

    def scalar(self, event: Any, place: Place) -> Scalar:
        text, style = event.value, event.style
        if style == '"' and "\\" in self.text:
            self.problems.extend(syntax.escaped_control_characters(text, place))
        if style and style in "'\"":
            self.last_quoted = place, event.end_mark.line + 1
        elif self.cut_off and not style:
            self.problems.extend(syntax.cut_off(self.lines, event.end_mark.line, event.end_mark.column, self.name))
        if style != "|" and "\n" in text:
            # Outside literal text YAML folds a blank line to one line break.
            text = text.replace("\n", "\n\n")
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)  # a letter and its accent as one character, which fonts have
        return Scalar(text, place, not style)

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def entries(self, depth: int) -> dict[str, tuple[Place, Node]]:
        entries: dict[str, tuple[Place, Node]] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(self.next(), depth + 1)
            if isinstance(key, Mapping):
                self.add(key.place, "Y121", "text that starts with {{ needs quotes", syntax.QUOTE_THE_TEXT)
            elif isinstance(key, Sequence):
                self.add(key.place, "Y119", "a key has to be one word", syntax.QUOTE_THE_TEXT)
            elif key.plain and key.text == "<<":
                self.add(key.place, "Y118", "`<<` is not used here", "write the keys out, or use `include:`")
            elif key.text in entries:
                first = entries[key.text][0].line
                hint = f"it already stands in line {first}; keep one of them"
                self.add(key.place, "Y114", f"`{key.text}` is here twice", hint)
            else:
                entries[key.text] = key.place, value
        return entries

    def check_properties(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self.add(place, "Y115", f"`&{event.anchor}` names a part of the file", syntax.AMPERSAND_NEEDS_QUOTES)
        if event.tag is not None:
            self.add(place, "Y120", "text cannot start with `!`", syntax.QUOTE_THE_TEXT)

    def add_syntax_error(self, error: Any) -> None:
        fault = syntax.Fault(
            error.problem or "", error.context or "",
            _position(error.problem_mark), _position(error.context_mark), self.last_quoted,
        )  # fmt: skip
        found = syntax.explain(fault, self.text, self.name)
        # What follows `*` or `&` in the same line is a fault only because of it.
        if all(found.place.line != problem.place.line for problem in self.problems):
            self.problems.append(found)

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1)

    def add(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problems.append(place.problem(code, message, hint))


def _position(mark: Any) -> tuple[int, int] | None:
    return (mark.line + 1, mark.column + 1) if mark else None
