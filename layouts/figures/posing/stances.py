"""The named positions: how the pelvis lies, what bends, and what rests on what."""

from dataclasses import dataclass, field
from typing import Literal

from handouts.drawings.pose import Base, View
from layouts.figures.posing.skeleton import Limb, Side, Trunk
from layouts.figures.posing.space import UPRIGHT, Matrix, about_z, of_axes, product

Ground = Literal["floor", "chair"]
KNEES = {"bent": 90.0, "straight": 0.0}


@dataclass(frozen=True)
class Stance:
    """A position before anything is changed.

    `pelvis` is how the pelvis is turned, `rests` are the parts that lie on the ground, the first of which carries the
    pelvis; of the others each is brought down by the joint before it.
    """

    pelvis: Matrix
    both: Limb = Limb()
    left: Limb | None = None
    right: Limb | None = None
    trunk: Trunk = Trunk()
    rests: tuple[str, ...] = ()
    feet: str = "on floor"
    bent_foot: str | None = None  # the feet of bent knees
    hands: str = "free"
    left_foot: str | None = None
    right_foot: str | None = None
    left_hand: str | None = None
    right_hand: str | None = None
    ground: Ground = "floor"
    view: View = "side"
    knees: dict[str, float] = field(default_factory=lambda: dict(KNEES))  # where they are said to be bent or straight

    def limb(self, side: str) -> Limb:
        """The angles of one side."""
        return (self.left if side == "left" else self.right) or self.both

    def foot(self, side: str) -> str:
        """What a foot touches."""
        return (self.left_foot if side == "left" else self.right_foot) or self.feet

    def hand(self, side: str) -> str:
        """What a hand touches."""
        return (self.left_hand if side == "left" else self.right_hand) or self.hands


# Where the front, the head and the right side of the body point to.
ON_BACK = of_axes((0, 1, 0), (-1, 0, 0), (0, 0, 1))
ON_FRONT = of_axes((0, -1, 0), (1, 0, 0), (0, 0, 1))
ON_LEFT = of_axes((0, 0, -1), (-1, 0, 0), (0, 1, 0))
ON_RIGHT = of_axes((0, 0, 1), (-1, 0, 0), (0, -1, 0))
ARMS_LONGER = 11.0  # degrees that the back rises to the shoulders, for arms are longer than thighs

HANGING = Limb(hip=2, knee=3, arm=2, arm_out=7, elbow=10)
BENT_KNEES = {"bent": 100.0, "straight": 0.0}
UPPER = Limb(hip=50, hip_out=40, hip_turn=35, knee=95)  # the knee up, the foot before the other leg

LOWER = Limb(hip=8, knee=8, arm=10, arm_out=80, elbow=90)


def _on_a_side(down: Side, pelvis: Matrix) -> Stance:
    """Propped on the lower forearm, the upper foot in front."""
    left = down == "left"
    return Stance(
        pelvis,
        left=LOWER if left else UPPER,
        right=UPPER if left else LOWER,
        rests=("pelvis", f"{down} forearm"),
        feet="resting",
        left_foot=None if left else "on floor",
        right_foot="on floor" if left else None,
        left_hand="forearm on floor" if left else "on hips",
        right_hand="on hips" if left else "forearm on floor",
        view="front",
        knees={"bent": 60.0, "straight": 4.0},
    )


STANCES: dict[Base, Stance] = {
    "standing": Stance(UPRIGHT, HANGING, feet="on floor", knees={"bent": 35.0, "straight": 0.0}),
    "sitting": Stance(
        UPRIGHT,
        Limb(hip=88, knee=88, arm=28, arm_out=4, elbow=48),
        rests=("pelvis",),
        hands="on thighs",
        ground="chair",
        knees={"bent": 88.0, "straight": 8.0},
    ),
    "sitting-on-floor": Stance(
        about_z(40),
        Limb(hip=92, knee=75, arm=-52, arm_out=8, arm_turn=-20, elbow=8),
        rests=("pelvis", "hands"),
        trunk=Trunk(bend=8, nod=20),
        feet="resting",
        bent_foot="on floor",
        hands="on floor",
        knees={"bent": 75.0, "straight": 4.0},
    ),
    "lying-on-back": Stance(
        ON_BACK,
        Limb(hip=5, knee=4, arm=-4, arm_out=14, elbow=12),
        rests=("pelvis", "chest", "head"),
        feet="resting",
        bent_foot="on floor",
        hands="on belly",
        knees=BENT_KNEES,
    ),
    "lying-on-front": Stance(
        ON_FRONT,
        Limb(hip=0, knee=4, ankle=-45),
        rests=("pelvis", "chest", "head"),
        feet="resting",
        bent_foot="free",
        hands="under head",
        knees={"bent": 90.0, "straight": 4.0},
    ),
    "lying-on-left-side": _on_a_side("left", ON_LEFT),
    "lying-on-right-side": _on_a_side("right", ON_RIGHT),
    "kneeling": Stance(
        UPRIGHT,
        Limb(hip=4, knee=90, ankle=-45, arm=2, arm_out=7, elbow=10),
        rests=("knees", "feet"),
        feet="free",
        knees={"bent": 120.0, "straight": 90.0},
    ),
    "all-fours": Stance(
        product(about_z(ARMS_LONGER), ON_FRONT),
        Limb(hip=90 - ARMS_LONGER, knee=90, ankle=-45, arm=90, elbow=4),
        rests=("knees", "feet"),
        feet="free",
        hands="on floor",
        trunk=Trunk(nod=-12),
    ),
    "bridge": Stance(
        product(about_z(30), ON_BACK),
        Limb(hip=0, knee=95, arm=-32, arm_out=12, elbow=6),
        rests=("chest", "head"),
        feet="on floor",
        hands="resting",
        knees={"bent": 95.0, "straight": 40.0},
    ),
}
