"""A child process that runs the program's own command and says how long each stage took.

The functions of each stage are replaced by themselves with a clock around them. A moment counts for the innermost
stage only, and everything that an import does counts as importing, wherever it happens. The clock costs about as much
as it says under `command`, so the whole is a little longer than the cold start that nobody watches.
"""

import builtins
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

STAGES = {
    "imports": ("importlib:import_module",),
    "reading": tuple(f"handouts.catalog:{name}" for name in ("find", "load", "load_clinic", "load_words")),
    "checking": ("handouts.rules:check",),
    "layout": ("layouts:compose",),
    "writing": ("layouts:Edition.print", "handouts.writer:write"),
}


class Clock:
    """Milliseconds spent in each stage; `command` is what no other stage claims."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(("interpreter", "compiling", *STAGES, "command"), 0.0)
        self.open = ["command"]
        self.since = perf_counter()

    @contextmanager
    def during(self, stage: str) -> Iterator[None]:
        """Gives the time inside to a stage, and what is inside that to a stage further in."""
        self.mark()
        self.open.append(stage)
        try:
            yield
        finally:
            self.mark()
            self.open.pop()

    def mark(self) -> None:
        """Gives the time since the last mark to the stage that is open."""
        now = perf_counter()
        self.spent[self.open[-1]] += (now - self.since) * 1000
        self.since = now

    def tell(self, report: Path) -> None:
        """Writes what was spent, and when it was written."""
        self.mark()
        report.write_text(json.dumps({**self.spent, "done": perf_counter()}))

    def around(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, timed."""

        def timed(*arguments: Any, **named: Any) -> Any:
            with self.during(stage):
                return function(*arguments, **named)

        return timed

    def watch_imports(self) -> None:
        """Times the outermost import; what it imports in turn is inside it."""
        load = builtins.__import__

        def timed(*arguments: Any, **named: Any) -> Any:
            if self.open[-1] == "imports":
                return load(*arguments, **named)
            with self.during("imports"):
                return load(*arguments, **named)

        builtins.__import__ = timed


def replace(name: str, timed: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    """Puts a clock around `module:function` or `module:Class.method`, wherever the project has it by name."""
    module, _, path = name.partition(":")
    *owner, last = path.split(".")
    home: Any = import_module(module)
    for part in owner:
        home = getattr(home, part)
    function: Callable[..., Any] = getattr(home, last)
    for place in (home, *sys.modules.values()):
        if getattr(place, "__dict__", {}).get(last) is function:
            setattr(place, last, timed(function))


def watch_exit(end: Callable[[], None]) -> None:
    """Has the last word before the process ends, also where it ends at once and runs nothing left for the exit."""
    leave = os._exit

    def ended(status: int) -> None:
        end()
        leave(status)

    os._exit = ended  # type: ignore[assignment]


def run(clock: Clock, script: str) -> None:
    """The command itself, with a clock around every stage."""
    with clock.during("imports"):
        for stage, names in STAGES.items():
            for name in names:
                replace(name, partial(clock.around, stage))
    with clock.during("compiling"):
        code = compile(Path(script).read_bytes(), script, "exec")
    clock.watch_imports()
    exec(code, {**vars(sys.modules["__main__"]), "__file__": script})


def main(entered: float) -> None:
    """The arguments are when this process was started, by a clock all processes share, a report's path and the command.

    `entered` is when its first line ran; what this file needs, the command needs too, and is counted as imports.
    """
    clock = Clock()
    born, report, *sys.argv[:] = sys.argv[1:]
    clock.spent |= {"interpreter": (entered - float(born)) * 1000, "imports": (clock.since - entered) * 1000}
    watch_exit(lambda: clock.tell(Path(report)))
    try:
        run(clock, sys.argv[0])
    finally:
        clock.tell(Path(report))
