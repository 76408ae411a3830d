"""Paths of a drawing: lines and Bezier curves, in units of its own. x grows to the right, y downwards."""

from collections.abc import Sequence
from math import cos, hypot, pi, sin, sqrt, tan

Point = tuple[float, float]
Segment = tuple[str, tuple[Point, ...]]  # an operator of PDF, `m`, `l`, `c` or `h`, and its points
Path = tuple[Segment, ...]
Box = tuple[float, float, float, float]  # left, top, right, bottom


def bounds(path: Path) -> Box:
    """The box of a path's points: its curves never leave it."""
    xs, ys = zip(*(point for _, points in path for point in points), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def line(start: Point, end: Point) -> Path:
    """A straight line."""
    return ("m", (start,)), ("l", (end,))


def polygon(points: Sequence[Point], *, closed: bool = True) -> Path:
    """Straight lines from point to point."""
    first, *others = points
    return ("m", (first,)), *(("l", (point,)) for point in others), *((("h", ()),) if closed else ())


def rectangle(left: float, top: float, right: float, bottom: float) -> Path:
    """A box."""
    return polygon(((left, top), (right, top), (right, bottom), (left, bottom)))


def circle(centre: Point, radius: float) -> Path:
    """All points at a distance."""
    return ellipse(centre, radius, radius)


def ellipse(centre: Point, across: float, down: float) -> Path:
    """A circle stretched: half its width and half its height."""
    curves = arc((0, 0), 1, 0, 2 * pi)
    moved = tuple(
        (operator, tuple((centre[0] + x * across, centre[1] + y * down) for x, y in points))
        for operator, points in curves
    )
    return (("m", ((centre[0] + across, centre[1]),)), *moved, ("h", ()))


def arc(centre: Point, radius: float, start: float, end: float) -> Path:
    """Bezier curves along a circle from one angle to another, in radians from the x axis towards y; no `m` before."""
    count = max(1, round(abs(end - start) / (pi / 2) + 0.49))
    step = (end - start) / count
    reach = 4 / 3 * tan(step / 4) * radius
    x, y = centre
    found: list[Segment] = []
    c, s = cos(start), sin(start)
    for number in range(1, count + 1):
        leaving = (x + radius * c - reach * s, y + radius * s + reach * c)
        c, s = cos(start + number * step), sin(start + number * step)
        there = (x + radius * c, y + radius * s)
        found.append(("c", (leaving, (there[0] + reach * s, there[1] - reach * c), there)))
    return tuple(found)


def smooth(points: Sequence[Point], *, closed: bool = False) -> Path:
    """A curve through all points (Catmull-Rom splines with centripetal spacing: no loops where points stand close)."""
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    path: list[Segment] = [("m", (ring[1],))]
    path += [("c", _between(*ring[at : at + 4])) for at in range(len(ring) - 3)]
    return tuple(path) + ((("h", ()),) if closed else ())


def _between(before: Point, start: Point, end: Point, after: Point) -> tuple[Point, Point, Point]:
    """The control points and the end of the Bezier curve from `start` to `end`."""
    a, b, c = (
        sqrt(max(hypot(q[0] - p[0], q[1] - p[1]), 1e-9)) for p, q in ((before, start), (start, end), (end, after))
    )
    if before == start:
        a = 0.0
    if after == end:
        c = 0.0

    def control(near: Point, far: Point, beyond: Point, outer: float) -> Point:
        if not outer:
            return near
        weight = 2 * outer * outer + 3 * outer * b + b * b
        x, y = (
            (outer * outer * far[axis] - b * b * beyond[axis] + weight * near[axis]) / (3 * outer * (outer + b))
            for axis in (0, 1)
        )
        return x, y

    return control(start, end, before, a), control(end, start, after, c), end


def moved(path: Path, right: float, down: float, scale: float = 1, *, mirrored: bool = False) -> Path:
    """The path scaled, then moved; mirrored from left to right before that."""
    sign = -scale if mirrored else scale
    return tuple((op, tuple((x * sign + right, y * scale + down) for x, y in points)) for op, points in path)
