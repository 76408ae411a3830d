"""Shared fragments: `include: shared/call-now` becomes the blocks of that file, so that they are written once."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from handouts import kind, reader, source
from handouts.bind import Binding
from handouts.model import Block, Fragment, Include
from handouts.problem import HandoutError
from handouts.reader import Node
from handouts.record import Record
from handouts.values import file_problem, nearest

# Fragments that name one another twice each would otherwise grow without end.
MOST_INCLUDES = 200

Trail = tuple[Path, ...]


class Fragments:
    """The fragments that one handout can name: those beside it, then those of the library in its language."""

    def __init__(self, folders: tuple[Path, ...], binding: Binding) -> None:
        self.folders, self.binding = folders, binding
        self.bodies: dict[Path, tuple[Record, ...]] = {}
        self.left = MOST_INCLUDES

    def blocks(self, body: Iterable[Record], trail: Trail) -> Iterator[Block]:
        """The blocks of a body, with each include replaced; the trail is the files around it, the handout first."""
        for record in body:
            if isinstance(record, Block):
                yield record
            elif isinstance(record, Include):
                yield from self.included(record, trail)

    def included(self, include: Include, trail: Trail) -> Iterable[Block]:
        self.left -= 1
        path = self.find(include) if self.left >= 0 else None
        if self.left == -1:
            self.refuse(include, "F205", f"more than {MOST_INCLUDES} includes in all", "include fewer fragments")
        if path in trail:
            names = " and ".join(f"`{step.stem}`" for step in trail[trail.index(path) :])
            self.refuse(include, "F204", f"fragments that include one another: {names}", "remove this include")
            path = None
        return self.blocks(self.body(path), (*trail, path)) if path else ()

    def find(self, include: Include) -> Path | None:
        """The file of a fragment, or a problem."""
        name = include.include
        if problem := file_problem(name, include.place):
            self.binding.problems.append(problem)
            return None
        file = name if name.endswith((".yaml", ".yml")) else f"{name}.yaml"
        for folder in self.folders:
            if _inside(folder / file, folder):
                return folder / file
        self.refuse(include, "F203", f"there is no fragment `{name}`", self.nearest(name))
        return None

    def nearest(self, name: str) -> str:
        """A hint with the name that comes closest, or all there are."""
        files = [(folder, file) for folder in self.folders for file in folder.glob("*/*.yaml")]
        names = sorted({file.relative_to(folder).with_suffix("").as_posix() for folder, file in files})
        if not names:
            return "the library has none in this language: write it, in a folder `shared` beside your handout"
        near = nearest(name, names)
        return f"did you mean `{near}`?" if near else f"there are {', '.join(names)}"

    def body(self, path: Path) -> tuple[Record, ...]:
        """What a fragment says; of a faulty one what could be read, so that all its problems are found."""
        if path not in self.bodies:
            before = len(self.binding.records)
            node = self.node(path)
            fragment = self.binding.bind(node, Fragment) if node else None
            self.bodies[path] = fragment.body if fragment else tuple(self.binding.records[before:])
        return self.bodies[path]

    def node(self, path: Path) -> Node | None:
        try:
            node = reader.read(path, source.shown(path))
            kind.expect(kind.FRAGMENT, node)
            return node
        except HandoutError as error:
            self.binding.problems.extend(error.problems)
            return None

    def refuse(self, include: Include, code: str, message: str, hint: str) -> None:
        self.binding.problems.append(include.place.problem(code, message, hint))


def _inside(path: Path, folder: Path) -> bool:
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False
