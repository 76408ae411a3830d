"""What is wrong with a scene: nobody can take that pose, or what moves cannot be seen from there."""

from collections.abc import Iterator

from handouts.drawings.pose import Pose
from handouts.joints import RANGES, excesses
from handouts.problem import Problem
from layouts.figures.posing.arrows import Unseen, way_of
from layouts.figures.posing.ball import Pressing
from layouts.figures.posing.person import ARM, LEG, Person, of
from layouts.figures.posing.reach import angles, limb_bend
from layouts.figures.posing.scene import Scene
from layouts.figures.posing.skeleton import SIDES, STATURE_MM
from layouts.figures.posing.views import look

MOST_SHORT = 0.6  # units that a limb may end before its place: 1 mm on a person of 1.7 m
FLESH = 9.0  # units that flesh gives way, and that nobody sees
TRUNK = ("pelvis", "waist", "chest", "neck", "head")
TOLERATED = 4  # degrees beyond a range that nobody sees


def faults(pose: Pose, scene: Scene) -> Iterator[Problem]:
    """A problem for each; angles that the handout itself says are judged by a rule (H124)."""
    yield from _short(pose, scene.person)
    if not any(excesses(pose)):
        yield from _bent_too_far(pose, scene.person)
    yield from _through(pose, scene)
    if scene.pressed and scene.pressed.how == "under":
        yield from _beside_the_ball(pose, scene, scene.pressed)
    camera = look(pose, scene.person)
    for arrow in pose.arrows:
        try:
            way_of(arrow, scene, camera)
        except Unseen:
            hint = "choose another `view`, or say `to:` or `toward:` in another direction"
            yield arrow.place.problem("F152", f"how the {arrow.arrow} moves cannot be seen from this side", hint)


def _through(pose: Pose, scene: Scene) -> Iterator[Problem]:
    """What goes through the floor or a wall: of each limb the part that is deepest in it."""
    for parts in (TRUNK, *(of(side, bones) for side in SIDES for bones in (ARM, LEG))):
        deep, part = max((-scene.person.lowest(part), part) for part in parts)
        if deep > FLESH:
            yield pose.place.problem("F154", *_told(part, "floor", deep))
        if scene.wall is not None:
            deep, part = max((_behind_wall(scene, part), part) for part in parts)
            if deep > FLESH:
                yield pose.place.problem("F154", *_told(part, "wall", deep))


def _told(part: str, what: str, deep: float) -> tuple[str, str]:
    named = part.replace("_", " ").replace("shank", "lower leg")
    centimetres = max(1, round(deep * STATURE_MM / 10_000))
    hint = "bend it less there, or say what it touches, such as `on floor`"
    return f"the {named} goes through the {what}, by {centimetres} cm", hint


def _behind_wall(scene: Scene, part: str) -> float:
    assert scene.wall is not None
    if scene.pose.wall == "ahead":
        return scene.person.reaches([part], 0, 1) - scene.wall
    return scene.wall - scene.person.reaches([part], 0, -1)


def _beside_the_ball(pose: Pose, scene: Scene, ball: Pressing) -> Iterator[Problem]:
    """A ball that nothing presses, or that has no room."""
    away = ball.clearance(scene.person, scene.seat or 0)
    if abs(away) > MOST_SHORT:
        where, centimetres = (
            "above the ball" if away > 0 else "inside it",
            max(1, round(abs(away) * STATURE_MM / 10_000)),
        )
        message = f"the {ball.side} {ball.part} is {centimetres} cm {where}"
        yield pose.place.problem("F155", message, "choose a position that lies or sits on that part, or another ball")


def _short(pose: Pose, person: Person) -> Iterator[Problem]:
    for short in person.shortfalls:
        if short.by > MOST_SHORT:
            centimetres = max(1, round(short.by * STATURE_MM / 10_000))
            message = f"the {short.part} cannot be {short.place}: it is {centimetres} cm away from where it should be"
            yield pose.place.problem("F151", message, "bend what is between more, or let it touch something nearer")


def _bent_too_far(pose: Pose, person: Person) -> Iterator[Problem]:
    """Joints that follow from what a hand or a foot touches."""
    for side in SIDES:
        for name, angle in _bends(person, side).items():
            low, high, joint = RANGES[name]
            if not low - TOLERATED <= angle <= high + TOLERATED:
                message = f"the {side} {name} would have to bend to {angle:.0f} degrees"
                yield pose.place.problem("F153", message, f"{joint} from {low} to {high} degrees: choose another place")


def _bends(person: Person, side: str) -> dict[str, float]:
    frames = person.frames
    hip, _, _ = angles(person.root.turn, frames[f"{side} thigh"].turn, "left" if side == "left" else "right")
    return {
        "hip": hip,
        "knee": limb_bend(frames[f"{side} thigh"], frames[f"{side} shank"]),
        "elbow": limb_bend(frames[f"{side} upper_arm"], frames[f"{side} forearm"]),
    }
