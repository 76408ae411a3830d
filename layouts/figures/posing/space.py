"""Points and turns in space. x grows to the front of a standing person, y upwards, z to the person's right."""

from math import cos, radians, sin, sqrt

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]  # rows

UPRIGHT: Matrix = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
UP: Vector = (0, 1, 0)


def plus(a: Vector, b: Vector) -> Vector:
    """The sum."""
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def minus(a: Vector, b: Vector) -> Vector:
    """The way from b to a."""
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def times(factor: float, a: Vector) -> Vector:
    """A multiple."""
    return factor * a[0], factor * a[1], factor * a[2]


def dot(a: Vector, b: Vector) -> float:
    """The inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """The outer product: at right angles to both."""
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def length(a: Vector) -> float:
    """How long it is."""
    return sqrt(dot(a, a))


def unit(a: Vector) -> Vector:
    """The same direction, of length 1; a vector of no length has none, and stays."""
    long = length(a)
    return times(1 / long, a) if long else a


def across(a: Vector, along: Vector) -> Vector:
    """The part of a that is at right angles to a direction of length 1."""
    return minus(a, times(dot(a, along), along))


def turned(matrix: Matrix, a: Vector) -> Vector:
    """A vector after a turn. Written out, as a pose takes a thousand of these."""
    (p, q, r), (s, t, u), (v, w, z) = matrix
    x, y, depth = a
    return p * x + q * y + r * depth, s * x + t * y + u * depth, v * x + w * y + z * depth


def product(a: Matrix, b: Matrix) -> Matrix:
    """The turn b, then the turn a. Written out as well."""
    (p, q, r), (s, t, u), (v, w, x) = b
    first, second, third = a
    return (
        (
            first[0] * p + first[1] * s + first[2] * v,
            first[0] * q + first[1] * t + first[2] * w,
            first[0] * r + first[1] * u + first[2] * x,
        ),
        (
            second[0] * p + second[1] * s + second[2] * v,
            second[0] * q + second[1] * t + second[2] * w,
            second[0] * r + second[1] * u + second[2] * x,
        ),
        (
            third[0] * p + third[1] * s + third[2] * v,
            third[0] * q + third[1] * t + third[2] * w,
            third[0] * r + third[1] * u + third[2] * x,
        ),
    )


def transposed(matrix: Matrix) -> Matrix:
    """Rows become columns: the turn back."""
    a, b, c = matrix
    return (a[0], b[0], c[0]), (a[1], b[1], c[1]), (a[2], b[2], c[2])


def of_axes(x: Vector, y: Vector, z: Vector) -> Matrix:
    """The turn that brings the three axes there."""
    return transposed((x, y, z))


def about_y(degrees: float) -> Matrix:
    """A turn from z towards x."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (c, 0, s), (0, 1, 0), (-s, 0, c)


def about_z(degrees: float) -> Matrix:
    """A turn from x towards y."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (c, -s, 0), (s, c, 0), (0, 0, 1)


def about_z_x_y(z: float, x: float, y: float) -> Matrix:
    """A turn about y, then about x, then about z: their product, written out."""
    c, s = cos(radians(z)), sin(radians(z))
    d, t = cos(radians(x)), sin(radians(x))
    e, u = cos(radians(y)), sin(radians(y))
    return (
        (c * e - s * t * u, -s * d, c * u + s * t * e),
        (s * e + c * t * u, c * d, s * u - c * t * e),
        (-d * u, t, d * e),
    )
