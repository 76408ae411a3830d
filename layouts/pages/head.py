"""The head of a page: whose it is and what it is. On the first page it is content; later heads repeat it, smaller."""

from dataclasses import dataclass
from pathlib import Path

from handouts.model import Handout
from handouts.record import FileName
from handouts.words import Words
from layouts.colours import WHITE
from layouts.context import Context
from layouts.figures.picture import PictureError, Pixels, Vector, load
from layouts.flowables.paragraph import Paragraph, plain
from layouts.lines import TextStyle
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, HEADER, Element, Owner
from layouts.theme import MM, Role

TOP = 9 * MM
LOGO = 12 * MM
BETWEEN = 3.5 * MM
LETTERHEAD = 45 * MM  # what letter paper has printed at its head, as a rule
UNDER = 6  # points between the head's words and its rule


@dataclass(frozen=True)
class Logo:
    """A picture and the element it belongs to."""

    picture: Pixels | Vector
    owner: Element
    tall: float
    plate: bool = False  # a white ground, for a logo made for paper on a dark band

    def width(self, most: float) -> float:
        """As wide as its proportions ask, within limits."""
        return float(min(self.tall * self.picture.proportion, most))

    def draw(self, paper: Paper, x: float, middle: float, most: float) -> None:
        """Around a height."""
        wide = self.width(most)
        high = wide / self.picture.proportion
        if self.plate:
            paper.box(DECORATION, x - 3, middle - high / 2 - 3, wide + 6, high + 6, Paint(fill=WHITE), 3)
        self.picture.draw(paper, self.owner, x, middle - high / 2, wide)


