"""H101: every picture says in words what it shows.

What: looks for `alt` on every figure and on every exercise with a picture. Some drawings say by themselves what they
show, such as a QR code its address.
Why: people who cannot see the picture hear these words in its place.
Instead: what the picture shows and why it is there, in a sentence or two; `alt: decorative` for mere decoration.
"""

from collections.abc import Iterator
from datetime import date

from handouts.drawings import SPEAKING
from handouts.model import Exercise, Figure, Handout
from handouts.problem import Problem

HINT = "say what the picture shows, or write `alt: decorative`"


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each picture without alternative text."""
    for block in handout.blocks:
        if isinstance(block, Figure) and not block.alt and not isinstance(block.figure, SPEAKING):
            yield block.place.problem("H101", "figure has no alternative text", HINT)
        if isinstance(block, Exercise) and block.picture and not block.alt and not isinstance(block.picture, SPEAKING):
            yield block.place.problem("H101", "the picture of this exercise has no alternative text", HINT)
