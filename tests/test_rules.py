"""Every rule has its file, its code and its reasons; what each one finds stands in tests/problems."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

from handouts import catalog, rules
from handouts.model import Allowed, AnyBlock
from handouts.problem import Problem
from handouts.rules import contents
from handouts.rules.silencing import SAFETY
from tests.samples import CASES, LIBRARY, handout
from tests.test_problems import FIXTURES, TODAY, found

FOLDER = Path(rules.__file__).parent
CODES = {rule.__name__.rpartition(".")[2]: (rule.__doc__ or "")[:4] for rule in rules.RULES}
EDITORIAL = {
    "H202", "H203", "H204", "H205", "H206", "H207", "H208", "H209", "H210", "H211", "H212", "H213", "H214", "H215",
    "H216", "H302", "H303", "H304", "H305", "H307", "H308", "H309", "H310", "H402", "H403", "H404",
}  # fmt: skip
HELPERS = {"__init__", "asking", "contents", "silencing"}


def test_every_file_is_a_rule_that_is_asked() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} == {*CODES, *HELPERS}
    assert len(set(CODES.values())) == len(CODES)


@pytest.mark.parametrize("rule", rules.RULES, ids=CODES)
def test_a_rule_says_what_it_does_and_why(rule: ModuleType) -> None:
    says = rule.__doc__ or ""
    assert re.match(r"H\d{3}: .+\.\n\nWhat: .+\nWhy: .+\nInstead: .+", says, re.DOTALL)
    assert set(re.findall(r'"(H\d{3})"', Path(str(rule.__file__)).read_text(encoding="utf-8"))) == {says[:4]}


@pytest.mark.parametrize("code", CODES.values())
def test_a_rule_finds_something_and_not_always(code: str) -> None:
    firing = {name for name, path in FIXTURES.items() if code in {problem.code for problem in found(path)}}
    assert firing
    assert firing != set(FIXTURES)


def test_what_a_page_cannot_do_without_is_an_error_and_the_rest_a_warning() -> None:
    severities = {(problem.code, problem.severity) for path in FIXTURES.values() for problem in found(path)}
    asked = {(code, "warning" if code in EDITORIAL else "error") for code in CODES.values()}
    assert {pair for pair in severities if pair[0] in CODES.values()} == asked


@pytest.mark.parametrize("name", LIBRARY)
def test_the_library_has_no_errors(name: str) -> None:
    assert errors(LIBRARY[name]) == []


@pytest.mark.parametrize("name", CASES)
def test_the_cases_have_no_errors(name: str) -> None:
    assert errors(CASES[name]) == []


def errors(path: Path) -> list[Problem]:
    """What refuses a handout on the day of its publication."""
    written = handout(path)
    return [problem for problem in rules.check(written, written.published) if problem.severity == "error"]


def test_the_day_decides_whether_a_review_is_overdue() -> None:
    written = catalog.load(LIBRARY["sciatica"])
    days = written.review_by, date(written.review_by.year + 1, 1, 1)
    overdue = [{"H204"} & {problem.code for problem in rules.check(written, day)} for day in days]
    assert overdue == [set(), {"H204"}]


def test_problems_come_in_the_order_of_the_file() -> None:
    for path in FIXTURES.values():
        if not path.name.startswith("clinic-"):
            lines = [problem.place for problem in found(path)]
            assert lines == sorted(lines)


def test_a_walk_meets_every_text_and_line() -> None:
    written = handout(CASES["table"])
    raw = CASES["table"].read_text(encoding="utf-8")
    assert len(list(contents.texts(written))) > 5
    assert ("title", written.title) in {(key, line) for _, key, line in contents.lines(written)}
    assert all(line in raw for _, _, line in contents.lines(written))


ALLOWED = FIXTURES["allowed"]


def test_what_a_block_allows_is_kept_with_its_reason() -> None:
    silenced = rules.look(handout(ALLOWED), TODAY).silenced
    assert [(one.problem.code, one.reason) for one in silenced] == [("H209", "Quote of the consent form.")]
    first = handout(ALLOWED).blocks[1]
    assert silenced[0].problem.place == first.place


def test_nothing_is_lost_by_what_a_block_allows() -> None:
    written = handout(ALLOWED)
    bare = replace(written, body=tuple(cast(AnyBlock, replace(block, allow=())) for block in written.blocks))
    looked = rules.look(written, TODAY)
    told = {problem for problem in looked.problems if problem.code != "H217"}
    assert told | {one.problem for one in looked.silenced} == set(rules.check(bare, TODAY))


def test_safety_cannot_be_silenced() -> None:
    written = handout(FIXTURES["danger-zones"])
    allow = tuple(Allowed(code, "We want it so.") for code in sorted(SAFETY))
    bold = replace(written, body=tuple(cast(AnyBlock, replace(block, allow=allow)) for block in written.blocks))
    looked = rules.look(bold, TODAY)
    assert looked.silenced == []
    assert {problem for problem in looked.problems if problem.code != "H217"} == set(rules.check(written, TODAY))
    assert {code for code in CODES.values() if code.startswith("H4")} < SAFETY < set(CODES.values())


def test_a_reason_is_no_text_of_the_page() -> None:
    text = "Quote of the consent form."
    assert text not in {line for _, _, line in contents.lines(handout(ALLOWED))}
    assert text in ALLOWED.read_text(encoding="utf-8")
