"""Presses for tests of the processes that print: each does one thing that a real one seldom does."""

import os
import signal
import time
from pathlib import Path

from handouts.batch.press import Done, Job
from handouts.problem import NOWHERE, HandoutError

PATIENCE = 60  # seconds that one process waits for another before the test fails


class Late:
    """The first row is done only after a row of a later chunk, which only another process can have."""

    def __init__(self, mark: Path, later: int) -> None:
        self.mark, self.later = mark, later

    def print(self, job: Job) -> Done:
        if job.row == self.later:
            self.mark.touch()
        end = time.monotonic() + PATIENCE
        while job.row == 1 and not self.mark.exists():
            assert time.monotonic() < end
            time.sleep(0.01)
        return Done(job.row, job.name)


class Dying:
    """Is killed at a row, as by a system that is out of memory."""

    def __init__(self, row: int) -> None:
        self.row = row

    def print(self, job: Job) -> Done:
        if job.row == self.row:
            os.kill(os.getpid(), signal.SIGKILL)
        return Done(job.row, job.name)


class Full:
    """Has no room left at a row."""

    def __init__(self, row: int) -> None:
        self.row = row

    def print(self, job: Job) -> Done:
        if job.row == self.row:
            raise HandoutError(NOWHERE.problem("W101", "the disk is full"))
        return Done(job.row, job.name)
