"""The ledger of docs/accessibility.md names only what exists, and leaves out no clause and no checkpoint."""

import re
import zipfile
from pathlib import Path

from tests.instruments import verapdf
from tests.instruments.lint import RULES

ROOT = Path(__file__).parent.parent
LEDGER = (ROOT / "docs/accessibility.md").read_text(encoding="utf-8")
ROWS = [line.split(" | ") for line in LEDGER.splitlines() if line.startswith("| ")]


def test_every_clause_and_every_checkpoint_has_a_line() -> None:
    first = " ".join(row[0] for row in ROWS)
    assert [clause for clause in range(1, 22) if not re.search(rf"\b7\.{clause}\b", first)] == []
    assert [number for number in range(1, 32) if f"| {number:02} " not in LEDGER] == []


def test_every_file_that_is_named_exists() -> None:
    named = set(re.findall(r"`([a-z_]+/[\w./-]+)`", LEDGER))
    assert len(named) > 20
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_rule_of_lint_has_a_place() -> None:
    assert [rule.__name__ for rule in RULES if f"`{rule.__name__}`" not in LEDGER] == []


def test_every_rule_of_the_validator_that_is_named_exists() -> None:
    with zipfile.ZipFile(verapdf.jar()) as archive:
        profile = archive.read("org/verapdf/pdfa/validation/PDFUA-1.xml").decode()
    known = {f"{clause}-{test}" for clause, test in re.findall(r'clause="([\d.]+)"\s+testNumber="(\d+)"', profile)}
    named = set(re.findall(r"\b([5-7](?:\.\d+)*-\d+)\b", LEDGER))
    assert len(named) > 50
    assert named - known == set()
