"""The sheets by this program: laid out once, then each printed."""

from collections.abc import Callable
from pathlib import Path

from handouts import catalog
from handouts.filling.form import Form
from handouts.written import Written
from layouts import Edition, compose
from tests.benchmark.sheets.rows import Row


def builder(source: Path, clinic: Path, fonts: Path) -> Callable[[Row], bytes]:
    """Checks the values as the command does, then prints; `fonts` are the program's own anyway."""
    form, edition = opened(source, clinic)
    return lambda row: edition.print(form.fill(written(row)))


def opened(source: Path, clinic: Path) -> tuple[Form, Edition]:
    """The fields of a handout and its pages."""
    handout, brand = catalog.load(source), catalog.load_clinic(clinic)
    words = catalog.load_words(handout.language)
    return Form(handout, words, brand), compose(handout, brand, words)


def written(row: Row) -> dict[str, Written]:
    """The values as they come from a file."""
    return {name: Written(value) for name, value in row.items()}
