"""What a writer asks of a position: its angles with those of the handout over them, and what everything touches."""

from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

from handouts.drawings.pose import Limb as SaidLimb
from handouts.drawings.pose import Pose
from layouts.figures.posing.skeleton import SIDES, Limb, Side, Trunk
from layouts.figures.posing.stances import STANCES, Stance

ARM_ANGLES = ("arm", "arm_out", "arm_turn", "elbow")
LEG_ANGLES = ("hip", "hip_out", "hip_turn")


@dataclass(frozen=True)
class Wanted:
    """A pose, read: each limb's angles, and what each hand and each foot touches."""

    pose: Pose

    @property
    def stance(self) -> Stance:
        """The position before anything is changed."""
        return STANCES[self.pose.pose]

    @cached_property
    def limbs(self) -> dict[Side, Limb]:
        """The angles of each side: those of the position, then what is said of both, then its own."""
        return {side: self._limb(side) for side in SIDES}

    def _limb(self, side: Side) -> Limb:
        limb = self.stance.limb(side)
        if self.pose.knees:
            limb = replace(limb, knee=self.stance.knees[self.pose.knees])
        for given in self._given(side):
            limb = replace(limb, **_angles(given, Limb))
        return limb

    @cached_property
    def trunk(self) -> Trunk:
        """The angles of back and head."""
        given = self.pose.trunk
        return replace(self.stance.trunk, **_angles(given, Trunk)) if given else self.stance.trunk

    @property
    def lean(self) -> float:
        """How far the whole body leans forwards, in degrees."""
        return (self.pose.trunk.lean or 0) if self.pose.trunk else 0

    def hand(self, side: Side) -> str:
        """What a hand touches; where angles of its arm are given, nothing, unless it is said."""
        if said := self._said(side, "hand") or self.pose.hands:
            return said
        bent = any(_bends(limb, ARM_ANGLES) for limb in self._given(side))
        return "free" if bent else self.stance.hand(side)

    def foot(self, side: Side) -> str:
        """What a foot touches: as for a hand. A ball under it is on the floor; so is the foot of some bent knees."""
        if self.pose.ball == f"under {side} foot":
            return "on floor"
        if self.pose.ball == f"under {side} thigh":
            return "free"
        if said := self._said(side, "foot") or self.pose.feet:
            return said
        own: SaidLimb | None = getattr(self.pose, side)  # who bends both legs stands on both feet
        if own and _bends(own, LEG_ANGLES):
            return "free"
        return self.stance.bent_foot if self.stance.bent_foot and self.limbs[side].knee > 40 else self.stance.foot(side)

    def _given(self, side: Side) -> list[SaidLimb]:
        return [limb for limb in (self.pose.both, getattr(self.pose, side)) if limb]

    def _said(self, side: Side, name: str) -> str | None:
        said = [getattr(limb, name) for limb in self._given(side)]
        return next((value for value in reversed(said) if value), None)


def _bends(limb: SaidLimb, names: tuple[str, ...]) -> bool:
    return any(getattr(limb, name) is not None for name in names)


def _angles(record: Any, kind: type[Limb] | type[Trunk]) -> dict[str, float]:
    """The angles that a record gives."""
    names = (item.name for item in fields(kind))
    return {name: value for name in names if (value := getattr(record, name, None)) is not None}
