"""Exercises. One alone takes the width of the page; neighbours stand as numbered cards, in rows from first to last."""

from collections.abc import Iterator, Sequence

from handouts.inline import Run, Text
from handouts.model import Amount, Dose, Exercise
from layouts.blocks.steps import Disc, numbered
from layouts.blocks.text import paragraphs
from layouts.context import Context
from layouts.figures.picture import framed
from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import plain
from layouts.flowables.stack import Columns, Frame, Inset, Panel, Stack
from layouts.paper import Paint
from layouts.quantity import spoken
from layouts.tagging.tree import Element
from layouts.theme import MM

CARD = 52 * MM  # narrower than this, a card cannot hold a line of text
BAR = 1.2 * MM


def compose(run: Sequence[Exercise], parent: Element, page: Context) -> list[Flowable]:
    """Cards for neighbours, the whole width for one alone."""
    if len(run) == 1:
        return list(_parts(run[0], parent, page, None))
    cards = [_card(number, exercise, parent, page) for number, exercise in enumerate(run, 1)]
    across = _across(len(cards), page)
    return [_row(cards[start : start + across], across, page) for start in range(0, len(cards), across)]


def _across(count: int, page: Context) -> int:
    most = max(1, int((page.width + page.theme.space(1.6)) // (CARD * page.theme.scale + page.theme.space(1.6))))
    rows = -(-count // most)
    return -(-count // rows)


def _row(cards: Sequence[Flowable], across: int, page: Context) -> Flowable:
    gutter = page.theme.space(1.6)
    if len(cards) == 1 and across == 1:
        return cards[0]
    row = Columns(cards, gutter, stretch=True)
    row.before = row.after = gutter
    return row


def _card(number: int, exercise: Exercise, parent: Element, page: Context) -> Flowable:
    theme = page.theme
    width = (page.width - theme.space(4)) / 3
    body = Stack(list(_parts(exercise, parent, page.narrow(width), number)))
    frame = Frame(Paint(line=theme.colours["line"], width=1), theme.inset(1.8), theme.space(1.4))
    panel = Panel(body, frame, before=theme.space(1.6), after=theme.space(1.6))
    panel.place = exercise.place
    return panel


def _parts(exercise: Exercise, parent: Element, page: Context, number: int | None) -> Iterator[Flowable]:
    if exercise.picture:
        yield framed(exercise.picture, exercise.alt or "", exercise.place, parent, page.problems)
    yield _name(exercise, parent, page, number)
    if len(exercise.steps) == 1 and not exercise.steps[0].points:
        yield from paragraphs_of(exercise.steps[0].step, parent, page)
    elif exercise.steps:
        yield from numbered(exercise.steps, parent, page)
    if exercise.dose:
        yield from _dose(exercise.dose, parent, page)
    for word, text in ((page.words.easier, exercise.easier), (page.words.harder, exercise.harder)):
        if text:
            labelled = Text((Run(f"{word}:", strong=True), Run(" "), *text.runs), text.place)
            yield from paragraphs_of(labelled, parent, page)


def paragraphs_of(text: Text, parent: Element, page: Context) -> list[Flowable]:
    """One text as a paragraph of running text."""
    from handouts.inline import Prose

    return paragraphs(Prose((text,)), parent, page)


def _name(exercise: Exercise, parent: Element, page: Context, number: int | None) -> Flowable:
    if number is None:
        name = page.heading(exercise.exercise, "subsection", parent, page.level + 1)
        name.before, name.after = page.theme.space(2.5), page.theme.space(1)
        return name
    owner = parent.add(f"H{min(page.level + 2, 6)}")
    disc = Disc(f"{number} ", owner, page)
    name = page.heading_in(exercise.exercise, "name", owner, page.level + 1, prefix=f"{number} ")
    inset = Inset(name, disc.size * 1.35, disc.beside(name))
    inset.after = page.theme.space(0.4)
    return inset


def _dose(dose: Dose, parent: Element, page: Context) -> list[Flowable]:
    """Large figures, each with a few words under it; a bar at the left, read at arm's length."""
    element = parent.add("L").set("List", ListNumbering="None")
    amounts = [_amount(figure, label, element, page) for figure, label in _amounts(dose, page)]
    across = max(1, min(len(amounts), int(page.width // (33 * MM * page.theme.scale))))
    gutter = page.theme.space(2)
    rows: list[Flowable] = []
    for start in range(0, len(amounts), across):
        row = Columns(amounts[start : start + across], gutter, stretch=True)
        row.before = row.after = page.theme.space(2)
        rows.append(row)
    return rows


def _amounts(dose: Dose, page: Context) -> Iterator[tuple[Text, Text]]:
    words = page.words
    named: list[tuple[Amount | None, str]] = [
        (dose.hold, words.hold),
        (dose.repetitions, words.repetitions),
        (dose.sets, words.sets),
        (dose.rest, words.rest),
        (dose.duration, words.duration),
        (dose.times_a_day, words.times_a_day),
        (dose.days_a_week, words.days_a_week),
    ]
    for amount, label in named:
        if amount:
            figure, unit = spoken(amount.amount, words)
            note = amount.note or plain(label, amount.place)
            yield plain(figure, amount.place), Text((Run(f"{unit} "), *note.runs), note.place) if unit else note
    if dose.side:
        yield plain(getattr(words, dose.side), dose.place), plain(words.side, dose.place)


def _amount(figure: Text, label: Text, parent: Element, page: Context) -> Flowable:
    body = parent.add("LI").add("LBody")
    large = page.paragraph(figure, "figure", body.add("P"))
    small = page.paragraph(label, "body", body.add("P"))
    frame = Frame(padding=0, bar=Paint(fill=page.theme.colours["mid"]), bar_width=BAR)
    return Panel(Inset(Stack([large, small]), page.theme.space(1.6)), frame)
