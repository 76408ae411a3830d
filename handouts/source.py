"""The text of a file that a person wrote, or why it cannot be had."""

from pathlib import Path

from handouts.problem import HandoutError, Place

LIMIT = 1_000_000
SAVE_AS_UTF8 = "save the file as UTF-8 in your editor"


def read(path: Path, name: str) -> str:
    """The text of a file; `name` is what places show. Reads no more than a megabyte and a byte."""
    return _decoded(_bytes(path, name), name)


def shown(path: Path) -> str:
    """A path as places show it, and as it can be opened: from the current folder where it lies below that."""
    if not path.is_absolute():
        return str(path)
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _bytes(path: Path, name: str) -> bytes:
    place = Place(name)
    try:
        if path.is_dir():
            raise HandoutError(place.problem("Y102", "this is a folder, not a file", "name a YAML file inside it"))
        if path.exists() and not path.is_file():
            raise HandoutError(place.problem("Y103", "this is not an ordinary file", "name a YAML file"))
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise HandoutError(place.problem("Y101", "there is no such file", "check the spelling of the path")) from None
    except (OSError, ValueError):
        hint = "check that you are allowed to open it"
        raise HandoutError(place.problem("Y103", "this file cannot be read", hint)) from None
    if len(data) > LIMIT:
        hint = "a handout is a few pages of text; name the YAML file, or split it"
        raise HandoutError(place.problem("Y104", "this file is larger than 1 MB", hint))
    return data


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The faulty byte is counted in the data without its byte order mark.
        before = error.object[: error.start].decode("utf-8", "replace")
        place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise HandoutError(place.problem("Y105", "this is not UTF-8 text", SAVE_AS_UTF8)) from None
