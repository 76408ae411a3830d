"""H309: a handout for patients stays clear of grade 6.

What: warns about a reading grade from 5.5 to 6, worked out as for H301.
Why: the next change, or a clinic's own name and address, takes it over the limit.
Instead: shorter sentences, and shorter words.
"""

from collections.abc import Iterator
from datetime import date

from handouts.language.grading import HIGHEST, NEAR, grading
from handouts.model import Handout
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning if it nearly reads too hard."""
    found = grading(handout)
    if NEAR <= found.grade <= HIGHEST:
        yield handout.place.warning("H309", found.message, found.hint)
