"""The sheets in Typst, tagged, held by Typst to PDF/UA-1, by the same template as the other leaflet."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from tests.benchmark.sheets.rows import Row
from tests.benchmark.with_typst import compiled, opened


def by_inputs(source: Path, clinic: Path, fonts: Path) -> Callable[[Row], bytes]:
    """Values as `sys_inputs`, the way that Typst's package has for them."""
    compiler, named = opened(source, clinic, fonts)
    return lambda row: compiled(compiler, {**named, **row})


def by_file(source: Path, clinic: Path, fonts: Path) -> Callable[[Row], bytes]:
    """Values in a JSON file that the template reads: new inputs make Typst do everything again, a new file does not."""
    values = Path(mkdtemp(dir=fonts.parent)) / "values.json"
    compiler, _ = opened(source, clinic, fonts, values=str(values.resolve()))

    def build(row: Row) -> bytes:
        values.write_text(json.dumps(row))
        return compiled(compiler)

    return build
