"""Drawn people: they touch what they are said to touch, go through nothing, and stay in their picture."""

import math
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from handouts.drawings.balls import Ball as BallKind
from handouts.drawings.frames import Frames
from handouts.drawings.pose import Arrow, Base, Build, Limb, Pose, Skin, Trunk, View
from handouts.joints import RANGES, excesses
from handouts.problem import Problem
from handouts.told import told
from layouts.colours import rgb
from layouts.figures.drawn import Setting, draw
from layouts.figures.paths import bounds
from layouts.figures.posing.ball import Ball
from layouts.figures.posing.faults import MOST_SHORT, faults
from layouts.figures.posing.person import GIRTH, Person
from layouts.figures.posing.scene import Scene, settle
from layouts.figures.posing.skeleton import SIDES, STATURE_MM, Sphere
from layouts.figures.posing.space import Vector
from layouts.figures.posing.views import look
from layouts.figures.sketch import Sketch
from layouts.theme import Theme
from tests import poses
from tests.instruments.difference import compare
from tests.samples import words

MILLIMETRE = 1000 / STATURE_MM
THEME = Theme(rgb("#0e5c66"))
BASES, VIEWS = get_args(Base), get_args(View)
ON_FEET = ("standing", "sitting", "bridge")


def sketch(drawing: Pose | Frames, theme: Theme = THEME) -> tuple[Sketch, list[Problem]]:
    """The picture of a drawing, and what is wrong with it."""
    problems: list[Problem] = []
    drawn = draw(drawing, Setting(theme, words(), problems))
    assert isinstance(drawn, Sketch)
    return drawn, problems


def codes(pose: Pose) -> list[str]:
    """The problems of a pose."""
    return [problem.code for problem in faults(pose, settle(pose))]


# Positions


@pytest.mark.parametrize("build", get_args(Build))
@pytest.mark.parametrize("base", BASES)
def test_every_position_can_be_taken_by_everybody(base: Base, build: Build) -> None:
    assert codes(Pose(base, build=build)) == []
    assert list(excesses(Pose(base))) == []


@pytest.mark.parametrize("base", BASES)
def test_a_position_rests_on_the_floor(base: Base) -> None:
    person = settle(Pose(base)).person
    assert abs(person.lowest(*person.frames)) < 9


@pytest.mark.parametrize("base", ON_FEET)
def test_soles_are_flat_on_the_floor(base: Base) -> None:
    person = settle(Pose(base)).person
    for side in SIDES:
        assert abs(person.lowest(f"{side} foot")) < MILLIMETRE
        assert person.upwards(f"{side} foot") == pytest.approx((0, 1, 0))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("base", BASES)
def test_a_picture_stays_in_its_box(base: Base, view: View) -> None:
    drawn, problems = sketch(Pose(base, view=view))
    assert problems == []
    assert inside(drawn)


def inside(drawn: Sketch) -> bool:
    """Whether every shape is within the box of its sketch, its line included."""
    for shape in drawn.boxed:
        left, top, right, bottom = bounds(shape.path)
        assert all(map(math.isfinite, (left, top, right, bottom)))
        if left < 0 or top < 0 or right > drawn.width or bottom > drawn.height_in_units:
            return False
    return True


def test_a_box_that_is_too_small_is_noticed() -> None:
    drawn, _ = sketch(Pose("standing"))
    assert not inside(Sketch(drawn.width - 20, drawn.height_in_units, drawn.boxed))


@pytest.mark.parametrize("base", BASES)
def test_a_mirrored_picture_is_as_large(base: Base) -> None:
    one, other = sketch(Pose(base))[0], sketch(Pose(base, mirror=True))[0]
    assert (other.width, other.height_in_units) == pytest.approx((one.width, one.height_in_units))
    assert inside(other)
    assert list(other.boxed) != list(one.boxed)


def test_the_side_view_shows_the_right_side_nearest() -> None:
    for base in ("standing", "lying-on-back", "lying-on-front", "all-fours"):
        scene = settle(Pose(base))
        camera = look(scene.pose, scene.person)
        left, right = (camera.depth(scene.person.frames[f"{side} thigh"].origin) for side in SIDES)
        assert right > left


def test_breadth_follows_the_build() -> None:
    widths = [sketch(Pose("standing", view="front", build=build))[0].width for build in ("slim", "medium", "broad")]
    assert widths == sorted(widths)
    assert GIRTH["slim"] < 1 < GIRTH["broad"]


# What is touched


BALLS = [
    Pose("standing", ball="behind right buttock"),
    Pose("sitting", ball="under left buttock"),
    Pose("lying-on-back", knees="bent", ball="under right buttock"),
    Pose("sitting-on-floor", ball="under right buttock"),
    Pose("lying-on-right-side", ball="under right buttock"),
    Pose("lying-on-left-side", ball="under left buttock"),
    Pose("lying-on-back", knees="bent", ball="under left shoulder-blade"),
    Pose("standing", ball="behind left shoulder-blade"),
]


