"""Finds the value that closes a gap, where nothing simpler says it."""

from collections.abc import Callable
from itertools import pairwise

TRIED = 8  # parts that a range is divided into
STEPS = 20  # at most, until a gap is closed
CLOSE = 1e-4  # thousandths of stature


def close(gap: Callable[[float], float], low: float, high: float, near: float) -> float:
    """The value between `low` and `high` nearest to `near` where a gap is 0; where it never is, the smallest gap's.

    The last call of `gap` is with the value that is returned, so what it moves stays there.
    """
    values = [low + (high - low) * number / TRIED for number in range(TRIED + 1)]
    gaps = [gap(value) for value in values]
    changes = [number for number, (a, b) in enumerate(pairwise(gaps)) if (a > 0) != (b > 0)]
    if changes:
        number = min(changes, key=lambda number: abs(values[number] + values[number + 1] - 2 * near))
        value = _closed(gap, values[number], values[number + 1], gaps[number], gaps[number + 1])
    else:
        value = min(zip(gaps, values, strict=True), key=lambda pair: abs(pair[0]))[1]
    gap(value)
    return value


def _closed(gap: Callable[[float], float], low: float, high: float, start: float, end: float) -> float:
    """Between two values with gaps of different signs, by the Illinois method: false position that halves what lags."""
    value = low
    for _ in range(STEPS):
        value = (low * end - high * start) / (end - start)
        found = gap(value)
        if abs(found) < CLOSE:
            break
        if (found > 0) == (end > 0):
            high, end, start = value, found, start / 2
        else:
            low, start, end = value, found, end / 2
    return value
