"""One file per kind of block, named by its word: a run of neighbours of that kind becomes tree elements and flowables.

Every file has `compose(run, parent, page)`: elements are added to the parent in reading order, before layout.
"""

from collections.abc import Iterable
from importlib import import_module
from itertools import groupby
from typing import Any

from handouts.model import Block
from handouts.record import word_of
from layouts.context import Context
from layouts.flowables.base import Flowable
from layouts.tagging.tree import Element


def compose(blocks: Iterable[Block], parent: Element, page: Context) -> list[Flowable]:
    """The flowables of some blocks, their elements added to the parent; a block kind is loaded when first met."""
    flowables: list[Flowable] = []
    for kind, run in groupby(blocks, key=type):
        module: Any = import_module(f"layouts.blocks.{word_of(kind)}")
        flowables += module.compose(list(run), parent, page)
    return flowables
