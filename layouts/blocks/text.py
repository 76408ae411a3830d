"""Running text."""

from collections.abc import Sequence

from handouts.inline import Prose
from handouts.model import Paragraphs
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.tagging.tree import Element


def compose(run: Sequence[Paragraphs], parent: Element, page: Context) -> list[Flowable]:
    """One paragraph for each of the author's."""
    return [flowable for block in run for flowable in paragraphs(block.text, parent, page)]


def paragraphs(prose: Prose, parent: Element, page: Context) -> list[Flowable]:
    """Paragraphs of running text, half a line apart."""
    flowables: list[Flowable] = []
    for text in prose:
        paragraph = page.paragraph(text, "body", parent.add("P"))
        paragraph.before = paragraph.after = page.theme.space(1.2)
        flowables.append(paragraph)
    return flowables
