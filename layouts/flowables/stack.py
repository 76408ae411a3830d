"""Flowables one below the other, and the ways to indent, frame or line them up."""

from collections.abc import Callable, Sequence

from layouts.flowables.base import Flowable, gap, total
from layouts.frames import Frame
from layouts.paper import Paper
from layouts.tagging.tree import DECORATION, REPEATED


class Stack(Flowable):
    """A column of flowables; it splits between them or inside one of them."""

    def __init__(self, flowables: Sequence[Flowable], *, together: bool = False) -> None:
        self.flowables = list(flowables)
        self.together = together
        if self.flowables:
            self.before, self.after = self.flowables[0].before, self.flowables[-1].after
            self.place = self.flowables[0].place
            self.keep = all(flowable.keep for flowable in self.flowables)

    def height(self, width: float) -> float:
        return total(self.flowables, width)

    def least(self, width: float) -> float:
        if self.together:
            return self.height(width)
        return least_of(self.flowables, width)

    def split(self, width: float, height: float, *, force: bool = False) -> tuple[Flowable, Flowable] | None:
        if self.together and not force:
            return None
        parts = fit(self.flowables, width, height, force=force)
        if not parts or not parts[1]:
            return None
        return Stack(parts[0]), Stack(parts[1])

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        previous: Flowable | None = None
        for flowable in self.flowables:
            y += gap(previous, flowable) if previous else 0
            flowable.draw(paper, x, y, width)
            y += flowable.height(width)
            previous = flowable


class Headed(Flowable):
    """A picture above its name, which is read first and so drawn first; they stay together, and with what follows."""

    keep = True

    def __init__(self, picture: Flowable, name: Flowable) -> None:
        self.picture, self.name = picture, name
        self.before, self.after, self.place = picture.before, name.after, name.place

    def _above(self, width: float) -> float:
        return self.picture.height(width) + gap(self.picture, self.name)

    def height(self, width: float) -> float:
        return self._above(width) + self.name.height(width)

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        self.name.draw(paper, x, y + self._above(width), width)
        self.picture.draw(paper, x, y, width)


def held(items: Sequence[Flowable], ends: int = 2) -> list[Flowable]:
    """The items of a list, which leaves no fewer than `ends` of them on either side of a page's end."""
    for index, item in enumerate(items[:-1]):
        item.firm = True
        if index < ends - 1 or index >= len(items) - ends or len(items) <= 2 * ends:
            item.keep = True
    return list(items)


def least_of(flowables: Sequence[Flowable], width: float) -> float:
    """The least height that may end a page: what is kept with the next, and the least of that next."""
    height, previous = 0.0, None
    for flowable in flowables:
        height += gap(previous, flowable) if previous else 0
        if not flowable.keep:
            return height + flowable.least(width)
        height += flowable.height(width)
        previous = flowable
    return height


def fit(
    flowables: Sequence[Flowable], width: float, height: float, *, force: bool = False
) -> tuple[list[Flowable], list[Flowable]] | None:
    """The flowables that fit into the height, the last one split where it may be, and the rest; None if none fits."""
    placed: list[Flowable] = []
    used = 0.0
    for index, flowable in enumerate(flowables):
        space = gap(placed[-1], flowable) if placed else 0
        room = height - used - space
        rest = list(flowables[index + 1 :])
        # Where nothing but a heading would move, moving helps nobody: it stays, and what follows it is split.
        must = force and all(other.keep for other in placed)
        if flowable.height(width) <= room + 0.01 and (must or _next_fits(flowable, rest, width, room)):
            placed.append(flowable)
            used += space + flowable.height(width)
            continue
        parts = flowable.split(width, room, force=must) if not flowable.keep else None
        if parts:
            return [*placed, parts[0]], [parts[1], *rest]
        moved = list(flowables[index:])
        while placed and placed[-1].keep and not must:
            moved.insert(0, placed.pop())
        return (placed, moved) if placed else None
    return placed, []


def _next_fits(flowable: Flowable, rest: Sequence[Flowable], width: float, room: float) -> bool:
    """Whether something that must not end a page has the least of its next below it."""
    if not flowable.keep or not rest:
        return True
    below = room - flowable.height(width) - gap(flowable, rest[0])
    return least_of(rest, width) <= below + 0.01


