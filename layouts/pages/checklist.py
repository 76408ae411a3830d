"""A therapist's checklist: a narrow column of stages, and beside each what is done in it, in order."""

from collections.abc import Sequence

from handouts.model import Block, Handout
from layouts.blocks import compose
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Stack
from layouts.flowables.stage import Stage
from layouts.pages import leaflet
from layouts.pages.plan import Plan
from layouts.story import Part, parts, story
from layouts.tagging.tree import Element

SCALE = 1.0
STAGES = 0.165  # of the width at least
WIDEST = 0.3  # of the width; a name that needs more stands above its stage


def lay_out(handout: Handout, page: Context, size: tuple[float, float]) -> Plan:
    """A leaflet's pages, its sections told as stages."""
    return leaflet.lay_out(handout, page, size, told=_stages)


def _stages(blocks: Sequence[Block], parent: Element, page: Context) -> list[Flowable]:
    found = _first_level(blocks)
    left = max((_needed(part, page) for part in found), default=0)
    if not page.columns or left > page.width * WIDEST:
        return story(blocks, parent, page)
    left = max(left, page.width * STAGES)
    return [flowable for part in found for flowable in _stage(part, left, parent, page)]


def _needed(part: Part, page: Context) -> float:
    """The width that the name of a stage needs for its longest word, in points."""
    if part.section is None:
        return 0
    style = page.theme.style("section")
    return max(style.family.strong.width(word) for word in part.section.section.plain.split()) * style.size + 1


def _first_level(blocks: Sequence[Block]) -> list[Part]:
    """Parts at the first level; what is inside a section of a lower level stays with its stage."""
    found: list[Part] = []
    for part in parts(blocks):
        if found and part.section and part.section.level > 1:
            found[-1].blocks += [part.section, *part.blocks]
        else:
            found.append(part)
    return found


def _stage(part: Part, left: float, parent: Element, page: Context) -> list[Flowable]:
    if part.section is None:
        return compose(part.blocks, parent, page)
    gutter = page.theme.space(2)
    name = Stack(compose([part.section], parent, page.narrow(left)))
    body = Stack(story(part.blocks, parent, page.narrow(page.width - left - gutter).inside(1)))
    # Name and first point stand on one baseline, although the name is larger.
    lift = page.theme.style("section").ascent - page.theme.style("body").ascent
    return [Stage(name, body, left, gutter, page.theme, lift=lift)]
