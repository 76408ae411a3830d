"""Where hands and feet can touch a body: a point of its skin, and the way out of it."""

from dataclasses import dataclass

from layouts.figures.posing.person import Person
from layouts.figures.posing.skeleton import OUTWARDS, SHANK, THIGH, Side
from layouts.figures.posing.space import Vector, plus, times, turned, unit


@dataclass(frozen=True)
class Place:
    """A point of the skin and the direction out of it; `out` is how far the elbow points to the side."""

    point: Vector
    normal: Vector
    out: float = 0.6


# Bone, centre and radius there, the way out in the bone's own frame; `z` counts away from the middle of that limb.
SPOTS: dict[str, tuple[str, Vector, float, Vector]] = {
    "knee": ("shank", (4, -22, 0), 38, (1, 0, 0.35)),
    "thigh": ("thigh", (4, -150, 0), 46, (1, 0, 0.1)),
    "behind thigh": ("thigh", (2, -185, 0), 42, (-1, 0, 0.45)),
    "behind knee": ("thigh", (2, -225, 0), 39, (-1, 0, 0.45)),
    "shin": ("shank", (-2, -110, 0), 34, (1, 0, 0.35)),
    "ankle": ("foot", (0, 0, 0), 22, (1, 0.6, 0.3)),
    "foot": ("foot", (60, -22, 0), 16, (0.3, 1, 0.2)),
    "shoulder": ("upper_arm", (0, -10, 0), 35, (0.8, 0.3, 0)),
    "hand": ("hand", (0, -48, 0), 20, (0.6, 0, 0)),
}


def hand_place(person: Person, side: Side, place: str) -> Place:
    """What a hand is said to touch."""
    match place.split():
        case ["on", "thighs"]:
            return _spot(person, side, side, "thigh")
        case ["on", "hips"]:
            frame = person.frames["pelvis"]
            centre, radius = (2, 60, 27 * OUTWARDS[side]), 53 * person.girth
            return _skin(frame.at(centre), radius, turned(frame.turn, (0.25, 0.1, OUTWARDS[side])), out=1.2)
        case ["on", "belly"]:
            frame = person.frames["waist"]
            return _skin(frame.at((4, 40, 38 * OUTWARDS[side])), 55, turned(frame.turn, (1, 0, 0)), out=1.2)
        case ["on", "chest"]:
            frame = person.frames["chest"]
            return _skin(frame.at((2, 40, 30 * OUTWARDS[side])), 56, turned(frame.turn, (1, 0, 0)), out=1.0)
        case ["under", "head"]:
            frame = person.frames["head"]
            return _skin(frame.at((10, 70, 0)), 50, plus((0, -1, 0), times(0.2 * OUTWARDS[side], (0, 0, 1))), out=2.0)
        case ["behind", "head"]:
            frame = person.frames["head"]
            return _skin(frame.at((4, 80, 0)), 50, turned(frame.turn, (-0.85, 0.1, 0.5 * OUTWARDS[side])), out=2.0)
        case ["behind", other, part]:
            return _spot(person, side, other, f"behind {part}" if f"behind {part}" in SPOTS else part)
        case [_, other, part]:
            return _spot(person, side, other, part)
    raise ValueError(place)


def foot_place(person: Person, side: Side, place: str) -> Place:
    """What a foot is said to lie on: the front of the other leg."""
    _, other, part = place.split()
    bone, centre, radius = {
        "knee": ("thigh", (4.0, -THIGH + 34, 0.0), 42.0),
        "thigh": ("thigh", (5.0, -150.0, 0.0), 48.0),
        "shin": ("shank", (-4.0, -SHANK / 2, 0.0), 36.0),
    }[part]
    frame = person.frames[f"{other} {bone}"]
    return _skin(frame.at(centre), radius * person.girth, turned(frame.turn, (1, 0.25, 0)))


def _spot(person: Person, side: Side, other: str, part: str) -> Place:
    bone, centre, radius, normal = SPOTS[part]
    frame = person.frames[f"{other} {bone}"]
    x, y, z = normal
    return _skin(frame.at(centre), radius * person.girth, turned(frame.turn, (x, y, z * OUTWARDS[side])))


def _skin(centre: Vector, radius: float, normal: Vector, out: float = 0.6) -> Place:
    way = unit(normal)
    return Place(plus(centre, times(radius, way)), way, out)
