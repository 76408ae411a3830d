"""H124: nobody is drawn in a pose that no body can take.

What: compares every angle of a drawn person with how far that joint goes in healthy adults.
Why: a picture is copied before the words beside it are read.
Instead: an angle within the range that the message names; or a position that comes nearer, such as `sitting`.
Source: handouts.joints.py names those of the ranges.
"""

from collections.abc import Iterator
from datetime import date

from handouts.joints import excesses
from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import poses


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each angle that is beyond its joint."""
    for pose in poses(handout):
        for excess in excesses(pose):
            low, high, joint = excess.range
            message = f"`{excess.name}: {excess.angle}` is more than a body can do"
            yield excess.place.problem("H124", message, f"{joint} from {low} to {high} degrees")
