"""Maps of the body: proportions and places as the documents say, and words that never meet, whatever is asked for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from handouts import catalog, rules
from handouts.clinic import TextSize
from handouts.drawings.body_map import BodyMap, DangerName, LandmarkName, MappedMuscle, MuscleName, View
from handouts.problem import HandoutError, Problem
from handouts.told import told
from layouts import Options, compose
from layouts.figures.body import bones, grid, muscles, outline, zones
from layouts.figures.body.chart import placed
from layouts.figures.body.content import LANDMARKS
from layouts.figures.body.figures import BOXES
from layouts.figures.body.leads import Lead
from layouts.figures.body.panel import Panel
from layouts.figures.body_map import Chart, draw
from layouts.figures.drawn import Setting
from layouts.figures.paths import Box, Point, bounds, smooth
from layouts.figures.paths import Path as Curve
from layouts.figures.sketch import Hatching, Label, Pile, Shape, Sketch, shifted
from layouts.theme import Theme
from tests.instruments.manual import rows
from tests.samples import clinic, words

FINE = 12  # straight pieces for each curve
SLIP = 0.6  # thousandths of the body's height: a curve through points bulges a little


# The body


def flat(path: Curve) -> list[Point]:
    """The corners of a curve drawn with short straight lines."""
    found: list[Point] = []
    for operator, points in path:
        if operator == "c":
            found += [_on(found[-1], points, step / FINE) for step in range(1, FINE + 1)]
        else:
            found += points
    return found


def _on(start: Point, points: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, (start, *points), strict=True)) for axis in (0, 1))
    return x, y


def inside(point: Point, corners: Sequence[Point]) -> bool:
    """Whether a point lies within a polygon (a ray to the right crosses it an odd number of times)."""
    x, y = point
    crossed = False
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossed = not crossed
    return crossed


def beyond(points: Sequence[Point], corners: Sequence[Point]) -> list[Point]:
    """Points that lie further outside than a curve may bulge."""
    near = [(dx, dy) for dx in (-SLIP, 0, SLIP) for dy in (-SLIP, 0, SLIP)]
    return [p for p in points if not any(inside((p[0] + dx, p[1] + dy), corners) for dx, dy in near)]


STANDING, SIDE = flat(outline.standing()), flat(outline.side())
OUTLINES: dict[View, list[Point]] = {"back": STANDING, "front": STANDING, "hip": STANDING, "side": SIDE}


def width_at(y: float) -> float:
    """Of the trunk and legs, at a height."""
    across = [x for x in range(110) if inside((x, y), STANDING)]
    return 2 * max(x for x in across if all(each in across for each in range(max(10, x - 5), x)))


def test_the_proportions_are_those_of_the_table() -> None:
    left, top, right, bottom = bounds(outline.standing())
    assert (top, bottom) == pytest.approx((0, grid.HEIGHT), abs=SLIP)
    assert 7.4 <= grid.HEIGHT / grid.CHIN <= 7.8  # heads
    assert max(y for x, y in flat(smooth(outline.ARM))) == pytest.approx(grid.FINGERTIP, abs=3)
    assert width_at(grid.HIP) == pytest.approx(191, abs=3)  # Drillis, Contini
    assert right - left == pytest.approx(2 * 185, abs=2)
    assert outline.TRUNK[outline.TRUNK.index((70.5, 715))][1] == grid.KNEE
    assert pytest.approx(1 - 0.61, abs=0.005) == grid.CREST / grid.HEIGHT  # ANSUR


def test_the_waist_is_the_narrowest_and_level_with_the_crest_or_above() -> None:
    waist = min(outline.TRUNK[1:9])
    assert grid.CREST - 40 < waist[1] <= grid.CREST


@pytest.mark.parametrize("view", get_args(View))
def test_outlines_stay_in_their_boxes(view: View) -> None:
    paths = {"side": outline.side(), "hip": outline.hips()[0]}
    path = paths.get(view, outline.standing())
    left, top, right, bottom = BOXES[view]
    over = [max(left - x, x - right, top - y, y - bottom) for x, y in flat(path)]
    assert max(over) < SLIP


def test_the_arm_from_the_side_leaves_the_hip_free() -> None:
    assert max(y for _, y in flat(smooth(outline.SIDE_ARM, closed=True))) < grid.CREST


# Bones, muscles, zones


def test_landmarks_lie_inside_the_body() -> None:
    for view, found in LANDMARKS.items():
        assert beyond(list(found.values()), OUTLINES[view]) == [], view


def test_bones_lie_inside_the_body() -> None:
    for points in (bones.HIP_BONE, bones.PUBIS, bones.THIGH_BONE, bones.RIB, bones.TAIL, bones.SACRUM):
        assert beyond(flat(smooth(points)), STANDING) == []
    for points in (bones.SIDE_WING, bones.SIDE_THIGH_BONE):
        assert beyond(flat(smooth(points)), SIDE) == []


MUSCLES = [(view, name) for view, found in muscles.SHAPES.items() for name in found]


@pytest.mark.parametrize(("view", "name"), MUSCLES)
def test_a_muscle_lies_inside_the_body_and_its_points_inside_the_muscle(view: View, name: MuscleName) -> None:
    muscle = muscles.SHAPES[view][name]
    parts = [flat(smooth(part, closed=True)) for part in muscle.parts]
    for part in parts:
        assert beyond(part, OUTLINES[view]) == []
    for point in (*muscle.marks, muscle.label, *(end for fibre in muscle.fibres for end in fibre)):
        assert any(inside(point, part) for part in parts), point


def test_every_muscle_is_drawn_and_the_usual_ones_in_the_hip_region() -> None:
    assert set(muscles.BEHIND) == set(get_args(MuscleName))
    left, top, right, bottom = BOXES["hip"]
    for name in muscles.SHAPES["hip"]:
        for part in muscles.BEHIND[name].parts:
            assert all(left < x < right and top < y < bottom for x, y in part), name


@pytest.mark.parametrize("view", ["back", "side"])
def test_zones_lie_inside_the_body(view: View) -> None:
    for name, parts in zones.ZONES[view].items():
        for part in parts:
            assert beyond(flat(smooth(part, closed=True)), OUTLINES[view]) == [], name


@pytest.mark.parametrize("view", get_args(View))
def test_danger_zones_are_on_the_body_and_cover_no_point_to_be_looked_for(view: View) -> None:
    for name, danger in zones.DANGERS[view].items():
        zone = flat(danger.path)
        assert inside(danger.sign, zone) and inside(danger.sign, OUTLINES[view]), name
        outside = beyond(zone, OUTLINES[view])
        assert len(outside) < len(zone) * 0.35, name  # a bone at the rim may show at the skin
        for muscle in muscles.SHAPES[view].values():
            assert [point for point in muscle.marks if inside(point, zone)] == [], name


def test_behind_the_knee_and_shin_nothing_is_to_be_pressed_at_home() -> None:
    assert muscles.BEHIND["popliteus"].marks == ()


@pytest.mark.parametrize("place", [grid.NERVE_ABOVE, grid.NERVE_BELOW, (0.29, 0.51), (0.65, 0.82)])
def test_the_nerve_passes_where_the_study_found_it(place: Point) -> None:
    x, y = grid.at(*place)
    away = min(((x - a) ** 2 + (y - b) ** 2) ** 0.5 for a, b in flat(smooth(zones.NERVE)))
    assert away < 1


LISTED = {
    cells[0]: [tuple(map(float, pair)) for pair in re.findall(r"(-?\d\.\d+|0), (-?\d\.\d+)", cells[1])]
    for cells in rows("clinical-sources.md", "The map of the body")
}


@pytest.mark.parametrize("name", muscles.HIP_REGION)
def test_points_stand_where_the_documents_say(name: MuscleName) -> None:
    assert list(muscles.BEHIND[name].marks) == [grid.at(*place) for place in LISTED[name.replace("-", " ")]]


def test_landmarks_stand_where_the_documents_say() -> None:
    assert LISTED["dimple, sit bone, outer hip bone, tailbone"] == [
        grid.DIMPLE, grid.SIT_BONE, grid.HIP_BUMP, grid.TAILBONE,
    ]  # fmt: skip


# Words


def some(names: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Any of some names, each once, in any order."""
    return st.lists(st.sampled_from(get_args(names)), unique=True).map(tuple)


