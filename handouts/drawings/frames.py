"""A movement in pictures: the start, what is between, the end."""

from dataclasses import dataclass

from handouts.drawings.pose import Pose
from handouts.record import Record, needs


@dataclass(frozen=True)
class Frames(Record):
    """Two to four poses of one movement, numbered in their order."""

    frames: tuple[Pose, ...] = needs("the poses, first to last")
