"""H403: a handout that asks a patient to exercise or to press says who has to ask first.

What: where there are exercises, a ball (statements BALL1 to BALL8 of the coverage list but BALL7) or, in English, a
request to press, looks for a list of those who ask or wait first: a shared fragment whose name begins with `check-`,
`ask-` or `no-`; or, in English, points under a heading, title or sentence such as "Ask us first if you". Where there
are no exercises on the page, a sentence such as "Only if we have checked you" will do.
Why: what helps most people harms some, and they are not in the room when the page is read.
Instead: `- include: shared/check-first` under such a heading, or a list of your own.
Source: NCCIH, NCCAM, HSS and DELPHI in docs/clinical-sources.md.
"""

import re
from collections.abc import Iterator
from datetime import date

from handouts.model import Block, Bullets, Callout, Handout, Paragraphs, Section
from handouts.problem import Problem
from handouts.rules.asking import exercising
from handouts.rules.contents import exercises, for_patients, fragment, headed, in_english, words

SHARED = ("check-", "ask-", "no-")
FIRST = re.compile(
    r"\b(ask|tell|talk to|speak to|call|check with)\b[^.]{0,40}\b(first|before)\b|\bwait for\b"
    r"|\b(not|never|no)\b[^.]{0,40}\bif you\b",
    re.IGNORECASE,
)
CHECKED = re.compile(r"\b(only|unless)\b[^.]{0,60}\b(checked|agreed?|told|examined|ok)\b", re.IGNORECASE)


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning at the first block that asks for something, if nothing says who asks first."""
    block = exercising(handout) if for_patients(handout) else None
    if block and not _listed(handout) and not _said(handout):
        hint = "add a list under `- section: Ask us first if you`, or include a fragment such as `shared/check-first`"
        yield block.place.warning("H403", "nothing says who has to ask before doing this", hint)


def _listed(handout: Handout) -> bool:
    before: Block | None = None
    for heading, block in headed(handout):
        if fragment(block).startswith(SHARED) or (in_english(handout) and _is_list(heading, before, block)):
            return True
        before = block
    return False


def _is_list(heading: Section | None, before: Block | None, block: Block) -> bool:
    lead = words(before) if isinstance(before, Paragraphs) else ""
    match block:
        case Bullets():
            return bool(FIRST.search(f"{words(heading)} {lead}"))
        case Callout(bullets=points, ticks=ticks) if points or ticks:
            return bool(FIRST.search(words((heading, block.title, block.text))))
    return False


def _said(handout: Handout) -> bool:
    told = (handout.subtitle, *handout.blocks)
    return in_english(handout) and not exercises(handout) and any(CHECKED.search(words(part)) for part in told)
