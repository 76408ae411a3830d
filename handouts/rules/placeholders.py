"""H104: braces name something the clinic's file says.

What: looks for `{{ … }}` that names nothing known, and for braces in lines that are printed as they are.
Why: what is not filled in is printed with its braces.
Instead: one of the known names, such as `{{ clinic.phone }}`.
"""

import re
from collections.abc import Iterator
from datetime import date

from handouts.clinic import PLACEHOLDERS
from handouts.inline import PLACEHOLDER, Text
from handouts.model import Handout
from handouts.problem import Place, Problem
from handouts.rules.contents import lines, texts
from handouts.values import nearest

BRACES = re.compile(r"\{\{.*?(?:\}\}|$)|\}\}")


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each pair of braces that would be printed."""
    for text in texts(handout):
        yield from unknown(text)
    for place, key, line in lines(handout):
        if match := BRACES.search(line):
            message = f"`{match[0]}` cannot be filled in here: `{key}` is printed as it is"
            yield place.problem("H104", message, "write the words themselves")


def unknown(text: Text) -> Iterator[Problem]:
    """A problem for each name in a text that is not known; a link's address is not printed but has to be filled too."""
    for part in (text.plain, *(run.href for run in text.runs)):
        yield from _unknown(part, text.place)


def _unknown(part: str, place: Place) -> Iterator[Problem]:
    for match in BRACES.finditer(part):
        name = PLACEHOLDER.fullmatch(match[0])
        if name is None or name[1] not in PLACEHOLDERS:
            yield place.problem("H104", f"`{match[0]}` names nothing that a clinic's file says", _hint(match[0]))


def _hint(braces: str) -> str:
    if near := nearest(braces.strip("{} "), PLACEHOLDERS):
        return f"did you mean `{{{{ {near} }}}}`?"
    return f"there are {', '.join(PLACEHOLDERS)}"
