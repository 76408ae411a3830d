"""How a person in the room looks on paper: from where it is seen, and the outline of what is round."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import acos, atan2, cos, hypot, pi, sin

from layouts.figures.paths import Path, Point, Segment, arc
from layouts.figures.posing.space import Vector, cross, dot, unit


@dataclass(frozen=True)
class Camera:
    """Looks at the room from far away, so that what is far is as large as what is near."""

    right: Vector
    up: Vector
    back: Vector  # towards the camera

    def point(self, place: Vector) -> Point:
        """Where a place stands on paper, y growing downwards."""
        return dot(place, self.right), -dot(place, self.up)

    def depth(self, place: Vector) -> float:
        """How near it is; larger is nearer."""
        return dot(place, self.back)


def camera(back: Vector, up: Vector = (0, 1, 0)) -> Camera:
    """A camera that stands in a direction."""
    right = unit(cross(up, back))
    return Camera(right, cross(back, right), back)


Disc = tuple[float, float, float]  # x, y, radius

START = 0.7  # radians; the string is followed from there: no axis, on which discs of a person often reach equally far
ROUNDING = 1e-9


def hull(discs: Sequence[Disc]) -> Path:
    """The outline of a string pulled around discs: arcs of some, and the common tangents between them."""
    turns = _turns(discs)
    path: list[Segment] = []
    for (start, index), (end, _) in pairwise(turns):
        x, y, radius = discs[index]
        path.append(("l" if path else "m", ((x + radius * cos(start), y + radius * sin(start)),)))
        path += arc((x, y), radius, start, end)
    return (*path, ("h", ()))


def _turns(discs: Sequence[Disc]) -> list[tuple[float, int]]:
    """The angles at which another disc begins to reach farthest, and which; the last is the first, one turn later.

    Jarvis march: from the disc that reaches farthest to the one that is the next to do so, until around.
    """
    angle, index = START, max(range(len(discs)), key=lambda index: _reach(discs[index], START))
    turns: list[tuple[float, int]] = []
    while not turns or angle < turns[0][0] + 2 * pi - ROUNDING:
        step, overtaking = _overtaking(discs, index, angle)
        if overtaking == index:
            return [(0.0, index), (2 * pi, index)]
        angle, index = angle + step, overtaking
        turns.append((angle, index))
    return turns


def _reach(disc: Disc, angle: float) -> float:
    return disc[0] * cos(angle) + disc[1] * sin(angle) + disc[2]


def _overtaking(discs: Sequence[Disc], index: int, angle: float) -> tuple[float, int]:
    """How much farther around another disc begins to reach farther than one, and which; those within it never do."""
    x, y, radius = discs[index]
    nearest, found = 2 * pi, index
    for number, (other_x, other_y, other_radius) in enumerate(discs):
        across, down, less = other_x - x, other_y - y, radius - other_radius
        apart = hypot(across, down)
        if less < apart:
            step = (atan2(down, across) - acos(max(-1.0, less / apart)) - angle) % (2 * pi)
            if step > 2 * pi - ROUNDING:
                step = 0.0
            if step < nearest:
                nearest, found = step, number
    return nearest, found
