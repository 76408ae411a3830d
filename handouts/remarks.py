"""What `check` tells about a handout besides problems: its score, what it silences and why, and a review to come."""

from collections.abc import Iterator
from datetime import date

from handouts import rules
from handouts.clinic import Clinic
from handouts.model import Handout
from handouts.reviews import outstanding
from handouts.rules.silencing import Silenced
from handouts.score import score


def remarks(handout: Handout, clinic: Clinic | None, today: date) -> Iterator[str]:
    """Each with its reasons; `clinic` is the one whose reviews count, if there is any."""
    found = rules.look(handout, today)
    for silenced in found.silenced:
        yield _silenced(silenced)
    if scored := score(handout, found.problems):
        yield f"{handout.id}: PEMAT-P {scored}"
    if clinic and (awaited := outstanding(handout, clinic)):
        yield f"{handout.id}: {awaited}"


def _silenced(silenced: Silenced) -> str:
    problem = silenced.problem
    return f"{problem.place}: silenced: {problem.message} [{problem.code}]\n    reason: {silenced.reason}"
