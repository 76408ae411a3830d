"""What a run of the benchmark measured, and what is asked of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Generic, TypeVar

from tests.benchmark.contenders import OURS, PLATYPUS, TYPST, Contender
from tests.benchmark.processes import Start

Measured_contra = TypeVar("Measured_contra", contravariant=True)


@dataclass
class Cold:
    """Whole processes of one contender, one a round, and the file they made."""

    starts: list[Start] = field(default_factory=list)
    bytes: int = 0
    pages: int = 0

    @property
    def milliseconds(self) -> float:
        """The median over the rounds."""
        return median(start.milliseconds for start in self.starts)

    @property
    def peak(self) -> float | None:
        """Median of the peak memory in MB; None where the system does not tell."""
        return middle(start.peak for start in self.starts)


@dataclass
class Warm:
    """Milliseconds a leaflet, one figure a round: with a new phone number each time, and with nothing new."""

    changed: list[float] = field(default_factory=list)
    same: list[float] = field(default_factory=list)


@dataclass
class Figures:
    """Everything one run measured."""

    cold: dict[Contender, Cold]
    warm: dict[Contender, Warm]
    stages: list[dict[str, float]] = field(default_factory=list)
    library: list[Start] = field(default_factory=list)

    @property
    def stage(self) -> dict[str, float]:
        """Median milliseconds of each stage of a cold build."""
        return {name: median(split[name] for split in self.stages) for name in self.stages[0]} if self.stages else {}

    def a_second(self, contender: Contender) -> float:
        """Leaflets a second, each with another phone number."""
        return 1000 / median(self.warm[contender].changed)


@dataclass(frozen=True)
class Target(Generic[Measured_contra]):
    """One ratio or figure, the most or the least it may be, and how it is worked out."""

    meaning: str
    limit: float
    most: bool
    figure: Callable[[Measured_contra], float | None]

    def met(self, figure: float) -> bool:
        """Whether the figure is on the right side of the limit; the limit itself is."""
        return figure <= self.limit if self.most else figure >= self.limit


def middle(figures: Iterable[float | None]) -> float | None:
    """The median of what is known."""
    known = [figure for figure in figures if figure is not None]
    return median(known) if known else None


def warm_ratio(figures: Figures) -> float:
    return figures.a_second(OURS) / figures.a_second(TYPST)


def cold_ratio(figures: Figures) -> float:
    return figures.cold[OURS].milliseconds / figures.cold[PLATYPUS].milliseconds


def library_peak(figures: Figures) -> float | None:
    return middle(start.peak for start in figures.library)


TARGETS = (
    Target("warm, leaflets a second: handouts / Typst, both tagged", 1.0, False, warm_ratio),
    Target("cold, milliseconds: handouts / plain platypus", 1.5, True, cold_ratio),
    Target("peak memory of building the whole library, MB", 80.0, True, library_peak),
)
