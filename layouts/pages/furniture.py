"""Head and foot of a page: whose it is, what it is, which version, which page of how many."""

from pathlib import Path

from handouts.model import Handout
from handouts.problem import NOWHERE
from layouts.context import Context
from layouts.figures.picture import PictureError, Pixels, Vector, load
from layouts.flowables.paragraph import Paragraph
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, FOOTER, HEADER, Element, Owner
from layouts.theme import MM, Role

SIDE = 16 * MM
TOP = 9 * MM
BOTTOM = 8 * MM
CLEAR = 1.8 * MM  # between text and the rule of the foot, at least
LOGO = 12 * MM
BETWEEN = 3.5 * MM


class Furniture:
    """Draws head and foot. What stands at the head of the first page is content; later heads repeat it."""

    def __init__(self, handout: Handout, page: Context, root: Element, size: tuple[float, float]) -> None:
        self.page, self.handout = page, handout
        self.width, self.height = size
        self.inner = self.width - 2 * SIDE
        self.logo = self._load_logo(root)
        self.name = self._line(page.clinic.name or "", "name", root)
        self.tagline = self._line(page.clinic.tagline or "", "label", root)
        self.kind = self._line(getattr(page.words, handout.layout.replace("-", "_")), "label", root)
        self.phone = self._line(page.clinic.phone or "", "label", root)
        self.later_name = self._line(page.clinic.name or "", "label", HEADER)
        self.later_title = self._line(handout.title, "label", HEADER)
        self.foot = self._foot_lines()

    def _line(self, words: str, role: Role, owner: Owner) -> Paragraph | None:
        if not words:
            return None
        element = owner.add("P") if isinstance(owner, Element) else owner
        return self.page.words_of(words, role, element, self.page.clinic.place)

    def _load_logo(self, root: Element) -> tuple[Pixels | Vector, Element] | None:
        clinic = self.page.clinic
        if not clinic.logo:
            return None
        try:
            picture = load(Path(clinic.place.file).parent / clinic.logo)
        except PictureError as error:
            self.page.problems.append(
                clinic.place.problem("F120", f"the logo {clinic.logo} {error.message}", error.hint)
            )
            return None
        alt = clinic.logo_alt or self.page.words.logo.format(name=clinic.name or "").strip()
        return picture, root.add("Figure", alt=alt)

    def _foot_lines(self) -> list[Paragraph]:
        """What it is and which version: on one line where there is room, else on two."""
        handout, words = self.handout, self.page.words
        what = [handout.title, *([handout.code] if handout.code else [])]
        which = [words.version.format(version=handout.version)]
        for template, day in ((words.published, handout.published), (words.review_by, handout.review_by)):
            date = words.month_date.format(month=words.months[day.month - 1], year=day.year)
            which.append(template.format(date=date))
        lines = [self._foot_line([*what, *which])]
        if len(lines[0].lines(self._foot_width())) > 1:
            lines = [self._foot_line(what), self._foot_line(which)]
        return lines

    def _foot_line(self, parts: list[str]) -> Paragraph:
        return self.page.words_of(" · ".join(parts), "small", FOOTER, self.handout.place)

    # Room

    def top(self, number: int) -> float:
        """Where the text of a page begins, in points from its top edge."""
        return TOP + self._head_height(number) + self.page.theme.space(3)

    def bottom(self) -> float:
        """Where the text of a page ends, in points from its top edge."""
        return self.height - BOTTOM - self._foot_height() - max(self.page.theme.space(1.5), CLEAR)

    def _head_height(self, number: int) -> float:
        if number:
            return max(self._tall(line, width) for line, width in self._later_lines()) + 4
        left, right = self._widths()
        free = LOGO if self.logo or not self.name else 0  # without a name, room for a stamp
        first, second = self._tall(self.name, left) + self._tall(self.tagline, left), self._right_height(right)
        return max(first, second, free) + 6

    def _right_height(self, width: float) -> float:
        return self._tall(self.kind, width) + self._tall(self.phone, width)

    def _tall(self, line: Paragraph | None, width: float) -> float:
        return line.height(width) if line else 0

    def _widths(self) -> tuple[float, float]:
        """Room for the lines at the left of the first head and at its right, which take no more than two fifths."""
        needed = max((line.natural_width() + 1 for line in (self.kind, self.phone) if line), default=0)
        free = self.inner - self._logo_width() - BETWEEN
        right = min(needed, free * 0.4)
        return free - right, right

    def _logo_width(self) -> float:
        return min(LOGO * self.logo[0].proportion, self.inner * 0.4) + BETWEEN if self.logo else 0

    def _later_lines(self) -> list[tuple[Paragraph | None, float]]:
        """Name and title of a later head, the name no wider than half of it."""
        name = min(self.later_name.natural_width() + 1, self.inner / 2) if self.later_name else 0
        return [(self.later_name, name), (self.later_title, self.inner - name - BETWEEN)]

    def _foot_width(self) -> float:
        """Room for the foot beside the page number, in points."""
        return self.inner - 26 * MM * self.page.theme.scale

    def _foot_height(self) -> float:
        return sum(line.height(self._foot_width()) for line in self.foot) + 4

    # Drawing

    def __call__(self, paper: Paper, number: int, pages: int) -> None:
        """Head and foot of the page with this number, from 0."""
        if number:
            self._later_head(paper)
        else:
            self._first_head(paper)
        self._foot(paper, number, pages)

    def _first_head(self, paper: Paper) -> None:
        height = self._head_height(0) - 6
        if self.logo:
            picture, owner = self.logo
            wide = self._logo_width() - BETWEEN
            high = wide / picture.proportion
            picture.draw(paper, owner, SIDE, TOP + (height - high) / 2, wide, high)
        left, right = self._widths()
        self._block(paper, (self.name, self.tagline), SIDE + self._logo_width(), height, left)
        self._block(paper, (self.kind, self.phone), SIDE + self.inner - right, height, right, flush=True)
        rule = Paint(line=self.page.theme.colours["mid"], width=2)
        paper.line(DECORATION, SIDE, TOP + height + 6, SIDE + self.inner, TOP + height + 6, rule)

    def _block(
        self,
        paper: Paper,
        lines: tuple[Paragraph | None, ...],
        x: float,
        height: float,
        width: float,
        *,
        flush: bool = False,
    ) -> None:
        """Lines one below the other in the middle of a height, `flush` with the right edge if wished."""
        y = TOP + (height - sum(self._tall(line, width) for line in lines)) / 2
        for line in filter(None, lines):
            free = max(width - line.natural_width() - 1, 0) if flush else 0
            line.draw(paper, x + free, y, width - free)
            y += line.height(width)

    def _later_head(self, paper: Paper) -> None:
        height = self._head_height(1)
        (name, name_width), (title, title_width) = self._later_lines()
        if name:
            name.draw(paper, SIDE, TOP, name_width)
        if title:
            width = min(title.natural_width() + 1, title_width)
            title.draw(paper, SIDE + self.inner - width, TOP, width)
        rule = Paint(line=self.page.theme.colours["line"], width=0.8)
        paper.line(DECORATION, SIDE, TOP + height, SIDE + self.inner, TOP + height, rule)

    def _foot(self, paper: Paper, number: int, pages: int) -> None:
        top = self.height - BOTTOM - self._foot_height()
        paper.line(
            DECORATION, SIDE, top, SIDE + self.inner, top, Paint(line=self.page.theme.colours["line"], width=0.8)
        )
        y = top + 4
        for line in self.foot:
            line.draw(paper, SIDE, y, self._foot_width())
            y += line.height(self._foot_width())
        words = self.page.words.page.format(page=number + 1, pages=pages)
        count = self.page.words_of(words, "small", FOOTER, NOWHERE)
        width = count.natural_width() + 1
        count.draw(paper, SIDE + self.inner - width, top + 4, width)
