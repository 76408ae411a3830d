"""How a person in the room looks on paper: from where it is seen, and the outline of what is round."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, atan2, cos, pi, sin

from layouts.figures.posing.space import Vector, cross, dot, unit
from layouts.figures.sketch import Path, Point, Segment, arc


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


def hull(discs: Sequence[Disc]) -> Path:
    """The outline of a string pulled around discs.

    In every direction one disc reaches farthest; where that changes from one to the next, both have a common tangent.
    """
    discs = [disc for disc in discs if not _inside(disc, discs)]
    if len(discs) == 1:
        x, y, radius = discs[0]
        return (("m", ((x + radius, y),)), *arc((x, y), radius, 0, 2 * pi), ("h", ()))
    turns = _turns(discs)
    path: list[Segment] = []
    for number, (start, index) in enumerate(turns):
        end = turns[(number + 1) % len(turns)][0]
        if end <= start:
            end += 2 * pi
        x, y, radius = discs[index]
        first = (x + radius * cos(start), y + radius * sin(start))
        path.append(("l" if path else "m", (first,)))
        path += arc((x, y), radius, start, end)
    return (*path, ("h", ()))


def _inside(disc: Disc, others: Sequence[Disc]) -> bool:
    x, y, radius = disc
    for other in others:
        if other is disc:
            continue
        gap = ((x - other[0]) ** 2 + (y - other[1]) ** 2) ** 0.5
        if gap + radius <= other[2] + 1e-6 and (other[2], other[0], other[1]) != (radius, x, y):
            return True
    return False


STEPS = 90


def _turns(discs: Sequence[Disc]) -> list[tuple[float, int]]:
    """The angles at which another disc begins to reach farthest, and which."""
    found: list[tuple[float, int]] = []
    before = _farthest(discs, -2 * pi / STEPS)
    for step in range(STEPS):
        angle = step * 2 * pi / STEPS
        now = _farthest(discs, angle)
        if now != before:
            found.append((_tangent(discs[before], discs[now], angle), now))
        before = now
    return found or [(0.0, before)]


def _farthest(discs: Sequence[Disc], angle: float) -> int:
    c, s = cos(angle), sin(angle)
    return max(range(len(discs)), key=lambda index: discs[index][0] * c + discs[index][1] * s + discs[index][2])


def _tangent(one: Disc, other: Disc, near: float) -> float:
    """The angle near `near` in which two discs reach equally far."""
    x, y, r = other[0] - one[0], other[1] - one[1], one[2] - other[2]
    distance = (x * x + y * y) ** 0.5
    if distance < 1e-9:
        return near
    way, off = atan2(y, x), acos(max(-1.0, min(1.0, r / distance)))
    angles = (way + sign * off + turn * 2 * pi for sign in (-1, 1) for turn in (-1, 0, 1))
    return min(angles, key=lambda angle: abs(angle - near))
