"""What somebody wrote for a field."""

from typing import Self

from handouts.problem import NOWHERE, Place

QUOTED = 40  # characters of a value that a problem repeats, and nothing else of anybody's data


class Written(str):
    """A value and where it was written; what stands on the page is one as well."""

    place: Place

    def __new__(cls, text: str = "", place: Place = NOWHERE) -> Self:
        value = super().__new__(cls, text)
        value.place = place
        return value

    @property
    def quoted(self) -> str:
        """The value as a problem repeats it: on one line, and no more of it than its beginning."""
        line = " ".join(self.split())
        return f"`{line if len(line) <= QUOTED else line[: QUOTED - 1].rstrip() + '…'}`"