MAPPED = st.builds(MappedMuscle, muscle=st.sampled_from(get_args(MuscleName)), mark=st.booleans(), zone=st.booleans())
MAPS = st.builds(
    BodyMap,
    body_map=some(View).filter(bool),
    side=st.sampled_from(["left", "right"]),
    muscles=st.lists(MAPPED, unique_by=lambda one: one.muscle).map(tuple),
    nerve=st.booleans(),
    landmarks=some(LandmarkName),
    dangers=some(DangerName),
    labels=st.booleans(),
    blank=st.booleans(),
)


def chart(drawing: BodyMap, size: TextSize = "standard", scale: float = 1, language: str = "en") -> Chart:
    """A map as a clinic prints it, and the problems with it."""
    return draw(drawing, Setting(Theme((0.1, 0.35, 0.4), scale, text_size=size), words(language), []))


def whole(found: Chart, width: float) -> Sketch:
    """All strips of a map as one picture."""
    shapes: list[Shape | Pile | Hatching] = []
    labels: list[Label] = []
    y = 0.0
    for strip in found.strips(width):
        shapes += shifted(strip.shapes, 0, y)
        labels += [replace(label, at=(label.at[0], label.at[1] + y)) for label in strip.labels]
        y += strip.height(width) + found.gap
    return Sketch(width, y - found.gap, shapes, labels)


