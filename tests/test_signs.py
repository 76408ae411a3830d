"""Signs beside words that say the same are for the eye only, and stand only where they cost no room."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image

from handouts.clinic import Clinic
from handouts.inline import Run, Text
from handouts.model import Amount, AnyBlock, ClinicContact, Dose, Exercise, Section
from layouts import Options, compose
from layouts.figures import signs
from layouts.paper import Paper
from layouts.tagging.tree import DECORATION
from tests.instruments import pixels, structure, tags
from tests.samples import CASES, clinic, handout, words

SIGNS = ("phone", "clock", "repeat")


def text(words: str) -> Text:
    return Text((Run(words),))


def printed(*body: AnyBlock, brand: Clinic | None = None, options: Options | None = None) -> bytes:
    written = replace(handout(CASES["text"]), body=(Section(text("More")), *body))
    return compose(written, brand or clinic(), words(), options).print()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """Name and owner of each sign that is drawn."""
    found: list[tuple[str, object]] = []

    def spied(name: str, sign: signs.Sign) -> Callable[..., None]:
        def spy(paper: Paper, owner: object, *place: object) -> None:
            found.append((name, owner))
            sign(paper, owner, *place)  # type: ignore[arg-type]

        return spy

    for name in SIGNS:
        monkeypatch.setattr(signs, name, spied(name, getattr(signs, name)))
    return found


def pictured(draw: Callable[[Paper], None]) -> Image.Image:
    """What is dark on a square of 100 points, at four pixels to a point."""
    paper = Paper(100, 100, "en")
    draw(paper)
    paper.end_page()
    picture = pixels.render(paper.canvas.getpdfdata(), 0, 288).convert("L")
    return picture.point(lambda level: 255 if level < 128 else 0)


def in_its_box(picture: Image.Image) -> bool:
    """Whether it fills most of the square from 30 to 70 points, and leaves it nowhere."""
    left, top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
    inside = 120 <= left < right <= 280 and 120 <= top < bottom <= 280
    return inside and min(right - left, bottom - top) > 120


@pytest.mark.parametrize("name", SIGNS)
def test_a_sign_keeps_to_its_box(name: str) -> None:
    assert in_its_box(pictured(lambda paper: getattr(signs, name)(paper, DECORATION, 30, 30, 40, (0, 0, 0))))


def test_what_is_not_allowed_has_a_ring_and_one_bar_and_is_no_cross() -> None:
    picture = pictured(lambda paper: signs.never(paper, DECORATION, 30, 50, 40, (0, 0, 0)))
    assert in_its_box(picture)
    assert all(map(picture.getpixel, [(175, 175), (225, 225)]))
    assert not any(map(picture.getpixel, [(175, 225), (225, 175)]))


def exercise(dose: Dose) -> Exercise:
    return Exercise(text("Stretch"), dose=dose)


def test_times_have_a_clock_and_what_is_done_again_an_arrow(drawn: list[tuple[str, object]]) -> None:
    dose = Dose(hold=Amount("30 seconds"), repetitions=Amount("8"), sets=Amount("3"), days_a_week=Amount("2"))
    printed(exercise(dose))
    assert drawn == [(name, DECORATION) for name in ("clock", "repeat", "repeat")]


def test_words_of_the_handout_may_make_something_else_of_a_number(drawn: list[tuple[str, object]]) -> None:
    spots, breaths = Amount("up to 3", text("spots a side")), Amount("10", text("breaths"))
    printed(exercise(Dose(sets=spots, hold=breaths, rest=Amount("30 seconds", text("of rest")))))
    assert [name for name, _ in drawn] == ["clock"]


def test_signs_are_left_out_where_a_figure_needs_its_line_alone(drawn: list[tuple[str, object]]) -> None:
    long = Amount("1000 to 2000 seconds")
    pdf = printed(exercise(Dose(long, long, long, long, long)))
    assert drawn == []
    assert pixels.overlaps(pdf) == []


def test_the_number_has_a_handset_that_nobody_hears(drawn: list[tuple[str, object]]) -> None:
    pdf = printed(ClinicContact(text("Questions?")))
    assert drawn == [("phone", DECORATION)]
    assert "Phone 020 7946 0123" in tags.text(structure.read(pdf).root)
    assert structure.read(pdf).faults == []


def test_a_clinic_without_a_number_has_no_handset(drawn: list[tuple[str, object]]) -> None:
    printed(ClinicContact(text("Questions?")), brand=Clinic(email="a@b.example"))
    assert drawn == []
