"""A leaflet: title, running text and boxes in one column, on as many pages as it needs."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from handouts.inline import Run, Text
from handouts.model import Block, Handout
from layouts.blocks.text import paragraphs
from layouts.context import Context
from layouts.flow import Area, flow, used
from layouts.flowables.base import Flowable
from layouts.flowables.paragraph import plain
from layouts.pages.furniture import Furniture, side
from layouts.pages.plan import Plan
from layouts.story import story
from layouts.tagging.tree import Element

SCALE = 1.0

Story = Callable[[Sequence[Block], Element, Context], list[Flowable]]


def lay_out(handout: Handout, page: Context, size: tuple[float, float], *, told: Story = story) -> Plan:
    """Pages of a handout in one column between head and foot; `told` says how its blocks become a story."""
    root = Element("Document")
    margin = side(size[0])
    page = page.narrow(size[0] - 2 * margin)
    furniture = Furniture(handout, page, root, size)

    def area(number: int) -> Area:
        top, unit = furniture.top(number), page.theme.unit
        # Whole units: half of one nearer to the foot is less than anybody sees, and saves a page where a line is over.
        return Area(margin, top, page.width, round((furniture.bottom(number) - top) / unit) * unit)

    flowables = [*_title(handout, root, page), *told(handout.blocks, root, page)]
    flowables += paragraphs(page.clinic.closing(handout.id), root, page)
    flowables += [*_sources(handout, root, page), *furniture.imprint(root)]
    pages = flow(flowables, area, page.problems, page.theme)
    return Plan(pages, root, furniture, used(pages, area), page.theme.tightness)


def _title(handout: Handout, root: Element, page: Context) -> list[Flowable]:
    title = page.heading(plain(handout.title, handout.place), "title", root, 0)
    title.after = page.theme.space(1 if handout.subtitle else 2.5)
    if not handout.subtitle:
        return [title]
    lead = page.paragraph(handout.subtitle, "lead", root.add("P"))
    lead.after = page.theme.space(2)
    return [title, lead]


def _sources(handout: Handout, root: Element, page: Context) -> list[Flowable]:
    """One small paragraph, each source a link where it has an address; links are quieter here than in the text."""
    if not handout.sources or handout.audience == "therapist":
        return []
    runs = [Run(f"{page.words.sources}:", strong=True), Run(" ")]
    for number, source in enumerate(handout.sources):
        runs += [Run("; ")] if number else []
        runs.append(Run(source.source, href=source.url or ""))
    style = replace(page.theme.style("small"), link_colour=page.theme.colours["dark"])
    paragraph = page.paragraph(Text((*runs, Run(".")), handout.sources[0].place), style, root.add("P"))
    paragraph.before = page.theme.space(2)
    return [paragraph]
