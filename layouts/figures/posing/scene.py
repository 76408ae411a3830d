"""From what a writer says to a scene: the person, and the things that carry or touch it. The floor is at y = 0."""

from dataclasses import dataclass

from handouts.drawings.pose import Pose
from layouts.figures.posing.ball import Ball, Pressing, pressing, size
from layouts.figures.posing.carrying import Carrying
from layouts.figures.posing.feet import place_feet
from layouts.figures.posing.hands import place_hands
from layouts.figures.posing.person import GIRTH, Person
from layouts.figures.posing.space import about_z, product
from layouts.figures.posing.wanted import Wanted


@dataclass(frozen=True)
class Scene:
    """The person and the things around. `seat` is the height of a seat, `wall` how far ahead or behind one is."""

    pose: Pose
    person: Person
    pressed: Pressing | None = None
    ball: Ball | None = None
    seat: float | None = None
    wall: float | None = None


def settle(pose: Pose) -> Scene:
    """The scene of a pose; what cannot be reached is among the person's shortfalls."""
    wanted = Wanted(pose)
    pelvis = product(about_z(-wanted.lean), wanted.stance.pelvis)
    person = Person(pelvis, wanted.trunk, dict(wanted.limbs), GIRTH[pose.build])
    sole = pose.ball is not None and pose.ball.endswith("foot")
    pressed = None if sole else pressing(pose.ball, pose.ball_kind)
    carrying = Carrying(person, wanted, pressed)
    carrying.carry()
    under = (pose.ball.split()[1], size(pose.ball_kind)) if pose.ball and sole else None
    ball = place_feet(person, wanted, under)
    place_hands(person, wanted, carrying.ground)
    if pressed:
        ball = pressed.laid(person, carrying.ground)
    seat = carrying.ground if wanted.stance.ground == "chair" else None
    return Scene(pose, person, pressed, ball, seat, _wall(pose, person, ball))


def _wall(pose: Pose, person: Person, ball: Ball | None) -> float | None:
    """Behind a ball that leans on it, or where the person reaches farthest."""
    if ball and not ball.upright:
        return ball.centre[0] - ball.size.half
    if pose.wall:
        return person.reaches(person.frames, 0, -1 if pose.wall == "behind" else 1)
    return None
