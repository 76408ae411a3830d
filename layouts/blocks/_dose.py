"""How much of an exercise: large figures, each with a few words under it."""

from collections.abc import Iterator

from handouts.inline import Run, Text
from handouts.model import Amount, Dose
from layouts.context import Context
from layouts.flowables.base import Flowable, Space
from layouts.flowables.paragraph import plain
from layouts.flowables.stack import Columns, Inset, Panel, Stack
from layouts.frames import frame
from layouts.quantity import spoken
from layouts.tagging.tree import Element
from layouts.theme import MM

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
    amounts = [_amount(figure, label, element, page) for figure, label in _amounts(given, page)]
    across = even(len(amounts), page.width / (AMOUNT * page.theme.scale * page.theme.growth))
    gutter = page.theme.space(2)
    for start in range(0, len(amounts), across):
        row = amounts[start : start + across]
        columns = Columns([*row, *(Space(0) for _ in range(across - len(row)))], gutter, stretch=True)
        columns.before = columns.after = page.theme.space(2)
        columns.keep = start + across < len(amounts)  # doses are read together
        yield columns


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


def _amount(figure: Text, label: Text, parent: Element, page: Context) -> Flowable:
    body = parent.add("LI").add("LBody")
    large = page.paragraph(figure, "figure", body.add("P"))
    small = page.paragraph(label, "body", body.add("P"))
    return Panel(Inset(Stack([large, small]), page.theme.space(1.6)), frame("amount", page.theme))
