"""H202: alternative text says what matters.

What: warns about alternative text that is a file name, that starts with "image of", "picture of" and the like, that is
a single word, or that repeats the caption or the name of the exercise; and about an exercise's picture that is called
decorative.
Why: a screen reader says "image" by itself, and reads the caption anyway; a file name or one word says nothing; and how
to move is never mere decoration.
Instead: what a reader should do or know: "Lying on your back, one knee pulled to the chest".
Source: WCAG 2.2, 1.1.1.
"""

import re
from collections.abc import Iterator
from datetime import date

from handouts.model import Exercise, Figure, Handout
from handouts.problem import Problem

FILE = re.compile(r"\S+\.(png|jpe?g|svg|gif|webp)", re.IGNORECASE)
START = re.compile(r"(an? |the )?(image|picture|photo|photograph|figure|graphic|illustration|drawing)( of\b|$)", re.I)
DECORATIVE = "decorative"
ON_THE_PHONE = "say what the picture shows, as you would on the phone"


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each alternative text that says nothing."""
    for block in handout.blocks:
        if isinstance(block, Figure | Exercise) and block.alt and (found := _empty(block, block.alt)):
            yield block.place.warning("H202", *found)


def _empty(block: Figure | Exercise, alt: str) -> tuple[str, str] | None:
    """Why it says nothing, and what to write."""
    if alt == DECORATIVE:
        decorates = "the picture of an exercise is not decoration", "say how the body is placed, and what moves"
        return decorates if isinstance(block, Exercise) else None
    if FILE.fullmatch(alt):
        return "the alternative text is the name of a file", ON_THE_PHONE
    if match := START.match(alt):
        return f"alternative text that starts with “{match[0]}” says nothing new", "start with what can be seen"
    if " " not in alt:
        return "an alternative text of one word says too little", ON_THE_PHONE
    if _bare(alt) in map(_bare, _beside(block)):
        return "the alternative text repeats the words beside the picture", "say what they do not say"
    return None


def _beside(block: Figure | Exercise) -> list[str]:
    text = block.exercise if isinstance(block, Exercise) else block.caption
    return [text.plain] if text else []


def _bare(words: str) -> str:
    return words.strip(" .").lower()
