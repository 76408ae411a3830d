"""A face that hurts more or less: a few lines of the project's own, whose brows, eyes and mouth change.

It goes with words that say what is meant. It is no tested faces scale, such as the Faces Pain Scale (Revised), and is
like none: nobody should read a number off it.
"""

from layouts.colours import Colour
from layouts.figures.paths import Path, Point, circle, ellipse, smooth
from layouts.figures.sketch import Shape, Sketch
from layouts.paper import Paint

SIDE = 100.0
LINE = 6.5


def sketch(pain: float, colour: Colour) -> Sketch:
    """The face for a pain from 0, at ease, to 1, when brows sink, eyes narrow and the mouth turns down."""
    line, dot = Paint(line=colour, width=LINE), Paint(fill=colour)
    shapes = [Shape(circle((50, 50), 50 - LINE / 2), line), Shape(_mouth(pain), line)]
    for side in (-1, 1):
        shapes += [Shape(_brow(side, pain), line), Shape(_eye(side, pain), dot)]
    return Sketch(SIDE, SIDE, shapes)


def _mouth(pain: float) -> Path:
    """From a slight curve upwards to a clear one downwards."""
    sag = 8 - 18 * pain
    return smooth(((32, 70 - sag * 0.3), (50, 70 + sag * 0.7), (68, 70 - sag * 0.3)))


def _brow(side: int, pain: float) -> Path:
    """Arched at ease; in pain the outer end sinks. A lower inner end would look angry."""
    inner, outer = 29 - 4 * pain, 29 + 8 * pain
    middle = (inner + outer) / 2 - 4.5 * (1 - pain) - 1.5 * pain
    points: tuple[Point, ...] = ((50 + side * 10, inner), (50 + side * 19, middle), (50 + side * 28, outer))
    return smooth(points)


def _eye(side: int, pain: float) -> Path:
    """A round dot that narrows."""
    return ellipse((50 + side * 18, 47), 5.6, 5.6 - 3 * pain)
