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


class Silhouette:
    """A person seen by a camera: the discs that the flesh of each part is on paper."""

    def __init__(self, person: Person, camera: Camera) -> None:
        self.person, self.camera = person, camera
        self.discs = {
            part: [(*camera.point(centre), radius) for centre, radius in person.flesh(part)] for part in person.frames
        }

    @property
    def box(self) -> Box:
        """What the person takes on paper, halo and lines included."""
        room, discs = HALO + LINE, [disc for part in self.discs.values() for disc in part]
        return (
            min([x - radius for x, _, radius in discs]) - room,
            min([y - radius for _, y, radius in discs]) - room,
            max([x + radius for x, _, radius in discs]) + room,
            max([y + radius for _, y, radius in discs]) + room,
        )

    def outline(self, part: str) -> Path:
        """The outline of a part."""
        return hull(self.discs[part])

    def depth(self, parts: Iterable[str]) -> float:
        """How near the flesh of some parts is, on the whole."""
        depths = [self.camera.depth(sphere.centre) for part in parts for sphere in self.person.flesh(part)]
        return sum(depths) / len(depths)

    @property
    def far_side(self) -> Side | None:
        """The side that is farther away; none where a person is seen from the front or from behind."""
        left, right = (self.camera.depth(self.person.frames[f"{side} thigh"].origin) for side in SIDES)
        if abs(left - right) < APART:
            return None
        return "left" if left < right else "right"


def painted(seen: Silhouette, palette: Palette) -> Iterator[Shape | Pile]:
    """All of a person."""
    far = seen.far_side
    middle = (TRUNK, _head(seen, palette))
    groups = [Group(parts, seen.depth(parts), palette.near) for parts in middle]
    for side in SIDES:
        clothes = palette.far if side == far else palette.near
        for bones in (ARM, LEG):
            parts = of(side, bones)
            groups.append(Group(parts, seen.depth(parts[1:]), clothes, bones is LEG and side != far))
    for group in sorted(groups, key=lambda group: group.depth):
        yield from _group(seen, group, palette)


def _head(seen: Silhouette, palette: Palette) -> tuple[str, ...]:
    """A head of one colour is a shape alone; else it has hair, and in front of that a face unless it looks away."""
    if palette.near.hair == palette.near.skin:
        return ("neck", "nose", "head")
    looks = dot(seen.person.ahead("head"), seen.camera.back)
    return ("neck", "nose", "head", "hair", *(("face",) if looks > -0.3 else ()))


def _group(seen: Silhouette, group: Group, palette: Palette) -> Iterator[Shape | Pile]:
    outlines = {part: seen.outline(part) for part in group.parts}
    whole, edge = tuple(outlines.values()), 2 * LINE if group.clothes.line else 0
    yield Pile(whole, Paint(line=palette.halo, width=2 * HALO + edge))
    if group.clothes.line:
        yield Pile(whole, Paint(line=group.clothes.line, width=edge))
    if group.joins:  # no line between a thigh and the seat of the trousers that it comes out of
        yield Shape(seen.outline(SEAT), Paint(fill=group.clothes.legs))
    for part, path in outlines.items():
        colour = getattr(group.clothes, CLOTHES[part.rpartition(" ")[2]])
        yield Shape(path, Paint(fill=colour))
