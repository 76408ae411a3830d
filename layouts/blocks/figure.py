"""A picture from a file, with its alternative text."""

from collections.abc import Sequence

from handouts.model import Figure
from layouts.context import Context
from layouts.figures.picture import framed
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Stack
from layouts.tagging.tree import Element


def compose(run: Sequence[Figure], parent: Element, page: Context) -> list[Flowable]:
    """Picture and caption of each figure, kept together."""
    return [_compose(figure, parent, page) for figure in run]


def _compose(figure: Figure, parent: Element, page: Context) -> Flowable:
    picture = framed(
        figure.figure,
        figure.alt or "",
        figure.place,
        parent,
        page.problems,
        share=figure.width / 100,
        grey=page.theme.mono,
    )
    flowables: list[Flowable] = [picture]
    if figure.caption:
        caption = page.paragraph(figure.caption, "label", parent.add("P"))
        caption.before = page.theme.space(1)
        flowables.append(caption)
    stack = Stack(flowables, together=True)
    stack.before = stack.after = page.theme.space(2)
    stack.place = figure.place
    return stack
