"""A question as a patient would ask it, and its answer."""

from collections.abc import Sequence

from handouts.model import Question
from layouts.blocks.text import paragraphs
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.tagging.tree import Element


def compose(run: Sequence[Question], parent: Element, page: Context) -> list[Flowable]:
    """The question as a heading below that of its section, so that a screen reader can jump from one to the next."""
    flowables: list[Flowable] = []
    for block in run:
        question = page.heading(block.question, "subsection", parent, page.level + 1)
        question.before, question.after = page.theme.space(3), 0
        answer = paragraphs(block.answer, parent, page)
        answer[0].before = 0
        flowables += [question, *answer]
    return flowables
