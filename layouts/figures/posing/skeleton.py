"""The bones and the flesh of a standing adult, in thousandths of stature.

Lengths of segments are those of Drillis and Contini, Body Segment Parameters (1966), as Winter gives them
(Biomechanics and Motor Control of Human Movement, 4th edition 2009, figure 4.1): upper arm 186, forearm 146, hand 108,
thigh 245, shank 246, ankle 39 above the floor, foot 152, hip 530 and shoulder 818 above the floor, shoulders 259 apart,
chin 870, stature 1000. The thickness of the flesh is drawn, not measured.

Flesh is spheres: seen from anywhere, a sphere is a circle, and the skin is the hull around the circles of a part.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from layouts.figures.posing.space import (
    Matrix,
    Vector,
    about_y,
    about_z,
    about_z_x_y,
    plus,
    product,
    turned,
)

STATURE_MM = 1700  # of the person that is drawn, so that balls and chairs are of the right size

UPPER_ARM, FOREARM, HAND = 186.0, 146.0, 108.0
THIGH, SHANK, ANKLE = 245.0, 246.0, 39.0
PALM = 48.0  # from the wrist to the middle of the palm
HIP_APART = 52.0  # from the middle to the centre of a hip joint
SHOULDER_APART = 112.0
LUMBAR, THORACIC, SHOULDERS = 78.0, 168.0, 288.0  # above the line of the hips: where the trunk bends, and ends
NECK = 22.0  # from the line of the shoulders to where the head turns

Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")
OUTWARDS = {"left": -1.0, "right": 1.0}  # towards z


class Sphere(NamedTuple):
    """A round piece of flesh: its centre and its radius."""

    centre: Vector
    radius: float


class Frame(NamedTuple):
    """Where a bone begins, and how it is turned. Bones of limbs run down the y axis, those of the trunk up."""

    turn: Matrix
    origin: Vector

    def at(self, point: Vector) -> Vector:
        """A point of the bone's own, in the room."""
        return plus(self.origin, turned(self.turn, point))


# The flesh of each bone, in the bone's own frame; for the right side, and mirrored for the left.
FLESH: dict[str, tuple[Sphere, ...]] = {
    "pelvis": (
        Sphere((4, 2, 34), 62),
        Sphere((4, 2, -34), 62),
        Sphere((-22, -12, 42), 55),
        Sphere((-22, -12, -42), 55),
        Sphere((2, 70, 26), 52),
        Sphere((2, 70, -26), 52),
    ),
    "waist": (Sphere((2, 14, 28), 50), Sphere((2, 14, -28), 50), Sphere((4, 84, 40), 55), Sphere((4, 84, -40), 55)),
    "chest": (
        Sphere((4, -6, 40), 55),
        Sphere((4, -6, -40), 55),
        Sphere((2, 62, 56), 56),
        Sphere((2, 62, -56), 56),
        Sphere((-6, 112, 74), 34),
        Sphere((-6, 112, -74), 34),
    ),
    "neck": (Sphere((-6, -8, 0), 25), Sphere((2, 34, 0), 24)),
    "head": (Sphere((4, 84, 0), 50), Sphere((12, 68, 0), 50), Sphere((30, 34, 0), 29)),
    "nose": (Sphere((58, 66, 0), 9), Sphere((52, 58, 0), 14), Sphere((40, 70, 0), 20)),
    "hair": (Sphere((3, 87, 0), 49.5), Sphere((-11, 60, 0), 35), Sphere((14, 109, 0), 28)),
    "face": (Sphere((24, 60, 0), 33), Sphere((30, 34, 0), 29), Sphere((52, 58, 0), 14), Sphere((58, 66, 0), 9)),
    "upper_arm": (Sphere((0, -4, 0), 35), Sphere((4, -70, 0), 31), Sphere((0, -UPPER_ARM, 0), 24)),
    "forearm": (Sphere((0, 0, 0), 24), Sphere((0, -42, 0), 25), Sphere((0, -FOREARM, 0), 16.5)),
    "hand": (Sphere((0, 0, 0), 16.5), Sphere((0, -PALM, 0), 20), Sphere((4, -HAND + 10, 0), 11)),
    "thumb": (Sphere((6, -24, 0), 11), Sphere((30, -58, 0), 8)),
    "seat": (
        Sphere((4, -4, 36), 56),
        Sphere((4, -4, -36), 56),
        Sphere((-22, -12, 42), 55),
        Sphere((-22, -12, -42), 55),
    ),
    "thigh": (Sphere((0, 0, -8), 52), Sphere((6, -90, 0), 53), Sphere((2, -THIGH, 0), 38)),
    "shank": (Sphere((2, 0, 0), 38), Sphere((-10, -76, 0), 38), Sphere((0, -SHANK, 0), 22)),
    "foot": (Sphere((0, 0, 0), 22), Sphere((-16, -18, 0), 21), Sphere((72, -24, 4), 15), Sphere((104, -28, 4), 11)),
}


