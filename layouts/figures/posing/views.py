"""From where a person is seen."""

from math import cos, radians, sin

from handouts.drawings.pose import Pose
from layouts.figures.posing.person import Person
from layouts.figures.posing.seen import Camera, camera
from layouts.figures.posing.space import UP, Vector, about_y, across, times, turned, unit
from layouts.figures.posing.stances import STANCES

# Degrees that the camera goes round towards the feet or the face, and up: a little in the side view too, so that the
# far limbs can be seen.
ROUND = {"side": 13.0, "three-quarter": 38.0, "three-quarter-back": -38.0, "front": -8.0, "back": 8.0}
ABOVE = {"three-quarter": 20.0, "three-quarter-back": 20.0}
FROM_ABOVE = 0.7  # of the way up: nothing can be looked at from the front that lies on its back


def view_of(pose: Pose) -> str:
    """The view that is asked for, or the usual one of the position."""
    return pose.view or STANCES[pose.pose].view


def look(pose: Pose, person: Person) -> Camera:
    """The camera of a pose."""
    view = view_of(pose)
    straight = _towards(view, person)
    if straight[1] > FROM_ABOVE:
        return camera(UP, (0, 0, -1))
    if straight[1] < -FROM_ABOVE:  # from the floor nothing can be seen: from the head, or from the feet
        straight = times(1 if view == "front" else -1, person.upwards("pelvis"))
    level = unit(across(straight, UP))
    turned_round = turned(about_y(_sign(level) * ROUND[view]), level)
    above = radians(ABOVE.get(view, 0))
    x, _, z = times(cos(above), turned_round)
    return camera((x, sin(above), z))


def _towards(view: str, person: Person) -> Vector:
    match view:
        case "front":
            return person.ahead("pelvis")
        case "back":
            return times(-1, person.ahead("pelvis"))
    return person.rightwards("pelvis")


def _sign(level: Vector) -> float:
    return 1.0 if level[2] >= 0 else -1.0
