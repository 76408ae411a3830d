"""What became of a batch: numbers for a person, everything for a program."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handouts.batch.findings import Finding
from handouts.batch.press import Done


@dataclass
class Tally:
    """Counts rows; `files` and `problems` are kept only for programs, which want all of them at once."""

    detailed: bool = False
    last: int = 0
    rows: int = 0
    written: int = 0
    there: int = 0
    bad: int = 0
    files: dict[int, str] = field(default_factory=dict)
    problems: list[Finding] = field(default_factory=list)

    def count(self, done: Done, findings: list[Finding]) -> None:
        """One row more."""
        self.last = done.row
        self.rows += 1
        self.there += done.there
        self.bad += bool(findings)
        self.written += not findings and not done.there
        if self.detailed:
            self.problems += findings
            if done.file:
                self.files[done.row] = done.file

    def record(self, output: Path) -> dict[str, Any]:
        """For other programs."""
        numbers = {name: getattr(self, name) for name in ("rows", "written", "there", "bad")}
        problems = [finding._asdict() for finding in self.problems]
        return {"output": str(output), **numbers, "files": self.files, "problems": problems}

    def summary(self, output: Path, problems: Path, how_long: str, least: bool) -> str:
        """What was written, in how long, and what was not; `least` where others may have been written since."""
        start = "At least " if least else ""
        there = f"; {_were(self.there, 'sheet')} there already" if self.there else ""
        bad = f" {_were(self.bad, 'row')} not printed: see {problems}." if self.bad else ""
        return f"{start}{_were(self.written, 'sheet')} written to {output} in {how_long}{there}.{bad}"


def _were(number: int, thing: str) -> str:
    return f"1 {thing} was" if number == 1 else f"{number:,} {thing}s were"
