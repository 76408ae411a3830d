"""Boxes to tick, one line each where it can be, with an optional line to write on."""

from collections.abc import Sequence

from handouts.model import Checklist, Tick, TickGroup
from layouts.context import Context
from layouts.fields import line
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Inset, held, read_down
from layouts.flowables.writing import Trailing
from layouts.paper import Paint, Paper
from layouts.tagging.tree import Element
from layouts.theme import MM

BOX = 5.0 * MM


def compose(run: Sequence[Checklist], parent: Element, page: Context) -> list[Flowable]:
    """The boxes of each checklist, group by group."""
    flowables: list[Flowable] = []
    for block in run:
        loose: list[Tick] = []
        for entry in block.checklist:
            if isinstance(entry, Tick):
                loose.append(entry)
                continue
            flowables += ticks(loose, parent, page, block.columns)
            loose = []
            flowables += _group(entry, parent, page, block.columns)
        flowables += ticks(loose, parent, page, block.columns)
    return flowables


def _group(group: TickGroup, parent: Element, page: Context, columns: int) -> list[Flowable]:
    name = page.heading(group.group, "subsection", parent, page.level + 1)
    name.before, name.after = page.theme.space(2), page.theme.space(0.5)
    return [name, *ticks(group.ticks, parent, page, columns)]


def ticks(entries: Sequence[Tick], parent: Element, page: Context, columns: int) -> list[Flowable]:
    """The boxes of one list, in columns read down."""
    if not entries:
        return []
    element = parent.add("L").set("List", ListNumbering="None")
    items = [_item(entry, element, page) for entry in entries]
    columns = min(columns, len(items)) if page.columns else 1
    if columns == 1:
        return held(items, ends=3)
    return [read_down(items, columns, page.theme.space(3))]


def _item(entry: Tick, parent: Element, page: Context) -> Flowable:
    body = parent.add("LI").add("LBody")
    owner = body.add("Form", alt=page.words.box)
    owner.set("PrintField", Role="cb", checked="off")
    paragraph = page.paragraph(entry.tick, "body", body.add("P"))
    content: Flowable = paragraph
    if entry.write:
        content = Trailing(paragraph, line(entry.write, body, page, entry.place, beside=True))
    size = BOX * page.theme.hand
    paint = Paint(line=page.theme.colours["ink"], width=1.1)

    def draw(paper: Paper, x: float, y: float) -> None:
        top = y + paragraph.style.middle - size / 2
        with paper.figure(owner, x, top, size, size):
            paper.box(owner, x, top, size, size, paint, radius=2)

    inset = Inset(content, size + page.theme.space(1.8), draw)
    inset.before = inset.after = page.theme.space(0.9)
    return inset
