"""Files that appear whole or not at all: an older one stays as it was until the new one is complete on the disk."""

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from pathlib import Path

from handouts.problem import HandoutError, Place, Problem

if sys.platform != "win32":
    import fcntl

DRAFT = re.compile(r"\..+\.[0-9]+\.part")
PDF_START, PDF_END = b"%PDF-", b"%%EOF\n"
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


def write(path: Path, data: bytes, durable: bool = True) -> None:
    """Puts the file in place in one step, once every byte of it is on the disk.

    Without `durable` the system may keep it in memory for a while: whoever writes thousands settles them once, at the
    end, since waiting for the disk takes far longer than all the rest.
    """
    with drafted(path, durable) as draft:
        draft.write_bytes(data)


@contextmanager
def drafted(path: Path, durable: bool = True) -> Iterator[Path]:
    """A file to write to, put in place in one step at the end; after a failure nothing is left of it."""
    # In the same folder, since a file moves in one step only within a disk; hidden, should the power fail.
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _held(draft) if durable else nullcontext():  # one that is there for a moment need not be held
            yield draft
            if durable:
                _flush(draft)
            draft.replace(path)
    except BaseException as error:
        with suppress(OSError):  # it may never have come to be
            draft.unlink()
        if isinstance(error, OSError):
            raise HandoutError(unwritable(path, error)) from None
        raise


def remove(path: Path) -> None:
    """Takes a file away, if there is one."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise HandoutError(unwritable(path, error)) from None


def settle() -> None:
    """Waits until the disk holds all that was written without waiting for it."""
    if hasattr(os, "sync"):  # Windows writes it within seconds, and has no such call
        os.sync()


def clear(folder: Path) -> None:
    """Takes away what runs that were killed left half-written; what others are writing at this moment stays."""
    for entry in os.scandir(folder):
        if DRAFT.fullmatch(entry.name) and _free(Path(entry)):
            with suppress(OSError):
                Path(entry).unlink()


def whole(path: Path) -> bool:
    """Whether a PDF is there from its first byte to its last."""
    try:
        with path.open("rb") as file:
            start = file.read(len(PDF_START))
            file.seek(-len(PDF_END), os.SEEK_END)
            return start == PDF_START and file.read() == PDF_END
    except OSError:
        return False


def unwritable(path: Path, error: OSError) -> Problem:
    """Why a file or folder could not be written, in plain words."""
    reason, hint = REASONS.get(error.errno or 0, (f"the system says: {error.strerror}", ELSEWHERE))
    return Place(str(path)).problem("W101", f"cannot be written: {reason}", hint)


@contextmanager
def _held(draft: Path) -> Iterator[None]:
    """Keeps other runs from clearing it away, for as long as this one lives; Windows does so for any open file."""
    with ExitStack() as stack:
        if sys.platform != "win32":
            file = stack.enter_context(draft.open("wb"))
            with suppress(OSError):  # some disks know no locks
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def _free(draft: Path) -> bool:
    """Whether no run is writing it at this moment."""
    if sys.platform != "win32":
        with suppress(OSError), draft.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
    return True


def _flush(draft: Path) -> None:
    with draft.open("rb+") as file:  # Windows flushes only what is open for writing
        os.fsync(file.fileno())  # a full disk may not show before this
