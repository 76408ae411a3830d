"""Things to do in order: a number in a disc, then what to do. Short steps stand in two columns, read down."""

from collections.abc import Sequence

from handouts.model import Step, Steps
from handouts.problem import NOWHERE
from layouts.blocks.bullets import points
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import Paragraph
from layouts.flowables.stack import Inset, Stack, held, read_down
from layouts.lines import TextStyle
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, Element

SHORT = 90  # characters that make two lines in half of an A4 page
TWO_COLUMNS_FROM = 6


def compose(run: Sequence[Steps], parent: Element, page: Context) -> list[Flowable]:
    """A numbered list for each block."""
    return [flowable for block in run for flowable in numbered(block.steps, parent, page)]


def numbered(steps: Sequence[Step], parent: Element, page: Context) -> list[Flowable]:
    """The items of one numbered list, in two columns where there are many short ones and the page is wide enough."""
    element = parent.add("L").set("List", ListNumbering="Decimal")
    items = [_item(number, step, element, page) for number, step in enumerate(steps, 1)]
    short = all(len(step.step.plain) <= SHORT and not step.points for step in steps)
    if len(items) < TWO_COLUMNS_FROM or not short or not page.columns:
        return held(items)
    return [read_down(items, 2, page.theme.space(4))]


def _item(number: int, step: Step, parent: Element, page: Context) -> Flowable:
    item = parent.add("LI")
    label, body = item.add("Lbl"), item.add("LBody")
    paragraph = page.paragraph(step.step, "body", body.add("P") if step.points else body)
    flowables: list[Flowable] = [paragraph]
    if step.points:
        flowables += points(step.points, body, page)
    disc = Disc(str(number), label, page)
    inset = Inset(Stack(flowables), disc.size * 1.55, disc.beside(paragraph))
    inset.before = inset.after = page.theme.inset(1.3)  # discs never touch
    return inset


class Disc:
    """A number in white on a disc of the clinic's colour."""

    def __init__(self, number: str, label: Element, page: Context) -> None:
        self.style = page.theme.style("strong")
        self.size = self.style.size * 1.4
        mono, colour = page.theme.mono, page.theme.colours["mid"]
        self.paint = Paint(line=colour, width=1.2) if mono else Paint(fill=colour)
        self.number = page.words_of(number, self.style if mono else page.inverse("strong"), label, NOWHERE)

    def beside(self, paragraph: Paragraph) -> "DiscLabel":
        """The disc, level with the first line of a paragraph."""
        return DiscLabel(self, paragraph.style)


class DiscLabel:
    """Draws a disc at the first line of what stands beside it."""

    def __init__(self, disc: Disc, style: TextStyle) -> None:
        self.disc, self.style = disc, style

    def __call__(self, paper: Paper, x: float, y: float) -> None:
        disc, radius = self.disc, self.disc.size / 2
        top = y + self.style.ascent - disc.style.ascent  # the number stands on the baseline beside it
        paper.circle(DECORATION, x + radius, top + disc.style.middle, radius, disc.paint)
        width = disc.number.natural_width()
        disc.number.draw(paper, x + radius - width / 2, top, disc.size * 2)
