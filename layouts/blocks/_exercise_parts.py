"""What every exercise is made of, however it is laid out: its picture, what to do, what may be changed."""

from collections.abc import Iterator

from handouts.inline import Prose, Run, Text
from handouts.model import Exercise
from layouts.blocks.figure import Box, framed
from layouts.blocks.steps import Disc, numbered
from layouts.blocks.text import paragraphs
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Inset
from layouts.tagging.tree import Element


def picture(exercise: Exercise, parent: Element, page: Context, box: Box | None = None) -> Iterator[Flowable]:
    """Its picture, if it has one; `box` is one that its neighbours share."""
    if exercise.picture:
        yield framed(exercise.picture, exercise.alt or "", exercise.place, parent, page, box=box)


def words(exercise: Exercise, parent: Element, page: Context) -> list[Flowable]:
    """What to do; a single step needs no number."""
    if len(exercise.steps) == 1 and not exercise.steps[0].points:
        return paragraphs(Prose((exercise.steps[0].step,)), parent, page)
    return numbered(exercise.steps, parent, page) if exercise.steps else []


def variants(exercise: Exercise, parent: Element, page: Context) -> Iterator[Flowable]:
    """How to make it easier and harder."""
    for word, text in ((page.words.easier, exercise.easier), (page.words.harder, exercise.harder)):
        if text:
            labelled = Text((Run(f"{word}:", strong=True), Run(" "), *text.runs), text.place)
            yield from paragraphs(Prose((labelled,)), parent, page)


def numbered_name(number: int, exercise: Exercise, parent: Element, page: Context) -> Flowable:
    """Its name, a number in a disc before it."""
    owner = parent.add(f"H{min(page.level + 2, 6)}")
    disc = Disc(f"{number} ", owner, page)
    name = page.heading_in(exercise.exercise, "name", owner, page.level + 1, prefix=f"{number} ")
    inset = Inset(name, disc.size * 1.35, disc.beside(name))
    inset.after = page.theme.space(0.4)
    return inset
