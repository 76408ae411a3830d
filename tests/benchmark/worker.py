"""A process, bound to one core, that makes one contender's leaflet as often as it is told.

Says the bytes of the first leaflet, then answers each line `changed 20` or `same 20` with the seconds that 20 leaflets
took: `changed` gives every one of them another phone number, `same` repeats the very same leaflet.
"""

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from time import perf_counter

PHONES = (f"020 7946 {number % 10_000:04}" for number in count())


def bind(core: int = -1) -> None:
    """Keeps this process on one of the cores it may use, the last unless it says which, where the system knows how."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[core]})


def phones(order: str, times: int) -> Iterator[str]:
    """The phone numbers of one round."""
    for _ in range(times):
        yield next(PHONES) if order == "changed" else "020 7946 0011"


def seconds(build: Callable[[str], bytes], order: str, times: int) -> float:
    """How long so many leaflets take."""
    given = list(phones(order, times))
    start = perf_counter()
    for phone in given:
        build(phone)
    return perf_counter() - start


def main() -> None:
    """Answers until its input ends."""
    bind()
    module, factory, *paths = sys.argv[1:]
    builder = getattr(importlib.import_module(f"tests.benchmark.{module}"), factory)
    build: Callable[[str], bytes] = builder(*map(Path, paths))
    print(len(build("020 7946 0011")), flush=True)
    for line in sys.stdin:
        order, times = line.split()
        print(seconds(build, order, int(times)), flush=True)


if __name__ == "__main__":
    main()