@pytest.mark.parametrize("kind", get_args(BallKind))
@pytest.mark.parametrize("pose", BALLS, ids=lambda pose: f"{pose.pose}, {pose.ball}")
def test_a_ball_touches_the_body_and_what_it_lies_on(pose: Pose, kind: BallKind) -> None:
    scene = settle(replace(pose, ball_kind=kind))
    assert codes(replace(pose, ball_kind=kind)) == []
    assert scene.ball is not None
    assert gap(scene, scene.ball) < MILLIMETRE
    assert nearest_flesh(scene.person, scene.ball) == pytest.approx(0, abs=8)


def gap(scene: Scene, ball: Ball) -> float:
    """The distance from a ball to what it lies on or leans on, in units."""
    if ball.upright:
        ground = 0.0 if scene.seat is None or (scene.pose.ball or "").endswith("foot") else scene.seat
        return abs(ball.centre[1] - ball.size.half - ground)
    assert scene.wall is not None
    return abs(ball.centre[0] - ball.size.half - scene.wall)


def nearest_flesh(person: Person, ball: Ball) -> float:
    """How far the nearest flesh is from the surface of a ball, along what presses it; below 0 inside it."""
    distances = []
    for part in ("pelvis", "chest", "left thigh", "right thigh"):
        for sphere in person.flesh(part):
            x, y, z = (a - b for a, b in zip(sphere.centre, ball.centre, strict=True))
            across = math.hypot(x, z) if ball.upright else math.hypot(y, z)
            along = y if ball.upright else x
            if across < 20:
                distances.append(abs(along) - sphere.radius - ball.size.half)
    return min(distances, key=abs)


def test_a_soft_ball_is_flattened_and_a_firm_one_is_round() -> None:
    def flattening(kind: BallKind) -> float:
        ball = settle(Pose("sitting", ball="under left buttock", ball_kind=kind)).ball
        assert ball is not None
        return ball.size.half / ball.size.radius

    assert flattening("soft") < flattening("tennis") < flattening("firm") == 1


HANDS = [
    (Pose("lying-on-back", right=Limb(hip=112, knee=118), hands="on right knee"), "right shank"),
    (Pose("lying-on-back", right=Limb(hip=92, knee=55), hands="behind right thigh"), "right thigh"),
    (Pose("sitting", hands="on thighs"), "right thigh"),
    (Pose("standing", hands="on hips"), "pelvis"),
    (Pose("standing", hands="behind head"), "head"),
]


@pytest.mark.parametrize(("pose", "part"), HANDS, ids=[str(pose.hands) for pose, _ in HANDS])
def test_hands_touch_what_they_are_said_to_touch(pose: Pose, part: str) -> None:
    person = settle(pose).person
    assert codes(pose) == []
    palm = person.sphere("right hand", 1)
    assert abs(apart(palm, list(person.flesh(part)))) < 6


def apart(one: Sphere, others: list[Sphere]) -> float:
    """The distance between the skin of a piece of flesh and the skin around some others; below 0 inside it."""
    pairs = [(a, b) for a in others for b in others]
    steps = [step / 10 for step in range(11)]
    return min(
        math.dist(one.centre, centre) - one.radius - radius
        for pair in pairs
        for centre, radius in between(*pair, steps)
    )


def between(a: Sphere, b: Sphere, steps: list[float]) -> Iterator[tuple[Vector, float]]:
    """Spheres on the way from one to another."""
    for step in steps:
        x, y, z = (p + (q - p) * step for p, q in zip(a.centre, b.centre, strict=True))
        yield (x, y, z), a.radius + (b.radius - a.radius) * step


def test_a_foot_lies_on_the_other_knee() -> None:
    pose = Pose("lying-on-back", knees="bent", right=Limb(foot="on left knee"))
    person = settle(pose).person
    assert codes(pose) == []
    ankle, knee = person.frames["right foot"].origin, person.frames["left shank"].origin
    assert math.dist(ankle, knee) < 90


def test_a_towel_and_a_bed_do_not_move_the_floor() -> None:
    for pose in (Pose("lying-on-back", towel="under head"), Pose("lying-on-back", bed=True, towel="under knees")):
        assert codes(pose) == []
        assert sketch(pose)[0].height_in_units > sketch(Pose("lying-on-back"))[0].height_in_units - 60


# Faults


def test_what_cannot_be_reached_is_told_with_its_distance() -> None:
    pose = Pose("standing", hands="on right ankle")
    told_of = [problem for problem in faults(pose, settle(pose)) if problem.code == "F151"]
    assert [problem.message.split(":")[0] for problem in told_of] == [
        "the left hand cannot be on right ankle", "the right hand cannot be on right ankle",
    ]  # fmt: skip


def test_what_moves_towards_the_reader_cannot_be_seen() -> None:
    assert codes(Pose("standing", view="front", arrows=(Arrow("left knee", to="ahead"),))) == ["F152"]
    assert codes(Pose("standing", arrows=(Arrow("left knee", to="ahead"),))) == []


