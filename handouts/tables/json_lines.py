"""JSON lines: an object in each line, whose keys are the headers."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from handouts.problem import HandoutError, Place, Problem
from handouts.tables import text
from handouts.tables.columns import key
from handouts.tables.table import Head, Header, Row
from handouts.written import Written

SPACE = re.compile(r"[ \t\r\n]*")
HALF = re.compile("[\ud800-\udfff]")  # half of a character, which JSON can write and nothing can print
NO_TABLE = re.compile(r"\s*(\[|\{?\s*$)")
EXAMPLE = 'write one object in each line: {"first_name": "Ana", "sets": 3}'
SAID = {True: "yes", False: "no", None: ""}


def _no_number(_: str) -> str:
    raise ValueError("JSON has no NaN and no infinity")


AS_WRITTEN = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_no_number)


def rows(file: BinaryIO, name: str, head: Head) -> Iterator[Row]:
    """The objects that have values. Raises HandoutError when this is JSON of another kind, or nothing."""
    lines = enumerate(text.lines(file, name, head), 1)
    filled = ((number, line) for number, line in lines if line.strip())
    first = next(filled, None)
    if first is None:
        raise HandoutError(Place(name).problem("T110", "this table is empty", EXAMPLE))
    number, line = first
    if NO_TABLE.match(line):
        message = "this is JSON, and not JSON lines: one object goes over several lines, or all stand in a list"
        raise HandoutError(Place(name, number, 1).problem("T121", message, EXAMPLE))
    read = (row for row in _rows(chain((first,), filled), name, head) if not _empty(row))
    # The headers of a table are known when it is open: they are the keys of its first row.
    return chain([row for row in (next(read, None),) if row], read)


def _rows(lines: Iterator[tuple[int, str]], name: str, head: Head) -> Iterator[Row]:
    known: set[str] = set()
    for number, line in lines:
        row = _row(line.rstrip("\r\n"), Place(name, number, 1))
        places = {header: value.place for header, value in row.cells.items()}
        places |= {header: fault.place for header, fault in row.faults.items()}
        head.headers.extend(Header(header, place) for header, place in places.items() if header not in known)
        known.update(places)
        yield row


def _empty(row: Row) -> bool:
    return not (row.problems or row.faults or any(value.strip() for value in row.cells.values()))


def _row(line: str, place: Place) -> Row:
    cells: dict[str, Written] = {}
    faults: dict[str, Problem] = {}
    problems: list[Problem] = []
    taken: set[str] = set()
    try:
        for header, value in _pairs(line, place):
            if key(header) in taken:
                message = f"the key {header.quoted} is in this line twice"
                problems.append(header.place.problem("T122", message, "keep one of the two"))
            taken.add(key(header))
            if isinstance(value, Problem):
                faults[str(header)] = value
            else:
                cells[str(header)] = value
    except json.JSONDecodeError as error:
        at = Place(place.file, place.line, error.pos + 1)
        problems.append(at.problem("T124", "from here on, this line is not a JSON object", EXAMPLE))
    return Row(place.line, place, cells, faults, tuple(problems))


def _pairs(line: str, place: Place) -> Iterator[tuple[Written, Written | Problem]]:
    """The keys and values of an object, each at its own column, which the parser of the library does not tell.

    Raises JSONDecodeError.
    """
    index = _after(line, 0, "{")
    more = not line.startswith("}", index)
    while more:
        if not line.startswith('"', index):
            raise json.JSONDecodeError("no key", line, index)
        header, end = _value(line, index, place)
        if isinstance(header, Problem):
            raise json.JSONDecodeError("half a character in a key", line, index)
        value, end = _value(line, _after(line, end, ":"), place)
        yield header, value
        end = _skip(line, end)
        more = line.startswith(",", end)
        index = _skip(line, end + 1) if more else end
    if (end := _after(line, index, "}")) < len(line):
        raise json.JSONDecodeError("more than an object", line, end)


def _value(line: str, start: int, place: Place) -> tuple[Written | Problem, int]:
    """What starts here, or why no field can take it; and where it ends."""
    at = Place(place.file, place.line, start + 1)
    try:
        value, end = AS_WRITTEN.raw_decode(line, start)
    except json.JSONDecodeError:
        raise
    except (ValueError, RecursionError):
        raise json.JSONDecodeError("no number, or lists without end", line, start) from None
    if isinstance(value, list | dict):
        message = "a list or an object stands where a value belongs"
        return at.problem("T123", message, "write text, a number, true, false or null"), end
    said = value if isinstance(value, str) else SAID[value]
    if HALF.search(said):
        return at.problem("T125", "half of a character stands here (\\ud800 to \\udfff)", "write it whole"), end
    return Written(said, at), end


def _after(line: str, index: int, sign: str) -> int:
    """Where the line goes on after a sign and the space around it."""
    index = _skip(line, index)
    if not line.startswith(sign, index):
        raise json.JSONDecodeError(f"no {sign}", line, index)
    return _skip(line, index + 1)


def _skip(line: str, index: int) -> int:
    match = SPACE.match(line, index)
    return match.end() if match else index
