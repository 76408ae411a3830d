"""What a folder was printed from, so that a run that was stopped can be finished: hashes, and nothing of anybody."""

import json
from dataclasses import asdict, dataclass, replace
from hashlib import file_digest, pbkdf2_hmac, sha256
from pathlib import Path
from typing import Self

from handouts import __version__
from handouts.batch.press import Sheet
from handouts.problem import HandoutError, Place, Problem
from handouts.writer import write

FILE = ".batch.json"
ROUNDS = 200_000  # of the password's hash, which is no easier to guess from than the files that it locks
WHAT = {
    "version": "the program is another version",
    "sheet": "the handout, the clinic or the edition has changed",
    "data": "the table has changed",
    "names": "the pattern of the names has changed",
    "password": "the password has changed",
}


@dataclass(frozen=True)
class Record:
    """What decides every byte of every file, and up to which row the folder is done."""

    version: str
    sheet: str
    data: str
    names: str
    password: str
    done: int = 0

    @classmethod
    def of(cls, sheet: Sheet, data: Path, pattern: str, password: str) -> Self:
        """Of a batch that is about to begin; the table has been opened already."""
        asked = [(one.field.kind, one.field.choices, one.field.limits, one.region) for one in sheet.form.asked.values()]
        look = sha256(sheet.pages.print() + repr(asked).encode()).hexdigest()
        names = sha256(pattern.encode()).hexdigest()
        lock = pbkdf2_hmac("sha256", password.encode(), look.encode(), ROUNDS).hex() if password else ""
        with data.open("rb") as file:
            table = file_digest(file, "sha256").hexdigest()
        return cls(__version__, look, table, names, lock)

    def write(self, folder: Path, done: int) -> None:
        """Says that every row up to this one has been dealt with."""
        write(folder / FILE, json.dumps(asdict(replace(self, done=done))).encode(), durable=False)

    def resumed(self, folder: Path) -> int:
        """Up to which row the folder is done; raises HandoutError where it was made from anything else."""
        path = folder / FILE
        try:
            before = Record(**json.loads(path.read_bytes()))
        except FileNotFoundError:
            raise HandoutError(_refused(folder, "there is no batch to go on with")) from None
        except (OSError, ValueError, TypeError):
            raise HandoutError(_refused(path, "it cannot be read")) from None
        changed = [why for name, why in WHAT.items() if getattr(before, name) != getattr(self, name)]
        if changed:
            raise HandoutError(_refused(folder, f"{' and '.join(changed)} since this batch began"))
        return int(before.done)


def _refused(path: Path, why: str) -> Problem:
    return Place(str(path)).problem("B106", why, "start again without --resume")
