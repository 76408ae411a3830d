"""Bones that the map is found by, in thousandths of the body's height: pelvis, thigh bone, spine and the last rib."""

from layouts.figures.body.grid import at
from layouts.figures.body.outline import Points, joined, mirrored
from layouts.figures.paths import Path, Point, moved, smooth


def placed(*points: Point) -> Points:
    """Points of the grid, on the body."""
    return tuple(at(*point) for point in points)


# From behind, right half.
SACRUM = placed((0, 0.2), (0.13, 0.16), (0.26, 0.17), (0.27, 0.28), (0.21, 0.4), (0.13, 0.55), (0.07, 0.67), (0, 0.69))
TAIL = placed((0, 0.69), (0.06, 0.69), (0.045, 0.755), (0, 0.8))
HIP_BONE = placed(
    (0.25, 0.3), (0.245, 0.2), (0.3, 0.11), (0.41, 0.03), (0.55, 0), (0.69, 0.03), (0.82, 0.1), (0.9, 0.19),
    (0.91, 0.29), (0.83, 0.38), (0.76, 0.46), (0.74, 0.54), (0.71, 0.62), (0.62, 0.69), (0.56, 0.77), (0.5, 0.89),
    (0.43, 0.97), (0.35, 0.97), (0.315, 0.91), (0.34, 0.83), (0.395, 0.755), (0.38, 0.69), (0.44, 0.61), (0.45, 0.51),
    (0.4, 0.42), (0.31, 0.385),
)  # fmt: skip
PUBIS = placed(
    (0.6, 0.58), (0.42, 0.64), (0.22, 0.67), (0.06, 0.71), (0.025, 0.76), (0.025, 0.86), (0.08, 0.89), (0.2, 0.905),
    (0.3, 0.95), (0.42, 0.95), (0.5, 0.86), (0.6, 0.72),
)  # fmt: skip
OPENING = placed((0.37, 0.72), (0.24, 0.72), (0.15, 0.77), (0.17, 0.83), (0.28, 0.87), (0.35, 0.85))
CREST = placed(
    (0.247, 0.26), (0.245, 0.2), (0.3, 0.11), (0.41, 0.03), (0.55, 0), (0.69, 0.03), (0.82, 0.1), (0.9, 0.19)
)
# It goes on below the region that is enlarged.
THIGH_BONE = placed(
    (0.7, 1.47), (0.71, 1.2), (0.725, 1.02), (0.72, 0.95), (0.75, 0.91), (0.775, 0.87), (0.77, 0.8), (0.73, 0.72),
    (0.66, 0.69), (0.62, 0.63), (0.64, 0.56), (0.7, 0.535), (0.75, 0.56), (0.8, 0.605), (0.85, 0.595), (0.915, 0.6),
    (0.965, 0.645), (0.975, 0.72), (0.95, 0.8), (0.9, 0.88), (0.865, 1), (0.845, 1.2), (0.835, 1.47),
)  # fmt: skip
RIB = placed((0.1, -0.6), (0.24, -0.62), (0.42, -0.56), (0.56, -0.46), (0.64, -0.38))
LUMBAR = (0.095, -0.055, -0.205, -0.355, -0.505)  # the middle of each, from the lowest up
VERTEBRA = (
    (-20, -2), (-12, -3.5), (-10.5, -8), (0, -7), (10.5, -8), (12, -3.5), (20, -2), (20, 1), (12, 2.5), (10, 7),
    (3.5, 6.5), (0, 11), (-3.5, 6.5), (-10, 7), (-12, 2.5), (-20, 1),
)  # fmt: skip


def sacrum() -> Path:
    """The triangle between the hip bones."""
    return joined(smooth(SACRUM), smooth(mirrored(SACRUM)))


def tail() -> Path:
    """The tailbone at its tip."""
    return joined(smooth(TAIL), smooth(mirrored(TAIL)))


def vertebrae() -> list[Path]:
    """The lumbar part of the spine, from the top down."""
    return [moved(smooth(VERTEBRA, closed=True), *at(0, y)) for y in reversed(LUMBAR)]


# From the side: the wing of the hip bone, and the thigh bone with the outer hip bump.
SIDE_WING = (
    (-63, 424), (-56, 406), (-36, 392), (-12, 388), (12, 393), (32, 408), (42, 428), (36, 436), (24, 446),
    (16, 462), (0, 474), (-18, 466), (-30, 452), (-48, 442), (-60, 436),
)  # fmt: skip
SIDE_CREST = ((-64, 424), (-56, 406), (-36, 392), (-12, 388), (12, 393), (32, 408), (42, 426))
SIDE_THIGH_BONE = (
    (-14, 468), (-4, 464), (8, 468), (12, 480), (9, 496), (8, 520), (9, 590), (-4, 590), (-7, 520), (-12, 496),
    (-16, 482),
)  # fmt: skip
SIDE_BUMP = -2.0, 480.0
