"""Files that appear whole or not at all: an older one stays as it was until the new one is complete on the disk."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from handouts.problem import HandoutError, Place, Problem

ELSEWHERE = "choose another folder"
REASONS = {
    errno.ENOSPC: ("the disk is full", "make room on it, then try again"),
    errno.EDQUOT: ("your share of the disk is used up", "make room on it, then try again"),
    errno.EFBIG: ("the file is larger than this disk or account allows", ELSEWHERE),
    errno.EROFS: ("the disk is read-only", ELSEWHERE),
    errno.EACCES: ("you may not write here", f"{ELSEWHERE}, or close the file where it is open in another program"),
    errno.EPERM: ("you may not write here", ELSEWHERE),
    errno.EISDIR: ("a folder of that name stands in its place", "move the folder away, or " + ELSEWHERE),
    errno.ENOTDIR: ("a part of the path is a file, not a folder", ELSEWHERE),
    errno.EEXIST: ("a file of that name stands where a folder is wanted", ELSEWHERE),
    errno.ENOENT: ("there is no such folder", "make it, or " + ELSEWHERE),
    errno.ENAMETOOLONG: ("the name is too long for this disk", "choose a shorter one"),
}


def folder(path: Path) -> Path:
    """Makes the folder, and those above it, where they are missing."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HandoutError(unwritable(path, error)) from None
    return path


def write(path: Path, data: bytes) -> None:
    """Puts the file in place in one step, once every byte of it is on the disk."""
    # In the same folder, since a file moves in one step only within a disk; hidden, should the power fail.
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _fill(draft, data)
        draft.replace(path)
    except OSError as error:
        raise HandoutError(unwritable(path, error)) from None
    finally:
        with suppress(OSError):  # it is gone after a success, and may never have come to be
            draft.unlink()


def unwritable(path: Path, error: OSError) -> Problem:
    """Why a file or folder could not be written, in plain words."""
    reason, hint = REASONS.get(error.errno or 0, (f"the system says: {error.strerror}", ELSEWHERE))
    return Place(str(path)).problem("W101", f"cannot be written: {reason}", hint)


def _fill(draft: Path, data: bytes) -> None:
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # a full disk may not show before this
