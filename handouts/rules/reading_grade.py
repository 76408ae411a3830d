"""H301: a handout for patients reads at grade 6 or below.

What: works out the Flesch-Kincaid grade of all that is printed, and of whole sentences alone, as short points make a
page look easier than it is; the higher one counts. Syllables of names in the glossary are left out. Fewer than 60 words
are not judged.
Why: the American Medical Association asks for grade 6: readers in pain or in worry read less well than usual.
Instead: shorter sentences, and shorter words. Never take a warning sign out to lower the grade.
"""

from collections.abc import Iterator
from datetime import date

from handouts.language.grading import HIGHEST, grading
from handouts.model import Handout
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem if it reads too hard."""
    found = grading(handout)
    if found.grade > HIGHEST:
        yield handout.place.problem("H301", found.message, found.hint)
