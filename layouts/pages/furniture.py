"""Head and foot of a page, and the room between them."""

from handouts.model import Handout
from handouts.problem import NOWHERE
from layouts.context import Context
from layouts.flowables.paragraph import Paragraph
from layouts.fonts import NO_BREAK_SPACE
from layouts.pages.centred_head import CentredHead
from layouts.pages.head import Head
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, FOOTER, Element
from layouts.theme import MM

BOTTOM = 8 * MM
CLEAR = 2.9 * MM  # between text and the rule of the foot, at least


def side(width: float) -> float:
    """The margin at both sides of a page of this width, in points."""
    return min(16 * MM, width * 0.076)


class Furniture:
    """Draws head and foot around a page."""

    def __init__(self, handout: Handout, page: Context, root: Element, size: tuple[float, float]) -> None:
        self.page, self.handout = page, handout
        self.width, self.height = size
        self.side = side(self.width)
        self.inner = self.width - 2 * self.side
        kind = CentredHead if page.theme.look.head == "centred" else Head
        self.head = kind(handout, page, root, self.side, self.width)
        self.foot_width = self.inner - self._count(98, 99).natural_width() - 4 * MM  # beside the page number
        self.foot = self._foot_lines()
        # In large print a full foot takes the room of the text: later pages say what it is and which version, and so
        # does the first one where a full foot would take an eighth of it.
        self.later_foot = [self._short_foot()] if page.theme.growth > 1 else self.foot
        if page.theme.growth > 1 and self._foot_height(0) > self.height / 8:
            self.foot = self.later_foot

    def _foot_lines(self) -> list[Paragraph]:
        """What it is and which version: on one line where there is room, else on two; the clinic's own line below."""
        handout, words = self.handout, self.page.words
        what = [handout.title, *([handout.code] if handout.code else [])]
        which = [words.version.format(version=handout.version)]
        for template, day in ((words.published, handout.published), (words.review_by, handout.review_by)):
            which.append(template.format(date=words.month_of(day)))
        if handout.reviewed_by:
            which.append(words.reviewed_by.format(name=handout.reviewed_by))
        which = [part.replace(" ", NO_BREAK_SPACE) for part in which]
        lines = [self._foot_line([*what, *which])]
        if len(lines[0].lines(self.foot_width)) > 1:
            lines = [self._foot_line(what), self._foot_line(which)]
        return [*lines, *([self._foot_line([self.page.clinic.footer])] if self.page.clinic.footer else [])]

    def _short_foot(self) -> Paragraph:
        version = self.page.words.version.format(version=self.handout.version)
        return self._foot_line([self.handout.code or self.handout.id, version])

    def _feet(self, number: int) -> list[Paragraph]:
        return self.later_foot if number else self.foot

    def _foot_line(self, parts: list[str]) -> Paragraph:
        return self.page.words_of(" · ".join(parts), "small", FOOTER, self.handout.place)

    # Room

    def top(self, number: int) -> float:
        """Where the text of a page begins, in points from its top edge."""
        return self.head.height(number) + self.page.theme.inset(3)

    def bottom(self, number: int) -> float:
        """Where the text of a page ends, in points from its top edge."""
        return self.height - BOTTOM - self._foot_height(number) - max(self.page.theme.space(1.5), CLEAR)

    def _foot_height(self, number: int) -> float:
        return sum(line.height(self.foot_width) for line in self._feet(number)) + 4

    def _count(self, number: int, pages: int) -> Paragraph:
        words = self.page.words.page.format(page=number + 1, pages=pages)
        return self.page.words_of(words, "small", FOOTER, NOWHERE)

    # Drawing

    def __call__(self, paper: Paper, number: int, pages: int) -> None:
        """Head and foot of the page with this number, from 0."""
        self.head.draw(paper, number)
        rule = Paint(line=self.page.theme.colours["line"], width=0.8)
        y = self.height - BOTTOM - self._foot_height(number)
        paper.line(DECORATION, self.side, y, self.side + self.inner, y, rule)
        count = self._count(number, pages)
        width = count.natural_width() + 1
        top = y = y + 4
        for line in self._feet(number):
            line.draw(paper, self.side, y, self.foot_width)
            y += line.height(self.foot_width)
        count.draw(paper, self.side + self.inner - width, top, width)
