"""Which statement of the clinical coverage list is answered by which block of which handout."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handouts import catalog, reader, source
from handouts.bind import bind
from handouts.model import CoverageId, Handout
from handouts.problem import Place
from handouts.record import Line, Record, needs, word_of

STATEMENTS = catalog.LIBRARY / "coverage.yaml"


@dataclass(frozen=True)
class Statement(Record):
    """One thing that the article says with which the library began; said again, not quoted."""

    id: CoverageId = needs("its name, as in `covers:`")
    says: Line = needs("what the article says, which may be wrong")


@dataclass(frozen=True)
class Statements(Record):
    """All of them, in the order of the article."""

    statements: tuple[Statement, ...] = needs("the statements")


@dataclass(frozen=True)
class Answer:
    """A block that answers a statement."""

    handout: str
    block: str
    place: Place

    def __str__(self) -> str:
        return f"{self.handout}, {self.block} in {Path(self.place.file).name}, line {self.place.line}"


def statements(path: Path = STATEMENTS) -> tuple[Statement, ...]:
    """The list; raises HandoutError."""
    return bind(reader.read(path, source.shown(path)), Statements).statements


def answers(handouts: Iterable[Handout]) -> dict[str, list[Answer]]:
    """The blocks that answer each statement, in the order of the handouts."""
    found: dict[str, list[Answer]] = {}
    for handout in handouts:
        for block in handout.blocks:
            for id in block.covers:
                found.setdefault(id, []).append(Answer(handout.id, word_of(type(block)), block.place))
    return found


def table(handouts: Iterable[Handout]) -> Iterator[tuple[str, str, str]]:
    """A row for each answer: id, what the article says, and where it is answered; of one without, an empty place."""
    found = answers(handouts)
    for statement in statements():
        for answer in found.get(statement.id, [None]):
            yield statement.id, statement.says, str(answer or "")
