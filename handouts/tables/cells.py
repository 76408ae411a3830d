"""A cell of a workbook as text, as near to what the spreadsheet shows as a value needs."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

DIGITS = 15  # what spreadsheets keep of a number, and show at most
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # a character that XML cannot hold, by ECMA-376 part 1, 22.4.2.4
ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # words, single signs, colours and countries in a number format
PIECE = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|([0 ()+-])|(.)')
GENERAL = "General"


def text(cell: "EmptyCell | ReadOnlyCell") -> str:
    """The value of a cell: days and times by ISO 8601, yes and no, and numbers with the zeros that are shown."""
    value: object = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    pattern = getattr(cell, "number_format", GENERAL)
    if isinstance(value, int | float):
        return _number(value, pattern)
    if isinstance(value, datetime):
        return _moment(value, pattern)
    if isinstance(value, time):
        return _clock(value.hour, value.minute, value.second)
    if isinstance(value, timedelta):
        return _clock(*_parts(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value: int | float, pattern: str) -> str:
    plain = format(Decimal(value if isinstance(value, int) else format(value, f".{DIGITS}g")), "f")
    return _with_zeros(plain, pattern) if plain.isdecimal() else plain


def _with_zeros(digits: str, pattern: str) -> str:
    """A whole number by a format of zeros and signs, such as `00000` or `000-000`; other formats change nothing."""
    pieces = PIECE.findall(pattern.split(";", maxsplit=1)[0])
    zeros = sum(piece[2] == "0" for piece in pieces)
    if zeros < 2 or any(piece[3] for piece in pieces):
        return digits
    filled = list(digits.zfill(zeros))
    shown = ["".join(filled[: len(filled) - zeros + 1]), *filled[len(filled) - zeros + 1 :]]
    return "".join(shown.pop(0) if piece[2] == "0" else piece[0] + piece[1] + piece[2] for piece in pieces)


def _moment(value: datetime, pattern: str) -> str:
    """A day, a time of that day, or both, whichever the format shows."""
    shows = ASIDE.sub("", pattern).lower()
    day, clock = value.date().isoformat(), _clock(value.hour, value.minute, value.second)
    if "h" not in shows or value.time() == time():
        return day
    return f"{day} {clock}" if "d" in shows or "y" in shows else clock


def _parts(value: timedelta) -> tuple[int, int, int]:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, seconds


def _clock(hours: int, minutes: int, seconds: int) -> str:
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
