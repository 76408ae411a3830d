"""How something moves, and where it should be felt: painted over everything else."""

from collections.abc import Iterator
from math import atan2, cos, hypot, pi, radians, sin

from handouts.drawings.pose import Arrow
from layouts.figures.paths import Path, Point, Segment, arc, circle, polygon
from layouts.figures.posing.palette import Palette
from layouts.figures.posing.person import Person
from layouts.figures.posing.points import place
from layouts.figures.posing.scene import Scene
from layouts.figures.posing.seen import Camera
from layouts.figures.posing.skeleton import Sphere
from layouts.figures.posing.space import UP, Vector, across, times, unit
from layouts.figures.sketch import Shape
from layouts.paper import Paint

LONG = 130.0  # of a straight arrow at most
SHORT = 60.0
ROOM = 40.0  # for hands that hold what moves
CLEAR = 16.0  # between what moves and its arrow
THICK = 17.0  # of the shaft
HEAD, BARB = 46.0, 27.0  # of the tip: how long, and how far out on each side
HALO = 7.0
TURN = 45.0  # degrees of a curved arrow that does not say how far it turns
SEEN = 0.3  # the least part of a movement that must show on paper
FELT = 15.0
LYING = 0.7  # the most that a body goes up which is said to lie


class Unseen(Exception):
    """A movement straight towards the reader, or away."""


def drawn(arrow: Arrow, scene: Scene, camera: Camera, palette: Palette) -> Iterator[Shape]:
    """One arrow; raises Unseen where it cannot be seen from there."""
    path = way_of(arrow, scene, camera)
    shaft = Paint(line=palette.halo, width=THICK + 2 * HALO)
    yield Shape(path, shaft)
    tips = [_tip(*_end(path))] + ([_tip(*_end(_reversed(path)))] if arrow.both_ways else [])
    for tip in tips:
        yield Shape(tip, Paint(fill=palette.halo, line=palette.halo, width=2 * HALO))
    yield Shape(path, Paint(line=palette.accent, width=THICK))
    for tip in tips:
        yield Shape(tip, Paint(fill=palette.accent))


def way_of(arrow: Arrow, scene: Scene, camera: Camera) -> Path:
    """The line that an arrow follows on paper; raises Unseen."""
    return _curved(arrow, scene, camera) if arrow.around else _straight(arrow, scene, camera)


def felt(sphere: Sphere, camera: Camera, palette: Palette) -> Iterator[Shape]:
    """A dot with a ring around it."""
    centre = camera.point(sphere.centre)
    ring = circle(centre, FELT + 16)
    yield Shape(ring, Paint(line=palette.halo, width=20))
    yield Shape(ring, Paint(line=palette.accent, width=10))
    yield Shape(circle(centre, FELT), Paint(fill=palette.accent, line=palette.halo, width=6))


def _straight(arrow: Arrow, scene: Scene, camera: Camera) -> Path:
    moving = place(scene, arrow.arrow)
    start = camera.point(moving.centre)
    way, long = _way(arrow, scene, camera, start)
    if arrow.both_ways:
        return _beside(start, moving.radius, way, _middle(scene, camera))
    near = moving.radius + CLEAR
    if arrow.toward:  # from behind what moves: before it, the arrow would lie on the body
        tail, tip = near + ROOM + LONG, near + ROOM + HEAD * 0.8
        ends = [(start[0] - way[0] * off, start[1] - way[1] * off) for off in (tail, tip)]
        return ("m", (ends[0],)), ("l", (ends[1],))
    first = (start[0] + way[0] * near, start[1] + way[1] * near)
    long = max(SHORT, min(LONG, long - near)) - HEAD * 0.8
    return ("m", (first,)), ("l", ((first[0] + way[0] * long, first[1] + way[1] * long),))


