"""What people type, paste and export, made even: one space between words, and nothing that cannot be seen."""

import re
from unicodedata import bidirectional, is_normalized, normalize

from handouts.filling.asked import Asked
from handouts.problem import Problem
from handouts.written import Written

MOST = 2000  # characters: more than any field has room for, and fewer than the digits that int() refuses
LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
SPACE = re.compile(r"[^\S\x1c-\x1f]+")  # Python counts four control characters as spaces
# Letters and marks by the Unicode Character Database that nevertheless show nothing: fillers, joiners, selectors.
BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
ACCENTS = re.compile("[\u0300-\u036f]")  # of Latin, Greek and Cyrillic; other scripts write vowels as marks
FROM_THE_RIGHT = ("R", "AL")


def clean(value: Written, asked: Asked) -> Written | Problem:
    """The characters of a value as they can be printed; empty where there are none.

    Line breaks stay where a field has several lines, and are spaces where it has one.
    """
    if len(value) > MOST:
        return asked.refuse(value, "V103", f"it has {len(value)} characters", f"write {MOST} at most")
    if value.isascii() and value.isprintable() and "  " not in value:
        return Written(value.strip(), value.place)
    text = _even(value, asked.field.lines > 1)
    return _unprintable(value, text, asked) or Written(text, value.place)


def folded(text: str) -> str:
    """The text without what slips in typing: capitals, accents, and spaces around it or twice within it."""
    apart = normalize("NFKD", " ".join(text.casefold().split()))
    return normalize("NFC", ACCENTS.sub("", apart))


def _even(value: str, several: bool) -> str:
    text = value if is_normalized("NFC", value) else normalize("NFC", value)
    lines = (SPACE.sub(" ", line).strip() for line in LINE_BREAK.split(text))
    return ("\n" if several else " ").join(line for line in lines if line)


def _unprintable(value: Written, text: str, asked: Asked) -> Problem | None:
    for char in text:
        if char != "\n" and (not char.isprintable() or BLANK.match(char)):
            message = f"a character that nobody can see (U+{ord(char):04X}) stands in the field `{asked.field.field}`"
            return value.place.problem("V102", message, "type the words again; it comes along when words are copied")
        if bidirectional(char) in FROM_THE_RIGHT:
            hint = "write it in letters that run from left to right, or by hand"
            return asked.refuse(value, "V104", "its letters run from right to left, which cannot be printed yet", hint)
    return None
