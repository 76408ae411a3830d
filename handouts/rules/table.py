"""H105: every row of a table has as many cells as there are columns.

What: counts the cells of each row.
Why: with a cell too few or too many, all that follow stand under the wrong header.
Instead: a cell for each column; a dash where there is nothing to say.
"""

from collections.abc import Iterator
from datetime import date

from handouts.model import Handout, Table
from handouts.problem import Problem


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each row with a cell too few or too many."""
    for block in handout.blocks:
        if isinstance(block, Table):
            yield from _uneven(block)


def _uneven(table: Table) -> Iterator[Problem]:
    wanted = len(table.columns)
    for row in table.rows:
        if len(row) != wanted:
            place = row[0].place if row else table.place
            message = f"the table has {wanted} columns, but the cells of this row are {len(row)}"
            hint = "write a cell for each column, and a dash where there is nothing to say"
            yield place.problem("H105", message, hint)
