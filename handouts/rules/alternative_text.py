"""H101: every picture says in words what it shows.

What: looks for `alt` on every figure and on every exercise with a picture. A QR code says its address by itself.
Why: people who cannot see the picture hear these words in its place.
Instead: what the picture shows and why it is there, in a sentence or two; `alt: decorative` for mere decoration.
"""

from collections.abc import Iterator
from datetime import date

from handouts.drawings.body_map import BodyMap, described
from handouts.drawings.qr_code import QrCode
from handouts.model import Exercise, Figure, Handout
from handouts.problem import Problem
from handouts.rules.contents import in_english

HINT = "say what the picture shows, or write `alt: decorative`"


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each picture without alternative text."""
    for block in handout.blocks:
        if isinstance(block, Figure) and not block.alt and not isinstance(block.figure, QrCode):
            yield block.place.problem("H101", "figure has no alternative text", _hint(block.figure, handout))
        if isinstance(block, Exercise) and block.picture and not block.alt:
            hint = _hint(block.picture, handout)
            yield block.place.problem("H101", "the picture of this exercise has no alternative text", hint)


def _hint(picture: object, handout: Handout) -> str:
    """What to do; for a map in English, words that say what it shows."""
    if isinstance(picture, BodyMap) and in_english(handout):
        return f"say what matters in it, such as: {described(picture)}"
    return HINT
