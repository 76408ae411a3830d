"""Exercises. One alone takes the width of the page, neighbours stand in cards that never split.

Short ones, such as positions to choose from, are numbered cards side by side; full ones take a card of the whole width.
"""

from collections.abc import Callable, Iterator, Sequence

from handouts.inline import Prose, Run, Text
from handouts.model import Amount, Dose, Exercise
from layouts.blocks.figure import framed
from layouts.blocks.steps import Disc, numbered
from layouts.blocks.text import paragraphs
from layouts.context import Context
from layouts.figures import signs
from layouts.flowables.base import Flowable, Space
from layouts.flowables.paragraph import plain
from layouts.flowables.signed import Signed
from layouts.flowables.stack import Columns, Headed, Inset, Panel, Stack
from layouts.frames import BAR, frame
from layouts.quantity import spoken
from layouts.tagging.tree import Element
from layouts.theme import MM

CARD = 52 * MM  # narrower than this, a card cannot hold a line of text
AMOUNT = 33 * MM  # what the figures of a dose need at least
COUNTED = ("repetitions", "sets", "times_a_day")

Parts = Callable[[Exercise, Element, Context], Iterator[Flowable]]


def compose(run: Sequence[Exercise], parent: Element, page: Context) -> list[Flowable]:
    """Cards for neighbours, the whole width for one alone."""
    if len(run) == 1:
        return list(_full(run[0], parent, page))
    if any(map(_long, run)):
        return [_framed(exercise, _full, parent, page) for exercise in run]
    cards = [_card(number, exercise, parent, page) for number, exercise in enumerate(run, 1)]
    across = _across(len(cards), page)
    return [_row(cards[start : start + across], across, page) for start in range(0, len(cards), across)]


def _long(exercise: Exercise) -> bool:
    """Whether it has more to say than a narrow card holds."""
    amounts = sum(1 for _ in _given(exercise.dose)) if exercise.dose else 0
    return len(exercise.steps) > 1 or any(step.points for step in exercise.steps) or amounts > 1


def _across(count: int, page: Context) -> int:
    return _even(
        count,
        (page.width + page.theme.space(1.6)) / (CARD * page.theme.scale * page.theme.growth + page.theme.space(1.6)),
    )


