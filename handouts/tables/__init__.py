"""A table of patients, read row by row: CSV, Excel workbooks and JSON lines become the same rows of written values.

A fault of the file as a whole raises HandoutError, when the table is opened or when the rows come to it; a fault of one
row comes with that row, and the rows after it go on.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from handouts.problem import HandoutError, Place
from handouts.source import shown
from handouts.tables import delimited, files, json_lines, workbook
from handouts.tables.table import Head, Header, Row, Table

__all__ = ["Header", "Row", "Table", "open_table"]

READERS: dict[str, Callable[[BinaryIO, str, Head], Iterator[Row]]] = {
    ".csv": delimited.rows,
    ".tsv": delimited.rows,
    ".txt": delimited.rows,
    **dict.fromkeys(files.WORKBOOKS, workbook.rows),
    ".jsonl": json_lines.rows,
    ".ndjson": json_lines.rows,
    ".json": json_lines.rows,
}


def open_table(path: Path) -> Table:
    """The table in a file, told by its ending and by how it begins; the headers are read, the rows are not.

    Raises HandoutError.
    """
    name, ending, head = shown(path), path.suffix.lower(), Head()
    with ExitStack() as stack:
        file = stack.enter_context(files.opened(path, name))
        files.expect(file, name, ending)
        if ending not in READERS:
            message = "the ending of this file does not say what kind of table it is"
            raise HandoutError(Place(name).problem("T104", message, files.SAVE_AS))
        rows = READERS[ending](file, name, head)
        return Table(name, head, rows, stack.pop_all())
