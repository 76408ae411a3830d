"""H101: every picture says in words what it shows.

What: looks for `alt` on every figure and on every exercise with a picture. Some drawings say by themselves what they
show, such as a QR code its address.
Why: people who cannot see the picture hear these words in its place.
Instead: what the picture shows and why it is there, in a sentence or two; `alt: decorative` for mere decoration.
"""

from collections.abc import Iterator
from datetime import date

from handouts.drawings import SPEAKING, Drawing
from handouts.drawings.body_map import BodyMap
from handouts.drawings.frames import Frames
from handouts.drawings.pose import Pose
from handouts.model import Exercise, Figure, Handout
from handouts.problem import Problem
from handouts.record import FileName
from handouts.rules.contents import in_english
from handouts.told import told

HINT = "say what the picture shows, or write `alt: decorative`"
# What is drawn is known, and can be told; the writer still has to say what matters in it.
PROPOSAL = "say what matters in it, such as `alt: {}`"


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each picture without alternative text."""
    for block in handout.blocks:
        if isinstance(block, Figure) and not block.alt and not isinstance(block.figure, SPEAKING):
            yield block.place.problem("H101", "figure has no alternative text", _hint(block.figure, handout))
        if isinstance(block, Exercise) and block.picture and not block.alt and not isinstance(block.picture, SPEAKING):
            message = "the picture of this exercise has no alternative text"
            yield block.place.problem("H101", message, _hint(block.picture, handout))


def _hint(shown: FileName | Drawing, handout: Handout) -> str:
    """What to do; in English, with words that say what is drawn."""
    if isinstance(shown, BodyMap | Frames | Pose) and in_english(handout):
        return PROPOSAL.format(told(shown))
    return HINT
