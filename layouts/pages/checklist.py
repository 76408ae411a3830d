"""A therapist's checklist: a narrow column of stages, and beside each what is done in it, in order."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from handouts.drawings.body_map import BodyMap
from handouts.model import Block, Field, Figure, Handout
from layouts.blocks import compose
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Columns, Stack
from layouts.flowables.stage import Stage
from layouts.pages import leaflet
from layouts.pages.plan import Plan
from layouts.story import Part, parts, story
from layouts.tagging.tree import Element
from layouts.theme import MM

SCALE = 1.0
STAGES = 0.165  # of the width at least
DRAWN_ON = 63 * MM  # the height of a map to draw on
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
        return _with_maps(part.blocks, parent, page)
    gutter = page.theme.space(2)
    name = Stack(compose([part.section], parent, page.narrow(left)))
    body = Stack(story(part.blocks, parent, page.narrow(page.width - left - gutter).inside(1)))
    # Name and first point stand on one baseline, although the name is larger.
    lift = page.theme.style("section").ascent - page.theme.style("body").ascent
    return [Stage(name, body, left, gutter, page.theme, lift=lift)]


def _with_maps(blocks: Sequence[Block], parent: Element, page: Context) -> list[Flowable]:
    """The blocks one below the other, but for maps to draw on: beside them stand the places to write that follow."""
    flowables: list[Flowable] = []
    rest = list(blocks)
    while rest:
        before = list(takewhile(lambda block: not _to_draw_on(block), rest))
        flowables += compose(before, parent, page)
        rest = rest[len(before) :]
        if rest:
            drawn, beside = _beside(rest, parent, page) if page.columns else (compose(rest[:1], parent, page), 0)
            flowables += drawn
            rest = rest[1 + beside :]
    return flowables


def _beside(blocks: Sequence[Block], parent: Element, page: Context) -> tuple[list[Flowable], int]:
    """A map with as many of the fields after it as are no taller than it is, and how many these are."""
    drawn, *others = blocks
    assert isinstance(drawn, Figure)
    gutter = page.theme.space(3)
    left = (page.width - gutter) * drawn.width / 100
    narrow = page.narrow(page.width - gutter - left)
    picture = Stack(compose([replace(drawn, width=100)], parent, replace(page.narrow(left), tallest=DRAWN_ON)))
    fields = list(takewhile(lambda block: isinstance(block, Field), others))
    while fields and _height(fields, narrow) > picture.height(left):
        fields.pop()
    if not fields:
        return [picture], 0
    written = Stack(compose(fields, parent, narrow))
    return [Columns([picture, written], gutter, (left, narrow.width))], len(fields)


def _height(blocks: Sequence[Block], page: Context) -> float:
    """How tall blocks would be; no element of theirs is kept."""
    return Stack(compose(blocks, Element("Div"), page)).height(page.width)


def _to_draw_on(block: Block) -> bool:
    return isinstance(block, Figure) and isinstance(block.figure, BodyMap) and block.figure.blank
