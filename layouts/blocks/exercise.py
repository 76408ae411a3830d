"""Exercises. One alone takes the width of the page, neighbours stand in cards that never split.

Short ones, such as positions to choose from, are numbered cards side by side, or, where each has a picture and a dose,
rows one below the other; full ones take a card of the whole width.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from handouts.drawings.frames import Frames
from handouts.drawings.pose import Pose
from handouts.model import Exercise
from layouts.blocks._dose import amounts, dose, even
from layouts.blocks._exercise_parts import numbered_name, picture, variants, words
from layouts.blocks.figure import Box, common_box
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.beside import Beside
from layouts.flowables.stack import Columns, Headed, Panel, Stack
from layouts.frames import frame
from layouts.paper import Paint
from layouts.tagging.tree import Element
from layouts.theme import MM

CARD = 52 * MM  # narrower than this, a card cannot hold a line of text
PICTURED = 33 * MM  # but a card that is mostly a picture holds a few words
FEW = 60  # characters
TALLEST = 42 * MM  # of a picture in a card: its words matter as much
PICTURE, DOSE = 40 * MM, 41 * MM  # columns of a row

Parts = Callable[[Exercise, Element, Context], Iterator[Flowable]]


def compose(run: Sequence[Exercise], parent: Element, page: Context) -> list[Flowable]:
    """Cards or rows for neighbours, the whole width for one alone."""
    if len(run) == 1:
        return list(_full(run[0], parent, page))
    box = common_box((exercise.picture for exercise in run), page)
    if any(map(_long, run)):
        return [_framed(exercise, partial(_full, box=_as_wide(box)), parent, page) for exercise in run]
    if page.columns and all(exercise.picture and exercise.dose for exercise in run):
        return _rows(run, parent, page, box)
    cards = [_card(number, exercise, parent, page, box) for number, exercise in enumerate(run, 1)]
    across = _across(run, page)
    return [_row(cards[start : start + across], across, page) for start in range(0, len(cards), across)]


def _long(exercise: Exercise) -> bool:
    """Whether it has more to say than a narrow card holds."""
    details = len(exercise.steps) > 1 or any(step.points for step in exercise.steps)
    return details or len(amounts(exercise.dose)) > 1


def _across(run: Sequence[Exercise], page: Context) -> int:
    least = PICTURED if all(map(_shown, run)) else CARD
    gutter = page.theme.space(1.6)
    return even(len(run), (page.width + gutter) / (least * page.theme.scale * page.theme.growth + gutter))


def _shown(exercise: Exercise) -> bool:
    """Whether its picture says most of it."""
    said = sum(len(step.step.plain) for step in exercise.steps)
    more = exercise.dose or exercise.easier or exercise.harder
    return isinstance(exercise.picture, Pose | Frames) and not more and said <= FEW


def _row(cards: Sequence[Flowable], across: int, page: Context) -> Flowable:
    gutter = page.theme.space(1.6)
    if len(cards) == 1 and across == 1:
        return cards[0]
    row = Columns(cards, gutter, stretch=True)
    row.before = row.after = gutter
    return row


def _card(number: int, exercise: Exercise, parent: Element, page: Context, box: Box | None) -> Flowable:
    def parts(exercise: Exercise, parent: Element, page: Context) -> Iterator[Flowable]:
        name = numbered_name(number, exercise, parent, page)
        pictures = list(picture(exercise, parent, page, box))
        yield Headed(pictures[0], name) if pictures else name
        yield from words(exercise, parent, page)
        yield from dose(exercise.dose, parent, page)
        yield from variants(exercise, parent, page)

    inside = replace(page.narrow((page.width - page.theme.space(4)) / 3), tallest=TALLEST)
    return _framed(exercise, parts, parent, inside)


def _framed(exercise: Exercise, parts: Parts, parent: Element, page: Context) -> Flowable:
    theme = page.theme
    card = frame("card", theme)
    inside = page.narrow(page.width - 2 * card.padding)
    panel = Panel(Stack(list(parts(exercise, parent, inside))), card, before=theme.space(1.6), after=theme.space(1.6))
    panel.place = exercise.place
    return panel


def _as_wide(box: Box | None) -> Box | None:
    """One scale for pictures that stand one below the other, each as tall as it is."""
    return Box(box.width) if box else None


def _rows(run: Sequence[Exercise], parent: Element, page: Context, box: Box | None) -> list[Flowable]:
    """Picture, words and dose side by side; a thin rule between neighbours."""
    box = _as_wide(box)
    return [
        _beside(number, exercise, parent, page, box, last=number == len(run)) for number, exercise in enumerate(run, 1)
    ]


def _beside(
    number: int, exercise: Exercise, parent: Element, page: Context, box: Box | None, *, last: bool
) -> Flowable:
    gutter, rule = page.theme.space(2.5), Paint(line=page.theme.colours["line"], width=0.8)
    middle = page.width - PICTURE - DOSE - 2 * gutter
    name = numbered_name(number, exercise, parent, page)
    said = Stack([name, *words(exercise, parent, page.narrow(middle))])
    much = Stack(list(dose(exercise.dose, parent, page.narrow(DOSE))))
    upper = Columns([said, much], gutter, (middle, DOSE))
    body = Stack([upper, *variants(exercise, parent, page.narrow(middle + gutter + DOSE))], together=True)
    [shown] = picture(exercise, parent, page, box)
    row = Beside(shown, body, PICTURE, gutter, room=page.theme.space(1.2), rule=None if last else rule)
    row.place = exercise.place
    return row


def _full(exercise: Exercise, parent: Element, page: Context, box: Box | None = None) -> Iterator[Flowable]:
    """Name, then what to do beside its picture, then the dose across the whole width, then what may be changed."""
    name = page.heading(exercise.exercise, "subsection", parent, page.level + 1)
    name.before, name.after = page.theme.space(2.5), page.theme.space(1)
    yield name
    if exercise.picture and page.columns:
        yield _beside_picture(exercise, parent, page, box)
    else:
        yield from picture(exercise, parent, page, box)
        yield from words(exercise, parent, page)
    yield from dose(exercise.dose, parent, page)
    yield from variants(exercise, parent, page)  # after the dose, which is that of the usual way


def _beside_picture(exercise: Exercise, parent: Element, page: Context, box: Box | None) -> Flowable:
    gutter = page.theme.space(3)
    inside = page.narrow((page.width - gutter) * 2 / 3)
    [shown] = picture(exercise, parent, page, box)
    said = words(exercise, parent, inside)
    return Columns([shown, Stack(said)], gutter, (1, 2)) if said else shown
