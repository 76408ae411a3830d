"""A person in a position: the joints, and where every bone and every piece of flesh is because of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from layouts.figures.posing import skeleton
from layouts.figures.posing.skeleton import FLESH, LEFT, SIDES, Frame, Limb, Side, Sphere, Trunk
from layouts.figures.posing.space import Matrix, Vector, about_z, product, transposed

GIRTH = {"slim": 0.9, "medium": 1.0, "broad": 1.16}
ARM, LEG = ("upper_arm", "forearm", "hand", "thumb"), ("thigh", "shank", "foot")
SAME_ON_ALL = ("head", "nose", "hair", "face", "hand", "thumb", "foot")  # as far as a picture shows


def of(side: str, bones: Iterable[str]) -> tuple[str, ...]:
    """The names of the parts of one side."""
    return tuple(f"{side} {bone}" for bone in bones)


@cache
def own(part: str, girth: float) -> tuple[Sphere, ...]:
    """The flesh of a part in its bone's own frame."""
    side, _, bone = part.rpartition(" ")
    girth = 1 if bone in SAME_ON_ALL else girth
    return tuple(Sphere(centre, radius * girth) for centre, radius in (LEFT if side == "left" else FLESH)[bone])


@dataclass(frozen=True)
class Shortfall:
    """What cannot reach the place that it should touch, and by how many units."""

    part: str
    place: str
    by: float


class Person:
    """Joints, and the frames that follow from them, by the name of a part such as `chest` or `left thigh`.

    Where a hand or a foot has to touch something, its limb's frames are set and no longer follow the angles.
    """

    def __init__(self, pelvis: Matrix, trunk: Trunk, limbs: dict[Side, Limb], girth: float = 1) -> None:
        self.root = Frame(pelvis, (0, 1000, 0))
        self.trunk, self.limbs, self.girth = trunk, limbs, girth
        self.frames: dict[str, Frame] = {}
        self.shortfalls: list[Shortfall] = []
        self._flesh: dict[str, tuple[Frame, list[Sphere]]] = {}
        self.bend()

    # Joints

    def bend(self) -> None:
        """Every frame from its angles."""
        self.frames = skeleton.spine(self.root, self.trunk)
        for side in SIDES:
            self.bend_leg(side)
            self.bend_arm(side)

    def bend_leg(self, side: Side, **angles: float) -> None:
        """One leg, some of its angles anew."""
        if angles:
            self.limbs[side] = replace(self.limbs[side], **angles)
        self.set(side, skeleton.leg(self.root, self.limbs[side], side))

    def bend_arm(self, side: Side, **angles: float) -> None:
        """One arm, some of its angles anew."""
        if angles:
            self.limbs[side] = replace(self.limbs[side], **angles)
        self.set(side, skeleton.arm(self.frames["chest"], self.limbs[side], side))

    def bend_trunk(self, **angles: float) -> None:
        """The trunk alone, some of its angles anew; `bend` then brings the limbs along."""
        self.trunk = replace(self.trunk, **angles)
        self.frames = skeleton.spine(self.root, self.trunk)

    def set(self, side: Side, frames: dict[str, Frame]) -> None:
        """The frames of a limb; a thumb goes where its hand does."""
        if "hand" in frames:
            frames = {**frames, "thumb": frames["hand"]}
        self.frames |= {f"{side} {bone}": frame for bone, frame in frames.items()}

    # As a whole

    def lift(self, by: float) -> None:
        """Move the whole person up."""
        x, y, z = self.root.origin
        self.root = Frame(self.root.turn, (x, y + by, z))
        self.frames = {
            part: Frame(frame.turn, (frame.origin[0], frame.origin[1] + by, frame.origin[2]))
            for part, frame in self.frames.items()
        }

    def pitch(self, pelvis: Matrix, degrees: float) -> None:
        """Turn the trunk in the plane of the picture, from a position of the pelvis; `bend` then brings the limbs."""
        self.root = Frame(product(about_z(degrees), pelvis), self.root.origin)
        self.bend_trunk()

    # Flesh

    def flesh(self, part: str) -> list[Sphere]:
        """The flesh of a part in the room; kept until its frame is another one."""
        frame = self.frames[part]
        known = self._flesh.get(part)
        if known is None or known[0] is not frame:
            known = self._flesh[part] = frame, self._placed(part, frame)
        return known[1]

    def _placed(self, part: str, frame: Frame) -> list[Sphere]:
        return [Sphere(frame.at(centre), radius) for centre, radius in own(part, self.girth)]

    def sphere(self, part: str, number: int) -> Sphere:
        """One piece of flesh in the room."""
        return self.flesh(part)[number]

    def reaches(self, parts: Iterable[str], axis: int, sign: int) -> float:
        """How far the flesh of some parts reaches along an axis: up with 1 and 1, down with 1 and -1."""
        return max(self._reach(part, axis, sign) for part in parts) * sign

    def _reach(self, part: str, axis: int, sign: int) -> float:
        """Without placing the flesh: a body that is being laid down asks a hundred times."""
        frame = self.frames[part]
        p, q, r = frame.turn[axis]
        return sign * frame.origin[axis] + max(
            sign * (p * x + q * y + r * z) + radius for (x, y, z), radius in own(part, self.girth)
        )

    def lowest(self, *parts: str) -> float:
        """The height of the lowest point of some parts."""
        return self.reaches(parts, 1, -1)

    # Directions

    def ahead(self, part: str) -> Vector:
        """Where the front of a part looks."""
        return transposed(self.frames[part].turn)[0]

    def upwards(self, part: str) -> Vector:
        """Where the upper end of a part of the trunk points, and of a limb its beginning."""
        return transposed(self.frames[part].turn)[1]

    def rightwards(self, part: str) -> Vector:
        """Where the right side of a part is."""
        return transposed(self.frames[part].turn)[2]

    def outwards(self, part: str, side: Side) -> Vector:
        """Where a side of a part is."""
        x, y, z = self.rightwards(part)
        sign = skeleton.OUTWARDS[side]
        return sign * x, sign * y, sign * z
