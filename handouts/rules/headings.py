"""H201: headings start at level 1 and skip none.

What: compares the level of every section with the one before it.
Why: people who listen to a page jump from heading to heading, and a missing level sounds like a missing part.
Instead: `level: 1` for the parts of the handout, 2 for what is inside a part, 3 for what is inside that.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout, Section
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each heading that is too deep."""
    before = 0
    for block in handout.blocks:
        if isinstance(block, Section):
            if block.level > before + 1:
                yield block.place.problem("H201", _message(block.level, before), f"write `level: {before + 1}`")
            before = block.level


def _message(level: int, before: int) -> str:
    if not before:
        return f"the first heading has level {level}, but headings start at level 1"
    return f"a heading of level {level} follows one of level {before}"
