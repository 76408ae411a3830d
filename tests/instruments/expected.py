"""What a reader must hear, word for word and in order, said from the handout alone: no layout is asked.

Fixed words (labels, numbers of steps, units) stand where a listener needs them. What a sign says instead of words is
alternative text, and no part of this.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby, product, repeat
from typing import Any

from handouts.clinic import Clinic
from handouts.drawings.balls import Balls
from handouts.drawings.body_map import BodyMap
from handouts.drawings.frames import Frames
from handouts.drawings.pain_scale import PainScale
from handouts.drawings.qr_code import QrCode
from handouts.inline import Text
from handouts.model import (
    Amount,
    Block,
    Bullets,
    Callout,
    Checklist,
    ClinicContact,
    Diary,
    Dose,
    Exercise,
    Field,
    Figure,
    Handout,
    Paragraphs,
    Question,
    Section,
    Step,
    Steps,
    Table,
    Tick,
    TickGroup,
)
from handouts.words import Words

QUANTITY = re.compile(r"(up to )?(\d+)(?: to (\d+))?(?: (second|minute|hour)s?)?")

DOSE = ("hold", "repetitions", "sets", "rest", "duration", "times_a_day", "days_a_week")


def expected(handout: Handout, clinic: Clinic, words: Words, turned: Iterable[bool] = ()) -> list[str]:
    """The words, in order.

    `turned` says which tables, diaries and pain scales have no room for their columns side by side.
    """
    speaker = _Card if handout.layout == "wallet-card" else _Speaker
    return " ".join(speaker(clinic, words, chain(turned, repeat(False))).handout(handout)).split()


def variants(handout: Handout, clinic: Clinic, words: Words, *, large: bool = False) -> list[list[str]]:
    """What may be heard on narrow pages: diaries turned, tables and pain scales as lists, each where it has to be.

    In large print, the last words may say what a short foot leaves out.
    """
    grids = sum(map(_turns, handout.blocks))
    told = [expected(handout, clinic, words, turned) for turned in product((False, True), repeat=grids)]
    return told + [[*said, *imprint(handout, clinic, words)] for said in told if large]


def _turns(block: Block) -> bool:
    """Whether it says the same in another way on a narrow page."""
    shown = getattr(block, "figure", None) or getattr(block, "picture", None)
    return isinstance(block, Table | Diary) or isinstance(shown, PainScale)


def imprint(handout: Handout, clinic: Clinic, words: Words) -> list[str]:
    """What a full foot says: title, code, version, dates, reviewer, and the clinic's own line."""
    parts = [handout.title, handout.code, words.version.format(version=handout.version)]
    for template, day in ((words.published, handout.published), (words.review_by, handout.review_by)):
        month = words.month_date.format(month=words.months[day.month - 1], year=day.year)
        parts.append(template.format(date=month))
    reviewer = clinic.reviewer(handout)
    parts.append(words.reviewed_by.format(name=reviewer) if reviewer else words.review_awaited)
    return f"{' · '.join(part for part in parts if part)} {clinic.footer or ''}".split()


# Where things on a map of the body are seen, the best view first.
SEEN = {
    "gluteus-minimus": ("side", "hip", "back"),
    "groin": ("front", "side"),
    "knee-hollow": ("back", "side"),
    **dict.fromkeys(("hamstrings", "popliteus", "soleus"), ("back",)),
}


def _seen(name: str, drawn: BodyMap) -> str:
    return next(view for view in SEEN.get(name, ("hip", "back", "side")) if view in drawn.body_map)


