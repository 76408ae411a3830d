"""The coverage list: 54 statements, each answered by a block of the library."""

from pathlib import Path

import pytest

from handouts import coverage
from handouts.model import Handout
from handouts.problem import HandoutError, Place
from tests.instruments.manual import rows
from tests.samples import LIBRARY, handout

LISTED = {statement.id: statement.says for statement in coverage.statements()}


def library() -> list[Handout]:
    """Every handout there is."""
    return [handout(path) for path in LIBRARY.values()]


def test_the_list_is_whole() -> None:
    assert len(LISTED) == len(coverage.statements()) == 54


def test_every_statement_is_answered() -> None:
    assert set(LISTED) - set(coverage.answers(library())) == set()


def test_a_handout_that_is_gone_is_missed() -> None:
    left = [one for one in library() if one.id not in ("ball-self-massage", "four-week-diary")]
    assert {"BALL1", "BALL6"} <= set(LISTED) - set(coverage.answers(left))


def test_no_block_answers_what_nobody_said() -> None:
    assert set(coverage.answers(library())) - set(LISTED) == set()


def test_the_table_says_where() -> None:
    sciatica = handout(LIBRARY["sciatica"])
    found = list(coverage.table([sciatica]))
    assert [id for id, _, _ in found][:2] == ["INTRO1", "INTRO2"]
    first = next(block for block in sciatica.blocks if "INTRO1" in block.covers)
    assert found[0] == ("INTRO1", LISTED["INTRO1"], f"sciatica, bullets in sciatica.yaml, line {first.place.line}")
    assert found[1] == ("INTRO2", LISTED["INTRO2"], "")
    assert {id for id, _, _ in found} == set(LISTED)


def test_an_answer_in_a_fragment_names_the_fragment() -> None:
    (answer,) = coverage.answers([handout(LIBRARY["warning-card"])])["FAQ6"]
    assert (answer.handout, answer.block) == ("warning-card", "callout")
    assert answer.place.file.endswith("call-now-short.yaml")
    assert str(answer).startswith("warning-card, callout in call-now-short.yaml, line ")


def test_the_page_of_sources_says_the_same() -> None:
    told = {cells[0]: cells[1] for cells in rows("clinical-sources.md", "What the handouts answer")}
    assert set(told) <= set(LISTED)
    assert {id: says for id, says in told.items() if says != LISTED[id]} == {}
    assert len(told) > 25


def test_a_faulty_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "coverage.yaml"
    path.write_text("statements:\n  - id: lower\n    says: A thing\n", encoding="utf-8")
    with pytest.raises(HandoutError) as refused:
        coverage.statements(path)
    assert [(problem.code, problem.place) for problem in refused.value.problems] == [("H115", Place(str(path), 2, 9))]
