"""H306: a handout for patients promises no cure.

What: looks for words that no leaflet can say of a treatment, such as `cure`, `guarantee`, `toxins` and `restores the
nerve`. What is denied or asked is no promise: `we cannot promise a cure`, `is there a cure?`.
Why: no treatment of back and leg pain keeps such a promise, and it keeps people from seeking help.
Instead: what is known and what is not: `it may help some people for a while`.
"""

from collections.abc import Iterator
from datetime import date

from handouts.language.promising import promised
from handouts.model import Handout
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each promise."""
    for found in promised(handout):
        if found.promise.refuse:
            yield found.sentence.place.problem("H306", found.message, found.hint)
