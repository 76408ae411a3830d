"""The file of a table, opened; and what it is when its ending says something else."""

from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from handouts.problem import HandoutError, Place

SAVE_AS = "save it as .xlsx, or as CSV (UTF-8), in your spreadsheet program"
WORKBOOKS = (".xlsx", ".xlsm")
NEITHER = "this is neither a table in text nor an Excel workbook"
OTHERS = {"content.xml": "an OpenDocument spreadsheet (.ods)", "xl/workbook.bin": "a binary Excel workbook (.xlsb)"}
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD = "Workbook".encode("utf-16-le")  # the stream of an old workbook, by [MS-XLS] 2.1.2
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of a workbook with a password, by [MS-OFFCRYPTO] 2.3.4


@contextmanager
def opened(path: Path, name: str) -> Iterator[BinaryIO]:
    """The file, open for reading. Raises HandoutError."""
    place = Place(name)
    try:
        if path.exists() and not path.is_file():
            raise HandoutError(place.problem("T102", "this is not an ordinary file", "name the file of a table"))
        file = path.open("rb")
    except (FileNotFoundError, NotADirectoryError):
        raise HandoutError(place.problem("T101", "there is no such file", "check the spelling of the path")) from None
    except (OSError, ValueError):
        hint = "check that you are allowed to open it, and close it in other programs"
        raise HandoutError(place.problem("T103", "this file cannot be read", hint)) from None
    with file:
        yield file


def expect(file: BinaryIO, name: str, ending: str) -> None:
    """Raises HandoutError when the file is not what its ending says, as far as its first bytes tell."""
    start = file.read(len(OLE))
    if start == OLE:
        raise _old_or_locked(file, name)
    if start.startswith(ZIP):
        _expect_workbook(file, name, ending)
    elif start and ending in WORKBOOKS:
        raise _other(name, "this is not an Excel workbook, though its name says so")
    file.seek(0)


def damaged(place: Place) -> HandoutError:
    """For a workbook that no program reads to its end."""
    hint = "open it in your spreadsheet program, which may mend it, and save it again as .xlsx"
    return HandoutError(place.problem("T107", "this workbook is damaged", hint))


def _old_or_locked(file: BinaryIO, name: str) -> HandoutError:
    with mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        locked, old = (content.find(stream) >= 0 for stream in (ENCRYPTED, OLD))
    if locked:
        hint = "save a copy without a password, and delete the copy afterwards"
        return HandoutError(Place(name).problem("T106", "this workbook is protected by a password", hint))
    return _other(name, "this is an old Excel workbook (.xls), which cannot be read" if old else NEITHER)


def _expect_workbook(file: BinaryIO, name: str, ending: str) -> None:
    try:
        with ZipFile(file) as archive:
            parts = set(archive.namelist())
    except (BadZipFile, OSError, ValueError):
        raise damaged(Place(name)) from None
    for part, kind in OTHERS.items():
        if part in parts:
            raise _other(name, f"this is {kind}, which cannot be read")
    if not any(part.startswith("xl/") for part in parts):
        raise _other(name, NEITHER)
    if ending not in WORKBOOKS:
        place, message = Place(name), "this is an Excel workbook, though its name does not say so"
        raise HandoutError(place.problem("T105", message, "give it a name that ends in .xlsx"))


def _other(name: str, message: str) -> HandoutError:
    return HandoutError(Place(name).problem("T105", message, SAVE_AS))
