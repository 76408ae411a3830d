"""CommonMark emphasis, strong and inline links, as its specification says under "An algorithm for parsing"; no more.

A library that reads all of Markdown takes as long to load as a handout takes to build.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|\*+|_+|\[|\]|[^\\*_\[\]]+|\\")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
BRACKETED = re.compile(r"<((?:\\.|[^<>\\])*)>")
BARE = re.compile(r"\\[!-/:-@\[-`{-~]|[^\s\x00-\x1f\x7f()]")
TITLE = re.compile(r"""\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))""")
SPACE = re.compile(r"\s*")
UNSAFE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9;/?:@&=+$,\-_.!~*'()#%]")
DEEPEST = 32


@dataclass(slots=True, eq=False)
class Piece:
    """Some characters; a run of stars or underscores may open or close emphasis, and loses what it spends on it."""

    text: str
    opens: bool = False
    closes: bool = False
    length: int = 0
    strong: int = 0
    emphasis: int = 0
    href: str = ""


def pieces(source: str) -> list[Piece]:
    """The source without its markup: pieces that each have one look and one link."""
    return _Scan(source).pieces()


class _Scan:
    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Piece] = []
        self.brackets: list[int] = []

    def pieces(self) -> list[Piece]:
        at = 0
        while at < len(self.source):
            match = TOKEN.match(self.source, at)
            assert match
            at = self.token(match[0], at, match.end())
        _emphasise(self.found)
        return [piece for piece in self.found if piece.text]

    def token(self, token: str, start: int, end: int) -> int:
        """Keeps one token and says where the next one starts."""
        if token[0] in "*_":
            self.found.append(self.delimiter(token, start, end))
        elif token == "]" and self.brackets:
            return self.link(self.brackets.pop(), end)
        else:
            if token == "[":
                self.brackets.append(len(self.found))
            self.found.append(Piece(token[1:] if token[0] == "\\" and len(token) > 1 else token))
        return end

    def delimiter(self, token: str, start: int, end: int) -> Piece:
        before, after = self.source[start - 1 : start], self.source[end : end + 1]
        left = not _space(after) and (not _punctuation(after) or _space(before) or _punctuation(before))
        right = not _space(before) and (not _punctuation(before) or _space(after) or _punctuation(after))
        if token[0] == "*":
            return Piece(token, left, right, len(token))
        opens = left and (not right or _punctuation(before))
        closes = right and (not left or _punctuation(after))
        return Piece(token, opens, closes, len(token))

    def link(self, opener: int, end: int) -> int:
        """What a closing bracket makes of the text since the opening one."""
        target = _target(self.source, end)
        if target is None:
            self.found.append(Piece("]"))
            return end
        href, end = target
        label = self.found[opener + 1 :]
        _emphasise(label)
        for piece in label:
            piece.href, piece.opens, piece.closes = href, False, False
        self.found[opener].text = ""
        self.brackets.clear()  # a link holds no other link, so no bracket before this one can start one
        return end


def _space(character: str) -> bool:
    return not character or character.isspace()


def _punctuation(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"


def _target(source: str, at: int) -> tuple[str, int] | None:
    """Address and end of `(address "title")`; the title is for a mouse, which paper has not."""
    if source[at : at + 1] != "(":
        return None
    at = _after(SPACE, source, at + 1)
    bracketed = BRACKETED.match(source, at)
    address, at = (bracketed[1], bracketed.end()) if bracketed else _bare(source, at)
    if not bracketed and address.startswith("<"):
        return None
    at = _after(SPACE, source, _after(TITLE, source, at))
    if not address or source[at : at + 1] != ")":
        return None
    return _encoded(ESCAPE.sub(r"\1", address)), at + 1


def _after(pattern: re.Pattern[str], source: str, at: int) -> int:
    match = pattern.match(source, at)
    return match.end() if match else at


def _bare(source: str, start: int) -> tuple[str, int]:
    at, depth = start, 0
    while at < len(source) and depth <= DEEPEST:
        match = PLACEHOLDER.match(source, at) or BARE.match(source, at)
        if match:
            at = match.end()
        elif source[at] == "(" or (source[at] == ")" and depth):
            depth += 1 if source[at] == "(" else -1
            at += 1
        else:
            break
    return ("", start) if depth else (source[start:at], at)


def _encoded(address: str) -> str:
    """The address in the few characters that every reader of links knows; placeholders stay as they are."""
    parts = PLACEHOLDER.split(address)  # every second one is a name
    parts[::2] = [UNSAFE.sub(_percent, part) for part in parts[::2]]
    parts[1::2] = [f"{{{{ {name} }}}}" for name in parts[1::2]]
    return "".join(parts)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def _emphasise(found: list[Piece]) -> None:
    """Pairs delimiters, each closer with the nearest opener that fits, and marks what stands between them."""
    bottom: dict[tuple[str, bool, int], int] = {}
    openers: list[int] = []
    for at, closer in enumerate(found):
        kind = (closer.text[:1], closer.opens, closer.length % 3)
        while closer.closes and closer.text:
            position = next(_fitting(found, openers, closer, bottom.get(kind, -1)), None)
            if position is None:
                # Nothing before this can match a delimiter of this kind: no need to look there again.
                bottom[kind] = openers[-1] if openers else -1
                break
            _pair(found, openers[position], at)
            del openers[position + bool(found[openers[position]].text) :]
        if closer.opens and closer.text:
            openers.append(at)


def _fitting(found: list[Piece], openers: list[int], closer: Piece, bottom: int) -> Iterator[int]:
    for position in range(len(openers) - 1, -1, -1):
        if openers[position] <= bottom:
            return
        opener = found[openers[position]]
        uneven = (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0
        if opener.text[0] == closer.text[0] and not (uneven and (opener.length % 3 or closer.length % 3)):
            yield position


def _pair(found: list[Piece], opener: int, closer: int) -> None:
    first, last = found[opener], found[closer]
    strong = len(first.text) > 1 and len(last.text) > 1
    first.text, last.text = first.text[1 + strong :], last.text[1 + strong :]
    for piece in found[opener + 1 : closer]:
        piece.strong += strong
        piece.emphasis += not strong
