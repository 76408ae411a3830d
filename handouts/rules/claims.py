"""H310: a handout for patients claims no more than studies show.

What: warns about words such as `fix`, `prevents`, `proven`, `pinpoint` and `permanent`. What is denied or asked is no
claim: `no study has proven it`; nor is `fix the band to a door`.
Why: studies of treatments for back and leg pain are weak. Now and then such a word is right; so a person judges.
Instead: what a study found, in whom, and for how long: `fewer bouts of back pain for about a year`.
"""

from collections.abc import Iterator
from datetime import date

from handouts.language.promising import promised
from handouts.model import Handout
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each claim."""
    for found in promised(handout):
        if not found.promise.refuse:
            yield found.sentence.place.warning("H310", found.message, found.hint)