def leads(found: Chart, width: float) -> list[Lead]:
    """Every name with its line, each view from the top of the whole."""
    arranged = found.arranged(width)
    assert arranged
    (arrangement, scale), y, known = arranged, 0.0, list[Lead]()
    for row, strip in zip(arrangement.rows, found.strips(width), strict=True):
        for part, (left, top) in placed(row, width, scale):
            known += part.leads(left, y + top, scale) if isinstance(part, Panel) else []
        y += strip.height(width) + found.gap
    return known


def box(label: Label) -> Box:
    """What the letters of a label cover."""
    left = label.at[0] - label.width * label.flush
    return left, label.at[1] - 0.72 * label.style.size, left + label.width, label.at[1] + 0.22 * label.style.size


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have more in common than an edge."""
    return min(one[2], other[2]) - max(one[0], other[0]) > 0.01 and min(one[3], other[3]) - max(one[1], other[1]) > 0.01


def cross(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether two lines of several straight parts meet."""
    return any(_meet(*mine, *theirs) for mine in pairwise(one) for theirs in pairwise(other))


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    return side(a, b, c) * side(a, b, d) <= 0 and side(c, d, a) * side(c, d, b) <= 0


def through(line: Sequence[Point], area: Box) -> bool:
    """Whether a line runs through a box."""
    left, top, right, bottom = area[0] + SLIP, area[1] + SLIP, area[2] - SLIP, area[3] - SLIP
    edges = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return any(left < x < right and top < y < bottom for x, y in line) or cross(line, edges)


SIZES: st.SearchStrategy[TextSize] = st.sampled_from(get_args(TextSize))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(MAPS, st.floats(90, 760), SIZES, st.sampled_from([1, 1.42]), st.sampled_from(["en", "es"]))
def test_no_line_crosses_another_and_no_word_covers_another(
    drawing: BodyMap, width: float, size: TextSize, scale: float, language: str
) -> None:
    found = chart(drawing, size, scale, language)
    assume(found.whole)
    sketch = whole(found, width)
    if found.setting.problems:
        assert {problem.code for problem in found.setting.problems} == {"F134"}
        return
    lines, boxes = leads(found, width), [box(label) for label in sketch.labels]
    assert [(a.name.lines, b.name.lines) for a, b in combinations(lines, 2) if cross(a.points, b.points)] == []
    assert [(a.name.lines, b.name.lines) for a, b in combinations(lines, 2) if overlap(a.box, b.box)] == []
    assert [(a, b) for a, b in combinations(boxes, 2) if overlap(a, b)] == []
    assert [(a.name.lines, each) for a in lines for each in boxes if through(a.points, each)] == []
    tall = sketch.height(width)
    assert [each for each in boxes if each[0] < -0.01 or each[1] < 0 or each[2] > width + 0.01 or each[3] > tall] == []
    painted = [bounds(shape.path) for shape in sketch.shapes]
    rim = 1.0
    assert [
        each for each in painted if each[0] < -rim or each[1] < -rim or each[2] > width + rim or each[3] > tall + rim
    ] == []


@settings(max_examples=60, deadline=None)
@given(MAPS, st.floats(300, 700))
def test_what_is_asked_for_is_named_once_or_is_a_problem(drawing: BodyMap, width: float) -> None:
    found = chart(drawing)
    assume(found.whole and found.arranged(width))
    named = [lead.name.note.words for lead in leads(found, width)]
    asked = {
        *(one.muscle for one in drawing.muscles),
        *drawing.landmarks,
        *drawing.dangers,
        *(["nerve"] if drawing.nerve else []),
    }
    assert len(named) == len(set(named)) == (len(asked) if drawing.labels else 0)


def test_a_larger_room_makes_a_larger_body() -> None:
    everything = BodyMap(("back", "hip"), muscles=(MappedMuscle("piriformis"),))
    scales = [arranged[1] for width in (150, 250, 350, 500) if (arranged := chart(everything).arranged(width))]
    assert len(scales) == 4 and scales == sorted(scales)


