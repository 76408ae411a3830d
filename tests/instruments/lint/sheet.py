"""A PDF opened for judging."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pikepdf

from tests.instruments import tags
from tests.instruments.tags import Reading, Tag


@dataclass
class Sheet:
    """A PDF opened for judging: what it says of itself, and what a reader program hears."""

    pdf: pikepdf.Pdf
    reading: Reading

    @property
    def tags(self) -> Iterator[Tag]:
        """Every tag, in reading order."""
        return self.reading.root.walk()

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and words of every heading."""
        return [(int(tag.role[1]), tags.text(tag)) for tag in self.tags if re.fullmatch(r"H[1-6]", tag.role)]


Rule = Callable[[Sheet], Iterator[str]]
