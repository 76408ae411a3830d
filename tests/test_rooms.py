"""The walls of the house: what is said knows nothing of paper, paper is handed its words, one word names a block."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

import pytest

from handouts.drawings import DRAWINGS, SPEAKING
from handouts.model import BLOCKS
from handouts.record import word_of

ROOT = Path(__file__).parent.parent
CLOCK = {"time", ".today()", ".now()", ".utcnow()"}
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "requests", "httpx", "aiohttp"}
PAPER = {"layouts", "reportlab", "svglib", "PIL", "fontTools", "pikepdf"}
UPPER = {"layouts.pages", "layouts.story", "layouts.blocks", "layouts.composing", "layouts.edition"}
TERMINAL = {"typer", "click", "rich", "generate"}


@dataclass(frozen=True)
class Wall:
    """What the files of a room may not use; a name covers all that is inside it."""

    room: str
    forbidden: set[str]
    doors: set[str] = field(default_factory=set)


WALLS = (
    Wall("handouts", PAPER | TERMINAL | CLOCK | NETWORK),
    Wall("handouts", {"yaml"}, doors={"handouts/reader.py"}),
    Wall("layouts", {"handouts.reader", "handouts.catalog", "yaml"} | TERMINAL | CLOCK | NETWORK),
    # Within the room, imports point one way: pages and story, blocks, flowables, paper, tagging.
    Wall("layouts/blocks", {"layouts.pages", "layouts.story", "layouts.composing", "layouts.edition"}),
    Wall("layouts/flowables", UPPER | {"layouts.context", "layouts.fields"}),
    Wall("layouts/figures", UPPER | {"layouts.context", "layouts.fields"}),
    Wall("layouts/tagging", UPPER | {"layouts.context", "layouts.flowables", "layouts.figures", "layouts.paper"}),
    Wall("generate.py", {"reportlab", "yaml", "rich"} | NETWORK),
)


def test_nothing_crosses_a_wall() -> None:
    assert breaches(ROOT) == []


def test_both_rooms_are_walked() -> None:
    assert {len(files(ROOT, wall.room)) > 2 for wall in WALLS if "." not in wall.room} == {True}


@pytest.mark.parametrize(
    ("file", "source", "used"),
    [
        ("handouts/planted.py", "def late():\n    import reportlab.pdfgen.canvas", "reportlab.pdfgen.canvas"),
        ("handouts/rules/planted.py", "from yaml import safe_load", "yaml.safe_load"),
        ("handouts/planted.py", "from datetime import date\nprint(date.today())", ".today()"),
        ("handouts/deep/planted.py", "from .. import catalog\nimport typer", "typer"),
        ("layouts/planted.py", "from handouts import reader", "handouts.reader"),
        ("layouts/planted.py", "from time import time", "time"),
        (
            "layouts/planted.py",
            "from importlib import import_module\nimport_module('handouts.catalog')",
            "handouts.catalog",
        ),
        ("layouts/tagging/planted.py", "from urllib import request", "urllib.request"),
        ("layouts/blocks/planted.py", "from ..pages import leaflet", "layouts.pages.leaflet"),
        ("layouts/flowables/planted.py", "from layouts.context import Context", "layouts.context.Context"),
        ("layouts/tagging/planted.py", "from layouts.paper import Paper", "layouts.paper.Paper"),
        (
            "layouts/blocks/planted.py",
            "import importlib\nimportlib.import_module(f'layouts.pages.{1}')",
            "layouts.pages.",
        ),
        ("generate.py", "import rich.console", "rich.console"),
    ],
)
def test_a_planted_breach_is_found(tmp_path: Path, file: str, source: str, used: str) -> None:
    planted = tmp_path / file
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(source)
    assert (file, used) in breaches(tmp_path)


def test_a_door_is_open() -> None:
    assert "yaml" in used_by(ROOT, ROOT / "handouts/reader.py")


def test_a_block_is_one_word_in_four_places() -> None:
    words = {word_of(block) for block in BLOCKS}
    layouts = {path.stem for path in (ROOT / "layouts/blocks").glob("[!_]*.py")}
    cases = {path.name for path in (ROOT / "tests/cases").iterdir() if path.is_dir()}
    assert layouts == words
    assert words - cases == set()


def test_a_drawing_is_one_word_in_four_places() -> None:
    words = {word_of(drawing) for drawing in DRAWINGS}
    records = {path.stem for path in (ROOT / "handouts/drawings").glob("[!_]*.py")}
    layouts = {path.stem for path in (ROOT / "layouts/figures").glob("[!_]*.py")}
    cases = {path.name for path in (ROOT / "tests/cases").iterdir() if path.is_dir()}
    assert records == words
    assert words - layouts == words - cases == set()


def test_a_drawing_that_needs_no_alternative_text_says_itself() -> None:
    """It knows its own, or it puts its words on the page itself."""
    for drawing in DRAWINGS:
        module = import_module(f"layouts.figures.{word_of(drawing)}")
        assert (drawing in SPEAKING) == (hasattr(module, "alt") or hasattr(module, "compose")), drawing


def breaches(root: Path) -> list[tuple[str, str]]:
    """Each file that uses what its room forbids, with what it uses."""
    return [
        (path.relative_to(root).as_posix(), used)
        for wall in WALLS
        for path in files(root, wall.room)
        if path.relative_to(root).as_posix() not in wall.doors
        for used in used_by(root, path)
        if any(f"{used}.".startswith(f"{name}.") for name in wall.forbidden)
    ]


def files(root: Path, room: str) -> list[Path]:
    """The Python files of a room, or the one file that it is."""
    path = root / room
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


def used_by(root: Path, path: Path) -> list[str]:
    """Modules, names out of modules, and calls of the clock, wherever in the file they stand."""
    package = path.relative_to(root).parent.parts
    return [used for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) for used in uses(node, package)]


def uses(node: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    match node:
        case ast.Import():
            yield from (alias.name for alias in node.names)
        case ast.ImportFrom():
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)
            yield module
        case ast.Call(func=ast.Name("import_module" | "__import__") | ast.Attribute(attr="import_module"), args=[name]):
            yield from literal(name)
        case ast.Call(func=ast.Attribute(attr=name)):
            yield f".{name}()"


def literal(name: ast.expr) -> Iterator[str]:
    """A module named by a string, as far as it is written out."""
    match name:
        case ast.Constant(str(text)) | ast.JoinedStr([ast.Constant(str(text)), *_]):
            yield text
