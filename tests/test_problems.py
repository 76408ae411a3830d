"""Each file of tests/problems says above the offending line what is wrong with it: no more and no less is found."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from handouts import catalog, rules, source
from handouts.problem import HandoutError, Place, Problem, Severity

HERE = Path(__file__).parent
FIXTURES = {path.stem: path for path in sorted((HERE / "problems").glob("*.yaml"))}
FAULT = re.compile(r"\s*# (error|warning): (\d+): (.*) \[([A-Z]\d{3})\]$")
HINT = re.compile(r"\s*# hint: (.*)$")
CODE = re.compile(r"\b[YHF]\d{3}\b")
TODAY = date(2026, 6, 1)


@pytest.mark.parametrize("name", FIXTURES)
def test_what_is_found_is_what_is_written(name: str) -> None:
    path = FIXTURES[name]
    assert set(map(str, found(path))) == set(map(str, written(path)))


def test_a_planted_fault_is_missed_by_the_comments(tmp_path: Path) -> None:
    planted = planted_in(tmp_path, "headings", "  - section: Cut", "  - section: Cut\n    levle: 1")
    assert "H111" in {problem.code for problem in set(found(planted)) - set(written(planted))}


def test_a_comment_without_its_fault_is_missed(tmp_path: Path) -> None:
    planted = planted_in(tmp_path, "headings", "    level: 2", "    level: 1")
    assert {problem.code for problem in set(written(planted)) - set(found(planted))} == {"H201"}


def test_a_wrong_column_or_hint_is_missed(tmp_path: Path) -> None:
    for text, other in (("# error: 5:", "# error: 6:"), ("# hint: write `level: 1`", "# hint: write `level: 3`")):
        planted = planted_in(tmp_path, "headings", text, other)
        assert set(found(planted)) != set(written(planted))


def test_every_code_is_tried_somewhere() -> None:
    used = {
        code
        for file in (HERE.parent / "handouts").rglob("*.py")
        for code in CODE.findall(file.read_text(encoding="utf-8"))
    }
    tests = [*FIXTURES.values(), *(HERE / f"test_{name}.py" for name in ("reader", "catalog", "editions"))]
    assert used - {code for file in tests for code in CODE.findall(file.read_text(encoding="utf-8"))} == set()
    assert len(used) > 50


def planted_in(folder: Path, name: str, text: str, other: str) -> Path:
    """A fixture with some of its text replaced."""
    before = FIXTURES[name].read_text(encoding="utf-8")
    assert text in before
    path = folder / f"{name}.yaml"
    path.write_text(before.replace(text, other, 1))
    return path


def found(path: Path) -> list[Problem]:
    """What the program says about a file; the name of the file says whether it is a clinic's."""
    try:
        if path.name.startswith("clinic-"):
            catalog.load_clinic(path)
            return []
        return rules.check(catalog.load(path), TODAY)
    except HandoutError as error:
        return list(error.problems)


def written(path: Path) -> Iterator[Problem]:
    """What the comments of a file say."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for index, line in enumerate(lines):
        if match := FAULT.match(line):
            hint = HINT.match(lines[index + 1])
            offending = next(at for at in range(index, len(lines)) if not lines[at].lstrip().startswith("#"))
            place = Place(source.shown(path), offending + 1, int(match[2]))
            severity: Severity = "error" if match[1] == "error" else "warning"
            yield Problem(place, match[4], match[3], hint[1] if hint else "", severity)
