"""Feet and what they touch: the legs follow."""

from collections.abc import Callable
from math import sqrt

from layouts.figures.posing.ball import Ball, Size
from layouts.figures.posing.carrying import TOWEL
from layouts.figures.posing.person import LEG, Person, Shortfall, of
from layouts.figures.posing.places import foot_place
from layouts.figures.posing.reach import OutOfReach, bones, joint, span
from layouts.figures.posing.skeleton import ANKLE, SHANK, SIDES, THIGH, Frame, Side
from layouts.figures.posing.solving import close
from layouts.figures.posing.space import (
    UP,
    Matrix,
    Vector,
    about_z,
    across,
    cross,
    length,
    minus,
    of_axes,
    plus,
    product,
    times,
    transposed,
    unit,
)
from layouts.figures.posing.wanted import Wanted

ANKLE_SKIN = 22.0
CROSSED = SHANK - 14.0  # from the knee to where one ankle lies on the other leg
ARCH = 38.0  # from below the ankle to the middle of the sole


def place_feet(person: Person, wanted: Wanted, under: tuple[str, Size] | None) -> Ball | None:
    """Both feet, the one that others lie on first; the ball where one is under a sole."""
    ball = None
    for side in SIDES:
        size = under[1] if under and under[0] == side else None
        match wanted.foot(side):
            case "on floor":
                ball = _plant(person, side, size) or ball
            case "resting":
                _rest(person, wanted, side)
            case "on wall":
                _against_wall(person, side)
    for side in SIDES:
        if wanted.foot(side).endswith(("knee", "thigh", "shin")):
            _cross(person, side, wanted.foot(side))
    return ball


def _plant(person: Person, side: Side, size: Size | None) -> Ball | None:
    """The sole flat on the floor, or on a ball there."""
    lift = 2 * size.half if size else 0.0
    thigh, shank, foot = (person.frames[part] for part in of(side, LEG))
    end = planted(
        person, (thigh.origin, foot.origin), (THIGH, SHANK), person.limbs[side].knee, ANKLE + lift, f"{side} foot"
    )
    knee = joint(thigh.origin, end, THIGH, SHANK, minus(shank.origin, thigh.origin))
    upper, lower = bones(thigh.origin, knee, end, person.ahead(f"{side} thigh"), -1)
    flat = Frame(_level(person.ahead(f"{side} foot"), lower), end)
    person.set(side, {"thigh": upper, "shank": lower, "foot": flat})
    return Ball(plus(flat.at((ARCH, 0, 0)), (0, -ANKLE - lift / 2, 0)), size) if size else None


def planted(
    person: Person, ends: tuple[Vector, Vector], lengths: tuple[float, float], bend: float, height: float, part: str
) -> Vector:
    """The point at a height where two bones end when the joint between them is bent so far, in the same direction.

    Where that is too far up or down, the joint straightens; where even that does not reach, it is a shortfall.
    """
    (start, guess), whole = ends, sum(lengths) - 0.01
    down = start[1] - height
    if abs(down) > whole:
        person.shortfalls.append(Shortfall(part, "on floor", abs(down) - whole))
        return start[0], start[1] - (whole if down > 0 else -whole), start[2]
    out = (guess[0] - start[0], 0.0, guess[2] - start[2])
    flat = sqrt(max(0.0, span(*lengths, bend) ** 2 - down**2))
    x, _, z = times(flat, unit(out)) if length(out) > 1 else (0.0, 0.0, 0.0)
    return start[0] + x, height, start[2] + z


def _level(toes: Vector, shank: Frame) -> Matrix:
    """A foot that stands flat; its toes point where they pointed before, or where the shin looks."""
    flat = across(toes, UP)
    ahead = unit(flat if length(flat) > 0.2 else across(transposed(shank.turn)[0], UP))
    return of_axes(ahead, UP, cross(ahead, UP))


def _rest(person: Person, wanted: Wanted, side: Side) -> None:
    """The leg lies: from the hip it sinks until some of it touches the floor, or the towel under the knees."""
    if wanted.pose.towel == "under knees":
        _over_towel(person, side)
        return
    name = "hip_out" if "side" in wanted.pose.pose else "hip"  # on a side, the upper leg comes down across

    def tried(angle: float) -> float:
        person.bend_leg(side, **{name: angle})
        return person.lowest(*of(side, LEG[1:]))

    start: float = getattr(person.limbs[side], name)
    close(tried, start - 50, start + 50, start)


def _over_towel(person: Person, side: Side) -> None:
    def bent(name: str, part: str, height: float) -> Callable[[float], float]:
        def tried(angle: float) -> float:
            person.bend_leg(side, **{name: angle})
            return person.lowest(f"{side} {part}") - height

        return tried

    close(bent("hip", "thigh", TOWEL), 0, 60, 20)
    close(bent("knee", "foot", 0), 0, 90, 30)


def _against_wall(person: Person, side: Side) -> None:
    """The sole turned to a wall: the ankle bends until it is upright."""
    right = person.rightwards(f"{side} shank")
    toes = unit(across(UP, right))
    person.set(side, {"foot": Frame(of_axes(toes, cross(right, toes), right), person.frames[f"{side} foot"].origin)})


def _cross(person: Person, side: Side, place: str) -> None:
    """The outside of the ankle on the other leg, the knee out to the side."""
    target, thigh = foot_place(person, side, place), person.frames[f"{side} thigh"]
    end = plus(target.point, times(ANKLE_SKIN, target.normal))
    front = person.ahead("pelvis")
    try:
        knee = joint(thigh.origin, end, THIGH, CROSSED, plus(person.outwards("pelvis", side), times(0.6, front)))
    except OutOfReach as error:
        person.shortfalls.append(Shortfall(f"{side} foot", place, error.short))
        return
    upper, lower = bones(thigh.origin, knee, end, front, -1)
    turn = product(lower.turn, about_z(person.limbs[side].ankle))
    person.set(side, {"thigh": upper, "shank": lower, "foot": Frame(turn, lower.at((0, -SHANK, 0)))})
