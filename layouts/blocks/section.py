"""A heading: an entry of the outline, nearer to what it heads than to what came before."""

from collections.abc import Sequence

from handouts.model import Section
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.tagging.tree import Element
from layouts.theme import Role


def compose(run: Sequence[Section], parent: Element, page: Context) -> list[Flowable]:
    """Heading and note of each section; the blocks under it follow on their own."""
    return [flowable for section in run for flowable in _compose(section, parent, page)]


def _compose(section: Section, parent: Element, page: Context) -> list[Flowable]:
    part = section.level == 1
    role: Role = "section" if part and not page.compact else "subsection"
    made = page.heading(section.section, role, parent, section.level)
    made.before = page.theme.space(4 if part else 3)
    made.after = page.theme.space(1)
    if section.note is None:
        return [made]
    note = page.paragraph(section.note, "label" if page.layout == "checklist" else "body", parent.add("P"))
    note.keep = True
    note.after = page.theme.space(1)
    made.after = 0
    return [made, note]
