"""Finds the value that closes a gap, where nothing simpler says it."""

from collections.abc import Callable
from itertools import pairwise

TRIED = 12
HALVINGS = 20


def close(gap: Callable[[float], float], low: float, high: float, near: float) -> float:
    """The value between `low` and `high` nearest to `near` where a gap is 0; where it never is, the smallest gap's.

    The last call of `gap` is with the value that is returned, so what it moves stays there.
    """
    values = [low + (high - low) * number / TRIED for number in range(TRIED + 1)]
    gaps = [gap(value) for value in values]
    changes = [number for number, (a, b) in enumerate(pairwise(gaps)) if (a > 0) != (b > 0)]
    if changes:
        number = min(changes, key=lambda number: abs(values[number] + values[number + 1] - 2 * near))
        value = _halved(gap, values[number], values[number + 1], rising=gaps[number + 1] > 0)
    else:
        value = min(zip(gaps, values, strict=True), key=lambda pair: abs(pair[0]))[1]
    gap(value)
    return value


def _halved(gap: Callable[[float], float], low: float, high: float, *, rising: bool) -> float:
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if (gap(middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return (low + high) / 2
