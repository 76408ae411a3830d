"""A person drawn from a position in words, with what is around. Units are thousandths of stature."""

from collections.abc import Iterator
from functools import lru_cache

from handouts.drawings.pose import Pose
from handouts.problem import Place, Problem
from layouts.figures.drawn import Setting
from layouts.figures.paths import Box, bounds
from layouts.figures.posing import arrows
from layouts.figures.posing.faults import faults
from layouts.figures.posing.painting import Silhouette, painted
from layouts.figures.posing.palette import Palette, palette
from layouts.figures.posing.points import place
from layouts.figures.posing.scene import Scene, settle
from layouts.figures.posing.seen import Camera
from layouts.figures.posing.things import Things
from layouts.figures.posing.views import look
from layouts.figures.sketch import Pile, Shape, Sketch

MARGIN = 14.0  # around everything


def draw(drawing: Pose, setting: Setting) -> Sketch:
    """The picture of a pose; what no body can do is a problem."""
    setting.problems.extend(_faults(drawing, (drawing.place, *(arrow.place for arrow in drawing.arrows))))
    return sketch(drawing, palette(setting.theme, drawing.skin))


def forget() -> None:
    """Every picture is drawn anew."""
    _settled.cache_clear()
    _faults.cache_clear()
    sketch.cache_clear()


@lru_cache(maxsize=256)
def _faults(pose: Pose, places: tuple[Place, ...]) -> tuple[Problem, ...]:
    """What is wrong with a pose; equal ones at other places in a file have problems of their own."""
    return tuple(faults(pose, _settled(pose)))


@lru_cache(maxsize=256)
def _settled(pose: Pose) -> Scene:
    return settle(pose)


@lru_cache(maxsize=256)
def sketch(pose: Pose, colours: Palette) -> Sketch:
    """All of a scene on paper."""
    scene = _settled(pose)
    camera = look(pose, scene.person)
    person = Silhouette(scene.person, camera)
    taken = person.box
    things = Things(scene, camera, colours, taken)
    behind, before = list(things.behind()), [*things.before(), *_marks(scene, camera, colours)]
    around = _around(taken, [*behind, *before])
    return _framed([*behind, *painted(person, colours), *before], around, mirrored=pose.mirror)


def _marks(scene: Scene, camera: Camera, colours: Palette) -> Iterator[Shape]:
    """Where it is felt, and how it moves."""
    for words in scene.pose.felt:
        yield from arrows.felt(place(scene, words), camera, colours)
    for arrow in scene.pose.arrows:
        try:
            yield from list(arrows.drawn(arrow, scene, camera, colours))
        except arrows.Unseen:
            continue  # a problem, which `faults` has told


def _around(person: Box, shapes: list[Shape]) -> Box:
    boxes = [person, *(bounds(shape.path) for shape in shapes)]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _framed(shapes: list[Shape | Pile], around: Box, *, mirrored: bool) -> Sketch:
    """The shapes in a box of their own, its base the floor."""
    left, top, right, bottom = around
    width, height = right - left + 2 * MARGIN, bottom - top + 2 * MARGIN
    corner = (right + MARGIN if mirrored else MARGIN - left), MARGIN - top
    return Sketch(width, height, shapes, base=max(0.0, bottom) + MARGIN, corner=corner, mirrored=mirrored)