def test_nothing_goes_through_the_floor() -> None:
    assert "F154" in codes(Pose("lying-on-back", right=Limb(arm=-60, elbow=0)))
    assert "F154" in codes(
        Pose("standing", right=Limb(hip=-10), left=Limb(hip=60, foot="on floor"), trunk=Trunk(bend=0))
    )


def test_a_ball_that_nothing_presses_is_told() -> None:
    assert codes(Pose("kneeling", ball="under left buttock")) == ["F155"]
    assert codes(Pose("sitting", ball="under left thigh")) == []
    assert codes(Pose("lying-on-front", ball="under left thigh")) == []


def test_frames_are_numbered_and_on_one_scale() -> None:
    standing, lying = Frames((Pose("standing"),) * 2), Frames((Pose("lying-on-back"),) * 3)
    (beside, problems), (below, _) = sketch(standing), sketch(lying)
    assert problems == []
    assert [label.text for label in beside.labels] == ["1", "2"]
    assert beside.width > beside.height_in_units * 0.7
    assert below.height_in_units > 3 * sketch(Pose("lying-on-back"))[0].height_in_units
    assert inside(beside) and inside(below)


def test_a_pose_is_told_in_words() -> None:
    pose = Pose("lying-on-back", knees="bent", ball="under left buttock", arrows=(Arrow("hips", to="up"),))
    assert told(pose) == "A person lies on the back, knees bent, a ball under the left buttock, the hips moves up."
    assert "right buttock" in told(replace(pose, mirror=True))
    assert told(Frames((Pose("standing"), Pose("sitting")))) == "1: A person stands. 2: A person sits on a chair."


# Thousands of legal poses


def angles_of(kind: type[Limb] | type[Trunk]) -> st.SearchStrategy[Any]:
    """A limb or a trunk with some angles, each within its joint's range."""
    names = [item.name for item in fields(kind) if item.name in RANGES]
    ranges = {name: st.none() | st.integers(RANGES[name].low, RANGES[name].high) for name in names}
    return st.builds(kind, **ranges)


LIMBS = st.none() | angles_of(Limb)
POSES = st.builds(
    Pose,
    pose=st.sampled_from(BASES),
    knees=st.sampled_from([None, "straight", "bent"]),
    both=LIMBS,
    left=LIMBS,
    right=LIMBS,
    trunk=st.none() | angles_of(Trunk),
    feet=st.sampled_from([None, None, "on floor", "resting", "free"]),
    hands=st.sampled_from([None, None, "on floor", "on hips", "on right knee", "behind left thigh", "behind head"]),
    ball=st.sampled_from([None, "under left buttock", "behind right buttock", "under right foot"]),
    ball_kind=st.sampled_from(get_args(BallKind)),
    towel=st.sampled_from([None, "under head", "under knees"]),
    wall=st.sampled_from([None, "behind", "ahead"]),
    arrows=st.sampled_from([(), (Arrow("left knee", to="up"),), (Arrow("right foot", around="right knee", to="up"),)]),
    view=st.none() | st.sampled_from(VIEWS),
    mirror=st.booleans(),
    skin=st.sampled_from(get_args(Skin)),
    build=st.sampled_from(get_args(Build)),
)


@settings(max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(POSES)
def test_any_legal_pose_is_drawn_or_its_fault_is_told(pose: Pose) -> None:
    scene = settle(pose)
    told_of = {problem.code for problem in faults(pose, scene)}
    assert told_of <= {"F151", "F152", "F153", "F154", "F155"}
    drawn, _ = sketch(pose)
    assert inside(drawn)
    if told_of:
        return
    person = scene.person
    assert person.lowest(*(part for part in person.frames if part not in ("nose", "hair", "face"))) > -9.1
    if pose.feet == "on floor":
        for side in SIDES:
            lift = 2 * scene.ball.size.half if scene.ball and pose.ball == f"under {side} foot" else 0
            assert abs(person.lowest(f"{side} foot") - lift) < MILLIMETRE + MOST_SHORT
    if scene.ball:
        assert gap(scene, scene.ball) < MILLIMETRE


# The gallery of the manual


def test_the_gallery_shows_every_position_view_skin_and_build() -> None:
    shown = [drawing for drawing in map(poses.drawing, poses.POSES) if isinstance(drawing, Pose)]
    assert {pose.pose for pose in shown} == set(BASES)
    assert {pose.skin for pose in shown} == set(get_args(Skin))
    assert {pose.build for pose in shown} == set(get_args(Build))
    assert {look.view for look in shown} >= {"front", "back", "three-quarter", "three-quarter-back"}


def test_the_gallery_is_current() -> None:
    difference = compare(poses.gallery().convert("RGB"), Image.open(poses.PICTURE).convert("RGB"))
    assert not difference.matters, f"{difference}; refresh it: python -m tests.poses"
