"""Blocks become a story: sections side by side where they ask for it, and panels where there is only room to write."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from handouts.model import Block, Field, Figure, Section
from layouts.blocks import compose
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Columns, Panel, Stack
from layouts.frames import frame
from layouts.tagging.tree import Element
from layouts.theme import MM


@dataclass
class Part:
    """A section and the blocks up to the next one; without a section before the first."""

    section: Section | None = None
    blocks: list[Block] = field(default_factory=list)

    @property
    def to_fill_in(self) -> bool:
        """Whether there is nothing but places to write."""
        return bool(self.blocks) and all(isinstance(block, Field) for block in self.blocks)

    @property
    def half(self) -> bool:
        """Whether it may stand beside another."""
        return self.section is not None and self.section.width == "half"

    @property
    def picture(self) -> Figure | None:
        """The picture that is all of it."""
        only = self.blocks[0] if len(self.blocks) == 1 else None
        return only if isinstance(only, Figure) else None

    def filled(self) -> "Part":
        """The same, its only picture as wide as its column."""
        return replace(self, blocks=[replace(self.picture, width=100)]) if self.picture else self


def parts(blocks: Sequence[Block]) -> list[Part]:
    """The blocks section by section."""
    found = [Part()]
    for block in blocks:
        if isinstance(block, Section):
            found.append(Part(block))
        else:
            found[-1].blocks.append(block)
    return found if found[0].blocks else found[1:]


SMALL = 48 * MM  # a picture beside words is no taller than they are, or than this
Shares = Callable[[Sequence[Part]], Sequence[float]]  # of the width, for parts that stand side by side


def usual(group: Sequence[Part]) -> Sequence[float]:
    """The same for all, but a picture that is narrower than its column leaves the rest to the words beside it."""
    taken = [part.picture.width / 100 if part.picture else 1.0 for part in group]
    others = sum(1 for part in group if part.picture is None)
    left = (len(group) - sum(taken)) / others if others else 0
    return [share if part.picture else share + left for part, share in zip(group, taken, strict=True)]


def story(
    blocks: Sequence[Block], parent: Element, page: Context, *, shares: Shares = usual, level: bool = True
) -> list[Flowable]:
    """The flowables of all blocks, their elements added in reading order.

    `level` keeps pictures as low as the words beside them.
    """
    flowables: list[Flowable] = []
    for group in _grouped(parts(blocks)):
        if len(group) > 1 and page.columns:
            flowables.append(_side_by_side(group, parent, page, shares(group), level))
        else:
            flowables += [flowable for part in group for flowable in _part(part, parent, page)]
    return flowables


def _grouped(found: Sequence[Part]) -> Iterator[list[Part]]:
    """Two half sections in a row are one group."""
    waiting: list[Part] = []
    for part in found:
        if waiting and not part.half:
            yield waiting
            waiting = []
        if not part.half:
            yield [part]
            continue
        waiting.append(part)
        if len(waiting) == 2:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _side_by_side(
    group: Sequence[Part], parent: Element, page: Context, shares: Sequence[float], level: bool
) -> Flowable:
    gutter = page.theme.space(4)
    free = page.width - gutter * (len(group) - 1)
    pages = [page.narrow(free * share / sum(shares)) for share in shares]
    if level:
        words = (_height(part, narrow) for part, narrow in zip(group, pages, strict=True) if not part.picture)
        tallest = min(page.tallest, max([SMALL, *words]))
        pages = [replace(narrow, tallest=tallest) for narrow in pages]
    columns = [Stack(_part(part.filled(), parent, narrow)) for part, narrow in zip(group, pages, strict=True)]
    return Columns(columns, gutter, shares)


def _height(part: Part, page: Context) -> float:
    """How tall what stands under a heading would be; no element of it is kept."""
    return Stack(compose(part.blocks, Element("Div"), page)).height(page.width)


def _part(part: Part, parent: Element, page: Context) -> list[Flowable]:
    if part.section is None:
        return compose(part.blocks, parent, page)
    inside = page.inside(part.section.level)
    if part.to_fill_in:
        return [_panel(part, parent, inside)]
    return [*compose([part.section], parent, page), *compose(part.blocks, parent, inside)]


def _panel(part: Part, parent: Element, page: Context) -> Flowable:
    """A tinted panel: its heading inside, then rows of places to write."""
    theme = page.theme
    panel = frame("fields", theme)
    plain = replace(theme, look=replace(theme.look, headings="plain"))  # the panel's own border is rule enough
    inner = replace(page.narrow(page.width - 2 * panel.padding), theme=plain)
    assert part.section is not None
    flowables = [*compose([part.section], parent, inner), *compose(part.blocks, parent, inner)]
    return Panel(Stack(flowables), panel, before=theme.space(3), after=theme.space(3))
