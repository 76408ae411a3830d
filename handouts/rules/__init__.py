"""The checks that a careful editor makes: one file per rule, with what it does, why, and what to write instead."""

from datetime import date

from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules import (
    action,
    address,
    alternative_text,
    alternative_words,
    arrows,
    block_length,
    chunks,
    claims,
    contraindications,
    danger_zones,
    dates,
    diary,
    dose,
    emergency,
    evidence,
    exercise_count,
    field_choices,
    field_limits,
    field_lines,
    field_names,
    frames,
    hard_words,
    headings,
    jargon,
    joints,
    link_address,
    link_words,
    list_length,
    main_message,
    nearly_too_hard,
    numbers,
    passive_voice,
    pictures,
    placeholders,
    pressure_limit,
    promises,
    reading_grade,
    review,
    sentence_length,
    sources,
    stop_rule,
    summary,
    table,
)
from handouts.rules.silencing import Findings, sift

RULES = (
    action, address, alternative_text, alternative_words, arrows, block_length, chunks, claims, contraindications,
    danger_zones, dates, diary, dose, emergency, evidence, exercise_count, field_choices, field_limits, field_lines,
    field_names, frames, hard_words, headings, jargon, joints, link_address, link_words, list_length, main_message,
    nearly_too_hard, numbers, passive_voice, pictures, placeholders, pressure_limit, promises, reading_grade, review,
    sentence_length, sources, stop_rule, summary, table,
)  # fmt: skip
# What is only to be looked at in a check refuses a handout that is about to be printed.
OVERDUE = frozenset({"H204"})
# Of rows, choices, limits, diaries and lines: where they do not hold together, there is nothing to lay out.
SHAPE = {"H105", "H106", "H107", "H108", "H123"}


def look(handout: Handout, today: date) -> Findings:
    """What every rule finds, and what blocks allow; `today` decides whether a review is overdue."""
    return sift((problem for rule in RULES for problem in rule.check(handout, today)), handout, codes())


def check(handout: Handout, today: date) -> list[Problem]:
    """Every problem that a rule finds and no block allows, sorted by place."""
    return look(handout, today).problems


def codes() -> set[str]:
    """The codes of the rules: each says its own first."""
    return {(rule.__doc__ or "")[:4] for rule in RULES}


def printable(problems: list[Problem]) -> bool:
    """Whether pages can be tried for what else is wrong; layouts rely on what these rules hold."""
    return not any(problem.code in SHAPE for problem in problems)
