"""A pain scale is told apart without colour, keeps its words at any width, and stands whole or is refused."""

from dataclasses import replace
from typing import Literal

import pytest

from handouts.clinic import Look, PaperName, TextSize
from handouts.drawings.pain_scale import Kind, PainScale, Zone
from handouts.inline import Run, Text
from handouts.model import AnyBlock, Exercise, Figure, Section
from handouts.problem import HandoutError, Place
from layouts import Options, compose
from layouts.figures import face
from layouts.figures.pain_scale import COLOURS, PAIN, paint
from layouts.theme import Theme
from tests.instruments import pixels, structure, tags, typesetting
from tests.samples import CASES, clinic, handout, words

MM = 72 / 25.4
USUAL: tuple[tuple[int, Kind], ...] = ((3, "fine"), (5, "limit"), (10, "stop"))
WORDS: dict[Kind, str] = {
    "fine": "Fine. Go on.",
    "limit": "The limit. Do no more.",
    "stop": "Too much. Stop, and rest a while.",
}
EDITIONS: list[tuple[PaperName, TextSize]] = [
    ("a4", "standard"), ("a5", "standard"), ("a4", "extra-large"), ("a5", "extra-large"),
]  # fmt: skip


def scale(*ends: tuple[int, Kind], faces: bool = False) -> PainScale:
    zones = tuple(Zone(end, kind, Text((Run(WORDS[kind]),))) for end, kind in ends or USUAL)
    return PainScale(zones, faces=faces, place=Place("a.yaml", 7, 5))


def figure(drawn: PainScale, width: int = 100, alt: str | None = None) -> Figure:
    return Figure(drawn, alt=alt, width=width, place=Place("a.yaml", 6, 3))


def printed(*body: AnyBlock, options: Options | None = None) -> bytes:
    written = replace(handout(CASES["figure"]), body=(Section(Text((Run("How much"),))), *body))
    return compose(written, clinic(), words(), options).print()


def zones(pdf: bytes) -> list[tuple[str, str, str]]:
    """What is heard of each zone: its label, what is printed of its numbers, and its words."""
    items = [tag for tag in structure.read(pdf).root.walk() if tag.role == "LI"]
    return [(item.tags[0].alt, tags.text(item.tags[0]), tags.text(item.tags[1])) for item in items]


def test_each_zone_is_heard_with_its_numbers_before_its_words() -> None:
    assert zones(printed(figure(scale()))) == [
        ("0 to 3", "0 1 2 3", "Fine. Go on."),
        ("4 to 5", "4 5", "The limit. Do no more."),
        ("6 to 10", "6 7 8 9 10", "Too much. Stop, and rest a while."),
    ]


def test_words_stand_below_the_first_of_their_numbers() -> None:
    glyphs = [each for each in pixels.glyphs(printed(figure(scale()))) if each.page == 0]
    text = "".join(each.character for each in glyphs)
    start = text.index("0123", text.index("Howmuch"))
    for number, said in (("0", "Fine."), ("4", "Thelimit."), ("6", "Toomuch.")):
        cell, word = glyphs[text.index(number, start)], glyphs[text.index(said)]
        assert word.box[3] < cell.box[1]
        assert word.box[0] <= cell.box[0]
    assert glyphs[text.index("Thelimit.")].box[0] > glyphs[text.index("3", start)].box[2]


@pytest.mark.parametrize("faces", [False, True])
@pytest.mark.parametrize("width", [100, 60, 45, 30, 17])
@pytest.mark.parametrize(("paper", "size"), EDITIONS)
def test_a_scale_of_any_width_is_whole(width: int, faces: bool, paper: PaperName, size: TextSize) -> None:
    """Down to 3 cm on A4; where a word is wider than that, or a page too short, it is refused as everywhere."""
    try:
        pdf = printed(figure(scale(faces=faces), width), options=Options(paper, size))
    except HandoutError as error:
        assert {problem.code for problem in error.problems} <= {"P102", "P103"}
        assert width < 40 and (size == "extra-large" or (paper, faces) == ("a5", True))
        return
    found = zones(pdf)
    assert [label for label, _, _ in found] == ["0 to 3", "4 to 5", "6 to 10"]
    assert [said for _, _, said in found] == [WORDS[kind] for _, kind in USUAL]
    assert pixels.overlaps(pdf) == pixels.outside(pdf, margin=8) == []
    assert min(typesetting.sizes(structure.read(pdf))) >= (9.8 if size == "standard" else 20)


def test_three_centimetres_are_enough() -> None:
    share = round(30 * MM / (595 - 2 * 45.2) * 100)
    assert zones(printed(figure(scale(), share)))[0] == ("0 to 3", "0 1 2 3 0 to 3", "Fine. Go on.")


def test_a_scale_stands_in_the_card_of_an_exercise() -> None:
    cards = [Exercise(Text((Run("Press"),)), picture=scale()) for _ in range(3)]
    pdf = printed(*cards)
    assert len(zones(pdf)) == 9
    assert pixels.overlaps(pdf) == pixels.outside(pdf, margin=8) == []


@pytest.mark.parametrize("panels", ["filled", "lined"])
def test_without_colour_zones_differ_by_their_lines(panels: Literal["filled", "lined"]) -> None:
    theme = Theme((0.2, 0.4, 0.4), ink="mono", look=Look(panels=panels))
    paints = {kind: paint(kind, theme) for kind in COLOURS}
    assert paints["limit"].width > 2 * paints["fine"].width
    assert [kind for kind in paints if paints[kind].dash] == ["stop"]
    assert {each.line for each in paints.values()} == {(0, 0, 0)}


def test_a_face_sinks_its_brows_and_its_mouth_as_pain_grows() -> None:
    drawn = [face.sketch(PAIN[kind], (0, 0, 0)).shapes for kind in ("fine", "limit", "stop")]
    mouths, brows = ([[points[-1][1] for _, points in shapes[at].path] for shapes in drawn] for at in (1, 2))
    sag = [middle - end for end, middle, _ in mouths]
    assert sag[0] > 0 > sag[2] and sag == sorted(sag, reverse=True)
    outer = [end - inner for inner, _, end in brows]
    assert outer == sorted(outer) and outer[0] == 0 < outer[2]


@pytest.mark.parametrize("ends", [(3, 5), (3, 3, 10), (5, 3, 10), (10, 10)])
def test_zones_that_do_not_run_from_0_to_10_are_refused(ends: tuple[int, ...]) -> None:
    with pytest.raises(HandoutError) as refused:
        printed(figure(scale(*((end, "fine") for end in ends))))
    assert "a.yaml:7:5: the zones of this pain scale do not run from 0 to 10 [F140]" in str(refused.value)


def test_a_single_zone_and_a_zone_of_one_number_are_whole() -> None:
    assert [label for label, _, _ in zones(printed(figure(scale((10, "stop")))))] == ["0 to 10"]
    assert [label for label, _, _ in zones(printed(figure(scale((0, "fine"), (10, "stop")))))] == ["0", "1 to 10"]


def test_alternative_text_of_a_scale_is_refused() -> None:
    with pytest.raises(HandoutError, match=r"a\.yaml:6:3: a pain scale is read aloud .* \[F141\]"):
        printed(figure(scale(), alt="Numbers from 0 to 10."))
