"""H102: the review comes after publication.

What: compares `review_by` with `published`.
Why: a review date that has passed before the first print is a slip, and it would mark the handout as out of date.
Instead: the day by which a clinician has to look at it again, at most a few years on.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem if the review date comes first."""
    if handout.review_by < handout.published:
        message = f"`review_by` ({handout.review_by}) is before `published` ({handout.published})"
        yield handout.place.problem("H102", message, "correct one of the two dates")
