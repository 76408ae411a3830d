"""A picture from a file, with its alternative text."""

from collections.abc import Sequence

from handouts.model import Figure
from handouts.problem import Place
from layouts.context import Context
from layouts.figures import picture
from layouts.flowables.base import Flowable, Snapped
from layouts.flowables.stack import Stack
from layouts.tagging.tree import Element


def compose(run: Sequence[Figure], parent: Element, page: Context) -> list[Flowable]:
    """Picture and caption of each figure, kept together."""
    return [_compose(figure, parent, page) for figure in run]


def _compose(figure: Figure, parent: Element, page: Context) -> Flowable:
    share = figure.width / 100
    flowables: list[Flowable] = [framed(figure.figure, figure.alt or "", figure.place, parent, page, share=share)]
    if figure.caption:
        caption = page.paragraph(figure.caption, "label", parent.add("P"))
        caption.before = page.theme.space(1)
        flowables.append(caption)
    stack = Stack(flowables, together=True)
    stack.before = stack.after = page.theme.space(2)
    stack.place = figure.place
    return stack


def framed(name: str, alt: str, place: Place, parent: Element, page: Context, *, share: float = 1) -> Flowable:
    """A picture of a handout, and as much room below it as brings what follows back to the grid."""
    made = picture.framed(name, alt, place, parent, page.problems, share=share, grey=page.theme.mono)
    return Snapped(made, page.theme)
