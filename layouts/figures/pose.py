"""A person drawn from a position in words, with what is around. Units are thousandths of stature."""

from collections.abc import Iterator
from functools import lru_cache

from handouts.drawings.pose import Pose
from layouts.figures.drawn import Setting
from layouts.figures.posing import arrows
from layouts.figures.posing.faults import faults
from layouts.figures.posing.painting import painted
from layouts.figures.posing.palette import Palette, palette
from layouts.figures.posing.points import place
from layouts.figures.posing.scene import Scene, settle
from layouts.figures.posing.seen import Camera
from layouts.figures.posing.things import Things
from layouts.figures.posing.views import look
from layouts.figures.sketch import Box, Shape, Sketch, bounds, moved

MARGIN = 14.0  # around everything


def draw(drawing: Pose, setting: Setting) -> Sketch:
    """The picture of a pose; what no body can do is a problem."""
    setting.problems.extend(faults(drawing, _settled(drawing)))
    return sketch(drawing, palette(setting.theme, drawing.skin))


@lru_cache(maxsize=256)
def _settled(pose: Pose) -> Scene:
    return settle(pose)


@lru_cache(maxsize=256)
def sketch(pose: Pose, colours: Palette) -> Sketch:
    """All of a scene on paper."""
    scene = _settled(pose)
    camera = look(pose, scene.person)
    person = list(painted(scene.person, camera, colours))
    things = Things(scene, camera, colours, _box(person))
    marks = [shape for words in pose.felt for shape in arrows.felt(place(scene, words), camera, colours)]
    shapes = [*things.behind(), *person, *things.before(), *marks, *_arrows(scene, camera, colours)]
    return _framed(shapes, mirrored=pose.mirror)


def _arrows(scene: Scene, camera: Camera, colours: Palette) -> Iterator[Shape]:
    for arrow in scene.pose.arrows:
        try:
            yield from list(arrows.drawn(arrow, scene, camera, colours))
        except arrows.Unseen:
            continue  # a problem, which `faults` has told


def _box(shapes: list[Shape]) -> Box:
    boxes = [bounds(shape.path) for shape in shapes]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _framed(shapes: list[Shape], *, mirrored: bool) -> Sketch:
    """The shapes in a box of their own, from its top left corner."""
    left, top, right, bottom = _box(shapes)
    width, height = right - left + 2 * MARGIN, bottom - top + 2 * MARGIN
    across = right + MARGIN if mirrored else MARGIN - left
    placed = [Shape(moved(shape.path, across, MARGIN - top, mirrored=mirrored), shape.paint) for shape in shapes]
    return Sketch(width, height, placed, base=max(0.0, bottom) + MARGIN)
