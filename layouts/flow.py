"""A story poured into pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handouts.problem import Problem
from layouts.flowables.base import Flowable, gap, total
from layouts.flowables.stack import fit
from layouts.theme import Theme


@dataclass(frozen=True)
class Area:
    """A rectangle of the page for text, in points from its top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Placed:
    """A flowable and where it stands."""

    flowable: Flowable
    x: float
    y: float
    width: float


def flow(
    story: Sequence[Flowable], area: Callable[[int], Area], problems: list[Problem], theme: Theme
) -> list[list[Placed]]:
    """Pages of placed flowables; what is taller than a page and cannot be split is a problem.

    Where a page has room left, the spaces between its blocks grow by up to the theme's slack.
    """
    pages: list[list[Placed]] = []
    rest = list(story)
    while rest:
        frame = area(len(pages))
        parts = fit(rest, frame.width, frame.height)
        if parts is None:
            parts = fit(rest, frame.width, frame.height, force=True)
        if parts is None:
            problems.append(_too_tall(rest[0], frame))
            parts = [rest[0]], rest[1:]
        pages.append(place(parts[0], frame, theme))
        rest = parts[1]
    return pages


def place(flowables: Sequence[Flowable], frame: Area, theme: Theme) -> list[Placed]:
    """Flowables one below the other from the top of an area, each space grown by the same number of whole units."""
    room = frame.height - total(flowables, frame.width)
    spaces = sum(_grows(upper) for upper in flowables[:-1])
    growth = max(0, min(theme.slack, int(room / theme.unit / spaces))) * theme.unit if spaces else 0
    placed: list[Placed] = []
    y, previous = frame.y, None
    for flowable in flowables:
        if previous:
            y += gap(previous, flowable) + (growth if _grows(previous) else 0)
        placed.append(Placed(flowable, frame.x, y, frame.width))
        y += flowable.height(frame.width)
        previous = flowable
    return placed


def _grows(upper: Flowable) -> bool:
    """Whether the space below it may grow: not that between a heading and what it heads, nor those inside a list."""
    return not upper.keep and not upper.firm


def used(pages: Sequence[Sequence[Placed]], area: Callable[[int], Area]) -> float:
    """The share of the last page that is used, from 0 to 1."""
    last = pages[-1][-1]
    frame = area(len(pages) - 1)
    return (last.y + last.flowable.height(last.width) - frame.y) / frame.height


def _too_tall(flowable: Flowable, frame: Area) -> Problem:
    return flowable.place.problem(
        "P103",
        f"this does not fit on a page: it is {flowable.height(frame.width) / 72 * 2.54:.1f} cm tall "
        f"and the page has room for {max(frame.height, 0) / 72 * 2.54:.1f} cm",
        "shorten it, or divide it into two",
    )
