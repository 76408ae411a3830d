"""H209: a paragraph for patients has at most 75 words.

What: counts the words of every paragraph of running text, of a box and of an answer in handouts that patients read.
Why: people in pain skim, and skip what looks long. The number is the project's own: six lines of a leaflet.
Instead: a blank line between two thoughts, or a list.
Source: PEMAT-P, item 8.
"""

from collections.abc import Iterator
from datetime import date

from handouts.inline import Prose
from handouts.model import Block, Callout, Handout, Paragraphs, Question
from handouts.problem import Problem
from handouts.rules.contents import for_patients

MOST = 75


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each paragraph that is too long."""
    if not for_patients(handout):
        return
    for block in handout.blocks:
        for text in _prose(block):
            if (length := len(text.plain.split())) > MOST:
                message = f"a paragraph of {length} words is long; at most {MOST} are read"
                yield block.place.warning("H209", message, "put a blank line between two thoughts, or make a list")


def _prose(block: Block) -> Prose:
    match block:
        case Paragraphs() | Callout():
            return block.text
        case Question():
            return block.answer
    return Prose()
