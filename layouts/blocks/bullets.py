"""Points without an order, with a dot, a cross or a tick before each."""

from collections.abc import Sequence
from typing import Literal

from handouts.inline import Text
from handouts.model import Bullets
from layouts.context import Context
from layouts.figures import signs
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Inset
from layouts.tagging.marks import Paper
from layouts.tagging.tree import Element
from layouts.theme import Role

Mark = Literal["dot", "cross", "tick"]


def compose(run: Sequence[Bullets], parent: Element, page: Context) -> list[Flowable]:
    """A list for each block."""
    return [flowable for block in run for flowable in points(block.bullets, parent, page, block.mark)]


def points(
    texts: Sequence[Text], parent: Element, page: Context, mark: Mark = "dot", role: Role = "body"
) -> list[Flowable]:
    """The items of one list; its marks are drawn, so the list says of itself what kind it is."""
    element = parent.add("L").set("List", ListNumbering="Disc" if mark == "dot" else "None")
    items: list[Flowable] = []
    for text in texts:
        item = element.add("LI")
        label = item.add("Lbl") if mark == "dot" else None
        items.append(_item(text, label, item.add("LBody"), page, mark, role))
    return items


def _item(text: Text, label: Element | None, body: Element, page: Context, mark: Mark, role: Role) -> Flowable:
    paragraph = page.paragraph(text, role, body)
    size = paragraph.style.size
    dot = page.words_of("•", role, label, text.place) if label else None

    def draw(paper: Paper, x: float, y: float) -> None:
        if dot:
            dot.draw(paper, x + size * 0.15, y, size * 2)
        elif mark == "cross":
            signs.cross(paper, x + size * 0.15, y + paragraph.style.leading / 2, size * 0.62, page.theme.colours["red"])
        else:
            signs.tick(paper, x + size * 0.15, y + paragraph.style.leading / 2, size * 0.7, page.theme.colours["mid"])

    inset = Inset(paragraph, size * 1.3, draw)
    inset.before = inset.after = page.theme.space(0.8)
    return inset
