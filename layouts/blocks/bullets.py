"""Points without an order, with a dot, a tick or the sign for what is not allowed before each."""

from collections.abc import Sequence
from typing import Literal

from handouts.inline import Text
from handouts.model import Bullets
from layouts.context import Context
from layouts.figures import signs
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Inset, held, read_down
from layouts.paper import Paper
from layouts.tagging.tree import Element

Mark = Literal["dot", "never", "tick"]
SHORT = 60  # characters that make two lines at most in half of a box on A4


def compose(run: Sequence[Bullets], parent: Element, page: Context) -> list[Flowable]:
    """A list for each block."""
    return [flowable for block in run for flowable in points(block.bullets, parent, page, block.mark)]


def points(
    texts: Sequence[Text],
    parent: Element,
    page: Context,
    mark: Mark = "dot",
    *,
    columns: bool = False,
) -> list[Flowable]:
    """The items of one list; a tick or another sign is drawn, and says what it is to those who cannot see it.

    `columns` sets four and more short points in two columns, read down, where the page is wide enough.
    """
    element = parent.add("L").set("List", ListNumbering="Disc")
    items: list[Flowable] = []
    for text in texts:
        item = element.add("LI")
        label = item.add("Lbl", alt="" if mark == "dot" else getattr(page.words, mark))
        items.append(_item(text, label, item.add("LBody"), page, mark))
    short = max(len(text.plain) for text in texts) <= SHORT
    if not (columns and page.columns and short and len(items) >= 4):
        return held(items)
    return [read_down(items, 2, page.theme.space(2))]


def _item(text: Text, label: Element, body: Element, page: Context, mark: Mark) -> Flowable:
    paragraph = page.paragraph(text, "body", body)
    size = paragraph.style.size
    dot = page.words_of("•", "body", label, text.place)

    def draw(paper: Paper, x: float, y: float) -> None:
        left, middle = x + size * 0.15, y + paragraph.style.middle
        if mark == "dot":
            dot.draw(paper, left, y, size * 2)
        elif mark == "never":
            signs.never(paper, label, left, middle, size * 0.78, page.theme.colours["red"])
        else:
            signs.tick(paper, label, left, middle, size * 0.7, page.theme.colours["mid"])

    inset = Inset(paragraph, size * 1.3, draw)
    inset.before = inset.after = page.theme.space(0.8)
    return inset
