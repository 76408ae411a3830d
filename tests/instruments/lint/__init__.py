"""What a validator cannot see: PDFs that conform and still serve a reader badly. One function, one rule."""

import io
from dataclasses import dataclass

import pikepdf

from tests.instruments import structure
from tests.instruments.lint import document, reading
from tests.instruments.lint.sheet import Sheet

RULES = (*reading.RULES, *document.RULES)


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend: the rule that found it, and what it found."""

    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.message}"


def lint(pdf: bytes, pages: int | None = None) -> list[Finding]:
    """Everything wrong that a validator lets pass; `pages` is how many there ought to be, if that is known."""
    heard = structure.read(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        sheet = Sheet(opened, heard)
        found = [Finding(rule.__name__, message) for rule in RULES for message in rule(sheet)]
    if pages is not None and heard.pages != pages:
        found.append(Finding("page_count", f"{heard.pages} pages instead of {pages}"))
    return found
