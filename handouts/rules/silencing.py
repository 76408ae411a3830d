"""H217: `allow` names a rule that its block breaks, and that may be broken.

A block may break a rule with good reason, such as a long sentence that quotes a consent form. The reason is written
beside it, and `check` lists it. Errors cannot be silenced, for the page cannot do without what they ask for; nor can
warnings about safety (H205, H403 and their like), for no reason makes up for what a patient at home does not know; nor
what a whole handout lacks, for that is no fault of any one block.
"""

from collections.abc import Iterable
from typing import NamedTuple

from handouts.model import Allowed, Block, Handout
from handouts.problem import Place, Problem
from handouts.rules.contents import records, texts
from handouts.values import nearest

SAFETY = {"H205", "H401", "H402", "H403", "H404"}


class Silenced(NamedTuple):
    """A warning that its block allows, and why."""

    problem: Problem
    reason: str


class Findings(NamedTuple):
    """What the rules found: what is told, and what is silenced; both sorted by place."""

    problems: list[Problem]
    silenced: list[Silenced]


def sift(found: Iterable[Problem], handout: Handout, codes: set[str]) -> Findings:
    """Sets apart what blocks allow, and adds a problem for each `allow` that is no use; `codes` are those of rules."""
    problems, silenced = set(found), set[Silenced]()
    for block in handout.blocks:
        for allowed in block.allow:
            own = {problem for problem in problems if problem.code == allowed.code and problem.place in _places(block)}
            if refusal := _refusal(allowed, own, codes):
                problems.add(refusal)
            else:
                silenced |= {Silenced(problem, allowed.reason) for problem in own}
    problems -= {one.problem for one in silenced}
    return Findings(sorted(problems), sorted(silenced, key=lambda one: one.problem))


def _places(block: Block) -> set[Place]:
    return {record.place for record in records(block)} | {text.place for text in texts(block)}


def _refusal(allowed: Allowed, own: set[Problem], codes: set[str]) -> Problem | None:
    code, place = allowed.code, allowed.place
    if code not in codes:
        near = nearest(code, sorted(codes))
        hint = f"did you mean `{near}`?" if near else "write the code that `check` names"
        return place.warning("H217", f"`{code}` is not the code of a rule", hint)
    if code in SAFETY:
        return place.warning("H217", f"`{code}` is about safety, and cannot be silenced", "change what is said")
    if any(problem.severity == "error" for problem in own):
        return place.warning("H217", f"`{code}` is an error, and cannot be silenced", "mend it, and take this out")
    if not own:
        return place.warning("H217", f"nothing here breaks `{code}`", "take this out")
    return None
