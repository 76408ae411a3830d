"""Where things are on a body: thousandths of its height from the crown down, and from its midline to its right.

Proportions of the whole: Drillis and Contini, Body segment parameters, 1966, as in Winter, Biomechanics and Motor
Control of Human Movement, fig. 4.1; the head is 0.130 of the height, so that a body is seven and a half heads tall.
Heights of crest, crotch and buttock fold: Gordon and others, ANSUR, 1989 (means of both sexes, rounded).
"""

from layouts.figures.paths import Point

HEIGHT = 1000
CHIN, SHOULDER, ELBOW, HIP, WRIST, FINGERTIP, KNEE, ANKLE = 130, 182, 370, 470, 515, 623, 715, 961  # Drillis, Contini
CREST, FOLD = 388.0, 520.0  # ANSUR: crest 0.61 and fold between 0.46 and 0.48 of the height above the floor
OUTER_HIP = 95.5  # half of the hips' 0.191 of the height: Drillis, Contini

# The project's own grid, right half from behind: x 0 midline, 1 outer hip; y 0 crest, 1 buttock fold, less above it.
# Placed from words that docs/clinical-sources.md names; a clinician has to approve the numbers.
DIMPLE, SIT_BONE, HIP_BUMP, TAILBONE = (0.25, 0.30), (0.38, 0.93), (0.92, 0.70), (0.0, 0.80)


def at(x: float, y: float) -> Point:
    """A place of the grid, on the body."""
    return x * OUTER_HIP, CREST + y * (FOLD - CREST)


def along(start: Point, end: Point, share: float) -> Point:
    """A place on the straight line between two others."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


# The sciatic nerve lies a third of the way from dimple to sit bone, then halfway from sit bone to hip bump: SCN.
NERVE_ABOVE = along(DIMPLE, SIT_BONE, 1 / 3)
NERVE_BELOW = along(SIT_BONE, HIP_BUMP, 1 / 2)
