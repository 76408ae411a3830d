"""What pictures of people cost: a two-page sheet with six of them, beside the same sheet without any."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import cast

from handouts import catalog
from handouts.model import AnyBlock, Exercise, Handout
from layouts import compose
from layouts.figures import pose
from tests.benchmark.contenders import Given
from tests.benchmark.figures import Target
from tests.benchmark.report import table, targets

SOURCE = Path(__file__).with_name("exercises.yaml")
KINDS = ("without pictures", "six pictures, drawn anew", "six pictures, drawn before")


@dataclass
class Cost:
    """Milliseconds of each kind of sheet, one a round, and the bytes of each."""

    milliseconds: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    bytes: dict[str, int] = field(default_factory=dict)

    def ratio(self, kind: str) -> float:
        """The median of what a kind costs, by what the sheet without pictures does."""
        return median(self.milliseconds[kind]) / median(self.milliseconds[KINDS[0]])


TARGETS: tuple[Target[Cost], ...] = (
    Target("drawn anew: with six pictures / without", 1.5, True, lambda cost: cost.ratio(KINDS[1])),
    Target("drawn before: with six pictures / without", 1.5, True, lambda cost: cost.ratio(KINDS[2])),
)


def sheets() -> tuple[Handout, Handout]:
    """One without pictures, and one with six."""
    sheet = catalog.load(SOURCE)
    bare = (replace(block, picture=None, alt=None) if isinstance(block, Exercise) else block for block in sheet.blocks)
    return replace(sheet, body=cast(tuple[AnyBlock, ...], tuple(bare))), sheet


def run(given: Given, rounds: int) -> str:
    """Each round makes each kind of sheet once, so that a slow moment slows all of them."""
    clinic, words = catalog.load_clinic(given.clinic), catalog.load_words("en")
    bare, six = sheets()
    cost = Cost()
    for _ in range(rounds + 1):  # the first one loads what is loaded once
        for kind, sheet in zip(KINDS, (bare, six, six), strict=True):
            if kind == KINDS[1]:
                pose.forget()
            started = perf_counter()
            pdf = compose(sheet, clinic, words).print()
            cost.milliseconds[kind].append((perf_counter() - started) * 1000)
            cost.bytes[kind] = len(pdf)
    for spent in cost.milliseconds.values():
        del spent[0]
    rows = [[kind, f"{median(spent):.1f}", f"{cost.bytes[kind]:,}"] for kind, spent in cost.milliseconds.items()]
    return f"{targets(TARGETS, cost)}\n\n{table(['A sheet of two pages', 'ms', 'bytes'], rows)}\n"