class Inset(Flowable):
    """A column with room beside it, in which something may be drawn at its first line, such as a bullet.

    `again` draws it beside later parts too, for the eye only: it was read with the first one.
    """

    def __init__(
        self,
        body: Flowable,
        left: float,
        label: "Callable[[Paper, float, float], None] | None" = None,
        *,
        again: bool = False,
    ) -> None:
        self.body, self.left, self.label, self.again = body, left, label, again
        self.before, self.after, self.place, self.keep = body.before, body.after, body.place, body.keep

    def height(self, width: float) -> float:
        return self.body.height(width - self.left)

    def least(self, width: float) -> float:
        return self.body.least(width - self.left)

    def split(self, width: float, height: float, *, force: bool = False) -> tuple[Flowable, Flowable] | None:
        parts = self.body.split(width - self.left, height, force=force)
        if not parts:
            return None
        later = Inset(
            parts[1], self.left, _repeated(self.label) if self.again and self.label else None, again=self.again
        )
        return Inset(parts[0], self.left, self.label, again=self.again), later

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        if self.label:
            self.label(paper, x, y)
        self.body.draw(paper, x + self.left, y, width - self.left)


def _repeated(label: "Callable[[Paper, float, float], None]") -> "Callable[[Paper, float, float], None]":
    def draw(paper: Paper, x: float, y: float) -> None:
        with paper.repeating(REPEATED):
            label(paper, x, y)

    return draw


class Panel(Flowable):
    """A framed column; it stays in one piece unless a whole page is too short for it."""

    def __init__(self, body: Flowable, frame: Frame, *, before: float = 0, after: float = 0) -> None:
        self.body, self.frame = body, frame
        self.before, self.after, self.place = before, after, body.place
        self.least_height = 0.0

    def _inner(self, width: float) -> float:
        return width - 2 * self.frame.padding - self.frame.bar_width

    def height(self, width: float) -> float:
        return self.body.height(self._inner(width)) + 2 * self.frame.padding

    def split(self, width: float, height: float, *, force: bool = False) -> tuple[Flowable, Flowable] | None:
        if not force:
            return None
        parts = self.body.split(self._inner(width), height - 2 * self.frame.padding, force=True)
        if not parts:
            return None
        first = Panel(parts[0], self.frame, before=self.before)
        return first, Panel(parts[1], self.frame, after=self.after)

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        frame, height = self.frame, max(self.height(width), self.least_height)
        if frame.paint:
            paper.box(DECORATION, x, y, width, height, frame.paint, frame.radius)
        if frame.bar:
            paper.box(DECORATION, x, y, frame.bar_width, height, frame.bar)
        left = frame.padding + frame.bar_width
        self.body.draw(paper, x + left, y + frame.padding, self._inner(width))


class Columns(Flowable):
    """Flowables side by side, their tops level, read one after the other.

    `shares` are their parts of the width; `stretch` makes all panels as tall as the tallest.
    On a page too short for it as a whole, they stand one below the other.
    """

    def __init__(
        self, columns: Sequence[Flowable], gutter: float, shares: Sequence[float] = (), *, stretch: bool = False
    ) -> None:
        self.columns, self.gutter, self.stretch = list(columns), gutter, stretch
        self.shares = list(shares) or [1.0] * len(self.columns)
        self.before = max(column.before for column in self.columns)
        self.after = max(column.after for column in self.columns)
        self.place = self.columns[0].place

    def widths(self, width: float) -> list[float]:
        """The width of each column."""
        free = width - self.gutter * (len(self.columns) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def height(self, width: float) -> float:
        widths = self.widths(width)
        return max(column.height(part) for column, part in zip(self.columns, widths, strict=True))

    def split(self, width: float, height: float, *, force: bool = False) -> tuple[Flowable, Flowable] | None:
        return Stack(self.columns).split(width, height, force=True) if force else None

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        height = self.height(width) if self.stretch else 0
        for column, part in zip(self.columns, self.widths(width), strict=True):
            if isinstance(column, Panel):
                column.least_height = height
            column.draw(paper, x, y, part)
            x += part + self.gutter


def read_down(items: Sequence[Flowable], columns: int, gutter: float) -> Columns:
    """The items of a list in columns of about the same length, read down one after the other."""
    rows = -(-len(items) // columns)
    return Columns([Stack(items[start : start + rows]) for start in range(0, len(items), rows)], gutter)
