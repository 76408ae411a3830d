"""One print job: the sheets of many people in one PDF, a bookmark for each."""

from collections.abc import Callable, Mapping

from handouts.written import Written
from layouts.edition import Edition
from layouts.tagging import merged


class Merged:
    """Takes sheet after sheet of an edition; `write` takes the bytes of the file as they come."""

    def __init__(self, edition: Edition, write: Callable[[bytes], object]) -> None:
        self._edition = edition
        self._document = merged.Merged(write)

    def add(self, values: Mapping[str, Written], title: str) -> None:
        """A sheet and its bookmark; raises HandoutError with what cannot be printed, and then none of it is written."""
        filled = self._edition.filled(values)
        self._document.add(filled.plate.prepared.sealed, filled.contents, filled.states, title)

    def close(self) -> None:
        """The end of the file; at least one sheet has been added."""
        self._document.close()
