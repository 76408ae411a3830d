"""H125: a movement is drawn in two to four pictures.

What: counts the poses of every `frames`.
Why: one picture is no movement, and more than four are too small to make out on a card.
Instead: the start and the end, and what must not be missed between them.
"""

from collections.abc import Iterator
from datetime import date

from handouts.drawings.frames import Frames
from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import drawings

FEWEST, MOST = 2, 4


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each movement of fewer or more."""
    for drawing in drawings(handout):
        if isinstance(drawing, Frames) and not FEWEST <= len(drawing.frames) <= MOST:
            message = f"a movement needs {FEWEST} to {MOST} frames, and this has {len(drawing.frames)}"
            yield drawing.place.problem("H125", message, "show the start and the end; for one picture write `pose:`")