class Head:
    """Name and logo at the left, kind of page and phone number at the right, a rule below, or a band behind."""

    def __init__(self, handout: Handout, page: Context, root: Element, side: float, width: float) -> None:
        self.page, self.side, self.inner = page, side, width - 2 * side
        self.width, self.root = width, root
        self.logo_height = LOGO * max(1, page.theme.scale)
        clinic = page.clinic
        self.free = not clinic.letterhead
        self.band = page.theme.look.head == "band" and bool(clinic.name)
        self.dark = self.band and not page.theme.mono
        self.later = self._later(handout)
        if self.free:
            return
        logo = (clinic.logo_dark if self.dark else None) or clinic.logo
        self.logo = self._logo(logo, clinic.logo_alt or _logo_of(clinic.name, page.words))
        self.name = self._line(clinic.name or "", "name")
        self.tagline = self._line(clinic.tagline or "", "label")
        self.kind = self._line(_kind_of(handout, page.words), "label")
        self.phone = self._line(clinic.phone or "", "label")
        self.second = self._logo(clinic.second_logo, clinic.second_logo_alt or page.words.unnamed_logo)

    def _style(self, role: Role) -> TextStyle:
        return self.page.inverse(role) if self.dark else self.page.theme.style(role)

    def _line(self, words: str, role: Role) -> Paragraph | None:
        return self._words(words, self._style(role), self.root.add("P")) if words else None

    def _words(self, words: str, style: TextStyle, owner: Owner) -> Paragraph:
        return self.page.words_of(words, style, owner, self.page.clinic.place)

    def _later(self, handout: Handout) -> list[Paragraph | None]:
        name = self.page.clinic.name
        style = self.page.theme.style("label")
        title = self.page.paragraph(plain(handout.title, handout.place), style, HEADER, breaking="balanced")
        title.flush = 1
        return [self._words(name, style, HEADER) if name else None, title]

    def _logo(self, name: FileName | None, alt: str) -> Logo | None:
        clinic = self.page.clinic
        if not name:
            return None
        try:
            picture = load(Path(clinic.place.file).parent / name, grey=self.page.theme.mono)
        except PictureError as error:
            place = clinic.place
            self.page.problems.append(place.problem("F120", f"the logo {name} {error.message}", error.hint))
            return None
        made_for_dark = name in (clinic.logo_dark, clinic.second_logo)
        return Logo(picture, self.root.add("Figure", alt=alt), self.logo_height, plate=self.dark and not made_for_dark)

    # Room

    def height(self, number: int) -> float:
        """Where the head of the page with this number, from 0, ends; in points from its top edge."""
        if number:
            return TOP + max(tall(line, width) for line, width in self._later_lines()) + 4
        if self.free:
            return LETTERHEAD
        below = 2 * MM if self.band else 0
        return TOP + self._content_height() + UNDER + below

    def _content_height(self) -> float:
        free = self.logo_height if self.logo or self.second or not self.name else 0  # without a name, room for a stamp
        if self._narrow():
            return free + stack([self.name, self.tagline, self.kind, self.phone], self.inner)
        left, right = self._widths()
        return max(stack([self.name, self.tagline], left), stack([self.kind, self.phone], right), free)

    def _narrow(self) -> bool:
        """Whether the words have no room beside the logos, and stand below them."""
        left, right = self._widths()
        return any(
            line is not None and (line.least_width() > width or len(line.lines(width)) > 2)
            for line, width in ((self.name, left), (self.tagline, left), (self.kind, right), (self.phone, right))
        )

    def _widths(self) -> tuple[float, float]:
        """Room for the lines at the left and at the right of it, which take no more than two fifths."""
        needed = max((line.natural_width() + 1 for line in (self.kind, self.phone) if line), default=0)
        free = self.inner - self._name_edge() - self._logo_width(self.second) - BETWEEN
        wanted = max((line.natural_width() + 1 for line in (self.name, self.tagline) if line), default=0)
        right = needed if wanted + needed <= free else min(needed, free * 0.4)
        return free - right, right

    def _logo_width(self, logo: Logo | None) -> float:
        return logo.width(self.inner * 0.3) + BETWEEN if logo else 0

    def _name_edge(self) -> float:
        """How far from the side the name stands: beside the logo, and on a band beyond the rule that parts the two."""
        return self._logo_width(self.logo) + (BETWEEN if self.logo and self.band else 0)

    def _later_lines(self) -> list[tuple[Paragraph | None, float]]:
        """Name and title of a later head, the name no wider than half of it."""
        name, title = self.later
        width = min(name.natural_width() + 1, self.inner / 2) if name else 0
        return [(name, width), (title, self.inner - width - BETWEEN)]

    # Drawing

    def draw(self, paper: Paper, number: int) -> None:
        """The head of the page with this number, from 0."""
        if number:
            self._draw_later(paper)
        elif not self.free:
            self._draw_first(paper)

    def _draw_first(self, paper: Paper) -> None:
        end, middle = self.height(0), TOP + self._content_height() / 2
        if self.band:
            self._draw_band(paper, end)
        if self._narrow():
            self._draw_narrow(paper, end)
            return
        left, right = self._widths()
        x = self.side
        if self.logo:
            self.logo.draw(paper, x, middle, self.inner * 0.3)
            self._draw_parting(paper, x + self._logo_width(self.logo), middle)
        _column(paper, [self.name, self.tagline], x + self._name_edge(), middle, left)
        edge = self.side + self.inner - self._logo_width(self.second)
        _column(paper, [self.kind, self.phone], edge - right, middle, right, flush=True)
        if self.second:
            self.second.draw(paper, edge + BETWEEN, middle, self.inner * 0.3)
        self._draw_rule(paper, end)

    def _draw_narrow(self, paper: Paper, end: float) -> None:
        """Logos in a row, and below them every line from the left."""
        y, middle = TOP, TOP + self.logo_height / 2
        if self.logo:
            self.logo.draw(paper, self.side, middle, self.inner * 0.45)
        y += self.logo_height if self.logo or self.second else 0
        for line in filter(None, (self.name, self.tagline, self.kind, self.phone)):
            line.draw(paper, self.side, y, self.inner)
            y += line.height(self.inner)
        if self.second:
            wide = self.second.width(self.inner * 0.45)
            self.second.draw(paper, self.side + self.inner - wide, middle, self.inner * 0.45)
        self._draw_rule(paper, end)

    def _draw_rule(self, paper: Paper, end: float) -> None:
        if not self.band:
            rule = Paint(line=self.page.theme.colours["mid"], width=2)
            paper.line(DECORATION, self.side, end, self.side + self.inner, end, rule)

    def _draw_band(self, paper: Paper, end: float) -> None:
        colour = self.page.theme.colours["dark"]
        if self.dark:
            paper.box(DECORATION, 0, 0, self.width, end, Paint(fill=colour))
        else:
            for y in (TOP - UNDER, end):
                paper.line(DECORATION, self.side, y, self.side + self.inner, y, Paint(line=colour, width=2.4))

    def _draw_parting(self, paper: Paper, x: float, middle: float) -> None:
        """A thin rule between logo and name on a band, for the logo may be a name too."""
        if self.band:
            colour = self.page.theme.colours["white" if self.dark else "dark"]
            half = self.logo_height / 2
            paper.line(DECORATION, x, middle - half, x, middle + half, Paint(line=colour, width=0.8))

    def _draw_later(self, paper: Paper) -> None:
        end = self.height(1)
        (name, name_width), (title, title_width) = self._later_lines()
        if name:
            name.draw(paper, self.side, TOP, name_width)
        if title:
            width = min(title.natural_width() + 1, title_width)
            title.draw(paper, self.side + self.inner - width, TOP, width)
        rule = Paint(line=self.page.theme.colours["line"], width=0.8)
        paper.line(DECORATION, self.side, end, self.side + self.inner, end, rule)


def _kind_of(handout: Handout, words: Words) -> str:
    """What kind of page it is: a card has no head, and one that has grown into a page is a leaflet."""
    kind = "leaflet" if handout.layout == "wallet-card" else handout.layout.replace("-", "_")
    if kind == "leaflet" and handout.audience == "therapist":
        kind = "therapist_sheet"
    return str(getattr(words, kind))


def _logo_of(name: str | None, words: Words) -> str:
    return words.logo.format(name=name) if name else words.unnamed_logo


def tall(line: Paragraph | None, width: float) -> float:
    """The height of a line that may be left out."""
    return line.height(width) if line else 0


def stack(lines: list[Paragraph | None], width: float) -> float:
    """The height of lines one below the other."""
    return sum(tall(line, width) for line in lines)


def _column(
    paper: Paper, lines: list[Paragraph | None], x: float, middle: float, width: float, *, flush: bool = False
) -> None:
    """Lines one below the other around a height, `flush` with the right edge if wished."""
    y = middle - stack(lines, width) / 2
    for line in filter(None, lines):
        line.flush = 1 if flush else 0
        line.draw(paper, x, y, width)
        y += line.height(width)
