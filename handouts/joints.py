"""How far the joints of a body go, in degrees, and what a writer asks that is beyond it.

Hip, ankle, shoulder and elbow: MSD Manual, Normal Values for Range of Motion of Joints, and the wider of it and 38 CFR
4.71, plates I and II, where they differ. Knees bend to 150 under the weight of a body (passive range). Back and neck:
American Academy of Orthopaedic Surgeons, Joint Motion, 1965. They are limits of healthy adults: what a patient should
do is the writer's to say.
"""

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from handouts.drawings.pose import Limb, Pose, Trunk
from handouts.problem import Place


class Range(NamedTuple):
    """The least and the most, and the joint in words."""

    low: int
    high: int
    joint: str


RANGES: dict[str, Range] = {
    "hip": Range(-30, 125, "a hip bends"),
    "hip_out": Range(-45, 45, "a thigh goes out"),
    "hip_turn": Range(-45, 60, "a thigh turns outwards"),
    "knee": Range(0, 150, "a knee bends"),
    "ankle": Range(-50, 20, "toes are drawn up"),
    "arm": Range(-60, 180, "an arm is lifted forwards"),
    "arm_out": Range(-45, 180, "an arm goes out"),
    "arm_turn": Range(-90, 90, "an arm turns outwards"),
    "elbow": Range(0, 150, "an elbow bends"),
    "bend": Range(-30, 80, "a back bends forwards"),
    "side_bend": Range(-35, 35, "a back bends to the side"),
    "twist": Range(-45, 45, "a back turns"),
    "lean": Range(-60, 90, "a body leans"),
    "nod": Range(-45, 45, "a neck bends forwards"),
    "head_turn": Range(-60, 60, "a head turns"),
}


class Excess(NamedTuple):
    """An angle that no body takes."""

    place: Place
    name: str
    angle: int

    @property
    def range(self) -> Range:
        """The joint that it is beyond."""
        return RANGES[self.name]


def excesses(pose: Pose) -> Iterator[Excess]:
    """Every angle of a pose that is beyond its joint."""
    for record in (pose.both, pose.left, pose.right, pose.trunk):
        if record is not None:
            yield from _of(record)


def _of(record: Limb | Trunk) -> Iterator[Excess]:
    for item in fields(record):
        limits, angle = RANGES.get(item.name), getattr(record, item.name)
        if limits and angle is not None and not limits.low <= angle <= limits.high:
            yield Excess(record.place, item.name, angle)
