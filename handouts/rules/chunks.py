"""H210: every part of a handout for patients has a heading over it.

What: looks for what stands before the first heading, other than boxes, a text, fields and contacts; and counts the
words of texts and lists under one heading, up to 200. A question is a heading of its own.
Why: people look for their answer by the headings, and those who listen to a page jump from one to the next. The number
is the project's own: half a page.
Instead: `- section:` with what the part is about.
Source: PEMAT-P, items 8 and 9; CDC Clear Communication Index, item 9.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from handouts.model import Block, Bullets, Callout, ClinicContact, Field, Handout, Paragraphs, Question
from handouts.problem import Problem
from handouts.rules.contents import for_patients, headed, words

MOST = 200
ALONE = (Callout, Paragraphs, Field, ClinicContact, Question)
HINT = "write `- section:` above it, with what this part is about"


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for what has no heading, and for each heading with too much under it."""
    if not for_patients(handout):
        return
    for heading, under in groupby(headed(handout), key=lambda pair: pair[0]):
        blocks = [block for _, block in under]
        bare = None if heading else next((block for block in blocks if not isinstance(block, ALONE)), None)
        if bare:
            yield bare.place.warning("H210", "this part has no heading", HINT)
        if full := _beyond(blocks):
            yield full.place.warning("H210", f"more than {MOST} words stand under one heading", HINT)


def _beyond(blocks: list[Block]) -> Block | None:
    """The block with which it becomes too much."""
    count = 0
    for block in blocks:
        if isinstance(block, Paragraphs | Bullets):
            count += len(words(block).split())
        if count > MOST:
            return block
    return None
