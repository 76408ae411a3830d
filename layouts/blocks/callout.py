"""A box that has to be seen. Its sign, its border and its words say what it is, so colour is not needed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.inline import Run, Text
from handouts.model import Callout
from layouts.blocks.bullets import points
from layouts.blocks.checklist import ticks
from layouts.context import Context
from layouts.figures import signs
from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import coloured
from layouts.flowables.stack import Frame, Inset, Panel, Stack
from layouts.paper import Paint, Paper
from layouts.tagging.tree import Element


@dataclass(frozen=True)
class Look:
    """How one kind of box differs: sign, colour of sign and words, border width in points, fill."""

    sign: str
    colour: str
    border: float
    fill: str | None = None


LOOKS = {
    "stop": Look("stop", "red", 2.2),
    "caution": Look("caution", "amber", 1.4, "amber tint"),
    "tip": Look("tip", "mid", 0, "tint"),
    "note": Look("note", "mid", 0.8),
}


def compose(run: Sequence[Callout], parent: Element, page: Context) -> list[Flowable]:
    """A box for each callout."""
    return [_compose(callout, parent, page) for callout in run]


def _compose(callout: Callout, parent: Element, page: Context) -> Flowable:
    theme, look = page.theme, LOOKS[callout.callout]
    element = parent.add("Div")
    sign = element.add("Figure", alt=getattr(page.words, callout.callout))
    colour = theme.colours[look.colour]
    size = theme.style("section").size * 1.35
    above = (theme.style("body").leading - size) / 2  # so that the sign is level with the first line

    def draw(paper: Paper, x: float, y: float) -> None:
        getattr(signs, look.sign)(paper, sign, x, y + above, size, colour)

    body = Stack(_body(callout, element, page, look))
    frame = Frame(
        Paint(
            fill=theme.colours[look.fill] if look.fill else None,
            line=colour if look.border else None,
            width=look.border * min(theme.scale, 1.4),
        ),
        padding=theme.inset(2.2),
        radius=theme.space(1.4),
    )
    panel = Panel(Inset(body, size + theme.space(2.2), draw), frame, before=theme.space(3), after=theme.space(3))
    panel.place = callout.place
    return panel


def _body(callout: Callout, element: Element, page: Context, look: Look) -> list[Flowable]:
    """The title runs into the first paragraph, or stands alone above a list."""
    style = page.theme.style("body")
    style = replace(style, strong_colour=page.theme.colours[look.colour])
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
