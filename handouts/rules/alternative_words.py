"""H202: alternative text says what matters.

What: warns about alternative text that is a file name, or that starts with "image of", "picture of" and the like.
Why: a screen reader says "image" by itself; a file name says nothing.
Instead: what a reader should do or know: "Lying on your back, one knee pulled to the chest".
"""

import re
from collections.abc import Iterator
from datetime import date

from handouts.model import Exercise, Figure, Handout
from handouts.problem import Problem

FILE = re.compile(r"\S+\.(png|jpe?g|svg|gif|webp)", re.IGNORECASE)
START = re.compile(
    r"(an? |the )?(image|picture|photo|photograph|figure|graphic|illustration|drawing)( of\b|$)"
    r"|(una? |la |el )?(imagen|foto|fotografía|figura|gráfico|ilustración|dibujo)( de\b|$)",
    re.IGNORECASE,
)


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each alternative text that says nothing."""
    for block in handout.blocks:
        if not isinstance(block, Figure | Exercise) or not block.alt:
            continue
        if FILE.fullmatch(block.alt):
            hint = "say what the picture shows, as you would on the phone"
            yield block.place.warning("H202", "the alternative text is the name of a file", hint)
        elif match := START.match(block.alt):
            message = f"alternative text that starts with “{match[0]}” says nothing new"
            yield block.place.warning("H202", message, "start with what can be seen")
