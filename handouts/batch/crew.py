"""Rows given to processes of their own, and what became of them in the order of the rows.

Every process is started afresh (`spawn`), which works the same on every system, and lays the sheet out for itself. It
is given a few rows at a time, and the next ones when it has answered, so that neither side ever waits for the other to
read, and memory stays flat however long the table is.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import NamedTuple

from handouts.batch.press import Done, Job, Press
from handouts.problem import NOWHERE, HandoutError, Problem

CHUNK = 50  # rows at a time: a few milliseconds of work, so that a stop is heeded at once
AHEAD = 8  # chunks for each process that may be done before their turn
PATIENCE = 0.1  # seconds between two looks at whether somebody pressed Ctrl-C

Answer = list[Done] | tuple[Problem, ...]


class Worker(NamedTuple):
    """A process, and our end of the line to it."""

    process: SpawnProcess
    line: Connection


def work(count: int, press: Callable[[], Press], jobs: Iterator[Job], stopped: Callable[[], bool]) -> Iterator[Done]:
    """What becomes of each job; `press` is called once in each process.

    Raises HandoutError where a process has died or cannot write. Whenever it ends, no process is left.
    """
    workers = _started(count, press)
    try:
        yield from _answers(workers, iter(lambda: list(islice(jobs, CHUNK)), []), stopped)
    finally:
        for worker in workers:
            worker.line.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join()


def _answers(workers: list[Worker], chunks: Iterator[list[Job]], stopped: Callable[[], bool]) -> Iterator[Done]:
    idle = list(workers)
    busy: dict[object, tuple[int, Worker]] = {}
    early: dict[int, list[Done]] = {}
    given = told = 0
    waiting = next(chunks, None)
    while waiting or busy:
        while waiting and idle and given - told < AHEAD * len(workers):
            worker = idle.pop()
            busy[worker.line] = given, worker
            _send(worker, waiting)
            given, waiting = given + 1, next(chunks, None)
        for line in wait([worker.line for _, worker in busy.values()], PATIENCE):
            number, worker = busy.pop(line)
            early[number] = _received(worker)
            idle.append(worker)
        while told in early:
            yield from early.pop(told)
            told += 1
        if stopped():
            return


def _started(count: int, press: Callable[[], Press]) -> list[Worker]:
    context = get_context("spawn")
    heeded = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; only this one answers it
    workers = []
    try:
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs, press), daemon=True)
            process.start()
            theirs.close()  # or its end would not be noticed
            workers.append(Worker(process, ours))
    finally:
        signal.signal(signal.SIGINT, heeded)
    return workers


def serve(line: Connection, press: Callable[[], Press]) -> None:
    """The life of a process: until the other end of the line is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, ConnectionError):
        printing = press()
        while True:
            jobs: list[Job] = line.recv()
            line.send(_answer(printing, jobs))


def _answer(press: Press, jobs: list[Job]) -> Answer:
    try:
        return [press.print(job) for job in jobs]
    except HandoutError as error:
        return error.problems


def _send(worker: Worker, jobs: list[Job]) -> None:
    try:
        worker.line.send(jobs)
    except OSError:
        raise HandoutError(_died(worker)) from None


def _received(worker: Worker) -> list[Done]:
    try:
        answer: Answer = worker.line.recv()
    except (EOFError, OSError):
        raise HandoutError(_died(worker)) from None
    if isinstance(answer, tuple):
        raise HandoutError(*answer)
    return answer


def _died(worker: Worker) -> Problem:
    worker.process.join(1)
    status = worker.process.exitcode
    hint = "run it again with --resume, which does what is missing; fewer --workers need less memory"
    return NOWHERE.problem("B108", f"one of the processes that print has ended (status {status})", hint)