def _even(count: int, most: float) -> int:
    """How many in a row, so that all rows are about as full."""
    rows = -(-count // max(1, int(most)))
    return -(-count // rows)


def _row(cards: Sequence[Flowable], across: int, page: Context) -> Flowable:
    gutter = page.theme.space(1.6)
    if len(cards) == 1 and across == 1:
        return cards[0]
    row = Columns(cards, gutter, stretch=True)
    row.before = row.after = gutter
    return row


def _card(number: int, exercise: Exercise, parent: Element, page: Context) -> Flowable:
    def parts(exercise: Exercise, parent: Element, page: Context) -> Iterator[Flowable]:
        name = _numbered_name(number, exercise, parent, page)
        pictures = list(_picture(exercise, parent, page))
        yield Headed(pictures[0], name) if pictures else name
        yield from _words(exercise, parent, page)
        yield from _dose(exercise, parent, page)
        yield from _variants(exercise, parent, page)

    return _framed(exercise, parts, parent, page.narrow((page.width - page.theme.space(4)) / 3))


def _framed(exercise: Exercise, parts: Parts, parent: Element, page: Context) -> Flowable:
    theme = page.theme
    card = frame("card", theme)
    inside = page.narrow(page.width - 2 * card.padding)
    panel = Panel(Stack(list(parts(exercise, parent, inside))), card, before=theme.space(1.6), after=theme.space(1.6))
    panel.place = exercise.place
    return panel


def _full(exercise: Exercise, parent: Element, page: Context) -> Iterator[Flowable]:
    """Name, then what to do beside its picture, then the dose across the whole width, then what may be changed."""
    name = page.heading(exercise.exercise, "subsection", parent, page.level + 1)
    name.before, name.after = page.theme.space(2.5), page.theme.space(1)
    yield name
    if exercise.picture and page.columns:
        yield _beside_picture(exercise, parent, page)
    else:
        yield from _picture(exercise, parent, page)
        yield from _words(exercise, parent, page)
    yield from _dose(exercise, parent, page)
    yield from _variants(exercise, parent, page)  # after the dose, which is that of the usual way


def _picture(exercise: Exercise, parent: Element, page: Context) -> Iterator[Flowable]:
    if exercise.picture:
        yield framed(exercise.picture, exercise.alt or "", exercise.place, parent, page)


def _beside_picture(exercise: Exercise, parent: Element, page: Context) -> Flowable:
    gutter = page.theme.space(3)
    inside = page.narrow((page.width - gutter) * 2 / 3)
    [picture] = _picture(exercise, parent, page)
    words = _words(exercise, parent, inside)
    return Columns([picture, Stack(words)], gutter, (1, 2)) if words else picture


def _words(exercise: Exercise, parent: Element, page: Context) -> list[Flowable]:
    """What to do; a single step needs no number."""
    if len(exercise.steps) == 1 and not exercise.steps[0].points:
        return paragraphs(Prose((exercise.steps[0].step,)), parent, page)
    return numbered(exercise.steps, parent, page) if exercise.steps else []


def _variants(exercise: Exercise, parent: Element, page: Context) -> Iterator[Flowable]:
    for word, text in ((page.words.easier, exercise.easier), (page.words.harder, exercise.harder)):
        if text:
            labelled = Text((Run(f"{word}:", strong=True), Run(" "), *text.runs), text.place)
            yield from paragraphs(Prose((labelled,)), parent, page)


def _numbered_name(number: int, exercise: Exercise, parent: Element, page: Context) -> Flowable:
    owner = parent.add(f"H{min(page.level + 2, 6)}")
    disc = Disc(f"{number} ", owner, page)
    name = page.heading_in(exercise.exercise, "name", owner, page.level + 1, prefix=f"{number} ")
    inset = Inset(name, disc.size * 1.35, disc.beside(name))
    inset.after = page.theme.space(0.4)
    return inset


def _dose(exercise: Exercise, parent: Element, page: Context) -> Iterator[Flowable]:
    """Large figures, each with a few words under it; a bar at the left, read at arm's length."""
    if not exercise.dose:
        return
    element = parent.add("L").set("List", ListNumbering="None")
    amounts = [_amount(figure, label, element, page) for figure, label in _amounts(exercise.dose, page)]
    across = _even(len(amounts), page.width / (AMOUNT * page.theme.scale * page.theme.growth))
    gutter = page.theme.space(2)
    figures, panels = zip(*amounts, strict=True)
    _add_signs(exercise.dose, figures, (page.width + gutter) / across - gutter, page)
    for start in range(0, len(amounts), across):
        row = panels[start : start + across]
        columns = Columns([*row, *(Space(0) for _ in range(across - len(row)))], gutter, stretch=True)
        columns.before = columns.after = page.theme.space(2)
        columns.keep = start + across < len(amounts)  # doses are read together
        yield columns


def _add_signs(dose: Dose, figures: Sequence[Signed], width: float, page: Context) -> None:
    """A sign after the figures of time and of what is done again, where each has room; the words say it, too."""
    room = width - page.theme.space(1.6) - BAR
    if max(figure.signed_width() for figure in figures) <= room:
        for (name, amount), figure in zip(_given(dose), figures, strict=False):
            figure.sign = _sign(name, amount, page)


def _sign(name: str, amount: Amount, page: Context) -> signs.Sign | None:
    """A handout's own words may make something else of a number, but not of a time."""
    if spoken(amount.amount, page.words)[1]:
        return signs.clock
    return signs.repeat if name in COUNTED and not amount.note else None


def _given(dose: Dose) -> Iterator[tuple[str, Amount]]:
    """The amounts that a dose has, by name, in the order in which they are read."""
    for name in ("hold", "repetitions", "sets", "rest", "duration", "times_a_day", "days_a_week"):
        amount: Amount | None = getattr(dose, name)
        if amount:
            yield name, amount


def _amounts(dose: Dose, page: Context) -> Iterator[tuple[Text, Text]]:
    """Figure and label of each amount, in the fixed words of the language."""
    for name, amount in _given(dose):
        figure, unit = spoken(amount.amount, page.words)
        label = f"one_{name}" if amount.amount.removeprefix("up to ") == "1" else name
        note = amount.note or plain(getattr(page.words, label, None) or getattr(page.words, name), amount.place)
        yield plain(figure, amount.place), Text((Run(f"{unit} "), *note.runs), note.place) if unit else note
    if dose.side:
        yield plain(getattr(page.words, dose.side), dose.place), plain(page.words.side, dose.place)


def _amount(figure: Text, label: Text, parent: Element, page: Context) -> tuple[Signed, Flowable]:
    """A figure, and the panel that it stands in."""
    body = parent.add("LI").add("LBody")
    large = Signed(page.paragraph(figure, "figure", body.add("P")), page.theme.colours["mid"])
    small = page.paragraph(label, "body", body.add("P"))
    return large, Panel(Inset(Stack([large, small]), page.theme.space(1.6)), frame("amount", page.theme))
