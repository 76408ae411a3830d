"""What a handout asks of a patient, as far as the words of plain English tell: what to do, and what to press."""

import re
from collections.abc import Iterator

from handouts.inline import Text
from handouts.model import Block, Bullets, Callout, Checklist, Diary, Exercise, Handout, Steps
from handouts.rules.contents import in_english, texts, warns, words

SENTENCE = re.compile(r"(?<=[.!?:])\s+")
CLAUSE = re.compile(r"[,;:.!?–]")
DEEDS = {
    "ask", "avoid", "bend", "book", "breathe", "bring", "carry", "change", "check", "choose", "come", "do", "drink",
    "eat", "find", "get", "give", "go", "hold", "keep", "lean", "leave", "lie", "lift", "look", "make", "move",
    "note", "plan", "practise", "practice", "press", "pull", "push", "put", "rate", "read", "rest", "roll", "say",
    "set", "sit", "skip", "stand", "start", "stay", "stop", "straighten", "take", "talk", "tell", "tick", "try",
    "turn", "use", "wait", "walk", "wash", "watch", "wear", "write",
}  # fmt: skip
TOOL = re.compile(r"\b(ball|roller|massage (gun|stick)|thumbs?|knuckles?|elbow|fist)\b", re.IGNORECASE)
SPOT = re.compile(r"\b(sore|tender|trigger) (spots?|points?|places?)\b|\b(a|the|each|every|this) spot\b", re.IGNORECASE)
# Pressing with the hands, and what becomes pressing as soon as a ball is under it.
PRESS = re.compile(
    r"(?:^|\b(?:then|and) )(?:(?:press|rub|knead|dig|hold|roll|lean|sit|lie|put|place)\b"
    r"|massage (?:the|your|an?|each|every|it|along|around|gently|slowly)\b)",  # else it is the thing, not the deed
    re.IGNORECASE,
)
SOMEBODY_ELSE = re.compile(r"\b(we|our|therapists?)\b", re.IGNORECASE)
NOT = re.compile(r"\b(not|never|no|nor|avoid|off|away|without|instead|cannot|beside)\b|n[’']t\b", re.IGNORECASE)
ASKED = ("BALL1", "BALL2", "BALL3", "BALL4", "BALL5", "BALL6", "BALL8")  # BALL0 says who asks first, BALL7 when to stop


def sentences(text: Text) -> list[str]:
    """What stands between full stops, question marks and colons."""
    return SENTENCE.split(text.plain)


def bids(words: str) -> bool:
    """Whether words begin with what to do, as in "Keep moving"."""
    first, *_ = words.split(maxsplit=1) or [""]
    return first.strip("“‘(,.!?").lower() in DEEDS


def acts(handout: Handout) -> bool:
    """Whether it says at least one thing to do; in a language other than English, steps, boxes or a diary show it."""
    return any(_asks(block) or (in_english(handout) and _bids(block)) for block in handout.blocks)


def _asks(block: Block) -> bool:
    if isinstance(block, Bullets):
        return block.mark == "tick"
    if isinstance(block, Callout):
        return bool(block.ticks)
    return isinstance(block, Exercise | Steps | Checklist | Diary)


def _bids(block: Block) -> bool:
    return not warns(block) and any(bids(sentence) for text in texts(block) for sentence in sentences(text))


def exercising(handout: Handout) -> Block | None:
    """The first block by which a patient exercises, presses or uses a ball; nothing where none does."""
    for block in handout.blocks:
        if isinstance(block, Exercise) or (not warns(block) and any(item in ASKED for item in block.covers)):
            return block
    return pressing(handout)


def pressing(handout: Handout) -> Block | None:
    """The first block that asks a patient to press on a muscle, with the hands, a ball or a roller."""
    if not in_english(handout):
        return None
    return next((block for block in handout.blocks if not warns(block) and any(_presses(block))), None)


def _presses(block: Block) -> Iterator[bool]:
    whole = words(block)
    if TOOL.search(whole) or SPOT.search(whole):
        for text in texts(block):
            for sentence in sentences(text):
                if match := PRESS.search(sentence):
                    yield not NOT.search(sentence, 0, match.start()) and not SOMEBODY_ELSE.search(sentence)


def clause_start(sentence: str, at: int) -> int:
    """Where the part of a sentence begins in which a word stands."""
    return max((match.end() for match in CLAUSE.finditer(sentence, 0, at)), default=0)
