"""One sheet for each row of a table, in bounded memory; nothing of a row is kept but the sheet itself."""

from handouts.batch.pace import Pace
from handouts.batch.press import Merging
from handouts.batch.run import Batch, Results

__all__ = ["Batch", "Merging", "Pace", "Results"]
