"""How a person in the room looks on paper: from where it is seen, and the outline of what is round."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import acos, atan2, cos, hypot, inf, pi, sin

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
    """Whether a disc is within another one, so that no pair has only one common tangent; of two alike one stays."""
    x, y, radius = disc
    for other in others:
        within = hypot(x - other[0], y - other[1]) + radius <= other[2] + 1e-6
        if within and other is not disc and (other != disc or id(other) < id(disc)):
            return True
    return False


def _turns(discs: Sequence[Disc]) -> list[tuple[float, int]]:
    """The angles at which another disc begins to reach farthest, and which.

    That can only be where two discs reach equally far; between two such angles it is the same one throughout.
    """
    angles = sorted(angle for one, other in combinations(discs, 2) for angle in _tangents(one, other))
    found: list[tuple[float, int]] = []
    before = _farthest(discs, (angles[-1] + angles[0]) / 2 + pi)
    for angle, following in zip(angles, [*angles[1:], angles[0] + 2 * pi], strict=True):
        now = _farthest(discs, (angle + following) / 2)
        if now != before:
            found.append((angle, now))
        before = now
    return found or [(0.0, before)]


def _farthest(discs: Sequence[Disc], angle: float) -> int:
    c, s = cos(angle), sin(angle)
    best, most = 0, -inf
    for index, (x, y, radius) in enumerate(discs):
        reach = x * c + y * s + radius
        if reach > most:
            best, most = index, reach
    return best


def _tangents(one: Disc, other: Disc) -> tuple[float, float]:
    """The two angles from 0 to a full turn in which two discs reach equally far."""
    x, y, r = other[0] - one[0], other[1] - one[1], one[2] - other[2]
    way, off = atan2(y, x), acos(max(-1.0, min(1.0, r / hypot(x, y))))
    return (way + off) % (2 * pi), (way - off) % (2 * pi)
