"""A story poured into pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handouts.problem import Problem
from layouts.flowables.base import Flowable, total
from layouts.flowables.stack import fit


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


def flow(story: Sequence[Flowable], area: Callable[[int], Area], problems: list[Problem]) -> list[list[Placed]]:
    """Pages of placed flowables; what is taller than a page and cannot be split is a problem."""
    pages: list[list[Placed]] = []
    rest = list(story)
    while rest:
        frame = area(len(pages))
        parts = fit(rest, frame.width, frame.height) or fit(rest, frame.width, frame.height, force=True)
        if parts is None:
            problems.append(_too_tall(rest[0], frame))
            parts = [rest[0]], rest[1:]
        pages.append(place(parts[0], frame))
        rest = parts[1]
    return pages


def place(flowables: Sequence[Flowable], frame: Area) -> list[Placed]:
    """Flowables one below the other from the top of an area."""
    placed: list[Placed] = []
    for index, flowable in enumerate(flowables):
        y = frame.y + total(flowables[: index + 1], frame.width) - flowable.height(frame.width)
        placed.append(Placed(flowable, frame.x, y, frame.width))
    return placed


def used(pages: Sequence[Sequence[Placed]], area: Callable[[int], Area]) -> float:
    """The share of the last page that is used, from 0 to 1."""
    last = pages[-1][-1]
    frame = area(len(pages) - 1)
    return (last.y + last.flowable.height(last.width) - frame.y) / frame.height


def _too_tall(flowable: Flowable, frame: Area) -> Problem:
    return flowable.place.problem(
        "P103",
        f"this does not fit on a page: it is {flowable.height(frame.width) / 72 * 2.54:.0f} cm tall "
        f"and the page has room for {frame.height / 72 * 2.54:.0f} cm",
        "shorten it, or divide it into two",
    )
