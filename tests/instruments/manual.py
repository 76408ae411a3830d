"""Reads the Markdown pages of docs/: their fenced blocks, tables, headings and links."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
FENCE = re.compile(r"^( *)```([^\n]*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|tel:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")


def fences(page: str, kind: str) -> list[str]:
    """The blocks of a kind in a page, without their indentation."""
    found = (match for match in FENCE.finditer(PAGES[page]) if match[2] == kind)
    return [re.sub(f"^{match[1]}", "", match[3], flags=re.MULTILINE) for match in found]


def rows(page: str, heading: str) -> list[list[str]]:
    """The cells of the tables under a heading of the second level, without their header rows."""
    part = PAGES[page].split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("|")]
    rules = [cells[0].startswith("---") for cells in lines]
    return [cells for cells, this, below in zip(lines, rules, [*rules[1:], False], strict=True) if not this | below]


def links(page: str) -> list[tuple[str, str]]:
    """File and heading of every link that stays inside the project; an empty file is the page itself."""
    return LINK.findall(FENCE.sub("", PAGES[page]))


def anchors(text: str) -> set[str]:
    """The headings of a page as addresses."""
    titles = re.findall(r"^#+ (.*)$", FENCE.sub("", text), re.M)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