class _Speaker:
    def __init__(self, clinic: Clinic, words: Words, turned: Iterator[bool]) -> None:
        self.turned = turned
        self.clinic, self.words, self.values = clinic, words, clinic.values(words)
        self.blocks: dict[type, Callable[..., Iterator[str]]] = {
            Section: self.section,
            Paragraphs: lambda block: self.texts(block.text),
            Bullets: self.bullets,
            Steps: lambda block: self.steps(block.steps),
            Callout: self.callout,
            Question: lambda block: self.texts((block.question, *block.answer)),
            Table: self.table,
            Exercise: self.exercise,
            Checklist: self.checklist,
            Field: self.field,
            Diary: self.diary,
            Figure: self.figure,
            ClinicContact: self.contact,
        }

    def handout(self, handout: Handout) -> Iterator[str]:
        yield from self.head(handout)
        yield handout.title
        yield from self.texts((handout.subtitle,))
        yield from self.runs(handout.blocks)
        yield from self.end(handout)

    def head(self, handout: Handout) -> Iterator[str]:
        """Whose page it is and what kind of page."""
        clinic = self.clinic
        therapists = handout.layout == "leaflet" and handout.audience == "therapist"
        kind: str = getattr(self.words, "therapist_sheet" if therapists else handout.layout.replace("-", "_"))
        yield from (words or "" for words in (clinic.name, clinic.tagline, kind, clinic.phone))

    def end(self, handout: Handout) -> Iterator[str]:
        """The clinic's closing note, and one sentence of sources; therapists find them in the file's description."""
        yield from self.texts(self.clinic.closing(handout.id))
        if handout.sources and handout.audience != "therapist":
            yield f"{self.words.sources}: {'; '.join(source.source for source in handout.sources)}."

    def runs(self, blocks: Iterable[Block]) -> Iterator[str]:
        for kind, run in groupby(blocks, type):
            yield from self.run(kind, list(run))

    def run(self, kind: type[Block], run: list[Any]) -> Iterator[str]:
        """Neighbours of one kind; exercises in a row that are short enough to choose from are numbered."""
        numbered = kind is Exercise and len(run) > 1 and all(map(self.short, run))
        for number, block in enumerate(run, 1):
            if numbered:
                yield str(number)
            yield from self.blocks[kind](block)

    def texts(self, texts: Iterable[Text | None]) -> Iterator[str]:
        for text in texts:
            if text:
                yield text.filled(self.values).plain

    def section(self, section: Section) -> Iterator[str]:
        return self.texts((section.section, section.note))

    def bullets(self, block: Bullets) -> Iterator[str]:
        for point in block.bullets:
            if block.mark == "dot":
                yield "•"
            yield from self.texts((point,))

    def steps(self, steps: tuple[Step, ...], numbered: bool = True) -> Iterator[str]:
        for number, step in enumerate(steps, 1):
            if numbered:
                yield str(number)
            yield from self.texts((step.step,))
            yield from self.points(step.points)

    def points(self, points: Iterable[Text]) -> Iterator[str]:
        for point in points:
            yield "•"
            yield from self.texts((point,))

    def callout(self, callout: Callout) -> Iterator[str]:
        yield from self.texts((callout.title, *callout.text))
        yield from self.points(callout.bullets)
        yield from self.ticks(callout.ticks)

    def ticks(self, ticks: Iterable[Tick]) -> Iterator[str]:
        for tick in ticks:
            yield from self.texts((tick.tick,))
            yield tick.write or ""

    def table(self, table: Table) -> Iterator[str]:
        if next(self.turned):
            yield from self.table_as_list(table)
            return
        yield from self.texts((table.table, *table.columns))
        for row in table.rows:
            yield from self.texts(row)

    def short(self, exercise: Exercise) -> bool:
        """One step without details, and one amount at most."""
        amounts = sum(getattr(exercise.dose, name) is not None for name in DOSE) if exercise.dose else 0
        return len(exercise.steps) < 2 and not any(step.points for step in exercise.steps) and amounts < 2

    def table_as_list(self, table: Table) -> Iterator[str]:
        yield from self.texts((table.table,))
        for row in table.rows:
            for index, (head, cell) in enumerate(zip(table.columns, row, strict=True)):
                if index or not table.row_headers:
                    yield f"{head.plain}:"
                yield from self.texts((cell,))

    def exercise(self, exercise: Exercise) -> Iterator[str]:
        yield from self.texts((exercise.exercise,))
        yield from self.drawing(exercise.picture)
        single = len(exercise.steps) == 1 and not exercise.steps[0].points
        yield from self.steps(exercise.steps, numbered=not single)
        if exercise.dose:
            yield from self.dose(exercise.dose)
        for label, text in ((self.words.easier, exercise.easier), (self.words.harder, exercise.harder)):
            if text:
                yield f"{label}:"
                yield from self.texts((text,))

    def dose(self, dose: Dose) -> Iterator[str]:
        """A figure, then its unit and what it is, or the handout's own words for that."""
        for name in DOSE:
            amount: Amount | None = getattr(dose, name)
            if amount:
                figure, unit = self.quantity(amount.amount)
                label = f"one_{name}" if amount.amount == "1" and hasattr(self.words, f"one_{name}") else name
                note = amount.note.filled(self.values).plain if amount.note else getattr(self.words, label)
                yield f"{figure} {unit} {note}"
        if dose.side:
            yield f"{getattr(self.words, dose.side)} {self.words.side}"

    def quantity(self, quantity: str) -> tuple[str, str]:
        """The amount in the fixed words of the language."""
        match = QUANTITY.fullmatch(quantity)
        assert match, quantity
        limit, low, high, unit = match.groups()
        figure = self.words.to.format(low=low, high=high) if high else low
        unit = f"one_{unit}s" if figure == "1" and unit else f"{unit}s" if unit else ""
        return (self.words.up_to.format(number=figure) if limit else figure), getattr(self.words, unit, "")

    def checklist(self, checklist: Checklist) -> Iterator[str]:
        for item in checklist.checklist:
            if isinstance(item, TickGroup):
                yield from self.texts((item.group,))
                yield from self.ticks(item.ticks)
            else:
                yield from self.ticks((item,))

    def field(self, field: Field) -> Iterator[str]:
        yield f"{field.label} ({field.help})" if field.help else field.label
        yield from field.choices
        if field.kind == "scale":
            yield from map(str, range(field.low or 0, (10 if field.high is None else field.high) + 1))

    def diary(self, diary: Diary) -> Iterator[str]:
        yield from self.texts((diary.diary,))
        days = [*(self.words.days if diary.weeks else ()), *self.texts(diary.columns)]
        weeks = [self.words.week.format(number=week) for week in range(1, (diary.weeks or 0) + 1)]
        rows = [*weeks, *self.texts(diary.rows)]
        yield from (*rows, *days) if next(self.turned) else (*days, *rows)

    def figure(self, figure: Figure) -> Iterator[str]:
        before = isinstance(figure.figure, PainScale | QrCode)  # their words go on from the caption
        yield from self.texts((figure.caption,)) if before else ()
        yield from self.drawing(figure.figure)
        yield from () if before else self.texts((figure.caption,))

    def drawing(self, shown: object) -> Iterator[str]:
        """What a drawing prints: an address, the numbers of each zone and what they mean, the names of balls."""
        match shown:
            case QrCode():
                yield shown.qr_code.removeprefix("https://").removeprefix("http://").rstrip("/")
            case Frames():
                yield from map(str, range(1, len(shown.frames) + 1))
            case PainScale():
                yield from self.pain_scale(shown, turned=next(self.turned))
            case BodyMap():
                yield from self.map(shown)
            case Balls():
                for ball in shown.balls:
                    yield from (getattr(self.words, f"{ball}_ball{part}") for part in ("", "_gives", "_size"))

    def pain_scale(self, scale: PainScale, turned: bool) -> Iterator[str]:
        """Zone by zone; where it became a list, the numbers come again from first to last."""
        low = 0
        for zone in scale.pain_scale:
            yield from map(str, range(low, zone.up_to + 1))
            if turned:
                yield self.words.to.format(low=low, high=zone.up_to) if low < zone.up_to else str(low)
            yield from self.texts((zone.words,))
            low = zone.up_to + 1

    def map(self, drawn: BodyMap) -> Iterator[str]:
        """View by view what it is, which side is which, and what is named there; then what the signs mean."""
        body, sides = self.words.body, (self.words.body.left, self.words.body.right)
        for view in sorted(drawn.body_map, key=lambda view: view == "hip"):
            yield {"back": body.back, "front": body.front, "side": body.beside, "hip": body.hip}[view]
            yield from {"back": sides, "front": sides[::-1]}.get(view, ())
            yield from self.names(drawn, view) if drawn.labels else ()
        yield body.mark if any(one.mark for one in drawn.muscles) else ""
        yield body.danger if drawn.dangers else ""
        yield body.nerve if drawn.nerve and not drawn.labels else ""
        zones = [self.named(one.muscle) for one in drawn.muscles if one.zone]
        yield from (body.zone.format(muscle=name[0].lower() + name[1:]) for name in zones)

    def names(self, drawn: BodyMap, view: str) -> Iterator[str]:
        """What is named beside a view: what no view before it in `SEEN` shows."""
        for muscle in (one.muscle for one in drawn.muscles):
            if view == _seen(muscle, drawn):
                only = self.words.body.clinic_only if muscle in ("popliteus", "soleus") else "{muscle}"
                yield only.format(muscle=self.named(muscle))
        for place in (*(name for name in drawn.landmarks if name not in drawn.dangers), *drawn.dangers):
            yield self.named(place) if view == _seen(place, drawn) else ""
        yield self.words.body.nerve if drawn.nerve and view == _seen("nerve", drawn) else ""

    def named(self, name: str) -> str:
        return str(getattr(self.words.body, name.replace("-", "_")))

    def contact(self, block: ClinicContact) -> Iterator[str]:
        yield from self.texts((block.clinic,))
        yield from self.details() if self.reachable() else [self.to_fill_in()]

    def reachable(self) -> bool:
        """Whether the clinic says how to reach it."""
        clinic = self.clinic
        return any((clinic.phone, clinic.email, clinic.website, clinic.address))

    def details(self) -> Iterator[str]:
        """Each detail that the clinic gives, with the word before it."""
        clinic, words = self.clinic, self.words
        site = (clinic.website or "").removeprefix("https://").removeprefix("http://").rstrip("/")
        yield clinic.name or ""
        ways = ((words.phone, clinic.phone), ("", clinic.hours), (words.email, clinic.email), (words.website, site))
        for label, value in (*ways, (words.address, ", ".join(clinic.address))):
            if value:
                yield f"{label} {value}"
        yield from self.notes()

    def notes(self) -> Iterator[str]:
        yield from (note for note in (self.clinic.other_formats, self.clinic.feedback) if note)

    def to_fill_in(self) -> str:
        """What is written by hand where the clinic says nothing."""
        return " ".join((self.words.phone_and_hours, *self.notes()))


class _Card(_Speaker):
    """A wallet card: whose it is at the end of the first side, which version at the end of the second."""

    def handout(self, handout: Handout) -> Iterator[str]:
        turn = [at for at, block in enumerate(handout.blocks) if isinstance(block, Section) and block.level == 1][1]
        yield handout.title
        yield from self.texts((handout.subtitle,))
        yield from self.runs(handout.blocks[:turn])
        yield self.clinic.name or ""
        yield from self.runs(handout.blocks[turn:])
        yield self.version(handout)

    def version(self, handout: Handout) -> str:
        words, day = self.words, handout.published
        date = words.month_date.format(month=words.months[day.month - 1], year=day.year)
        version = words.version.format(version=handout.version)
        return " · ".join(part for part in (handout.code, version, date) if part)

    def reachable(self) -> bool:
        return self.clinic.phone is not None

    def details(self) -> Iterator[str]:
        """Name, number and hours in one sentence."""
        clinic = self.clinic
        hours = f" ({clinic.hours})" if clinic.hours else ""
        number = f"{self.words.phone} {clinic.phone}{hours}"
        yield f"{clinic.name}. {number}" if clinic.name else number

    def to_fill_in(self) -> str:
        return self.words.phone
