"""Two bones and a joint between them: where it has to be, so that the end reaches a place."""

from math import acos, asin, atan2, cos, degrees, radians, sqrt

from layouts.figures.posing.skeleton import OUTWARDS, Frame, Side
from layouts.figures.posing.space import (
    Matrix,
    Vector,
    across,
    cross,
    dot,
    length,
    minus,
    of_axes,
    plus,
    times,
    transposed,
    turned,
    unit,
)

ROUNDING = 1e-6


class OutOfReach(Exception):
    """The place is farther away than the limb is long, or nearer than it can be bent; `short` is by how much."""

    def __init__(self, short: float) -> None:
        super().__init__(short)
        self.short = short


def span(upper: float, lower: float, bend: float) -> float:
    """How far apart the ends of two bones are when the joint between them is bent by so many degrees."""
    return sqrt(upper * upper + lower * lower + 2 * upper * lower * cos(radians(bend)))


def bend_for(upper: float, lower: float, distance: float) -> float:
    """The bend in degrees that brings the ends so far apart; raises OutOfReach."""
    if distance > upper + lower + ROUNDING:
        raise OutOfReach(distance - upper - lower)
    if distance < abs(upper - lower) - ROUNDING:
        raise OutOfReach(abs(upper - lower) - distance)
    cosine = (distance * distance - upper * upper - lower * lower) / (2 * upper * lower)
    return degrees(acos(max(-1.0, min(1.0, cosine))))


def joint(start: Vector, end: Vector, upper: float, lower: float, towards: Vector) -> Vector:
    """Where the knee or the elbow is, on the side that `towards` points to; raises OutOfReach."""
    way = minus(end, start)
    distance = length(way)
    bend_for(upper, lower, distance)
    along = unit(way)
    share = (upper * upper - lower * lower + distance * distance) / (2 * distance)
    height = sqrt(max(0.0, upper * upper - share * share))
    return plus(start, plus(times(share, along), times(height, unit(across(towards, along)))))


def bones(start: Vector, middle: Vector, end: Vector, front: Vector, bends: int) -> tuple[Frame, Frame]:
    """The frames of both bones. `bends` is -1 for a knee, which brings the shank back, and 1 for an elbow.

    `front` is where the front of the limb looks where it is straight and does not say so itself.
    """
    first, second = unit(minus(middle, start)), unit(minus(end, middle))
    sideways = across(second, first)
    ahead = times(bends, sideways) if length(sideways) > 0.02 else across(front, first)
    x = unit(ahead)
    z = cross(x, times(-1, first))
    lower_y = times(-1, second)
    upper = Frame(of_axes(x, times(-1, first), z), start)
    return upper, Frame(of_axes(cross(lower_y, z), lower_y, z), middle)


def angles(base: Matrix, bone: Matrix, side: Side) -> tuple[float, float, float]:
    """How far a thigh or an upper arm is bent, out and turned from its base, in degrees: `ball_joint` backwards."""
    sign = OUTWARDS[side]
    turn = tuple(turned(transposed(base), column) for column in transposed(bone))
    down = times(-1, turn[1])
    out = degrees(asin(max(-1.0, min(1.0, sign * down[2]))))
    bend = degrees(atan2(down[0], -down[1]))
    return bend, out, sign * degrees(atan2(turn[0][2], turn[2][2]))


def limb_bend(upper: Frame, lower: Frame) -> float:
    """The angle between two bones in degrees; 0 is straight."""
    cosine = dot(transposed(upper.turn)[1], transposed(lower.turn)[1])
    return degrees(acos(max(-1.0, min(1.0, cosine))))
