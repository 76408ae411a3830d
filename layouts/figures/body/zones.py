"""Where pain may be felt, where nobody presses, and the course of the sciatic nerve; right side of the body.

All follow the words of the sources that their codes name in docs/clinical-sources.md.
"""

from dataclasses import dataclass

from handouts.drawings.body_map import DangerName, MuscleName, View
from layouts.figures.body.bones import SIDE_BUMP, placed
from layouts.figures.body.grid import HIP_BUMP, NERVE_ABOVE, NERVE_BELOW, SIT_BONE, TAILBONE, at
from layouts.figures.body.outline import TOP, Points
from layouts.figures.paths import Path, Point, ellipse, smooth

Zones = tuple[Points, ...]


@dataclass(frozen=True)
class Danger:
    """A zone that nobody presses on, and where the middle of its sign is."""

    path: Path
    sign: Point


# From behind: piriformis NP; gluteus minimus PFH; medius NMED, GMED3; maximus GMAX, GMAX2; quadratus lumborum
# QLX; hamstrings HAMX, HAMR; popliteus NPOP; soleus SOLR, SOLSI.
BEHIND: dict[MuscleName, Zones] = {
    "piriformis": (
        (
            (8, 424), (26, 414), (52, 432), (80, 458), (90, 484), (87, 530), (78, 590), (70, 640), (58, 652),
            (40, 652),
            (28, 632), (20, 580), (15, 530), (8, 500), (5, 460),
        ),
    ),
    "gluteus-minimus": (
        (
            (16, 484), (36, 484), (56, 500), (64, 540), (65, 600), (60, 660), (58, 715), (62, 770), (60, 830),
            (50, 876),
            (38, 876), (25, 830), (20, 770), (26, 715), (24, 660), (18, 600), (14, 540), (12, 505),
        ),
        (
            (82, 446), (90, 462), (92, 500), (89, 550), (82, 610), (75, 660), (69, 710), (73, 770), (72, 820),
            (65, 870),
            (59, 920), (55, 920), (59, 870), (64, 820), (65, 770), (62, 712), (67, 655), (72, 600), (76, 550),
            (78, 500),
        ),
    ),
    "gluteus-medius": (
        (
            (3, 392), (26, 396), (52, 408), (78, 428), (90, 456), (90, 482), (76, 488), (58, 482), (40, 470),
            (24, 458),
            (8, 462), (3, 440),
        ),
    ),
    "gluteus-maximus": (
        (
            (4, 448), (20, 438), (44, 440), (70, 456), (86, 482), (88, 510), (76, 520), (50, 530), (22, 527),
            (6, 512),
            (4, 480),
        ),
    ),
    "quadratus-lumborum": (
        ((54, 392), (68, 391), (80, 402), (88, 420), (82, 428), (70, 418), (56, 406)),
        ((76, 462), (88, 462), (91, 482), (87, 502), (77, 500), (73, 482)),
        ((14, 416), (26, 412), (34, 424), (31, 444), (20, 452), (13, 440)),
        ((14, 496), (34, 490), (54, 496), (58, 512), (42, 524), (20, 521), (11, 510)),
    ),
    "hamstrings": (
        ((8, 508), (30, 502), (56, 506), (64, 522), (56, 544), (34, 552), (14, 544), (8, 526)),
        ((22, 690), (42, 684), (62, 690), (66, 716), (61, 740), (43, 746), (24, 740), (19, 716)),
    ),
    "popliteus": (((21, 694), (43, 688), (63, 694), (66, 726), (65, 764), (54, 782), (30, 782), (19, 764), (18, 726)),),
    "soleus": (
        ((28, 962), (41, 954), (55, 962), (58, 984), (50, 995), (32, 995), (25, 984)),
        ((13, 414), (27, 410), (36, 424), (32, 446), (19, 452), (12, 438)),
    ),
}  # fmt: skip
# From the side: what the view from behind does not show.
BESIDE: dict[MuscleName, Zones] = {
    "gluteus-minimus": (
        (
            (-26, 440), (4, 434), (16, 462), (14, 520), (12, 600), (8, 680), (4, 740), (0, 810), (-8, 880),
            (-12, 936),
            (-24, 936), (-26, 880), (-28, 810), (-22, 740), (-16, 680), (-20, 600), (-28, 520), (-36, 474),
        ),
    ),
    "gluteus-medius": (
        (
            (-58, 398), (-40, 398), (-12, 420), (8, 446), (12, 480), (-4, 496), (-26, 484), (-52, 462), (-74, 440),
            (-72, 416),
        ),
    ),
    "gluteus-maximus": (
        ((-74, 440), (-50, 438), (-30, 456), (-24, 488), (-38, 516), (-62, 524), (-82, 508), (-88, 476)),
    ),
}  # fmt: skip


def _ring(centre: Point, across: float, down: float) -> Danger:
    return Danger(ellipse(at(*centre), across, down), at(*centre))


def _around(*points: Point, sign: Point) -> Danger:
    return Danger(smooth(points, closed=True), sign)


def _spine(top: float) -> Danger:
    """From a height down to where the sacrum begins."""
    middle = (top + 402) / 2
    right = (8, top), (9.5, middle), (9.5, 396)
    left = (-9.5, 396), (-9.5, middle), (-8, top)
    return _around(*right, (0, 402), *left, sign=(0, middle))


# Right half or middle; bones PRAT, PEAK; groin and behind the knee ENDG.
BONES: dict[DangerName, Danger] = {
    "tailbone": _ring((TAILBONE[0], 0.735), 10, 13),
    "sit-bone": _ring((SIT_BONE[0] + 0.01, SIT_BONE[1] + 0.01), 10.5, 11),
    "hip-bump": _ring(HIP_BUMP, 9, 13),
}
KNEE: dict[DangerName, Danger] = {"knee-hollow": Danger(ellipse((42, 715), 20, 23), (42, 715))}
GROIN = _around((82, 430), (86, 442), (62, 482), (26, 520), (10, 523), (12, 510), (44, 478), sign=(52, 478))
DANGERS: dict[View, dict[DangerName, Danger]] = {
    "hip": {"spine": _spine(TOP + 6), **BONES},
    "back": {"spine": _spine(158), **BONES, **KNEE},
    "front": {"groin": GROIN},
    "side": {
        "hip-bump": Danger(ellipse(SIDE_BUMP, 10, 13), SIDE_BUMP),
        "groin": _around((34, 440), (50, 448), (47, 474), (47, 500), (36, 496), (30, 468), sign=(43, 472)),
        "knee-hollow": _around((-45, 692), (-30, 698), (-26, 715), (-31, 734), (-47, 738), (-42, 715), sign=(-35, 715)),
    },
}
ZONES: dict[View, dict[MuscleName, Zones]] = {"back": BEHIND, "front": {}, "side": BESIDE, "hip": {}}

# From the roots in the sacrum, under the piriformis, down the middle of the thigh, to where it divides: SCN.
NERVE = (
    *placed((0.15, 0.3), (0.2, 0.4), NERVE_ABOVE, (0.43, 0.64), (0.56, 0.73), NERVE_BELOW), (60.5, 520), (54, 570),
    (48, 620), (44, 670), (42.5, 700),
)  # fmt: skip
BRANCHES = (((42.5, 700), (42, 722), (42, 752)), ((42.5, 700), (52, 716), (62, 730)))
