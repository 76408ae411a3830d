"""What can be chosen about the paper, apart from the content and the clinic."""

from dataclasses import dataclass
from math import sqrt

from handouts.clinic import Ink, PaperName, TextSize
from layouts.theme import MM

PAPERS = {
    "a4": (210 * MM, 297 * MM),
    "letter": (612.0, 792.0),
    "a5": (148 * MM, 210 * MM),
    "a3": (297 * MM, 420 * MM),
}
ENLARGED = {"a3": sqrt(2)}  # A3 is for the wall: an A4 page enlarged, words and all


@dataclass(frozen=True)
class Options:
    """What differs between editions; None takes what the clinic says. `size` is a paper of one's own, in points."""

    paper: PaperName | None = None
    text_size: TextSize | None = None
    ink: Ink | None = None
    letterhead: bool | None = None
    size: tuple[float, float] | None = None
    producer: str = "Clinic Handouts"
