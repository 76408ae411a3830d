"""Where a content stream draws, and how large: the transformations of ISO 32000-1, 8.3."""

from typing import Any

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def matrix(numbers: Any) -> Matrix:
    """The six numbers of a transformation."""
    a, b, c, d, e, f = map(float, numbers)
    return a, b, c, d, e, f


def times(one: Matrix, other: Matrix) -> Matrix:
    """The transformation that does the one, then the other."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
