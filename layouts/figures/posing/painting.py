"""A person on paper: limbs from the farthest to the nearest, each with a white line around it, so that none melt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from layouts.figures.paths import Box, Path
from layouts.figures.posing.palette import Clothes, Palette
from layouts.figures.posing.person import ARM, LEG, Person, of
from layouts.figures.posing.seen import Camera, hull
from layouts.figures.posing.skeleton import SIDES, Side
from layouts.figures.posing.space import dot
from layouts.figures.sketch import Pile, Shape
from layouts.paper import Paint

HALO = 7.0  # of white around each limb
LINE = 5.0  # of an outline, where a fill is white
APART = 25.0  # that one side has to be farther away to be the far one

CLOTHES = {
    "pelvis": "legs", "waist": "top", "chest": "top", "neck": "skin", "head": "skin", "nose": "skin", "hair": "hair",
    "face": "skin", "upper_arm": "top", "forearm": "skin", "hand": "skin", "thigh": "legs", "shank": "legs",
    "foot": "skin", "thumb": "skin", "seat": "legs",
}  # fmt: skip
TRUNK, SEAT = ("pelvis", "waist", "chest"), "seat"


@dataclass(frozen=True)
class Group:
    """Parts that are painted as one, and how near they are."""

    parts: tuple[str, ...]
    depth: float
    clothes: Clothes
    joins: bool = False


def painted(person: Person, camera: Camera, palette: Palette) -> Iterator[Shape | Pile]:
    """All of a person."""
    far = far_side(person, camera)
    middle = (TRUNK, _head(person, camera, palette))
    groups = [Group(parts, _depth(person, camera, parts), palette.near) for parts in middle]
    for side in SIDES:
        clothes = palette.far if side == far else palette.near
        for bones in (ARM, LEG):
            parts = of(side, bones)
            joins = bones is LEG and side != far
            groups.append(Group(parts, _depth(person, camera, parts[1:]), clothes, joins))
    for group in sorted(groups, key=lambda group: group.depth):
        yield from _group(person, camera, group, palette)


def _head(person: Person, camera: Camera, palette: Palette) -> tuple[str, ...]:
    """A head of one colour is a shape alone; else it has hair, and in front of that a face unless it looks away."""
    if palette.near.hair == palette.near.skin:
        return ("neck", "nose", "head")
    looks = dot(person.ahead("head"), camera.back)
    return ("neck", "nose", "head", "hair", *(("face",) if looks > -0.3 else ()))


def far_side(person: Person, camera: Camera) -> Side | None:
    """The side that is farther away; none where a person is seen from the front or from behind."""
    left, right = (camera.depth(person.frames[f"{side} thigh"].origin) for side in SIDES)
    if abs(left - right) < APART:
        return None
    return "left" if left < right else "right"


def _depth(person: Person, camera: Camera, parts: Iterable[str]) -> float:
    depths = [camera.depth(sphere.centre) for part in parts for sphere in person.flesh(part)]
    return sum(depths) / len(depths)


def _group(person: Person, camera: Camera, group: Group, palette: Palette) -> Iterator[Shape | Pile]:
    outlines = {part: outline(person, camera, part) for part in group.parts}
    whole, edge = tuple(outlines.values()), 2 * LINE if group.clothes.line else 0
    yield Pile(whole, Paint(line=palette.halo, width=2 * HALO + edge))
    if group.clothes.line:
        yield Pile(whole, Paint(line=group.clothes.line, width=edge))
    if group.joins:  # no line between a thigh and the seat of the trousers that it comes out of
        yield Shape(outline(person, camera, SEAT), Paint(fill=group.clothes.legs))
    for part, path in outlines.items():
        colour = getattr(group.clothes, CLOTHES[part.rpartition(" ")[2]])
        yield Shape(path, Paint(fill=colour))


def outline(person: Person, camera: Camera, part: str) -> Path:
    """The outline of a part as it is seen."""
    return hull([(*camera.point(sphere.centre), sphere.radius) for sphere in person.flesh(part)])


def box(person: Person, camera: Camera) -> Box:
    """What a person takes on paper, halo and lines included."""
    room = HALO + LINE
    flesh = (sphere for part in person.frames for sphere in person.flesh(part))
    discs = [(*camera.point(sphere.centre), sphere.radius + room) for sphere in flesh]
    return (
        min(x - radius for x, _, radius in discs),
        min(y - radius for _, y, radius in discs),
        max(x + radius for x, _, radius in discs),
        max(y + radius for _, y, radius in discs),
    )
