"""The muscles of the map as schematic shapes, and the points in them where sore spots are looked for; right side.

From behind most points stand in the project's grid. The codes name the sources of docs/clinical-sources.md, whose words
they were placed from. No shape is traced: each spans the landmarks that its muscle is fastened to.
"""

from dataclasses import dataclass

from handouts.drawings.body_map import MuscleName, View
from layouts.figures.body.bones import placed
from layouts.figures.body.outline import Points
from layouts.figures.paths import Point


@dataclass(frozen=True)
class Muscle:
    """Outlines of its parts, a few fibres, its points, and where a label leads to."""

    parts: tuple[Points, ...]
    fibres: tuple[tuple[Point, Point], ...]
    marks: Points
    label: Point


def threads(starts: Points, ends: Points) -> tuple[tuple[Point, Point], ...]:
    """Fibres from one row of places to another."""
    return tuple(zip(starts, ends, strict=True))


BEHIND: dict[MuscleName, Muscle] = {
    "gluteus-maximus": Muscle(
        parts=(
            placed(
                (0.26, 0.24), (0.45, 0.28), (0.66, 0.42), (0.85, 0.6), (0.96, 0.8), (0.94, 1), (0.87, 1.12),
                (0.8, 1.14),
                (0.68, 1.05), (0.48, 1.01), (0.3, 0.99), (0.14, 0.93), (0.05, 0.84), (0.05, 0.72), (0.1, 0.58),
                (0.17, 0.44), (0.23, 0.33),
            ),
        ),
        fibres=threads(
            placed((0.32, 0.34), (0.24, 0.47), (0.18, 0.6), (0.14, 0.73), (0.2, 0.87)),
            placed((0.86, 0.74), (0.84, 0.86), (0.8, 0.96), (0.72, 1.02), (0.5, 0.97)),
        ),
        marks=placed((0.4, 0.84), (0.1, 0.82), (0.2, 0.5)),  # GMAX; the last one: no source found
        label=placed((0.84, 0.94))[0],
    ),
    "gluteus-medius": Muscle(
        parts=(
            placed(
                (0.26, 0.26), (0.27, 0.17), (0.34, 0.085), (0.45, 0.035), (0.58, 0.02), (0.71, 0.05), (0.83, 0.13),
                (0.92, 0.27), (0.96, 0.45), (0.96, 0.61), (0.92, 0.66), (0.86, 0.62), (0.78, 0.51), (0.66, 0.42),
                (0.5, 0.36), (0.36, 0.31),
            ),
        ),
        fibres=threads(
            placed((0.36, 0.2), (0.47, 0.13), (0.59, 0.1), (0.72, 0.12), (0.84, 0.22)),
            placed((0.76, 0.46), (0.83, 0.52), (0.87, 0.55), (0.905, 0.56), (0.93, 0.56)),
        ),
        marks=placed((0.32, 0.2), (0.62, 0.1)),  # GMED3, TP30
        label=placed((0.78, 0.2))[0],
    ),
    "gluteus-minimus": Muscle(
        parts=(
            placed(
                (0.48, 0.3), (0.57, 0.22), (0.7, 0.19), (0.82, 0.24), (0.9, 0.36), (0.93, 0.5), (0.93, 0.62),
                (0.88, 0.64),
                (0.8, 0.56), (0.68, 0.47), (0.54, 0.39),
            ),
        ),
        fibres=threads(
            placed((0.56, 0.31), (0.65, 0.26), (0.76, 0.26)),
            placed((0.83, 0.54), (0.87, 0.55), (0.9, 0.54)),
        ),
        marks=placed((0.8, 0.4)),  # GMINX
        label=placed((0.88, 0.47))[0],
    ),
    "piriformis": Muscle(
        parts=(
            placed(
                (0.19, 0.4), (0.26, 0.4), (0.42, 0.46), (0.6, 0.535), (0.78, 0.59), (0.9, 0.62), (0.93, 0.645),
                (0.9, 0.675), (0.76, 0.685), (0.58, 0.68), (0.42, 0.655), (0.28, 0.61), (0.15, 0.57), (0.13, 0.52),
            ),
        ),
        fibres=threads(
            placed((0.25, 0.45), (0.23, 0.5), (0.21, 0.55)),
            placed((0.8, 0.62), (0.82, 0.64), (0.8, 0.66)),
        ),
        marks=placed((0.55, 0.63)),  # PIRX
        label=placed((0.74, 0.635))[0],
    ),
    "quadratus-lumborum": Muscle(
        parts=(
            placed(
                (0.15, -0.52), (0.32, -0.56), (0.48, -0.48), (0.49, -0.34), (0.5, -0.16), (0.57, -0.01), (0.46, 0.02),
                (0.36, 0.06), (0.27, 0.1), (0.2, 0), (0.15, -0.16), (0.135, -0.34),
            ),
        ),
        fibres=threads(
            placed((0.22, -0.49), (0.3, -0.49), (0.38, -0.48), (0.44, -0.42)),
            placed((0.26, 0.01), (0.34, -0.01), (0.42, -0.03), (0.48, -0.04)),
        ),
        marks=placed((0.42, -0.35), (0.42, -0.1), (0.2, -0.35), (0.2, -0.15)),  # QLX
        label=placed((0.47, -0.24))[0],
    ),
    "hamstrings": Muscle(
        parts=(
            (
                (33, 512), (24, 545), (18, 590), (17, 640), (20, 685), (24, 722), (29, 735), (33, 722), (35, 690),
                (40, 655), (43, 610), (43, 560), (40, 516),
            ),
            (
                (39, 512), (48, 540), (61, 580), (70, 625), (71, 665), (68, 700), (68, 728), (63, 734), (60, 712),
                (55, 680), (49, 650), (46, 610), (46, 560),
            ),
        ),
        fibres=(
            ((32, 545), (25, 690)), ((37, 560), (31, 670)), ((48, 560), (60, 660)), ((55, 585), (64, 690)),
        ),
        marks=((31, 640), (58, 640)),  # HAMX: middle to lower back of the thigh
        label=(66, 618),
    ),
    "popliteus": Muscle(
        parts=(((63, 708), (67, 716), (55, 738), (40, 764), (28, 776), (25, 764), (31, 744), (47, 724)),),
        fibres=(((58, 718), (32, 766)), ((52, 724), (30, 756))),
        marks=(),  # POPR: for a clinic only, so nothing to press is shown
        label=(36, 752),
    ),
    "soleus": Muscle(
        parts=(
            (
                (34, 752), (58, 752), (69, 774), (70.5, 806), (65, 848), (56, 890), (48, 922), (45, 946), (40, 946),
                (36, 922), (28, 886), (19, 848), (14, 810), (16, 776),
            ),
        ),
        fibres=(((28, 776), (36, 890)), ((42, 766), (42, 910)), ((56, 776), (49, 890))),
        marks=((42, 820), (43, 880)),  # SOLR: under the bulge of the calf
        label=(62, 840),
    ),
}  # fmt: skip
# From the side, facing right: the front points of gluteus medius and minimus are seen only here.
BESIDE: dict[MuscleName, Muscle] = {
    "gluteus-maximus": Muscle(
        parts=(
            (
                (-62, 426), (-46, 430), (-30, 448), (-14, 472), (-1, 506), (1, 546), (-8, 556), (-18, 544), (-34, 530),
                (-56, 526), (-78, 511), (-88, 488), (-87, 464), (-78, 440),
            ),
        ),
        fibres=(((-62, 440), (-10, 520)), ((-72, 456), (-20, 526)), ((-78, 474), (-40, 518))),
        marks=(),
        label=(-70, 486),
    ),
    "gluteus-medius": Muscle(
        parts=(
            (
                (-57, 416), (-50, 402), (-34, 393), (-12, 390), (10, 395), (29, 409), (38, 425), (30, 440), (18, 456),
                (8, 476), (-1, 484), (-9, 478), (-18, 462), (-34, 444), (-52, 430),
            ),
        ),
        fibres=threads(
            ((-44, 412), (-26, 402), (-8, 399), (12, 405), (27, 420)),
            ((-10, 466), (-5, 466), (-1, 466), (4, 464), (9, 460)),
        ),
        marks=((-12, 402), (24, 418)),  # GMED3: below the crest, in the middle and in front
        label=(-40, 424),
    ),
    "gluteus-minimus": Muscle(
        parts=(
            (
                (-36, 428), (-22, 418), (0, 415), (18, 420), (28, 432), (22, 446), (12, 462), (6, 478), (-1, 484),
                (-8, 474), (-16, 456), (-28, 440),
            ),
        ),
        fibres=(((-24, 430), (-6, 464)), ((-10, 424), (-2, 464)), ((6, 424), (2, 464)), ((18, 432), (6, 462))),
        marks=((-2, 444),),  # GMINX: deep in the side of the hip, above the bump
        label=(-20, 438),
    ),
}  # fmt: skip
HIP_REGION: tuple[MuscleName, ...] = (
    "gluteus-maximus", "gluteus-medius", "gluteus-minimus", "piriformis", "quadratus-lumborum",
)  # fmt: skip
SHAPES: dict[View, dict[MuscleName, Muscle]] = {
    "back": BEHIND,
    "front": {},
    "side": BESIDE,
    "hip": {name: BEHIND[name] for name in HIP_REGION},
}
