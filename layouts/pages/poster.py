"""A poster: one page, its words as large as all of them fit, and its picture as tall as they leave room for."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from handouts.model import Block, ClinicContact, Figure, Handout
from layouts.blocks import compose
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.pages import leaflet
from layouts.pages.plan import Plan
from layouts.story import Part, story
from layouts.tagging.tree import Element

SCALE = 1.0
LARGER = (1.4, 1.2, 1.0)  # to be read from two steps away, or nearer where there is much to say
TIGHTNESS = (1.0, 0.88, 0.76, 0.66, 0.58)
LEAST = (0.42, 0.36, 0.3)  # of the page's height, for a picture: it is what a poster is looked at for
MOST, STEPS = 0.75, 6  # and at most; steps of halving what lies between
WIDER = 1.75  # times the width of the words beside it

Trial = tuple[Plan, Context]  # a layout, and what it was made with


def lay_out(handout: Handout, page: Context, size: tuple[float, float]) -> Plan:
    """The largest words that leave one page; in large print, and where there is too much, as many pages as needed."""
    plan, trial = _one_page(handout, page, size) or _tried(handout, page, size, LEAST[0])
    page.problems.extend(trial.problems)
    return plan


def _one_page(handout: Handout, page: Context, size: tuple[float, float]) -> Trial | None:
    """Large words come first, then a large picture, then space around both; nobody asks for that in large print."""
    for larger, least, tightness in product(LARGER, LEAST, TIGHTNESS) if page.theme.growth == 1 else ():
        if larger > 1 and (least, tightness) != (LEAST[0], 1):
            continue
        theme = replace(page.theme, scale=page.theme.scale * larger, tightness=tightness)
        found = _tried(handout, replace(page, theme=theme), size, least)
        if len(found[0].pages) == 1:
            return _with_taller_picture(handout, replace(page, theme=theme), size, least, found)
    return None


def _with_taller_picture(handout: Handout, page: Context, size: tuple[float, float], low: float, best: Trial) -> Trial:
    """The tallest picture that leaves one page."""
    high = MOST
    for _ in range(STEPS if any(isinstance(block, Figure) for block in handout.blocks) else 0):
        middle = (low + high) / 2
        found = _tried(handout, page, size, middle)
        low, high, best = (middle, high, found) if len(found[0].pages) == 1 else (low, middle, best)
    return best


def _tried(handout: Handout, page: Context, size: tuple[float, float], share: float) -> Trial:
    """A layout with pictures of a share of the page's height, and its own list of problems."""
    trial = replace(page, problems=[], tallest=size[1] * share)
    return leaflet.lay_out(handout, trial, size, told=_told), trial


def _told(blocks: Sequence[Block], parent: Element, page: Context) -> list[Flowable]:
    """Pictures are wider than the words beside them; whom to call stands below both."""
    contacts = blocks[-1:] if isinstance(blocks[-1], ClinicContact) else ()
    above = blocks[: len(blocks) - len(contacts)]
    return [*story(above, parent, page, shares=_wider_with_a_picture, level=False), *compose(contacts, parent, page)]


def _wider_with_a_picture(group: Sequence[Part]) -> Sequence[float]:
    """Beside words, a picture has the larger share."""
    return [WIDER if any(isinstance(block, Figure) for block in part.blocks) else 1.0 for part in group]
