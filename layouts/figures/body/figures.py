"""The shapes of one view at one size: outline, bones, muscles, points, zones and nerve, from the back to the front."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handouts.drawings.body_map import View
from layouts.colours import WHITE
from layouts.figures.body import bones, muscles, outline, zones
from layouts.figures.body.content import Content
from layouts.figures.body.grid import DIMPLE, at
from layouts.figures.body.palette import Palette
from layouts.figures.paths import Box, Path, Point, circle, line, moved, rectangle, smooth
from layouts.figures.signs import barred
from layouts.figures.sketch import Hatching, Shape
from layouts.paper import Paint

Shapes = Iterator[Shape | Hatching]

# The box of each view in thousandths of the body's height: left, top, right, bottom, as seen for the right side.
BOXES: dict[View, Box] = {
    "back": (-186, 0, 186, 1000),
    "front": (-186, 0, 186, 1000),
    "side": (-96, 0, 101, 1000),
    "hip": (-98, outline.TOP, 98, outline.BOTTOM),
}
SIGN, CROSS = 3.3, 2.9  # points: the radius of a sign not to press, and half of the width of an X
SMALLEST, WHOLE_AT = 0.65, 0.55  # the least share of an X in a small view, and at which scale it has its full size
EASILY_SEEN = 0.8  # the least share of a sign not to press


@dataclass(frozen=True)
class Frame:
    """Where a view stands in its picture, in points: the place of the body's midline and crown, and its scale."""

    view: View
    x: float
    y: float
    scale: float
    mirrored: bool

    def share(self, paints: Palette) -> float:
        """How much of their size signs have in it."""
        return max(SMALLEST, min(1.0, self.scale / WHOLE_AT / paints.scale))

    def path(self, path: Path, *, other: bool = False) -> Path:
        """A path of the right side of the body; `other` is that of the other side."""
        return moved(path, self.x, self.y, self.scale, mirrored=self.mirrored != other)

    def point(self, point: Point, *, other: bool = False) -> Point:
        """A place on the right side of the body, or on the other."""
        sign = -1 if self.mirrored != other else 1
        return self.x + sign * point[0] * self.scale, self.y + point[1] * self.scale


def extent(view: View, mirrored: bool) -> Box:
    """The box of a view, in thousandths of the body's height, or in as many of the enlarged one."""
    left, top, right, bottom = BOXES[view]
    return (-right, top, -left, bottom) if mirrored else (left, top, right, bottom)


def mirrors(view: View, side: str) -> bool:
    """Whether a view is drawn the other way round: what is right from behind is left from the front."""
    return (side == "left") != (view == "front")


def shapes(content: Content, frame: Frame, paints: Palette) -> Shapes:
    """All that one view shows."""
    yield from _skin(frame, paints)
    if content.bones:
        yield from _bones(frame, paints)
    yield from _zones(content, frame, paints)
    if content.nerve and not content.bones:
        yield from _nerve(frame, paints)
    for name, muscle in muscles.SHAPES[content.view].items():
        if name == "piriformis" and content.nerve and content.bones:
            yield from _nerve(frame, paints)  # it comes out under the piriformis
        if name in [one.muscle for one in content.muscles]:
            yield from _muscle(muscle, frame, paints)
    if content.view == "side":
        yield from _arm(frame, paints)
    yield from _dangers(content, frame, paints)
    yield from _marks(content, frame, paints)
    if content.dimple:
        yield Shape(circle(frame.point(at(*DIMPLE), other=True), 1.6 * paints.scale), Paint(fill=paints.crest.line))
    if content.enlarged:
        yield Shape(frame.path(rectangle(-104, outline.TOP, 104, outline.BOTTOM - 24)), paints.frame)


# The body


def _skin(frame: Frame, paints: Palette) -> Shapes:
    if frame.view == "hip":
        whole, lines = outline.hips()
        yield Shape(frame.path(whole), Paint(fill=paints.skin.fill))
        for each in lines:
            yield Shape(frame.path(each), Paint(line=paints.skin.line, width=paints.skin.width))
    else:
        yield Shape(frame.path(outline.side() if frame.view == "side" else outline.standing()), paints.skin)
    yield from _creases(frame, paints)


def _creases(frame: Frame, paints: Palette) -> Shapes:
    if frame.view == "front":
        yield Shape(circle(frame.point(outline.NAVEL), 3 * frame.scale), paints.crease)
    for points in outline.MIDDLE_CREASES[frame.view]:
        yield Shape(frame.path(smooth(points)), paints.crease)
    for points in outline.PAIRED_CREASES[frame.view]:
        yield from (Shape(frame.path(smooth(points), other=other), paints.crease) for other in (False, True))


