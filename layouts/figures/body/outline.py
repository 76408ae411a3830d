"""Outlines of a standing adult from behind, from the front and from the side, in thousandths of the body's height.

Constructed from the breadths and heights that `grid` names; arms are held away from the hips, so that these are seen.
"""

from collections.abc import Sequence

from handouts.drawings.body_map import View
from layouts.figures.paths import Path, Point, smooth

Points = tuple[Point, ...]

# The right half from behind, crown to crotch; it has corners at armpit and crotch.
ARM = (
    (0, 0), (15, 2), (29, 10), (38.5, 25), (42.5, 45), (45, 55), (45.5, 67), (42, 80), (38.5, 91), (34.5, 103),
    (31, 117), (31, 132), (37, 147), (58, 159), (90, 168), (114, 175), (130, 186), (139, 204), (144, 232),
    (147, 272), (149.5, 312), (153, 344), (159, 374), (165, 402), (169, 432), (171, 466), (172.5, 498), (175, 518),
    (180, 536), (184, 558), (185, 578), (182.5, 598), (177, 615), (170, 622), (164, 618), (160.5, 602), (157, 580),
    (151, 561), (148, 540), (147.5, 519), (144, 498), (138, 466), (131, 432), (125, 404), (120.5, 376), (115, 346),
    (109.5, 312), (104.5, 276), (101, 250), (98, 226),
)  # fmt: skip
TRUNK = (
    (98, 226), (96.5, 258), (92, 300), (86, 334), (82.5, 360), (83.5, 384), (88.5, 410), (93, 440),
    (95.5, 470), (95.5, 500), (93, 540), (89, 582), (83, 628), (76.5, 668), (72, 696), (70.5, 715), (71.5, 738),
    (75, 766), (76, 792), (73, 830), (67, 872), (62, 910), (59.5, 936), (60, 952), (60.5, 966),
    (63, 979), (69, 988), (72, 994), (68.5, 998.6), (50, 999.6), (30.5, 998.6), (24.5, 993.5), (22, 985), (24, 970),
    (22.5, 954), (23.5, 936), (23, 910), (18, 872), (11.5, 830), (8, 794), (9, 766), (13, 738), (14, 715),
    (13, 696), (11, 666), (8, 626), (5, 582), (2.5, 548), (0, 524),
)  # fmt: skip
SOLE = TRUNK.index((50, 999.6))
TOP, BOTTOM = 298, 584  # the hip region, as far as it is enlarged
# The side, facing right, from the crown all around.
SIDE = (
    (2, 0), (24, 3), (42, 15), (52, 34), (54, 52), (57, 62), (65, 76), (61, 82), (57, 88), (58, 98),
    (55, 106), (56, 114), (51, 123), (38, 127), (27, 133), (22, 146), (24, 160), (34, 174), (50, 202),
    (60, 236), (62, 268), (58, 304), (54, 340), (55, 378), (56, 412), (52, 446), (47, 478), (48, 512), (49, 552),
    (46, 602), (40, 650), (34, 686), (34.5, 703), (33, 722), (26, 746), (21, 778), (17, 822), (11, 872), (6, 915),
    (6, 940), (13, 957), (34, 969), (64, 981), (90, 988), (100, 993.5), (94, 999), (60, 999.8), (0, 999.8),
    (-34, 999.4), (-48, 996), (-53, 987), (-49, 970), (-40, 946), (-37, 920), (-41, 884), (-50, 840), (-57, 800),
    (-56, 768), (-48, 738), (-42, 715), (-44, 690), (-52, 650), (-60, 600), (-65, 560), (-69, 536), (-80, 519),
    (-91, 496), (-94, 472), (-89, 446), (-77, 418), (-61, 388), (-53, 358), (-55, 330), (-63, 294), (-73, 252),
    (-75, 218), (-67, 184), (-52, 160), (-41, 143), (-38, 126), (-44, 106), (-54, 82), (-58, 56), (-53, 30), (-34, 8),
)  # fmt: skip
# The arm that is bent, with the hand on the chest, so that the hip is seen.
SIDE_ARM = (
    (-10, 172), (10, 175), (24, 192), (31, 222), (31, 256), (33, 276), (44, 262), (52, 243), (57, 222), (64, 205),
    (71, 202), (74, 212), (71, 232), (66, 252), (58, 276), (48, 300), (38, 326), (30, 346), (18, 362), (2, 366),
    (-12, 356), (-19, 338), (-22, 314), (-26, 284), (-31, 246), (-33, 212), (-28, 184),
)  # fmt: skip


def mirrored(points: Sequence[Point]) -> Points:
    """The same on the other side, in the other direction."""
    return tuple((-x, y) for x, y in reversed(points))


def standing() -> Path:
    """The whole outline from behind or from the front."""
    return joined(smooth((*mirrored(ARM), *ARM[1:])), smooth(TRUNK), smooth(mirrored(TRUNK)))


def hips() -> tuple[Path, tuple[Path, ...]]:
    """Waist to thighs: all of it, and its lines, for it ends above and below without one."""
    outer = tuple(point for point in TRUNK[:SOLE] if TOP <= point[1] <= BOTTOM)
    inner = tuple(point for point in TRUNK[SOLE:] if TOP <= point[1] <= BOTTOM)
    lines = smooth(outer), smooth(inner), smooth(mirrored(inner)), smooth(mirrored(outer))
    return joined(*lines), lines


def joined(*paths: Path) -> Path:
    """Curves that follow one another as one closed outline; a line where one does not begin at the end of the other."""
    first, *others = paths
    outline = first
    for path in others:
        outline += (*((("l", path[0][1]),) if path[0][1][-1] != outline[-1][1][-1] else ()), *path[1:])
    return (*outline, ("h", ()))


def side() -> Path:
    """The whole outline from the side, without the arm."""
    return smooth(SIDE, closed=True)


# What the skin shows in the middle, or from the side: spine and cleft; fold of the buttock, hollow of the knee, ear.
MIDDLE_CREASES: dict[View, tuple[Points, ...]] = {
    "back": (((0, 176), (0, 300), (0, 408)), ((0, 458), (0.6, 480), (0, 524))),
    "front": (),
    "side": (
        ((-68, 534), (-56, 533), (-44, 527)), ((-42, 715), (-34, 717), (-26, 714)),
        ((-10, 62), (-4, 55), (4, 58), (4, 70), (-2, 82), (-8, 84)),
    ),
    "hip": (),
}  # fmt: skip
BUTTOCK = ((2, 522), (14, 528), (34, 531), (56, 527), (72, 518))
# On both sides, right half: from behind shoulder blade, buttock, hollow of the knee, elbow, and the tendon above the
# heel; from the front collarbone, chest, groin, kneecap, elbow.
PAIRED_CREASES: dict[View, tuple[Points, ...]] = {
    "back": (
        ((66, 206), (58, 228), (58, 252), (70, 272)), BUTTOCK, ((29, 713), (42, 717), (56, 713)),
        ((125, 372), (134, 376), (143, 373)), ((34, 916), (36, 940), (35, 958)), ((50, 916), (47, 940), (48, 958)),
    ),
    "front": (
        ((12, 172), (40, 166), (84, 172)), ((14, 268), (40, 274), (72, 262)), ((78, 440), (52, 478), (16, 518)),
        ((30, 700), (43, 706), (56, 700)), ((30, 728), (43, 733), (56, 728)), ((122, 376), (132, 379), (142, 374)),
    ),
    "side": (),
    "hip": (BUTTOCK,),
}  # fmt: skip
NAVEL = (0, 396)
