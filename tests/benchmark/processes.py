"""Processes started, timed and measured from outside."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from time import perf_counter

from tests.benchmark.contenders import ROOT, environment


@dataclass(frozen=True)
class Start:
    """One whole process: milliseconds from starting it to its end, and its peak memory in MB where it is known."""

    milliseconds: float
    peak: float | None


def start(command: list[str]) -> Start:
    """Runs a command to its end; a command that fails ends the benchmark with what it said."""
    begun = perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    with process:
        assert process.stderr
        said = process.stderr.read()
        peak = _reap(process)
    milliseconds = (perf_counter() - begun) * 1000
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{said}")
    return Start(milliseconds, peak)


def _reap(process: "subprocess.Popen[str]") -> float | None:
    """Peak memory of this process alone; RUSAGE_CHILDREN would give the largest of all so far."""
    if sys.platform == "win32":
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / 1e6


class Worker:
    """A contender kept warm in a process of its own; see worker.py, and another for the sheets.

    `order` is what it is told first, to find out how often it can do so in about a fifth of a second.
    """

    def __init__(self, name: str, command: list[str], order: str) -> None:
        self.name = name
        pipe = subprocess.PIPE
        one_core = environment() | {"RAYON_NUM_THREADS": "1"}  # how Typst is told to use no second thread
        self.process = subprocess.Popen(command, cwd=ROOT, env=one_core, stdin=pipe, stdout=pipe, text=True)
        self.bytes = int(self._answer())
        self.tell(order, 3)
        self.times = max(3, round(0.2 / (self.seconds() / 3)))

    def milliseconds(self, order: str, times: int = 0) -> float:
        """Milliseconds each, over so many or about a fifth of a second."""
        self.tell(order, times or self.times)
        return self.seconds() / (times or self.times) * 1000

    def tell(self, order: str, times: int) -> None:
        """Gives an order and waits for nothing."""
        assert self.process.stdin
        self.process.stdin.write(f"{order} {times}\n")
        self.process.stdin.flush()

    def seconds(self) -> float:
        """How long the order took, once it is done."""
        return float(self._answer())

    def close(self) -> None:
        """Ends the process, which stops where its input does."""
        self.process.communicate()

    def _answer(self) -> str:
        assert self.process.stdout
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"{self.name} ended early")
        return answer


@contextmanager
def closing(workers: Iterable[Worker]) -> Iterator[list[Worker]]:
    """Started one after the other, ended all together."""
    with ExitStack() as ends:
        started = []
        for worker in workers:
            ends.callback(worker.close)
            started.append(worker)
        yield started


def say(text: str) -> None:
    """Progress, where somebody is watching."""
    if sys.stderr.isatty():
        print(f"\r{text}\033[K", end="", file=sys.stderr, flush=True)
