"""How much of an exercise: large figures, each with a few words under it."""

from collections.abc import Iterator, Sequence

from handouts.inline import Run, Text
from handouts.model import Amount, Dose
from layouts.context import Context
from layouts.figures import signs
from layouts.flowables.base import Flowable, Space
from layouts.flowables.paragraph import plain
from layouts.flowables.signed import Signed
from layouts.flowables.stack import Columns, Inset, Panel, Stack
from layouts.frames import BAR, frame
from layouts.quantity import spoken
from layouts.tagging.tree import Element
from layouts.theme import MM

COUNTED = ("repetitions", "sets", "times_a_day")
AMOUNT = 33 * MM  # what the figures of a dose need at least


def even(count: int, most: float) -> int:
    """How many in a row, so that all rows are about as full."""
    rows = -(-count // max(1, int(most)))
    return -(-count // rows)


def dose(given: Dose | None, parent: Element, page: Context) -> Iterator[Flowable]:
    """A bar at the left of each figure, read at arm's length."""
    if not given:
        return
    element = parent.add("L").set("List", ListNumbering="None")
    shown = [_amount(figure, label, element, page) for figure, label in _amounts(given, page)]
    across = even(len(shown), page.width / (AMOUNT * page.theme.scale * page.theme.growth))
    gutter = page.theme.space(2)
    figures, panels = zip(*shown, strict=True)
    _add_signs(given, figures, (page.width + gutter) / across - gutter, page)
    for start in range(0, len(panels), across):
        row = panels[start : start + across]
        columns = Columns([*row, *(Space(0) for _ in range(across - len(row)))], gutter, stretch=True)
        columns.before = columns.after = page.theme.space(2)
        columns.keep = start + across < len(panels)  # doses are read together
        yield columns


def _add_signs(given: Dose, figures: Sequence[Signed], width: float, page: Context) -> None:
    """A sign after the figures of time and of what is done again, where each has room; the words say it, too."""
    room = width - page.theme.space(1.6) - BAR
    if max(figure.signed_width() for figure in figures) <= room:
        for (name, amount), figure in zip(amounts(given), figures, strict=False):
            figure.sign = _sign(name, amount, page)


def _sign(name: str, amount: Amount, page: Context) -> signs.Sign | None:
    """A handout's own words may make something else of a number, but not of a time."""
    if spoken(amount.amount, page.words)[1]:
        return signs.clock
    return signs.repeat if name in COUNTED and not amount.note else None


def amounts(given: Dose | None) -> list[tuple[str, Amount]]:
    """The amounts that a dose has, by name, in the order in which they are read."""
    names = ("hold", "repetitions", "sets", "rest", "duration", "times_a_day", "days_a_week")
    return [(name, amount) for name in names if given and (amount := getattr(given, name))]


def _amounts(given: Dose, page: Context) -> Iterator[tuple[Text, Text]]:
    """Figure and label of each amount, in the fixed words of the language."""
    for name, amount in amounts(given):
        figure, unit = spoken(amount.amount, page.words)
        label = f"one_{name}" if amount.amount.removeprefix("up to ") == "1" else name
        note = amount.note or plain(getattr(page.words, label, None) or getattr(page.words, name), amount.place)
        yield plain(figure, amount.place), Text((Run(f"{unit} "), *note.runs), note.place) if unit else note
    if given.side:
        yield plain(getattr(page.words, given.side), given.place), plain(page.words.side, given.place)


def _amount(figure: Text, label: Text, parent: Element, page: Context) -> tuple[Signed, Flowable]:
    """A figure, and the panel that it stands in."""
    body = parent.add("LI").add("LBody")
    large = Signed(page.paragraph(figure, "figure", body.add("P")), page.theme.colours["mid"])
    small = page.paragraph(label, "body", body.add("P"))
    return large, Panel(Inset(Stack([large, small]), page.theme.space(1.6)), frame("amount", page.theme))
