"""A heading: an entry of the outline, nearer to what it heads than to what came before."""

from collections.abc import Sequence

from handouts.model import Section
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import Heading
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, Element
from layouts.theme import Role, Theme


def compose(run: Sequence[Section], parent: Element, page: Context) -> list[Flowable]:
    """Heading and note of each section; the blocks under it follow on their own."""
    return [flowable for section in run for flowable in _compose(section, parent, page)]


def _compose(section: Section, parent: Element, page: Context) -> list[Flowable]:
    part = section.level == 1
    role: Role = "section" if part and not page.compact else "subsection"
    made = page.heading(section.section, role, parent, section.level)
    made.before = page.theme.space(4 if part else 3)
    made.after = page.theme.space(1)
    heading: Flowable = Ruled(made, page.theme) if role == "section" and _ruled(page) else made
    if section.note is None:
        return [heading]
    note = page.paragraph(section.note, "label" if page.layout == "checklist" else "body", parent.add("P"))
    note.keep = True
    note.after = page.theme.space(1)
    heading.after = 0
    return [heading, note]


def _ruled(page: Context) -> bool:
    """Whether the clinic's look wants rules; the stages of a checklist have their own."""
    return page.theme.look.headings == "ruled" and page.layout != "checklist"


class Ruled(Flowable):
    """A heading under a heavy rule as wide as its column, which stands in the space that the heading has above it."""

    keep = True

    def __init__(self, heading: Heading, theme: Theme) -> None:
        self.heading, self.place, self.after = heading, heading.place, heading.after
        self.above = theme.snap(4)  # however close the page is set, letters must not touch the rule
        self.before = heading.before - self.above
        self.paint = Paint(line=theme.colours["mid"], width=2 * min(theme.scale, 1.4))

    def height(self, width: float) -> float:
        return self.above + self.heading.height(width)

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        middle = y + self.paint.width / 2
        paper.line(DECORATION, x, middle, x + width, middle, self.paint)
        self.heading.draw(paper, x, y + self.above, width)
