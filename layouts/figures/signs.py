"""Signs drawn as shapes: they need no font and no colour to be understood. Positions are points."""

from collections.abc import Callable
from functools import lru_cache
from math import cos, pi, sin, sqrt

from layouts.colours import WHITE, Colour
from layouts.figures.paths import Path, Point, arc, circle, line, polygon
from layouts.figures.sketch import Shape, Sketch
from layouts.paper import Paint, Paper
from layouts.tagging.tree import Owner

Sign = Callable[[Paper, Owner, float, float, float, Colour], None]


def never(paper: Paper, owner: Owner, x: float, middle: float, size: float, colour: Colour) -> None:
    """A ring with a bar across, from x to the right, around the height `middle`."""
    _never(colour).draw(paper, owner, x, middle - size / 2, size)


def tick(paper: Paper, owner: Owner, x: float, middle: float, size: float, colour: Colour) -> None:
    """A tick from x to the right, around the height `middle`."""
    points = [(x, middle), (x + size * 0.38, middle + size * 0.36), (x + size, middle - size * 0.42)]
    with paper.figure(owner, x, middle - size / 2, size, size):
        paper.polygon(owner, points, Paint(line=colour, width=size * 0.2), closed=False)


def stop(paper: Paper, owner: Owner, x: float, y: float, size: float, colour: Colour) -> None:
    """An octagon with an exclamation mark."""
    centre, radius = (x + size / 2, y + size / 2), size / 2 / cos(pi / 8)
    corners = [
        (centre[0] + radius * cos(pi / 8 + step * pi / 4), centre[1] + radius * sin(pi / 8 + step * pi / 4))
        for step in range(8)
    ]
    with paper.figure(owner, x, y, size, size):
        paper.polygon(owner, corners, Paint(fill=colour))
        _exclamation(paper, owner, *centre, size, WHITE)


def caution(paper: Paper, owner: Owner, x: float, y: float, size: float, colour: Colour) -> None:
    """A triangle with an exclamation mark."""
    corners = [(x + size / 2, y + size * 0.05), (x + size, y + size * 0.92), (x, y + size * 0.92)]
    with paper.figure(owner, x, y, size, size):
        paper.polygon(owner, corners, Paint(fill=colour, line=colour, width=size * 0.08))
        _exclamation(paper, owner, x + size / 2, y + size * 0.6, size * 0.8, WHITE)


def tip(paper: Paper, owner: Owner, x: float, y: float, size: float, colour: Colour) -> None:
    """A disc with a tick."""
    with paper.figure(owner, x, y, size, size):
        paper.circle(owner, x + size / 2, y + size / 2, size / 2, Paint(fill=colour))
        points = [
            (x + size * 0.27, y + size * 0.53),
            (x + size * 0.44, y + size * 0.7),
            (x + size * 0.74, y + size * 0.34),
        ]
        paper.polygon(owner, points, Paint(line=WHITE, width=size * 0.11), closed=False)


def note(paper: Paper, owner: Owner, x: float, y: float, size: float, colour: Colour) -> None:
    """A disc with the letter i, drawn."""
    middle = x + size / 2
    with paper.figure(owner, x, y, size, size):
        paper.circle(owner, middle, y + size / 2, size / 2, Paint(fill=colour))
        paper.circle(owner, middle, y + size * 0.27, size * 0.075, Paint(fill=WHITE))
        paper.line(owner, middle, y + size * 0.46, middle, y + size * 0.75, Paint(line=WHITE, width=size * 0.12))


def phone(paper: Paper, owner: Owner, x: float, y: float, size: float, colour: Colour) -> None:
    """A handset."""
    _phone(colour).draw(paper, owner, x, y, size)


def clock(paper: Paper, owner: Owner, x: float, y: float, size: float, colour: Colour) -> None:
    """The face of a clock."""
    _clock(colour).draw(paper, owner, x, y, size)


def repeat(paper: Paper, owner: Owner, x: float, y: float, size: float, colour: Colour) -> None:
    """An arrow that goes round."""
    _repeat(colour).draw(paper, owner, x, y, size)


def barred(centre: Point, radius: float) -> tuple[Path, Path]:
    """A ring and the bar across it, the usual sign for what is not allowed (ISO 3864-1)."""
    (x, y), reach = centre, radius / sqrt(2)
    return circle(centre, radius), line((x - reach, y - reach), (x + reach, y + reach))


# Below, a sign is 100 units wide and tall.


@lru_cache(maxsize=16)
def _never(colour: Colour) -> Sketch:
    return Sketch(100, 100, [Shape(path, Paint(line=colour, width=17)) for path in barred((50, 50), 41)])


@lru_cache(maxsize=16)
def _phone(colour: Colour) -> Sketch:
    """A curved handle between two ends that face up to the right."""
    centre, radius, ends = (88, 12), 70.0, (_degrees(176), _degrees(94))
    handle = Shape(_curve(centre, radius, *ends), Paint(line=colour, width=17))
    pieces = [
        Shape(line(_at(centre, radius - 2, turn), _at(centre, radius - 17, turn)), Paint(line=colour, width=25))
        for turn in ends
    ]
    return Sketch(100, 100, [handle, *pieces])


@lru_cache(maxsize=16)
def _clock(colour: Colour) -> Sketch:
    rim = Shape(circle((50, 50), 43), Paint(line=colour, width=11))
    hands = polygon(((50, 24), (50, 52), (68, 61)), closed=False)
    return Sketch(100, 100, [rim, Shape(hands, Paint(line=colour, width=10))])


@lru_cache(maxsize=16)
def _repeat(colour: Colour) -> Sketch:
    """Most of a circle; its head points the way that a clock goes."""
    centre, radius, start, end = (47, 56), 34.0, _degrees(-20), _degrees(268)
    tail = _at(centre, radius, end)
    head = (
        _at(centre, radius - 20, end),
        _at(centre, radius + 20, end),
        (tail[0] - 27 * sin(end), tail[1] + 27 * cos(end)),
    )
    ring = Shape(_curve(centre, radius, start, end), Paint(line=colour, width=12))
    return Sketch(100, 100, [ring, Shape(polygon(head), Paint(fill=colour))])


def _degrees(angle: float) -> float:
    return angle * pi / 180


def _at(centre: Point, radius: float, turn: float) -> Point:
    return centre[0] + radius * cos(turn), centre[1] + radius * sin(turn)


def _curve(centre: Point, radius: float, start: float, end: float) -> Path:
    """Part of a circle."""
    return (("m", (_at(centre, radius, start),)), *arc(centre, radius, start, end))


def _exclamation(paper: Paper, owner: Owner, x: float, y: float, size: float, colour: Colour) -> None:
    paper.line(owner, x, y - size * 0.25, x, y + size * 0.06, Paint(line=colour, width=size * 0.12))
    paper.circle(owner, x, y + size * 0.24, size * 0.07, Paint(fill=colour))