LEFT = {
    bone: tuple(Sphere((x, y, -z), sphere.radius) for sphere in spheres for x, y, z in [sphere.centre])
    for bone, spheres in FLESH.items()
}


@dataclass(frozen=True)
class Limb:
    """The angles of one arm and one leg, in degrees; 0 everywhere is standing, arms hanging, palms to the thighs."""

    hip: float = 0
    hip_out: float = 0
    hip_turn: float = 0
    knee: float = 0
    ankle: float = 0
    arm: float = 0
    arm_out: float = 0
    arm_turn: float = 0
    elbow: float = 0


@dataclass(frozen=True)
class Trunk:
    """The angles of trunk and head, in degrees: forwards, to the right, and turned to the right."""

    bend: float = 0
    side_bend: float = 0
    twist: float = 0
    nod: float = 0
    head_turn: float = 0


def ball_joint(bend: float, out: float, turn: float, side: Side) -> Matrix:
    """A hip or a shoulder: turned about its bone, then out to the side, then bent forwards."""
    sign = OUTWARDS[side]
    return about_z_x_y(bend, -sign * out, -sign * turn)


def spine(root: Frame, trunk: Trunk) -> dict[str, Frame]:
    """The frames of the trunk and the head, from the pelvis up; each of two joints takes half of a bend."""
    half = about_z_x_y(-trunk.bend / 2, trunk.side_bend / 2, -trunk.twist / 2)
    waist = Frame(product(root.turn, half), root.at((0, LUMBAR, 0)))
    chest = Frame(product(waist.turn, half), waist.at((0, THORACIC - LUMBAR, 0)))
    neck = Frame(chest.turn, chest.at((0, SHOULDERS - THORACIC, 0)))
    head_turn = product(about_y(-trunk.head_turn), about_z(-trunk.nod))
    head = Frame(product(neck.turn, head_turn), neck.at((0, NECK, 0)))
    trunk_frames = {"pelvis": root, "seat": root, "waist": waist, "chest": chest, "neck": neck}
    return trunk_frames | dict.fromkeys(("head", "nose", "hair", "face"), head)


def leg(pelvis: Frame, limb: Limb, side: Side) -> dict[str, Frame]:
    """The frames of a leg from its angles."""
    hip = pelvis.at((0, 0, HIP_APART * OUTWARDS[side]))
    thigh = Frame(product(pelvis.turn, ball_joint(limb.hip, limb.hip_out, limb.hip_turn, side)), hip)
    shank = Frame(product(thigh.turn, about_z(-limb.knee)), thigh.at((0, -THIGH, 0)))
    foot = Frame(product(shank.turn, about_z(limb.ankle)), shank.at((0, -SHANK, 0)))
    return {"thigh": thigh, "shank": shank, "foot": foot}


def shoulder(chest: Frame, side: Side) -> Vector:
    """Where an arm begins."""
    return chest.at((0, SHOULDERS - THORACIC - 8, SHOULDER_APART * OUTWARDS[side]))


def arm(chest: Frame, limb: Limb, side: Side) -> dict[str, Frame]:
    """The frames of an arm from its angles."""
    upper = Frame(product(chest.turn, ball_joint(limb.arm, limb.arm_out, limb.arm_turn, side)), shoulder(chest, side))
    fore = Frame(product(upper.turn, about_z(limb.elbow)), upper.at((0, -UPPER_ARM, 0)))
    return {
        "upper_arm": upper,
        "forearm": fore,
        "hand": (hand := Frame(fore.turn, fore.at((0, -FOREARM, 0)))),
        "thumb": hand,
    }
