"""Tables in text: cells parted by commas, semicolons or tabs, as spreadsheet programs save them."""

import csv
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, NamedTuple

from handouts.problem import HandoutError, Place, Problem
from handouts.tables import text
from handouts.tables.columns import Record, named
from handouts.tables.table import Head, Row
from handouts.written import Written

EXCEL_SAYS = re.compile(r'"?sep=([,;\t|])"?[\r\n]*', re.IGNORECASE)  # a first line for Excel, which does not show it
QUOTED = re.compile(r'(?:^|(?<=[,;\t]))"(?:[^"]++|"")*+"')
UNCLOSED = re.compile(r'(?:^|(?<=[,;\t]))"(?:[^"]++|"")*+$')
WORDS = re.compile(r"[^\s,;]")
BREAK = re.compile("\r\n|[\r\n]")
LONGEST_HEAD = 100  # lines of headers with line breaks in them; more is a quote that nobody closed
CALLED = {";": "semicolons", "\t": "tabs", "|": "bars"}


class Opening(NamedTuple):
    """How a table starts: what parts its cells, the lines read to know it, and how many lines came before them."""

    separator: str
    lines: list[str]
    before: int


def rows(file: BinaryIO, name: str, head: Head) -> Iterator[Row]:
    """The rows under the headers. Raises HandoutError, also later on: behind a quote never closed nothing is sure."""
    lines = text.lines(file, name, head)
    opening = _opening(lines)
    if opening.separator in CALLED:
        head.note(f"the cells are parted by {CALLED[opening.separator]}")
    return named(_records(chain(opening.lines, lines), opening, name), name, head, fixed=False)


def _opening(lines: Iterator[str]) -> Opening:
    first = next(lines, "")
    if says := EXCEL_SAYS.fullmatch(first):
        return Opening(says[1], [], 1)
    read = [first]
    while read[-1] and not WORDS.search(read[-1]):
        read.append(next(lines, ""))
    start = len(read) - 1
    while read[-1] and UNCLOSED.search(QUOTED.sub("", "".join(read[start:]))) and len(read) - start < LONGEST_HEAD:
        read.append(next(lines, ""))
    return Opening(_separator("".join(read[start:])), [line for line in read if line], 0)


def _separator(header: str) -> str:
    """What parts the headers; commas within them, as in `Date, if known;Side`, are followed by a space."""
    open_text = QUOTED.sub("", header)
    if "\t" in open_text:
        return "\t"
    semicolons, commas = open_text.count(";"), len(re.findall(r",(?! )", open_text))
    return ";" if semicolons and semicolons >= commas else ","


def _records(lines: Iterator[str], opening: Opening, name: str) -> Iterator[Record]:
    reader = csv.reader(lines, delimiter=opening.separator, strict=True)
    number = 0
    while True:
        number += 1
        place = Place(name, opening.before + reader.line_num + 1, 1)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            last = opening.before + reader.line_num
            yield Record(number, place, (), _fault(str(error), place, last))
            continue
        yield Record(number, place, tuple(_written(cells, place)))


def _written(cells: list[str], place: Place) -> Iterator[Written]:
    """Each cell at its own line: those before it may have line breaks in them."""
    line = place.line
    for column, cell in enumerate(cells, 1):
        yield Written(cell, Place(place.file, line, column))
        if "\n" in cell or "\r" in cell:
            line += len(BREAK.findall(cell))


def _fault(said: str, place: Place, last: int) -> Problem:
    """The problem of a single line. Raises HandoutError where a quote took further lines into its cell."""
    if last > place.line or "unexpected end" in said:
        hint = 'end the cell with a double quote; a double quote inside is written twice: ""'
        raise HandoutError(place.problem("T113", "a double quote in this row is never closed", hint))
    if "larger than" in said:
        limit = csv.field_size_limit()
        return place.problem("T116", f"a cell of this row has more than {limit} characters", "write less in it")
    hint = 'write a double quote inside a cell twice, as in "a 65 cm ""soft"" ball"'
    return place.problem("T114", "the text of a cell goes on after its closing double quote", hint)
