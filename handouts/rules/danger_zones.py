"""H401: nothing asks a patient to press where pressing does harm.

What: looks in English handouts for patients for a sentence that asks to press, rub, roll or lean on the spine, the
tailbone, the sit bone, a hip bone or other bone, the groin, behind the knee, or numb skin. A sentence that says not to
is what is wanted, and so are the boxes `stop` and `caution` and points marked `never`.
Why: bones bruise; vessels and nerves lie bare in the groin and behind the knee; numb skin does not tell when to stop.
Instead: a fleshy part, and `- include: shared/never-press`.
Source: PRAT, PEAK and ENDG in docs/clinical-sources.md.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.asking import NOT, TOOL, bids, clause_start, sentences
from handouts.rules.contents import for_patients, in_english, texts, warns, words

NAMED = ("spine", "bone", "bony", "coccyx", "groin", "knee", "numb")  # no zone is without one of these
HOLLOW = r"(?:back|hollow) of (?:the|your) knees?"
KNEE = rf"(?:behind (?:the|your|a) knees?|\b(?:in|on|into) the {HOLLOW})"
ZONE = (
    r"(?:(?:lower |upper )?spine|backbone|tailbone|coccyx|sit(?:ting)?[- ]bones?|hip[- ]?bones?"
    r"|bony (?:part|point|bit)s?|bones?|groin|numb (?:skin|area|part|spot)s?)\b"
)
ON = r"\b(?:on|over|onto|into|along|against|across|around|at|under|in|down|up)(?: (?:the|your|a|any))?(?: \w+)? "
RUBBED = rf"\b(?:massage|rub|knead)(?: (?:the|your))?(?: \w+)? (?:{ZONE}|{HOLLOW})"
HANDS = "press|massage|rub|knead|dig"
WEIGHT = "roll|lean|sit|lie|put|place|rest|hold|move|use|work|ball|roller"  # pressing, once a ball is under it
ROLLS = re.compile(rf"\b(?:roll|lean|it)\b|{TOOL.pattern}")  # without these, hands or hips are placed
CUSHION = re.compile(r"\b(towel|pillow|cushion|pack)\b")
LEADS = ("then", "you", "gently", "slowly", "firmly", "lightly", "now", "next")
OTHERS = ("we", "they", "who", "therapist", "therapists")
HINT = "have a fleshy part pressed instead, or say not to press there"


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each sentence that asks to press on one of them."""
    if not (for_patients(handout) and in_english(handout)):
        return
    for block in handout.blocks:
        if not warns(block):
            tool = TOOL.search(words(block)) is not None
            for text in texts(block):
                if any(_harms(sentence.lower(), tool) for sentence in sentences(text)):
                    yield text.place.problem("H401", "this asks to press where pressing does harm", HINT)


def _harms(sentence: str, tool: bool) -> bool:
    if not any(name in sentence for name in NAMED):
        return False
    pattern = _pressing(tool and ROLLS.search(sentence) is not None)
    return any(_asks(sentence, match) for match in pattern.finditer(sentence))


@cache
def _pressing(tool: bool) -> re.Pattern[str]:
    """Made only once a zone is named, for it takes as long to make as all handouts take to search."""
    verbs = f"{HANDS}|{WEIGHT}" if tool else HANDS
    return re.compile(rf"{RUBBED}|\b(?:{verbs})\b[^.,;]*?(?:{ON}{ZONE}|{KNEE})")


def _asks(sentence: str, match: re.Match[str]) -> bool:
    """Whether a sentence bids to do it: "a disc may press on …" does not, nor does "do not press on …"."""
    start, end = clause_start(sentence, match.start()), match.end()
    before = sentence[start : match.start()].split()
    if NOT.search(sentence, start, end) or CUSHION.search(sentence, start, end):
        return False
    if not before:
        return True
    return before[-1] not in OTHERS and (before[-1] in LEADS or bids(sentence) or bids(before[0]))
