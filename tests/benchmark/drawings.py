"""What pictures of people cost: a two-page sheet with six of them, beside the same sheet without any."""

import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import cast

import yaml

from handouts import catalog
from handouts.model import AnyBlock, Exercise, Handout
from layouts import compose
from layouts.figures import pose
from tests.benchmark.contenders import Given
from tests.benchmark.figures import Target
from tests.benchmark.processes import say, start
from tests.benchmark.report import table, targets

SOURCE = Path(__file__).with_name("exercises.yaml")
KINDS = ("without pictures", "six pictures, drawn anew", "six pictures, drawn before")
COMMANDS = ("the command, without pictures", "the command, six pictures")


@dataclass
class Cost:
    """Milliseconds of each kind of sheet, one a round, and the bytes of each."""

    milliseconds: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in (*KINDS, *COMMANDS)})
    bytes: dict[str, int] = field(default_factory=dict)

    def ratio(self, kind: str, plain: str) -> float:
        """The median of what a kind costs, by that of the same without pictures."""
        return median(self.milliseconds[kind]) / median(self.milliseconds[plain])


TARGETS: tuple[Target[Cost], ...] = (
    Target("the command: with six pictures / without", 1.5, True, lambda cost: cost.ratio(COMMANDS[1], COMMANDS[0])),
    Target("warm, drawn anew: with six pictures / without", 1.5, True, lambda cost: cost.ratio(KINDS[1], KINDS[0])),
    Target("warm, drawn before: with six pictures / without", 1.5, True, lambda cost: cost.ratio(KINDS[2], KINDS[0])),
)


def sheets() -> tuple[Handout, Handout]:
    """One without pictures, and one with six."""
    sheet = catalog.load(SOURCE)
    bare = (replace(block, picture=None, alt=None) if isinstance(block, Exercise) else block for block in sheet.blocks)
    return replace(sheet, body=cast(tuple[AnyBlock, ...], tuple(bare))), sheet


def commands(given: Given) -> dict[str, list[str]]:
    """A whole process for each of the two sheets, the one without pictures from a file of its own."""
    plain = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    for block in plain["body"]:
        block.pop("picture", None), block.pop("alt", None)
    bare = given.out / "bare.yaml"
    bare.write_text(yaml.safe_dump(plain, sort_keys=False, allow_unicode=True), encoding="utf-8")
    options = ["--clinic", str(given.clinic), "--out", str(given.out)]
    sources = zip(COMMANDS, (bare, SOURCE), strict=True)
    return {kind: [sys.executable, "generate.py", "build", str(source), *options] for kind, source in sources}


def run(given: Given, rounds: int) -> str:
    """Each round makes each kind of sheet once, so that a slow moment slows all of them."""
    clinic, words = catalog.load_clinic(given.clinic), catalog.load_words("en")
    bare, six = sheets()
    whole, cost = commands(given), Cost()
    for number in range(rounds + 1):  # the first one loads what is loaded once
        say(f"drawings, round {number} of {rounds}")
        for kind, command in whole.items():
            cost.milliseconds[kind].append(start(command).milliseconds)
        for kind, sheet in zip(KINDS, (bare, six, six), strict=True):
            if kind == KINDS[1]:
                pose.forget()
            started = perf_counter()
            pdf = compose(sheet, clinic, words).print()
            cost.milliseconds[kind].append((perf_counter() - started) * 1000)
            cost.bytes[kind] = len(pdf)
    for spent in cost.milliseconds.values():
        del spent[0]
    return report(cost)


def report(cost: Cost) -> str:
    """The ratios, then what they are made of."""
    rows = [
        [kind, f"{median(spent):.1f}", f"{cost.bytes[kind]:,}" if kind in cost.bytes else ""]
        for kind, spent in cost.milliseconds.items()
    ]
    return f"{targets(TARGETS, cost)}\n\n{table(['A sheet of two pages', 'ms', 'bytes'], rows)}\n"