def test_a_lower_room_makes_a_smaller_body() -> None:
    found = chart(BodyMap(("back",)))
    low = draw(found.drawing, replace(found.setting, tallest=200))
    assert low.height(400) <= 200 < found.height(400) <= 400


def test_both_sides_are_mirror_images() -> None:
    one = BodyMap(("hip",), muscles=(MappedMuscle("piriformis", mark=False),), labels=False)
    right, left = (whole(chart(replace(one, side=side)), 200).shapes for side in ("right", "left"))
    flipped = [bounds(shape.path) for shape in left]
    assert [bounds(shape.path) for shape in right] == [
        pytest.approx((200 - b[2], b[1], 200 - b[0], b[3]), abs=0.01) for b in flipped
    ]


# Problems


def faults(written: str, tmp_path: Path) -> list[Problem]:
    """What is wrong with a handout that holds one map."""
    source = tmp_path / "map.yaml"
    head = (Path(__file__).parent / "cases/body_map/handout.yaml").read_text("utf-8").partition("\nbody:")[0]
    source.write_text(
        f"{head}\nbody:\n  - section: One\n  - figure:\n      {written}\n    alt: A map of it.\n", "utf-8"
    )
    try:
        compose(catalog.load(source), clinic(), words(), Options())
    except HandoutError as refused:
        return list(refused.problems)
    return []


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        ("body_map: [back, back]", "F130", "each view once"),
        ("{body_map: [hip], muscles: [piriformis, piriformis]}", "F130", "each muscle once"),
        ("{body_map: [back], blank: yes, nerve: yes}", "F131", "take everything else out"),
        ("{body_map: [hip], blank: yes}", "F131", "back, front or side"),
        ("{body_map: [hip], muscles: [soleus]}", "F132", "add `back`"),
        ("{body_map: [front], muscles: [piriformis]}", "F132", "add `hip` or `back`"),
        ("{body_map: [hip], muscles: [{muscle: piriformis, zone: yes}]}", "F132", "add `back`"),
        ("{body_map: [front], nerve: yes}", "F133", "add `hip` or `back`"),
        ("{body_map: [hip], dangers: [groin]}", "F133", "add `side` or `front`"),
        ("{body_map: [side], landmarks: [dimple]}", "F133", "add `hip` or `back`"),
        ("{body_map: [hip], muscles: [{muscle: brain}]}", "H116", "piriformis"),
    ],
)
def test_what_makes_no_sense_is_a_problem_with_a_hint(written: str, code: str, hint: str, tmp_path: Path) -> None:
    (problem,) = faults(written, tmp_path)
    assert problem.code == code and problem.place.line > 12
    assert hint in problem.hint


def test_a_map_without_room_for_its_names_is_a_problem(tmp_path: Path) -> None:
    asked = "{body_map: [back, hip], muscles: [quadratus-lumborum, hamstrings], dangers: [spine]}\n    width: 15"
    (problem,) = faults(asked, tmp_path)
    assert (problem.code, "labels: no" in problem.hint) == ("F134", True)


def test_a_muscle_is_faulted_where_it_is_named(tmp_path: Path) -> None:
    (problem,) = faults("body_map: [hip]\n      muscles:\n        - piriformis\n        - soleus", tmp_path)
    assert (problem.place.line, problem.place.column) == (19, 11)


def test_a_map_without_alternative_text_has_some_proposed(tmp_path: Path) -> None:
    case = Path(__file__).parent / "cases/body_map/handout.yaml"
    source = tmp_path / "map.yaml"
    kept = [line for line in case.read_text("utf-8").splitlines() if "alt: Outlines" not in line]
    source.write_text("\n".join(kept), encoding="utf-8")
    written = catalog.load(source)
    (problem,) = rules.check(written, written.published)
    assert problem.code == "H101"
    assert problem.hint.endswith("such as `alt: The body from the front and from behind, to draw on.`")


def test_the_proposal_says_what_a_map_shows() -> None:
    drawing = BodyMap(
        ("back", "hip"),
        muscles=(MappedMuscle("piriformis"), MappedMuscle("soleus")),
        nerve=True,
        dangers=("spine", "knee-hollow"),
        side="left",
    )
    assert told(drawing) == (
        "The body from behind, with the hip enlarged. On the left side: piriformis, soleus and the sciatic nerve. "
        "Do not press: spine and hollow of the knee."
    )
