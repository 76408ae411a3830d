"""Places to write with a pen. Neighbours share rows, each as wide as what will be written in it."""

from collections.abc import Sequence

from handouts.model import Field
from layouts.context import Context
from layouts.fields import box, choice, line, scale
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Columns
from layouts.flowables.writing import Box, Choices, Rule, Scale
from layouts.tagging.tree import Element
from layouts.theme import MM

# millimetres that a hand needs for it; what is left over is shared out in the same proportion
WIDTHS = {"text": 46, "date": 34, "number": 24, "time": 26, "tick": 34, "choice": 30, "signature": 52}
FULL = 10_000.0


def compose(run: Sequence[Field], parent: Element, page: Context) -> list[Flowable]:
    """Rows of fields, filled from left to right."""
    rows: list[Flowable] = []
    row: list[tuple[Flowable, float]] = []
    room = page.width
    gutter = page.theme.space(3)
    for field in run:
        flowable = _flowable(field, parent, page)
        needed = _width(field, flowable, page)
        if row and (needed + gutter > room or _apart(row[-1][0], flowable)):
            rows.append(_row(row, gutter))
            row, room = [], page.width
        row.append((flowable, needed))
        room -= needed + gutter
    return [*rows, _row(row, gutter)]


def _apart(last: Flowable, following: Flowable) -> bool:
    """Boxes to tick and lines to write on do not share a row: their words would stand at different heights."""
    return isinstance(last, Box) != isinstance(following, Box)


def _row(row: Sequence[tuple[Flowable, float]], gutter: float) -> Flowable:
    if len(row) == 1:
        return row[0][0]
    return Columns([flowable for flowable, _ in row], gutter, [width for _, width in row])


def _flowable(field: Field, parent: Element, page: Context) -> Flowable:
    label = f"{field.label} ({field.help})" if field.help else field.label
    match field.kind:
        case "scale":
            return scale(label, *field.limits, parent, page, field.place, field=field.field)
        case "choice":
            return choice(label, field.choices, parent, page, field.place, field=field.field)
        case "tick":
            return box(label, parent, page, field.place, field=field.field)
        case _:
            return line(label, parent, page, field.place, lines=field.lines, field=field.field)


def _width(field: Field, flowable: Flowable, page: Context) -> float:
    if isinstance(flowable, Scale) or field.lines > 1:
        return FULL
    least = WIDTHS[field.kind] * MM * page.theme.hand
    if isinstance(flowable, Choices | Box):
        least = max(least, flowable.natural_width())
    if isinstance(flowable, Choices | Rule):
        least = max(least, flowable.label.natural_width())
    return min(least, page.width)
