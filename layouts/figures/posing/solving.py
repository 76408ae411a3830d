"""Finds the value that closes a gap, where nothing simpler says it."""

from collections.abc import Callable
from itertools import pairwise

TRIED = 8  # parts that a range is divided into
STEPS = 20  # at most, until a gap is closed
QUICK = 7  # steps after which the quick way is given up
CLOSE = 1e-3  # thousandths of stature: less than 2 micrometres

Gap = Callable[[float], float]


def close(gap: Gap, low: float, high: float, near: float) -> float:
    """The value between `low` and `high` nearest to `near` where a gap is 0; where it never is, the smallest gap's.

    The last call of `gap` is with the value that is returned, so what it moves stays there.
    """
    quick = _secant(gap, low, high, near)
    return _searched(gap, low, high, near) if quick is None else quick


def _secant(gap: Gap, low: float, high: float, near: float) -> float | None:
    """From a start that is nearly right, which it mostly is; None where that leads nowhere."""
    before, value = near, near + 1
    gap_before, found = gap(before), gap(value)
    for _ in range(QUICK):
        if abs(found) < CLOSE:
            return value
        if found == gap_before:
            return None
        before, value = value, value - found * (value - before) / (found - gap_before)
        if not low <= value <= high:
            return None
        gap_before, found = found, gap(value)
    return None


def _searched(gap: Gap, low: float, high: float, near: float) -> float:
    """All over the range."""
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


def _closed(gap: Gap, low: float, high: float, start: float, end: float) -> float:
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
