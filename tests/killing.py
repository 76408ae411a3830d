"""Batches killed over and over: a process of its own, which forks so that a run costs no more than its work.

    python -m tests.killing FOLDER HANDOUT DATA WORKERS SEED MOMENTS...

Each moment is a number of files: as soon as so many are there, the whole process group of the run is killed. The run
that follows resumes. After the last moment one more run finishes the batch.
"""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import generate

PATIENCE = 60  # seconds for a single run


def main() -> None:
    folder, handout, data, workers, *moments = sys.argv[1:]
    command = ["handouts", "batch", handout, "--data", data, "--out", folder, "--workers", workers]
    for number, moment in enumerate(moments):
        kill(started([*command, *["--resume"] * (number > 0)]), Path(folder), int(moment))
    _, status = os.waitpid(started([*command, "--resume"]), 0)
    sys.exit(os.waitstatus_to_exitcode(status))


def started(command: list[str]) -> int:
    """The process of a run, in a group of its own."""
    process = os.fork()
    if not process:
        os.setsid()
        sys.argv = command
        os._exit(generate.run())
    return process


def kill(process: int, folder: Path, files: int) -> None:
    """Once the folder has so many files, or the run has nothing more to do."""
    end = time.monotonic() + PATIENCE
    while not os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        if (folder / ".batch.json").exists() and sum(1 for _ in pdfs(folder)) >= files:
            break
        assert time.monotonic() < end
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    broken = [path.name for path in pdfs(folder) if path.read_bytes()[-6:] != b"%%EOF\n"]
    assert not broken, broken


def pdfs(folder: Path) -> Iterator[Path]:
    """The files that are in place."""
    return (Path(entry) for entry in os.scandir(folder) if entry.name.endswith(".pdf"))


if __name__ == "__main__":
    main()
