"""H126: an arrow says what moves and where to.

What: looks for exactly one of `to` and `toward` on every arrow of a drawn person, and for the ball that one moves.
Why: an arrow that points nowhere, or at something that is not there, cannot be drawn.
Instead: `to: up` and the like, or `toward:` with a part of the body.
"""

from collections.abc import Iterator
from datetime import date

from handouts.drawings.pose import Arrow, Pose
from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import poses


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each arrow that does not say it, and for each mark on a ball that is not there."""
    for pose in poses(handout):
        for arrow in pose.arrows:
            yield from _arrow(arrow, pose)
        if "ball" in pose.felt and not pose.ball:
            yield pose.place.problem("H126", "there is no ball to be felt", "add `ball:`, or name a part of the body")


def _arrow(arrow: Arrow, pose: Pose) -> Iterator[Problem]:
    if (arrow.to is None) == (arrow.toward is None):
        message = "this arrow points two ways" if arrow.to else "this arrow points nowhere"
        yield arrow.place.problem("H126", message, "write either `to:` or `toward:`")
    if "ball" in (arrow.arrow, arrow.toward) and not pose.ball:
        yield arrow.place.problem("H126", "there is no ball to move", "add `ball:`, or name a part of the body")