def _way(arrow: Arrow, scene: Scene, camera: Camera, start: Point) -> tuple[Point, float]:
    """The direction on paper, and how far it may go."""
    if arrow.toward:
        target = place(scene, arrow.toward)
        end = camera.point(target.centre)
        x, y = end[0] - start[0], end[1] - start[1]
        long = hypot(x, y)
        if long < 1:
            raise Unseen
        return (x / long, y / long), long - target.radius - CLEAR
    moves = _direction(arrow.to or "up", scene)
    if arrow.arrow == "ball" and scene.ball and scene.ball.upright:
        moves = unit(across(moves, UP))  # a ball that carries somebody rolls on what it lies on
    x, y = camera.point(moves)
    long = hypot(x, y)
    if long < SEEN:
        raise Unseen
    return (x / long, y / long), 1000.0


def _direction(to: str, scene: Scene) -> Vector:
    person = scene.person
    match to:
        case "up":
            return UP
        case "down":
            return times(-1, UP)
        case "ahead":
            return person.ahead("pelvis")
        case "back":
            return times(-1, person.ahead("pelvis"))
    return times(1 if to == "headwards" else -1, _headwards(person))


def _headwards(person: Person) -> Vector:
    """Along the body; along the floor where the body lies, however it is tilted there."""
    along = person.upwards("pelvis")
    return unit(across(along, UP)) if abs(along[1]) < LYING else along


def _middle(scene: Scene, camera: Camera) -> Point:
    return camera.point(place(scene, "belly").centre)


def _beside(start: Point, radius: float, way: Point, body: Point) -> Path:
    """Next to what moves to and fro, on the side that is away from the body."""
    away = (-way[1], way[0])
    if away[0] * (start[0] - body[0]) + away[1] * (start[1] - body[1]) < 0:
        away = (way[1], -way[0])
    off, half = radius + CLEAR + BARB, LONG / 2 - HEAD * 0.4
    middle = (start[0] + away[0] * off, start[1] + away[1] * off)
    ends = [(middle[0] + way[0] * half * sign, middle[1] + way[1] * half * sign) for sign in (-1, 1)]
    return ("m", (ends[0],)), ("l", (ends[1],))


def _curved(arrow: Arrow, scene: Scene, camera: Camera) -> Path:
    """Around a joint, from what moves on, in the direction that is nearest to the one that is said."""
    moving, pivot = place(scene, arrow.arrow), camera.point(place(scene, arrow.around or "").centre)
    start = camera.point(moving.centre)
    x, y = start[0] - pivot[0], start[1] - pivot[1]
    radius = hypot(x, y)
    if radius < 2 * CLEAR:
        raise Unseen
    way, _ = _way(arrow, scene, camera, start)
    sign = 1 if -y * way[0] + x * way[1] >= 0 else -1
    angle, gap = atan2(y, x), (moving.radius + CLEAR) / radius
    first = angle + sign * gap
    last = first + sign * max(radians(arrow.by or TURN) - gap, (SHORT + HEAD) / radius)
    last -= sign * HEAD * 0.8 / radius
    begin = (pivot[0] + radius * cos(first), pivot[1] + radius * sin(first))
    return (("m", (begin,)), *arc(pivot, radius, first, last))


def _end(path: Path) -> tuple[Point, float]:
    """Where a path ends, and the angle in which it arrives there."""
    points = [point for _, points in path for point in points]
    (x, y), (before_x, before_y) = points[-1], points[-2]
    return (x, y), atan2(y - before_y, x - before_x)


def _reversed(path: Path) -> Path:
    points = [point for _, points in path for point in points][::-1]
    rest = points[1:]
    kind = path[-1][0]
    step = 3 if kind == "c" else 1
    turned: list[Segment] = [("m", (points[0],))]
    turned += [(kind, tuple(rest[at : at + step])) for at in range(0, len(rest), step)]
    return tuple(turned)


def _tip(at: Point, angle: float) -> Path:
    """A triangle that points there."""
    x, y = at
    ahead = (x + HEAD * 0.8 * cos(angle), y + HEAD * 0.8 * sin(angle))
    back = (x - HEAD * 0.2 * cos(angle), y - HEAD * 0.2 * sin(angle))
    barbs = [(back[0] + BARB * cos(angle + turn), back[1] + BARB * sin(angle + turn)) for turn in (pi / 2, -pi / 2)]
    return polygon((ahead, *barbs))
