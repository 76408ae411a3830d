"""What a YAML parser stumbles over, in words for somebody who has never heard of YAML."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from handouts.problem import Place, Problem

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
VALUE = re.compile(r"""\s*(?:-\s+)*(?:[^\s"'#:*&!%@`\[{|>][^"':]*:\s+)?""")
NO_SPACE = re.compile(r"\s*(?:- +)*[A-Za-z_]+(:)\S")
COLON = re.compile(r":(?=\s|$)")
NUMBER_SIGN = re.compile(r"[ \t]+(#[^\s#]\S*)")
LINE = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

QUOTE_THE_TEXT = 'put the text in quotes: "…"'
STAR_NEEDS_QUOTES = 'text that starts with * needs quotes: "*…*"'
AMPERSAND_NEEDS_QUOTES = 'text that starts with & needs quotes: "& …"'
NOT_YAML = "this line cannot be understood"
HOW_YAML_LOOKS = "every line is `key: value`, or `- ` and an item of a list"
BAD_ESCAPE = 'a backslash in "…" starts a special character', "use single quotes, '…', or write two backslashes"


class Fault(NamedTuple):
    """Where a parser stopped, and the multi-line quoted text before it; lines and columns count from 1."""

    problem: str
    context: str
    at: tuple[int, int] | None
    began: tuple[int, int] | None
    last_quoted: tuple[Place, int] | None


class Scene(NamedTuple):
    """The fault together with the lines around it."""

    fault: Fault
    lines: list[str]
    name: str
    line: int
    column: int

    @property
    def text(self) -> str:
        return self.line_text(self.line)

    @property
    def value(self) -> int:
        """Index at which the value in this line starts, after dashes and a key."""
        match = VALUE.match(self.text)
        return match.end() if match else 0

    def line_text(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def here(self, code: str, message: str, hint: str, column: int = 0) -> Problem:
        return Place(self.name, self.line, column or self.column).problem(code, message, hint)

    def began(self, code: str, message: str, hint: str) -> Problem:
        return Place(self.name, *(self.fault.began or (self.line, self.column))).problem(code, message, hint)


def explain(fault: Fault, source: str, name: str) -> Problem:
    """The problem behind a fault: the likeliest slip of a person, or a sentence that is true of any."""
    line, column = fault.at or fault.began or (1, 1)
    lines = LINE.split(source)
    if line > len(lines):  # one parser sees the end of the file as a line of its own
        line, column = len(lines), len(lines[-1]) + 1
    scene = Scene(fault, lines, name, line, column)
    found = (recognise(scene) for recognise in RECOGNISERS)
    return next((problem for problem in found if problem), scene.here("Y100", NOT_YAML, HOW_YAML_LOOKS))


def control_characters(source: str, name: str) -> Iterator[Problem]:
    """Characters that no page can show."""
    for match in CONTROL.finditer(source):
        before = LINE.split(source[: match.start()])
        yield _control(match[0], Place(name, len(before), len(before[-1]) + 1))


def cut_off(lines: list[str], line: int, column: int, name: str) -> Iterator[Problem]:
    """Words after a number sign, as in `Room #3`: YAML leaves them out without a word; line and column from 0."""
    match = NUMBER_SIGN.match(lines[line], column) if line < len(lines) else None
    if match:
        place, message = Place(name, line + 1, match.start(1) + 1), f"`{match[1]}` and what follows it is left out"
        yield place.problem("Y123", message, "put the text in quotes; a note of your own needs a space after #")


def escaped_control_characters(text: str, place: Place) -> Iterator[Problem]:
    """The same, written as an escape in double quotes."""
    for match in CONTROL.finditer(text):
        yield _control(match[0], place)


def _control(character: str, place: Place) -> Problem:
    code = f"U+{ord(character):04X}"
    hint = "delete it; if there are many, this is not a text file"
    return place.problem("Y106", f"an invisible control character ({code}) stands here", hint)


def _unclosed_quote(scene: Scene) -> Problem | None:
    fault, hint = scene.fault, "end the text with the same quote that it starts with"
    if "quoted scalar" in fault.context and fault.problem.startswith("found unexpected"):
        return scene.began("Y109", "this quote is never closed", hint)
    if fault.last_quoted and fault.last_quoted[0].line < fault.last_quoted[1] == scene.line:
        return fault.last_quoted[0].problem("Y109", "this quote is not closed in its line", hint)
    return None


def _unclosed_bracket(scene: Scene) -> Problem | None:
    if "',' or" not in scene.fault.problem:
        return None
    closing = "]" if "]" in scene.fault.problem.split(",")[1] else "}"
    hint = f"add `{closing}`, or put the text in quotes if the bracket belongs to it"
    return scene.began("Y110", "this bracket is never closed", hint)


def _tab(scene: Scene) -> Problem | None:
    match = re.match(r"[ ]*(?:- +)*(\t)", scene.text)
    if not match:
        return None
    return scene.here("Y108", "a tab where only spaces can stand", "replace it with two spaces", match.start(1) + 1)


def _escape(scene: Scene) -> Problem | None:
    if not re.search(r"escape|hex", scene.fault.problem):
        return None
    return scene.here("Y122", *BAD_ESCAPE)


def _text_after_quote(scene: Scene) -> Problem | None:
    quote = scene.text[scene.value : scene.value + 1]
    if quote not in ("'", '"') or scene.column <= scene.value:
        return None
    hint = "put the whole text in quotes; use \"…\" when it has an apostrophe, '…' when it has double quotes"
    return scene.here("Y121", "the text goes on after its closing quote", hint)


def _special_start(scene: Scene) -> Problem | None:
    start, text = scene.value, scene.text[scene.value :]
    special = re.match(r"\{\{|[*&!%@`\[\]{},|>?]", text)
    if not special or scene.column <= start:
        return None
    message = f"text that starts with {special[0]} needs quotes"
    return scene.here("Y121", message, QUOTE_THE_TEXT, start + 1)


def _second_colon(scene: Scene) -> Problem | None:
    if not scene.fault.problem.startswith("mapping values"):
        return None
    colons = [match.start() + 1 for match in COLON.finditer(scene.text)]
    if len(colons) < 2 or scene.column <= colons[0]:
        return None
    return scene.here("Y113", "text with a colon and a space in it needs quotes", QUOTE_THE_TEXT)


def _no_space_after_colon(scene: Scene) -> Problem | None:
    if not scene.fault.problem.startswith(("mapping values", "could not find expected ':'")):
        return None
    number = scene.fault.began[0] if scene.fault.began else scene.line - 1
    while number > 1 and not scene.line_text(number).strip():
        number -= 1
    match = NO_SPACE.match(scene.line_text(number))
    if not match:
        return None
    place = Place(scene.name, number, match.start(1) + 1)
    return place.problem("Y112", "a colon needs a space after it", "write `key: value`")


def _no_key(scene: Scene) -> Problem | None:
    if not scene.fault.problem.startswith("could not find expected ':'"):
        return None
    hint = "write `key: value`; text that goes on from the line above is indented"
    return scene.began("Y124", "there is no `key:` in this line", hint)


def _list_in_line(scene: Scene) -> Problem | None:
    if "sequence entries" not in scene.fault.problem:
        return None
    return scene.here("Y111", "a list starts on a line of its own", "put `- ` on the next line, two spaces further in")


def _indentation(scene: Scene) -> Problem | None:
    if not re.search(r"mapping values|expected key|block end|'-' indicator", scene.fault.problem):
        return None
    column = len(scene.text) - len(scene.text.lstrip()) + 1
    hint = "keys that belong together start in the same column, and so do the items of a list"
    return scene.here("Y111", "this line is indented differently from those it belongs to", hint, column)


def _second_document(scene: Scene) -> Problem | None:
    if "document start" not in scene.fault.problem:
        return None
    return scene.here("Y116", "nothing can follow the line `...`", "remove that line; one file is one handout")


RECOGNISERS: tuple[Callable[[Scene], Problem | None], ...] = (
    _unclosed_quote, _unclosed_bracket, _tab, _escape, _text_after_quote, _special_start, _second_colon,
    _no_space_after_colon, _no_key, _list_in_line, _indentation, _second_document,
)  # fmt: skip