def _arm(frame: Frame, paints: Palette) -> Shapes:
    yield Shape(frame.path(smooth(outline.SIDE_ARM, closed=True)), paints.skin)


def _bones(frame: Frame, paints: Palette) -> Shapes:
    if frame.view == "side":
        yield Shape(frame.path(smooth(bones.SIDE_THIGH_BONE)), paints.bone)
        yield Shape(frame.path(smooth(bones.SIDE_WING, closed=True)), paints.bone)
        yield Shape(frame.path(smooth(bones.SIDE_CREST)), paints.crest)
        return
    for other in (False, True):
        yield Shape(frame.path(smooth(bones.PUBIS, closed=True), other=other), paints.bone)
        opening = Paint(fill=paints.skin.fill, line=paints.bone.line, width=paints.bone.width)
        yield Shape(frame.path(smooth(bones.OPENING, closed=True), other=other), opening)
    for other in (False, True):
        yield from _half(frame, paints, other)
    for each in (*bones.vertebrae(), bones.tail(), bones.sacrum()):
        yield Shape(frame.path(each), paints.bone)


def _half(frame: Frame, paints: Palette, other: bool) -> Shapes:
    yield Shape(frame.path(smooth(bones.HIP_BONE, closed=True), other=other), paints.bone)
    yield Shape(frame.path(smooth(bones.THIGH_BONE), other=other), paints.bone)
    yield Shape(frame.path(smooth(bones.CREST), other=other), paints.crest)
    rib = frame.path(smooth(bones.RIB), other=other)
    width = 4 * frame.scale
    yield Shape(rib, Paint(line=paints.bone.line, width=width + 2 * paints.bone.width))
    yield Shape(rib, Paint(line=WHITE, width=width))


# What is on it


def _muscle(muscle: muscles.Muscle, frame: Frame, paints: Palette) -> Shapes:
    for part in muscle.parts:
        yield Shape(frame.path(smooth(part, closed=True)), paints.muscle)
    for start, end in muscle.fibres:
        yield Shape(line(frame.point(start), frame.point(end)), paints.fibre)


def _nerve(frame: Frame, paints: Palette) -> Shapes:
    """Down to where it divides, or to the end of the region that is enlarged."""
    last = outline.BOTTOM - 4 if frame.view == "hip" else 1000
    courses = [smooth([point for point in zones.NERVE if point[1] <= last])]
    courses += [smooth(branch) for branch in zones.BRANCHES if frame.view == "back"]
    for paint in (replace(paint, width=paint.width * frame.share(paints)) for paint in paints.nerve):
        yield from (Shape(frame.path(course), paint) for course in courses)


def _zones(content: Content, frame: Frame, paints: Palette) -> Shapes:
    for one in content.zones:
        for points in zones.ZONES[content.view][one.muscle]:
            yield from paints.hatched(frame.path(smooth(points, closed=True)), one.muscle, frame.share(paints))


def _marks(content: Content, frame: Frame, paints: Palette) -> Shapes:
    """An X at each point, of muscles and of zones."""
    shown = dict.fromkeys(one.muscle for one in (*content.muscles, *content.zones) if one.mark)
    for name in shown:
        for point in muscles.SHAPES[content.view][name].marks:
            yield from cross(frame.point(point), paints, frame.share(paints))


def cross(centre: Point, paints: Palette, share: float = 1) -> Shapes:
    """An X with a white rim."""
    (x, y), half = centre, CROSS * paints.scale * share
    for paint in (replace(paint, width=paint.width * share) for paint in paints.mark):
        yield Shape(line((x - half, y - half), (x + half, y + half)), paint)
        yield Shape(line((x - half, y + half), (x + half, y - half)), paint)


def _dangers(content: Content, frame: Frame, paints: Palette) -> Shapes:
    found = [zones.DANGERS[content.view][name] for name in content.dangers]
    both = [(each, other) for each in found for other in (False, True) if not other or _paired(each, content.view)]
    for danger, other in both:
        yield from paints.forbidden(frame.path(danger.path, other=other))
    for danger, other in both:
        yield from sign(frame.point(danger.sign, other=other), paints, max(frame.share(paints), EASILY_SEEN))


def _paired(danger: zones.Danger, view: View) -> bool:
    """Whether there is one on each side of the body."""
    return view != "side" and danger.sign[0] != 0


def sign(centre: Point, paints: Palette, share: float = 1) -> Shapes:
    """Do not press: the sign that a list of what never to do has as well."""
    radius = SIGN * paints.scale * share
    yield Shape(circle(centre, radius + 0.9 * paints.scale), Paint(fill=WHITE))
    ring = Paint(line=paints.danger.line, width=1.25 * paints.scale * share)
    for path in barred(centre, radius):
        yield Shape(path, ring)
