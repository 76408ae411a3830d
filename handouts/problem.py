"""What a user can get wrong, said so that the user can mend it."""

from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file that a person edits; line and column count from 1, and 0 means the file as a whole."""

    file: str = ""
    line: int = 0
    column: int = 0

    def problem(self, code: str, message: str, hint: str = "") -> "Problem":
        """An error at this place; it refuses the document."""
        return Problem(self, code, message, hint)

    def warning(self, code: str, message: str, hint: str = "") -> "Problem":
        """Something to look at here; it refuses the document only under `check --strict`."""
        return Problem(self, code, message, hint, "warning")

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place()


@dataclass(frozen=True, order=True)
class Problem:
    """One fault, where it is, and what to write instead."""

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place.file else ""
        kind = "warning: " if self.severity == "warning" else ""
        hint = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{where}{kind}{self.message} [{self.code}]{hint}"

    def strict(self) -> "Problem":
        """The same fault, counted as an error."""
        return replace(self, severity="error")


class HandoutError(Exception):
    """The only error a user can cause: every problem found, sorted by place."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
