"""How to reach the clinic; where nothing is known of it, lines to write on or room for a stamp."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handouts.clinic import Clinic
from handouts.inline import Run, Text
from handouts.model import ClinicContact
from handouts.problem import Place
from layouts.context import Context
from layouts.fields import line
from layouts.figures import signs
from layouts.flowables.base import Flowable, Space
from layouts.flowables.paragraph import Paragraph
from layouts.flowables.stack import Columns, Inset, Panel, Stack
from layouts.fonts import NO_BREAK_SPACE
from layouts.frames import Frame, frame
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, Element
from layouts.theme import Role

LEAST_VALUE = 13  # ems beside a column of labels; in less, each label stands before its value


def compose(run: Sequence[ClinicContact], parent: Element, page: Context) -> list[Flowable]:
    """A panel for each block."""
    return [_compose(block, parent, page) for block in run]


def _compose(block: ClinicContact, parent: Element, page: Context) -> Flowable:
    element = parent.add("Div")
    clinic = page.clinic
    if not clinic.phone and (page.compact or not any(_ways(clinic))):
        return _to_fill_in(block, element, page)
    if page.compact:
        return _one_line(Text((*block.clinic.runs, Run(" "), *_sentence(page)), block.place), element, page)
    panel = frame("contact", page.theme)
    rows = _Rows(page.narrow(page.width - 2 * panel.padding), element, panel, block.place).of(block.clinic)
    return Panel(Stack(rows), panel, before=page.theme.space(3), after=page.theme.space(3))


def _one_line(text: Text, element: Element, page: Context) -> Flowable:
    paragraph = page.paragraph(text, "body", element.add("P"))
    paragraph.before = page.theme.space(1)
    return paragraph


def _sentence(page: Context) -> Iterator[Run]:
    """Name, phone number and hours, as far as they are known."""
    clinic = page.clinic
    number = f"{page.words.phone}{NO_BREAK_SPACE}{page.values['clinic.phone']}"
    reached = f"{number} ({_hours(clinic)})" if clinic.hours else number
    if clinic.name:
        yield Run(clinic.name, strong=True)
    yield Run(f". {reached}" if clinic.name else reached)


def _hours(clinic: Clinic) -> str:
    """When somebody answers; no time of day is torn apart at the end of a line."""
    return re.sub(r"(?<=\d) (?=[ap]m\b|[ap]\. ?m\.)", NO_BREAK_SPACE, clinic.hours or "")


def _ways(clinic: Clinic) -> tuple[Run | None, Run | None, Run | None]:
    """Email, website and address, each where the clinic says it."""
    shown = (clinic.website or "").removeprefix("https://").removeprefix("http://").rstrip("/")
    return (
        Run(clinic.email, href=f"mailto:{clinic.email}") if clinic.email else None,
        Run(shown, href=clinic.website or "") if shown else None,
        Run(", ".join(clinic.address)) if clinic.address else None,
    )


@dataclass(frozen=True)
class _Row:
    """Something of the panel, and the width in points that keeps it on one line."""

    flowable: Flowable
    natural: float


class _Rows:
    """The rows of a panel, made in reading order; `page` is as wide as the inside of the panel."""

    def __init__(self, page: Context, element: Element, panel: Frame, place: Place) -> None:
        self.page, self.element, self.place = page, element, place
        self.style = page.inverse if panel.dark else page.theme.style
        self.gutter = page.theme.space(4)
        self.number = Run(page.values["clinic.phone"], strong=True) if page.clinic.phone else None
        self.labels = self._label_width()

    def of(self, said: Text) -> list[Flowable]:
        """What the handout says, the number, the other ways, and whom to ask or tell: a little apart."""
        clinic, words = self.page.clinic, self.page.words
        said = Text(tuple(replace(run, strong=True) for run in said.runs), said.place)
        email, website, address = _ways(clinic)
        groups = [self._pair(self._text(said), self._run(clinic.name, strong=True)), self._reached()]
        groups.append(self._pair(self._way(words.email, email), self._way(words.website, website)))
        groups[-1] += self._pair(self._way(words.address, address))
        groups.append([self._text(note).flowable for note in _notes(clinic, self.place)])
        for group in filter(None, groups):
            group[0].before = self.page.theme.space(0.5)
        return [row for group in groups for row in group]

    # Rows

    def _pair(self, left: _Row | None, right: _Row | None = None) -> list[Flowable]:
        """Side by side where each has room on one line, else one below the other."""
        if left and right and self._beside(left, right):
            return [Columns([left.flowable, right.flowable], self.gutter)]
        return [row.flowable for row in (left, right) if row]

    def _beside(self, left: _Row, right: _Row) -> bool:
        half = (self.page.width - self.gutter) / 2
        return self.page.columns and max(left.natural, right.natural) <= half

    def _reached(self) -> list[Flowable]:
        """The number, and the hours on the same line, or below it in line with it."""
        role = self._number_role()
        number = self._way(self.page.words.phone, self.number, role)
        hours = self._run(_hours(self.page.clinic))
        if not number or not hours:
            return self._pair(number, hours)
        if not self._beside(number, hours):
            return [number.flowable, Inset(hours.flowable, self.labels)]
        lower = Space(self.style(role).ascent - self.style("body").ascent)
        return [Columns([number.flowable, Stack([lower, hours.flowable])], self.gutter)]

    def _number_role(self) -> Role:
        """As large as leaves the number on one line."""
        room = self.page.width - self.labels
        return "section" if self.number and self._seen(self.number, "section").natural_width() <= room else "name"

    def _way(self, label: str, value: Run | None, role: Role = "body") -> _Row | None:
        """A value in line with the others, its label at its left; or both in one line of text."""
        if not value:
            return None
        owner, style = self.element.add("P"), self.style(role)
        if not self.labels:
            text = Text((Run(f"{label} "), value), self.place)
            return self._measured(self.page.paragraph(text, replace(style, bold=False), owner))
        body = self.page.paragraph(Text((value,), self.place), style, owner)
        words = self.page.words_of(f"{label} ", self.style("body"), owner, self.place)

        def draw(paper: Paper, x: float, y: float) -> None:
            words.draw(paper, x, y + style.ascent - words.style.ascent, self.labels)
            if label == self.page.words.phone:  # said by the label, so the sign is for the eye only
                (size, gap), middle = self._sign, y + style.middle
                left = x + self.labels - gap - size
                signs.phone(paper, DECORATION, left, middle - size / 2, size, style.colour)

        return _Row(Inset(body, self.labels, draw), self.labels + body.natural_width())

    @property
    def _sign(self) -> tuple[float, float]:
        """The size of the handset between the word for it and the number, and the gap on either side of it."""
        size = self.style("body").size
        return size * 0.95, size * 0.36

    def _run(self, words: str | None, *, strong: bool = False) -> _Row | None:
        return self._text(Text((Run(words, strong=strong),), self.place)) if words else None

    def _text(self, text: Text) -> _Row:
        return self._measured(self.page.paragraph(text, self.style("body"), self.element.add("P")))

    def _measured(self, paragraph: Paragraph) -> _Row:
        return _Row(paragraph, paragraph.natural_width())

    # The column of labels

    def _label_width(self) -> float:
        """The width in points of the column of labels; 0 where the values beside it had too little room."""
        words, ways = self.page.words, _ways(self.page.clinic)
        shown = [(words.phone, self.number), (words.email, ways[0]), (words.website, ways[1]), (words.address, ways[2])]
        labels = [self._seen(Run(label), "body").natural_width() for label, value in shown if value]
        values = [self._seen(value, "body" if label != words.phone else "name") for label, value in shown if value]
        width = max(labels) + self.page.theme.space(2)
        if self.number:
            size, gap = self._sign
            width = max(width, labels[0] + size + 2 * gap)
        least = max(LEAST_VALUE * self.style("body").size, *(value.least_width() for value in values))
        return width if least <= self.page.width - width else 0

    def _seen(self, run: Run, role: Role) -> Paragraph:
        """A text that is measured, not printed."""
        return Paragraph(Text((run,), self.place), self.style(role), DECORATION, [])


def _notes(clinic: Clinic, place: Place) -> Iterator[Text]:
    for note in (clinic.other_formats, clinic.feedback):
        if note:
            yield Text((Run(note),), place)


def _to_fill_in(block: ClinicContact, element: Element, page: Context) -> Flowable:
    theme, words = page.theme, page.words
    if page.compact:
        return Stack(
            [_one_line(block.clinic, element, page), line(words.phone, element, page, block.place, beside=True)]
        )
    intro = page.paragraph(block.clinic, "strong", element.add("P"))
    rule = line(words.phone_and_hours, element, page, block.place)
    notes = [page.paragraph(note, "body", element.add("P")) for note in _notes(page.clinic, block.place)]
    panel = replace(frame("contact", theme), paint=Paint(line=theme.colours["mid"], width=1))
    return Panel(Stack([intro, rule, *notes]), panel, before=theme.space(3), after=theme.space(3))
