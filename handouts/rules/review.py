"""H204: the review date has not passed.

What: compares `review_by` with the day on which the program runs. A check warns; `build` and `batch` refuse to print
what is overdue, unless they are told `--allow-overdue`.
Why: advice goes out of date, and the page says by when somebody was to look at it.
Instead: have a clinician look at it, raise `version`, and set new dates.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning if the day of the review lies before `today`."""
    if handout.review_by < today:
        hint = "have a clinician look at it and set new dates; until then only `--allow-overdue` prints it"
        yield handout.place.warning("H204", f"this handout was to be reviewed by {handout.review_by}", hint)
