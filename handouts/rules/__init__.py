"""The checks that a careful editor makes: one file per rule, with what it does, why, and what to write instead."""

from datetime import date

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules import (
    alternative_text,
    alternative_words,
    dates,
    diary,
    field_choices,
    field_limits,
    field_lines,
    field_names,
    headings,
    link_address,
    link_words,
    list_length,
    placeholders,
    review,
    sources,
    stop_rule,
    table,
)

RULES = (
    alternative_text, alternative_words, dates, diary, field_choices, field_limits, field_lines, field_names,
    headings, link_address, link_words, list_length, placeholders, review, sources, stop_rule, table,
)  # fmt: skip
# Of rows, choices, limits, diaries and lines: where they do not hold together, there is nothing to lay out.
SHAPE = {"H105", "H106", "H107", "H108", "H123"}


def check(handout: Handout, today: date) -> list[Problem]:
    """Every problem that a rule finds, sorted by place; `today` decides whether a review is overdue."""
    return sorted({problem for rule in RULES for problem in rule.check(handout, today)})


def printable(problems: list[Problem]) -> bool:
    """Whether pages can be tried for what else is wrong; layouts rely on what these rules hold."""
    return not any(problem.code in SHAPE for problem in problems)
