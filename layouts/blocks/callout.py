"""A box that has to be seen. Its sign, its border and its words say what it is, so colour is not needed."""

from collections.abc import Sequence
from dataclasses import replace

from handouts.inline import Run, Text
from handouts.model import Callout
from layouts.blocks.bullets import points
from layouts.blocks.checklist import ticks
from layouts.context import Context
from layouts.figures import signs
from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import coloured
from layouts.flowables.stack import Inset, Panel, Stack
from layouts.frames import frame
from layouts.paper import Paper
from layouts.tagging.tree import Element

COLOURS = {"stop": "red", "caution": "amber", "tip": "mid", "note": "mid"}  # of the sign and of the first words


def compose(run: Sequence[Callout], parent: Element, page: Context) -> list[Flowable]:
    """A box for each callout."""
    return [_compose(callout, parent, page) for callout in run]


def _compose(callout: Callout, parent: Element, page: Context) -> Flowable:
    theme = page.theme
    element = parent.add("Div")
    sign = element.add("Figure", alt=getattr(page.words, callout.callout))
    colour = theme.colours[COLOURS[callout.callout]]
    size = theme.style("section").size * 1.25
    above = theme.style("body").middle - size / 2  # so that the sign is level with the first line

    def draw(paper: Paper, x: float, y: float) -> None:
        getattr(signs, callout.callout)(paper, sign, x, y + above, size, colour)

    body = Stack(_body(callout, element, page))
    panel = Panel(
        Inset(body, size + theme.space(2.2), draw, again=True),
        frame(callout.callout, theme),
        before=theme.space(3),
        after=theme.space(3),
    )
    panel.place = callout.place
    return panel


def _body(callout: Callout, element: Element, page: Context) -> list[Flowable]:
    """The title runs into the first paragraph, or stands alone above a list."""
    style = page.theme.style("body")
    style = replace(style, strong_colour=page.theme.colours[COLOURS[callout.callout]])
    texts = list(callout.text)
    flowables: list[Flowable] = []
    if callout.title and texts:
        texts[0] = _run_in(callout.title, texts[0])
    elif callout.title:
        title = page.paragraph(callout.title, coloured(page.theme.style("name"), style.strong_colour), element.add("P"))
        title.keep, title.after = True, page.theme.space(0.8)
        flowables.append(title)
    for text in texts:
        paragraph = page.paragraph(text, style, element.add("P"))
        paragraph.before = paragraph.after = page.theme.space(0.8)
        flowables.append(paragraph)
    if callout.bullets:
        flowables += points(callout.bullets, element, page, columns=True)
    if callout.ticks:
        flowables += ticks(callout.ticks, element, page, columns=2)
    return flowables


def _run_in(title: Text, text: Text) -> Text:
    strong = tuple(replace(run, strong=True) for run in title.runs)
    return Text((*strong, Run(" "), *text.runs), text.place)
