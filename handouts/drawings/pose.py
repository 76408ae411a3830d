"""A person drawn from a named position and from what differs: joints, what touches what, things, arrows."""

from dataclasses import dataclass
from typing import Annotated, Literal

from handouts.drawings.balls import Ball
from handouts.record import Pattern, Record, needs, says

Base = Literal[
    "standing",
    "sitting",
    "sitting-on-floor",
    "lying-on-back",
    "lying-on-front",
    "lying-on-left-side",
    "lying-on-right-side",
    "kneeling",
    "all-fours",
    "bridge",
]
View = Literal["side", "front", "back", "three-quarter", "three-quarter-back"]
Skin = Literal["plain", "light", "olive", "brown", "dark"]
Build = Literal["slim", "medium", "broad"]

Degrees = Annotated[int, Pattern(r"-?\d{1,3}", "whole degrees", "90")]
SIDED = r"(left|right)"
BallPlace = Annotated[
    str,
    Pattern(
        rf"(under|behind) {SIDED} (buttock|thigh|shoulder-blade)|under {SIDED} foot",
        "`under` or `behind`, the side, and `buttock`, `thigh`, `foot` or `shoulder-blade`",
        "under left buttock",
    ),
]
HandPlace = Annotated[
    str,
    Pattern(
        rf"free|on (floor|hips|belly|chest|thighs|seat|wall)|behind head|under head|forearm on floor"
        rf"|(on|behind) {SIDED} (knee|thigh|shin|ankle|foot|shoulder|hand)",
        "`free`, `on floor`, `on hips`, `behind head`, `forearm on floor` and the like, or `on` or `behind` a part",
        "on right knee",
    ),
]
FootPlace = Annotated[
    str,
    Pattern(
        rf"free|resting|on (floor|wall)|on {SIDED} (knee|thigh|shin)",
        "`free`, `resting`, `on floor`, `on wall`, or `on` a knee, a thigh or a shin",
        "on right knee",
    ),
]
BodyPoint = Annotated[
    str,
    Pattern(
        rf"head|chest|hips|belly|lower back|ball"
        rf"|{SIDED} (shoulder|elbow|hand|hip|buttock|thigh|knee|calf|foot)",
        "a part of the body, with its side where there are two",
        "left knee",
    ),
]
Around = Annotated[
    str, Pattern(rf"{SIDED} (shoulder|elbow|hip|knee|foot)|hips|chest", "a joint, with its side", "left knee")
]


@dataclass(frozen=True)
class Limb(Record):
    """The joints of one side of the body, and what its hand and its foot touch. Angles are degrees.

    0 everywhere is standing straight; a joint that is not named stays as the position has it.
    """

    hip: Degrees | None = says("how far the thigh is bent forwards; backwards below 0")
    hip_out: Degrees | None = says("how far the thigh is out to the side; across the body below 0")
    hip_turn: Degrees | None = says("how far the thigh is turned outwards; inwards below 0")
    knee: Degrees | None = says("how far the knee is bent")
    ankle: Degrees | None = says("how far the toes are drawn up; pointed below 0")
    arm: Degrees | None = says("how far the upper arm is lifted forwards; backwards below 0")
    arm_out: Degrees | None = says("how far the upper arm is out to the side")
    arm_turn: Degrees | None = says("how far the upper arm is turned outwards; inwards below 0")
    elbow: Degrees | None = says("how far the elbow is bent")
    hand: HandPlace | None = says("what the hand touches; the arm follows")
    foot: FootPlace | None = says("what the foot touches; the leg follows")


@dataclass(frozen=True)
class Trunk(Record):
    """The back and the head, in degrees."""

    bend: Degrees | None = says("how far the back is bent forwards; backwards below 0")
    side_bend: Degrees | None = says("how far it is bent to the right; to the left below 0")
    twist: Degrees | None = says("how far the shoulders are turned to the right; to the left below 0")
    lean: Degrees | None = says("how far the whole body leans forwards; backwards below 0")
    nod: Degrees | None = says("how far the head is bent forwards; backwards below 0")
    head_turn: Degrees | None = says("how far the head is turned to the right; to the left below 0")


@dataclass(frozen=True)
class Arrow(Record):
    """How something moves."""

    arrow: BodyPoint = needs("what moves")
    to: Literal["up", "down", "ahead", "back", "headwards", "footwards"] | None = says(
        "where it moves: `ahead` is where the belly looks, `up` is away from the floor"
    )
    toward: BodyPoint | None = says("what it moves towards, in place of `to`")
    around: Around | None = says("the joint that it turns about: the arrow is curved")
    by: Degrees | None = says("how far it turns, with `around`")
    both_ways: bool = says("it goes back as well", False)


@dataclass(frozen=True)
class Pose(Record):
    """A person in a position: the nearest of the known ones, and what is different."""

    pose: Base = needs("the position that comes nearest")
    knees: Literal["straight", "bent"] | None = says("both knees, in place of angles")
    both: Limb | None = says("joints and touch of both sides")
    left: Limb | None = says("joints and touch of the left side")
    right: Limb | None = says("joints and touch of the right side")
    trunk: Trunk | None = says("back and head")
    feet: FootPlace | None = says("what both feet touch")
    hands: HandPlace | None = says("what both hands touch")
    ball: BallPlace | None = says("where a ball is pressed; whatever it lies on holds it")
    ball_kind: Ball = says("which ball: it sets its size, and how far it gives way", "tennis")
    towel: Literal["under head", "under knees", "under hips"] | None = says("a rolled towel")
    band: BodyPoint | None = says("what an exercise band runs around, from the hands")
    chair: Literal["plain", "with-back"] = says("what a sitting person sits on", "with-back")
    bed: bool = says("a bed instead of the floor", False)
    wall: Literal["behind", "ahead"] | None = says("a wall")
    arrows: tuple[Arrow, ...] = says("how it moves", ())
    felt: tuple[BodyPoint, ...] = says("where it should be felt", ())
    view: View | None = says("from where it is seen; each position has a usual one")
    mirror: bool = says("swaps left and right, for the other side of the body", False)
    skin: Skin = says("the colour of face, hands and feet; `plain` is that of the clothes", "plain")
    build: Build = says("how broad the person is", "medium")
