"""What can be chosen about the paper, apart from the content and the clinic."""

from dataclasses import dataclass

from layouts.theme import MM

PAPERS = {
    "a4": (210 * MM, 297 * MM),
    "letter": (612.0, 792.0),
    "a5": (148 * MM, 210 * MM),
}


@dataclass(frozen=True)
class Options:
    """How an edition is laid out. `size` is width and height in points; None takes the paper of the clinic."""

    size: tuple[float, float] | None = None
    producer: str = "Clinic Handouts"
