"""Where hands and feet can touch a body: a point of its skin, and the way out of it."""

from dataclasses import dataclass

from layouts.figures.posing.person import Person
from layouts.figures.posing.skeleton import OUTWARDS, SHANK, THIGH, Frame, Side
from layouts.figures.posing.space import Vector, across, plus, times, transposed, turned, unit


@dataclass(frozen=True)
class Place:
    """A point of the skin, the direction out of it, and along it that of the fingers of a hand which lies there.

    `out` is how far the elbow points to the side.
    """

    point: Vector
    normal: Vector
    fingers: Vector = (0, -1, 0)
    out: float = 0.6


# Bone, centre and radius there, the way out and the way of the fingers, in the bone's own frame. There z is outwards,
# and fingers go around a limb to its inner side.
AROUND: Vector = (0, 0, -1)
DOWN: Vector = (0, -1, 0)
SPOTS: dict[str, tuple[str, Vector, float, Vector, Vector]] = {
    "knee": ("shank", (4, -26, 0), 38, (1, 0, 0.5), AROUND),
    "thigh": ("thigh", (4, -150, 0), 46, (1, 0, 0.1), DOWN),
    "behind thigh": ("thigh", (2, -185, 0), 42, (-1, 0, 0.6), AROUND),
    "behind knee": ("thigh", (2, -225, 0), 39, (-1, 0, 0.6), AROUND),
    "shin": ("shank", (-2, -110, 0), 34, (1, 0, 0.5), AROUND),
    "ankle": ("foot", (0, 0, 0), 22, (1, 0.6, 0.3), AROUND),
    "foot": ("foot", (60, -22, 0), 16, (0.3, 1, 0.2), AROUND),
    "shoulder": ("upper_arm", (0, -10, 0), 35, (0.8, 0.3, 0), AROUND),
    "hand": ("hand", (0, -48, 0), 20, (0.6, 0, 0), AROUND),
}


def hand_place(person: Person, side: Side, place: str) -> Place:
    """What a hand is said to touch."""
    sign, girth = OUTWARDS[side], person.girth
    match place.split():
        case ["on", "thighs"]:
            return _spot(person, side, side, "thigh")
        case ["on", "hips"]:
            return _skin(person.frames["pelvis"], (2, 60, 27 * sign), 53 * girth, (0.25, 0.1, sign), (1, -0.6, 0), 1.2)
        case ["on", "belly"]:
            return _skin(person.frames["pelvis"], (2, 78, 30 * sign), 50 * girth, (1, 0, 0), (0, -0.5, -sign), 0.8)
        case ["on", "chest"]:
            return _skin(person.frames["chest"], (2, 40, 30 * sign), 56 * girth, (1, 0, 0), (0, 0.3, -sign), 1.0)
        case ["under", "head"]:
            frame = person.frames["head"]
            down = turned(transposed(frame.turn), plus((0, -1, 0), (0, 0, 0.2 * sign)))
            return _skin(frame, (10, 70, 0), 50, down, (0, 0.4, -sign), 2.0)
        case ["behind", "head"]:
            return _skin(person.frames["head"], (4, 80, 0), 50, (-0.85, 0.1, 0.5 * sign), (0, 0.2, -sign), 2.0)
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
    return _skin(person.frames[f"{other} {bone}"], centre, radius * person.girth, (1, 0.25, 0), DOWN)


def _spot(person: Person, side: Side, other: str, part: str) -> Place:
    bone, centre, radius, (x, y, z), (a, b, c) = SPOTS[part]
    sign = OUTWARDS[side]
    return _skin(person.frames[f"{other} {bone}"], centre, radius * person.girth, (x, y, z * sign), (a, b, c * sign))


def _skin(frame: Frame, centre: Vector, radius: float, normal: Vector, fingers: Vector, out: float = 0.6) -> Place:
    """A point of round flesh; directions are in the frame of its bone."""
    way = unit(turned(frame.turn, normal))
    along = unit(across(turned(frame.turn, fingers), way))
    return Place(plus(frame.at(centre), times(radius, way)), way, along, out)
