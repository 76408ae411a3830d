"""Blocks become a story: sections side by side where they ask for it, and panels where there is only room to write."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from handouts.model import Block, Field, Section
from layouts.blocks import compose
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Columns, Panel, Stack
from layouts.frames import frame
from layouts.tagging.tree import Element


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


def parts(blocks: Sequence[Block]) -> list[Part]:
    """The blocks section by section."""
    found = [Part()]
    for block in blocks:
        if isinstance(block, Section):
            found.append(Part(block))
        else:
            found[-1].blocks.append(block)
    return found if found[0].blocks else found[1:]


Shares = Callable[[Sequence[Part]], Sequence[float]]  # of the width, for parts that stand side by side


def equal(group: Sequence[Part]) -> Sequence[float]:
    """The same for all."""
    return [1.0] * len(group)


def story(blocks: Sequence[Block], parent: Element, page: Context, *, shares: Shares = equal) -> list[Flowable]:
    """The flowables of all blocks, their elements added in reading order."""
    flowables: list[Flowable] = []
    for group in _grouped(parts(blocks)):
        if len(group) > 1 and page.columns:
            flowables.append(_side_by_side(group, parent, page, shares(group)))
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


def _side_by_side(group: Sequence[Part], parent: Element, page: Context, shares: Sequence[float]) -> Flowable:
    gutter = page.theme.space(4)
    free = page.width - gutter * (len(group) - 1)
    columns = [
        Stack(_part(part, parent, page.narrow(free * share / sum(shares))))
        for part, share in zip(group, shares, strict=True)
    ]
    return Columns(columns, gutter, shares)


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
