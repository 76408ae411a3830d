"""What became of a handout, in one edition of it, or of the clinic."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from handouts.editions import Preset
from handouts.problem import HandoutError, Problem
from handouts.writer import write

Lock = Callable[[bytes], bytes]  # puts a password on a PDF
FEW = 3  # names that one line has room for


@dataclass
class Outcome:
    """How far it came: `path` is there once the file is.

    A `tightness` below 1 closed up the spaces; `notes` say what differs from what the clinic asked for.
    """

    name: str
    id: str | None = None
    edition: Preset | None = None
    file: str | None = None
    path: str | None = None
    pages: int | None = None
    tightness: float | None = None
    notes: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    pdf: bytes = field(default=b"", repr=False)
    bytes: int | None = None

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Keeps what is found inside, so that all problems are told at once."""
        try:
            yield
        except HandoutError as error:
            self.problems = list(dict.fromkeys([*self.problems, *error.problems]))

    @property
    def errors(self) -> list[Problem]:
        """A single one refuses the whole document; a warning does not."""
        return [problem for problem in self.problems if problem.severity == "error"]

    def of(self, edition: Preset, file: str) -> "Outcome":
        """What goes on from here for one edition: what is wrong with the handout itself is wrong with each of them."""
        return replace(self, edition=edition, file=file, problems=[*self.problems])

    def save(self, folder: Path, lock: Lock | None = None) -> None:
        """Puts the PDF into its file, if there is one, and lets go of it."""
        if self.pdf and self.file:
            pdf = lock(self.pdf) if lock else self.pdf
            with self.noting():
                write(path := folder / self.file, pdf)
                self.path, self.bytes = str(path), len(pdf)
            self.pdf = b""

    def record(self) -> dict[str, Any]:
        """All but the pages, for other programs."""
        said = {item.name: getattr(self, item.name) for item in fields(self) if item.name not in ("pdf", "problems")}
        edition = self.edition and {"name": self.edition.name, **self.edition.choices}
        return {**said, "edition": edition, "problems": [asdict(problem) for problem in self.problems]}


def told(outcomes: Sequence[Outcome]) -> list[Problem]:
    """The problems of one handout, each once for all its editions; one that only some of them have says which."""
    return sorted(_told(problem, outcomes) for problem in {problem for one in outcomes for problem in one.problems})


def _told(problem: Problem, outcomes: Sequence[Outcome]) -> Problem:
    concerned = [one for one in outcomes if problem in one.problems]
    if len(concerned) == len(outcomes) or Path(problem.place.file).name == concerned[0].file:
        return problem
    return replace(problem, message=f"{problem.message}, only in {' and '.join(str(one.edition) for one in concerned)}")


def summary(outcomes: Sequence[Outcome], folder: Path, command: str) -> str:
    """What a run has written, what saved paper, and whether there is more to see by a command."""
    written = [outcome for outcome in outcomes if outcome.path]
    stopped = "; the problems above stopped the rest" if any(outcome.errors for outcome in outcomes) else ""
    warnings = len({problem for outcome in written for problem in outcome.problems})
    seen = f" {count(warnings, 'thing')} to look at: {command}" if warnings else ""
    return f"{_closed_up(written)}{_made(written, folder)}{stopped}.{seen}"


def count(number: int, thing: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _made(written: Sequence[Outcome], folder: Path) -> str:
    handouts = count(len({outcome.id for outcome in written}), "handout")
    editions = len({outcome.edition for outcome in written})
    if editions < 2:
        return f"{handouts} written to {folder}"
    return f"{len(written)} files written to {folder}: {handouts} in {editions} editions"


def _closed_up(written: Sequence[Outcome]) -> str:
    files = [outcome.file or "" for outcome in written if (outcome.tightness or 1) < 1]
    if len(files) > FEW:
        return f"{len(files)} of the files are set a little closer, to save a page each; --json says which.\n"
    return f"Set a little closer, to save a page: {', '.join(files)}.\n" if files else ""
