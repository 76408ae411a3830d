"""The numbers from 0 to 10 that people give their pain, and what each part of them means for what they do."""

from dataclasses import dataclass
from typing import Annotated, Literal

from handouts.inline import Text
from handouts.record import Pattern, Record, needs, says

LAST = 10
Kind = Literal["fine", "limit", "stop"]


@dataclass(frozen=True)
class Zone(Record):
    """Numbers that mean the same; the first zone begins at 0, each other after the one before it."""

    up_to: Annotated[int, Pattern(r"\d|10", "a whole number from 0 to 10", "3")] = needs("the last of its numbers")
    zone: Kind = needs("fine to go on, the limit, or time to stop")
    words: Text = needs("what these numbers mean, and what to do")


@dataclass(frozen=True)
class PainScale(Record):
    """A pain scale from 0 to 10 in zones, with the words of each zone."""

    pain_scale: tuple[Zone, ...] = needs("its zones, from 0 upwards; the last one goes up to 10")
    faces: bool = says("a face before the words of each zone", False)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The first and the last number of each zone."""
        ends = [zone.up_to for zone in self.pain_scale]
        return tuple(zip([0, *(end + 1 for end in ends)], ends, strict=False))

    @property
    def whole(self) -> bool:
        """Whether the zones follow one another, and the last one ends the scale."""
        return all(first <= last for first, last in self.spans) and self.pain_scale[-1].up_to == LAST
