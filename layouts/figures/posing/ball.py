"""Balls: how large, how far they give way, and where they are pressed."""

from dataclasses import dataclass

from handouts.drawings.balls import ACROSS
from handouts.drawings.balls import Ball as BallName
from layouts.figures.posing.person import Person
from layouts.figures.posing.skeleton import STATURE_MM
from layouts.figures.posing.space import Vector

# What is left of its height where a body presses it; the project's own, and rounder than under a plate, for flesh gives
# way as well.
LEFT: dict[BallName, float] = {"soft": 0.7, "tennis": 0.9, "firm": 1.0}
LARGER = 1.35  # than true: on a picture of 3 cm, a true tennis ball is a dot of 1 mm
# The piece of flesh that a ball presses, of the right side and of the left.
PRESSED = {
    "buttock": (("pelvis", 2), ("pelvis", 3)),
    "shoulder-blade": (("chest", 4), ("chest", 5)),
    "thigh": (("right thigh", 1), ("left thigh", 1)),
}


@dataclass(frozen=True)
class Size:
    """A ball under load: `radius` across, `half` of its height along what presses it."""

    radius: float
    half: float


@dataclass(frozen=True)
class Ball:
    """A ball in the room; `upright` says that it is pressed from above, and not against a wall."""

    centre: Vector
    size: Size
    upright: bool = True


def size(name: BallName) -> Size:
    """The size of a kind of ball under load, in thousandths of stature."""
    radius = ACROSS[name] / STATURE_MM * 1000 / 2 * LARGER
    return Size(radius, radius * LEFT[name])


@dataclass(frozen=True)
class Pressing:
    """A ball and the piece of flesh that presses it; `how` is `under` or `behind`."""

    how: str
    side: str
    part: str
    size: Size

    @property
    def flesh(self) -> tuple[str, int]:
        """The part and the number of its piece of flesh."""
        return PRESSED[self.part][self.side == "left"]

    @property
    def carries(self) -> bool:
        """Whether the weight of the pelvis is on it."""
        return self.how == "under" and self.part == "buttock"

    def clearance(self, person: Person, ground: float) -> float:
        """How far the flesh is above the top of a ball on the ground."""
        sphere = person.sphere(*self.flesh)
        return sphere.centre[1] - sphere.radius - ground - 2 * self.size.half

    def laid(self, person: Person, ground: float) -> Ball:
        """The ball where it is pressed: below the flesh, or behind it."""
        sphere = person.sphere(*self.flesh)
        x, y, z = sphere.centre
        if self.how == "behind":
            return Ball((x - sphere.radius - self.size.half, y, z), self.size, upright=False)
        return Ball((x, ground + self.size.half, z), self.size)


def pressing(said: str | None, kind: BallName) -> Pressing | None:
    """What is said of a ball, such as `under left buttock`."""
    if not said:
        return None
    how, side, part = said.split()
    return Pressing(how, side, part, size(kind))
