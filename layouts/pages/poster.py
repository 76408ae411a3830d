"""A poster: one page, its words as large as all of them fit, and its picture as tall as they leave room for."""

from collections.abc import Sequence
from dataclasses import replace

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
LEAST, MOST = 0.4, 0.75  # of the page's height, for a picture: it is what a poster is looked at for
WIDER = 1.75  # times the width of the words beside it
STEPS = 6  # of halving what lies between


def lay_out(handout: Handout, page: Context, size: tuple[float, float]) -> Plan:
    """The largest words that leave one page; in large print, and where there is too much, as many pages as needed."""
    for larger in LARGER if page.theme.growth == 1 else LARGER[-1:]:
        theme = replace(page.theme, scale=page.theme.scale * larger)
        plan, trial = _tried(handout, replace(page, theme=theme), size, LEAST)
        if len(plan.pages) == 1:
            plan, trial = _with_tall_picture(handout, replace(page, theme=theme), size)
            break
    page.problems.extend(trial.problems)
    return plan


def _with_tall_picture(handout: Handout, page: Context, size: tuple[float, float]) -> tuple[Plan, Context]:
    """The tallest picture that leaves one page."""
    low, high = LEAST, MOST
    best = _tried(handout, page, size, low)
    for _ in range(STEPS if any(isinstance(block, Figure) for block in handout.blocks) else 0):
        middle = (low + high) / 2
        found = _tried(handout, page, size, middle)
        low, high, best = (middle, high, found) if len(found[0].pages) == 1 else (low, middle, best)
    return best


def _tried(handout: Handout, page: Context, size: tuple[float, float], share: float) -> tuple[Plan, Context]:
    """A layout with pictures of a share of the page's height, and its own list of problems."""
    trial = replace(page, problems=[], tallest=size[1] * share)
    return leaflet.lay_out(handout, trial, size, told=_told), trial


def _told(blocks: Sequence[Block], parent: Element, page: Context) -> list[Flowable]:
    """Pictures are wider than the words beside them; whom to call stands below both."""
    contacts = blocks[-1:] if isinstance(blocks[-1], ClinicContact) else ()
    above = blocks[: len(blocks) - len(contacts)]
    return [*story(above, parent, page, shares=_wider_with_a_picture), *compose(contacts, parent, page)]


def _wider_with_a_picture(group: Sequence[Part]) -> Sequence[float]:
    """Beside words, a picture has the larger share."""
    return [WIDER if any(isinstance(block, Figure) for block in part.blocks) else 1.0 for part in group]
