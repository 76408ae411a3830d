"""Balls in true proportion, all under the same load: a dotted ring shows each as it was, and the gap how far it gives.

Firmness, under 8.165 kg, the load of the tennis rules: a tennis ball gives way by 5.6 to 7.4 mm (ITF, Rules of Tennis,
appendix I, type 2). A lacrosse ball gives way by a quarter under 115 to 150 lb (NOCSAE ND049 from 2017); as loads
between plates grow at least with the way, and at most with its power 3/2 (Hertz), that makes 3 to 7 % under 18 lb. No
figure was found for foam; a third is the project's own. All rules were read as quoted on the web, NOCSAE's by US
Lacrosse Magazine, 2017.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from handouts.drawings.balls import ACROSS, Ball, Balls
from handouts.words import Words
from layouts.colours import WHITE, Colour
from layouts.figures.drawn import Setting
from layouts.figures.paths import Path, circle, line, moved, polygon, rectangle, smooth
from layouts.figures.side_by_side import Row
from layouts.figures.sketch import Shape, Sketch
from layouts.fonts import NO_BREAK_SPACE
from layouts.paper import Paint
from layouts.theme import Theme


@dataclass(frozen=True)
class Kind:
    """How wide a ball is, in mm, and by which part of that it gives way under the load."""

    across: float
    gives: float


GIVES: dict[Ball, float] = {"soft": 0.33, "tennis": 0.1, "firm": 0.05}
KINDS: dict[Ball, Kind] = {ball: Kind(ACROSS[ball], gives) for ball, gives in GIVES.items()}
PITCH, TALL = 94.0, 96.0  # mm of floor for each ball, and of room above it
FLOOR = TALL - 2.0
ARROW = 24.0  # mm: the same for the same load
CURVE = 0.5523  # control points of a Bezier curve that passes for a quarter of an ellipse


def alt(drawing: Balls, fixed: Words) -> str:
    """The balls and what is printed below them, from left to right."""
    return f"{fixed.balls}: {'; '.join(', '.join(said(ball, fixed)) for ball in drawing.balls)}"


def said(ball: Ball, fixed: Words) -> list[str]:
    """Name of a ball, how it gives way, and its size."""
    name, gives, size = (getattr(fixed, f"{ball}_ball{part}") for part in ("", "_gives", "_size"))
    return [name, gives, size.replace(" cm", f"{NO_BREAK_SPACE}cm")]


def draw(drawing: Balls, setting: Setting) -> Row:
    """The balls side by side, never larger than they are; one below the other where their words need the room."""
    return Row([(_sketch(ball, setting.theme), said(ball, setting.words)) for ball in drawing.balls], setting.theme)


def _sketch(ball: Ball, theme: Theme) -> Sketch:
    """One ball between the floor and a plate, in mm."""
    kind, middle = KINDS[ball], PITCH / 2
    mid, quiet = theme.colours["mid"], theme.colours["quiet"]
    plate = FLOOR - kind.across * (1 - kind.gives)
    was = Shape(circle((middle, FLOOR - kind.across / 2), kind.across / 2), Paint(line=quiet, width=1, dash=(0.1, 3.2)))
    shapes = [was, *_pressed(ball, kind, theme), *_load(middle, plate, mid)]
    floor = Shape(line((4, FLOOR + 0.9), (PITCH - 4, FLOOR + 0.9)), Paint(line=quiet, width=1.8))
    return Sketch(PITCH, TALL, [*shapes, floor])


def _load(middle: float, plate: float, colour: Colour) -> Iterator[Shape]:
    """A plate on the ball, and an arrow that presses it down."""
    yield Shape(rectangle(middle - 21, plate - 3, middle + 21, plate), Paint(fill=colour))
    tip = plate - 4.5
    yield Shape(line((middle, tip - ARROW), (middle, tip - 6)), Paint(line=colour, width=3.6))
    yield Shape(polygon(((middle, tip), (middle - 6.5, tip - 10), (middle + 6.5, tip - 10))), Paint(fill=colour))


def outline(kind: Kind) -> Path:
    """A ball pressed flat above and below, around 0, 0: it bulges to keep about its size."""
    tall = kind.across * (1 - kind.gives) / 2
    wide = kind.across / 2 * (1 + 0.4 * kind.gives)
    flat = kind.across / 2 * kind.gives**0.5 * 0.9
    reach, drop = flat + CURVE * (wide - flat), tall * (1 - CURVE)
    return (
        ("m", ((-flat, -tall),)),
        ("l", ((flat, -tall),)),
        ("c", ((reach, -tall), (wide, -drop * 1.2), (wide, 0))),
        ("c", ((wide, drop * 1.2), (reach, tall), (flat, tall))),
        ("l", ((-flat, tall),)),
        ("c", ((-reach, tall), (-wide, drop * 1.2), (-wide, 0))),
        ("c", ((-wide, -drop * 1.2), (-reach, -tall), (-flat, -tall))),
        ("h", ()),
    )


def _pressed(ball: Ball, kind: Kind, theme: Theme) -> Iterator[Shape]:
    """The ball on the floor: dotted like foam, with the seam of a tennis ball, or solid."""
    mid, light = theme.colours["mid"], theme.colours["tint"]
    place = (PITCH / 2, FLOOR - kind.across * (1 - kind.gives) / 2)
    body = moved(outline(kind), *place)
    yield Shape(body, Paint(fill=mid if ball == "firm" else light, line=mid, width=2))
    if ball == "soft":
        yield from (Shape(circle((place[0] + x, place[1] + y), size), Paint(fill=mid)) for x, y, size in PORES)
    elif ball == "tennis":
        for side in (-1, 1):
            seam = smooth([(side * x, y) for x, y in SEAM])
            yield Shape(moved(seam, *place), Paint(line=mid, width=2.6))
    else:
        shine = smooth(((-22, -4), (-18.5, -13.5), (-11, -20)))
        yield Shape(moved(shine, *place), Paint(line=WHITE, width=3))


# In mm from the middle of a ball. Pores keep off its edge.
PORES = (
    (-28, -6, 2.1), (-21, 9, 1.5), (-17, -14, 1.6), (-10, 1, 2.2), (-8, 17, 1.6), (-3, -18, 1.4), (3, -7, 1.7),
    (7, 11, 2.2), (14, -16, 2.1), (18, 2, 1.5), (21, 15, 1.7), (28, -7, 1.9), (31, 5, 1.4), (-33, 4, 1.4),
)  # fmt: skip
SEAM = ((28.5, -16.5), (19, -11), (13.5, 0), (19, 11), (28.5, 16.5))
