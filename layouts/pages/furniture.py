"""Head and foot of a page, and the room between them."""

from handouts.model import Handout
from handouts.problem import NOWHERE
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import Paragraph
from layouts.fonts import NO_BREAK_SPACE
from layouts.pages.centred_head import CentredHead
from layouts.pages.head import Head
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, FOOTER, Element
from layouts.theme import MM

BOTTOM = 8 * MM
CLEAR = 2.9 * MM  # between text and the rule of the foot, at least
WIDE = 220 * MM  # wider than Letter
MOST = 0.1  # of a page's height, for a foot in large print


def side(width: float) -> float:
    """The margin at both sides of a page of this width, in points: 16 mm on A4 and Letter, less or more on others."""
    return width * 0.076 if width > WIDE else min(16 * MM, width * 0.076)


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
        # In large print a full foot would take the room of the text from page after page.
        self.short = page.theme.growth > 1 and self._foot_height() > self.height * MOST
        if self.short:
            self.foot = [self._short_foot()]

    def imprint(self, root: Element) -> list[Flowable]:
        """What a short foot leaves out, as the last words of the document; nothing where the foot says all of it."""
        if not self.short:
            return []
        lines = [_joined([*self._what(), *self._which()]), *self._own_line()]
        paragraphs: list[Flowable] = []
        for line in lines:
            paragraphs.append(self.page.words_of(line, "small", root.add("P"), self.handout.place))
        paragraphs[0].before = self.page.theme.space(2)
        return paragraphs

    def _foot_lines(self) -> list[Paragraph]:
        """What it is and which version: on one line where there is room, else on two; the clinic's own line below."""
        what, which = self._what(), self._which()
        lines = [self._foot_line(_joined([*what, *which]))]
        if len(lines[0].lines(self.foot_width)) > 1:
            lines = [self._foot_line(_joined(what)), self._foot_line(_joined(which))]
        return [*lines, *map(self._foot_line, self._own_line())]

    def _short_foot(self) -> Paragraph:
        return self._foot_line(_joined([self.handout.code or self.handout.id, self._version()]))

    def _what(self) -> list[str]:
        return [self.handout.title, *([self.handout.code] if self.handout.code else [])]

    def _version(self) -> str:
        return self.page.words.version.format(version=self.handout.version)

    def _which(self) -> list[str]:
        """Version, dates, and who reviewed it or that nobody has; no date is torn apart at the end of a line."""
        handout, words = self.handout, self.page.words
        dates = ((words.published, handout.published), (words.review_by, handout.review_by))
        which = [self._version(), *(template.format(date=words.month_of(day)) for template, day in dates)]
        name = self.page.clinic.reviewer(handout)
        which = [part.replace(" ", NO_BREAK_SPACE) for part in (*which, *([] if name else [words.review_awaited]))]
        return [*which, words.reviewed_by.format(name=name)] if name else which

    def _own_line(self) -> list[str]:
        return [self.page.clinic.footer] if self.page.clinic.footer else []

    def _foot_line(self, words: str) -> Paragraph:
        return self.page.words_of(words, "small", FOOTER, self.handout.place)

    # Room

    def top(self, number: int) -> float:
        """Where the text of a page begins, in points from its top edge."""
        return self.head.height(number) + self.page.theme.inset(3)

    def bottom(self, number: int) -> float:
        """Where the text of a page ends, in points from its top edge."""
        return self.height - BOTTOM - self._foot_height() - max(self.page.theme.space(1.5), CLEAR)

    def _foot_height(self) -> float:
        return sum(line.height(width) for line, width in self._foot_widths()) + 4

    def _foot_widths(self) -> list[tuple[Paragraph, float]]:
        """The page number stands beside the first line alone."""
        return [(line, self.inner if number else self.foot_width) for number, line in enumerate(self.foot)]

    def _count(self, number: int, pages: int) -> Paragraph:
        words = self.page.words.page.format(page=number + 1, pages=pages)
        return self.page.words_of(words, "small", FOOTER, NOWHERE)

    # Drawing

    def __call__(self, paper: Paper, number: int, pages: int) -> None:
        """Head and foot of the page with this number, from 0."""
        self.head.draw(paper, number)
        rule = Paint(line=self.page.theme.colours["line"], width=0.8)
        y = self.height - BOTTOM - self._foot_height()
        paper.line(DECORATION, self.side, y, self.side + self.inner, y, rule)
        count = self._count(number, pages)
        width = count.natural_width() + 1
        top = y = y + 4
        for line, wide in self._foot_widths():
            line.draw(paper, self.side, y, wide)
            y += line.height(wide)
        count.draw(paper, self.side + self.inner - width, top, width)


def _joined(parts: list[str]) -> str:
    """Parts on one line; where they need two, the dot between them stays at the end of the first."""
    return f"{NO_BREAK_SPACE}· ".join(parts)
