"""What a clinic's file says stands on the page, and what cannot stand there is refused."""

import re
from colorsys import rgb_to_hls
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest
from pypdfium2 import PdfDocument

from handouts import catalog, reader
from handouts.clinic import Clinic, Emergency, Look, PaperName, RegionName, Regions
from handouts.inline import Prose, Run, Text
from handouts.model import ClinicContact, Handout, LayoutKind
from handouts.problem import HandoutError
from layouts import Options, compose
from layouts.colours import rgb
from layouts.pages.furniture import side
from layouts.pages.head import LOGO, TOP
from layouts.theme import AMBER, RED
from tests.instruments import pixels, structure, tags, typesetting
from tests.instruments.expected import variants
from tests.samples import CASES, CLINICS, LIBRARY, clinic, handout, words

CONTACT = replace(handout(CASES["callout"]), body=(ClinicContact(Text((Run("Ask us."),))),))
REGIONS = get_args(RegionName)


def load(folder: Path, text: str) -> Clinic:
    path = folder / "clinic.yaml"
    path.write_text(text, encoding="utf-8")
    return catalog.load_clinic(path)


def heard(printed: Clinic, written: Handout = CONTACT) -> str:
    """What a listener hears, which is what the handout and the clinic say."""
    reading = structure.read(compose(written, printed, words()).print())
    text = tags.text(reading.root)
    assert text.split() in variants(written, printed, words())
    return " ".join(text.split())


# Regions


def test_every_region_has_its_emergency_number() -> None:
    assert {item.name for item in fields(Regions) if item.name != "place"} == set(REGIONS)
    node = reader.read(catalog.REGIONS, "regions")
    assert isinstance(node, reader.Mapping)
    assert set(node.entries) == set(REGIONS)
    assert "confirmed locally" in catalog.REGIONS.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("region", "number", "department"),
    [
        ("GB", "999", "A&E"),
        ("IE", "112 or 999", "the emergency department"),
        ("US", "911", "the emergency room"),
        ("CA", "911", "the emergency department"),
        ("AU", "000", "the emergency department"),
        ("NZ", "111", "the emergency department"),
        ("EU", "112", "the emergency department"),
    ],
)
def test_a_region_settles_whom_to_call(tmp_path: Path, region: str, number: str, department: str) -> None:
    values = load(tmp_path, f"name: Old Town\nregion: {region}\n").values(words())
    assert (values["clinic.emergency"], values["clinic.department"]) == (number, department)


def test_a_page_says_the_number_of_the_region(tmp_path: Path) -> None:
    said = heard(load(tmp_path, "region: US\n"), handout(LIBRARY["sciatica"]))
    assert "Call 911 or go to the emergency room now" in said


def test_the_clinic_has_the_last_word_on_emergencies(tmp_path: Path) -> None:
    own = load(tmp_path, "region: GB\nemergency:\n  number: 0800 100 200\n")
    assert own.emergency == Emergency("0800 100 200")
    own = load(tmp_path, "region: GB\nemergency:\n  number: 111\n  department: the walk-in centre\n")
    assert own.emergency == Emergency("111", "the walk-in centre")


# The contact box


def test_hours_stand_after_the_number_or_alone() -> None:
    known = Clinic(name="Old Town", hours="Mondays", email="a@b.example")
    assert "Ask us. Old Town Phone 12 34 Mondays Email a@b.example" in heard(replace(known, phone="12 34"))
    assert "Ask us. Old Town Mondays Email a@b.example" in heard(known)
    assert "Ask us. Phone 12 34 Mondays Email" in heard(replace(known, name=None, phone="12 34"))
    assert heard(replace(known, name=None)).endswith("Ask us. Mondays Email a@b.example")


def test_feedback_and_other_formats_are_said_even_where_contacts_are_written_by_hand() -> None:
    known = Clinic(name="Old Town", other_formats="Ask for large print.", feedback="Complaints: ring the bell.")
    last = "Ask for large print. Complaints: ring the bell."
    assert heard(replace(known, website="https://old.example")).endswith(f"Website old.example {last}")
    assert heard(known).endswith(f"{words().phone_and_hours} {last}")


@pytest.mark.parametrize("name", LIBRARY)
@pytest.mark.parametrize("known", [{}, {"name": "Old Town"}, {"name": "Old Town", "email": "a@b.example"}])
def test_a_clinic_without_a_phone_still_has_its_pages(name: str, known: dict[str, str]) -> None:
    pdf = compose(handout(LIBRARY[name]), Clinic(**known), words()).print()  # type: ignore[arg-type]
    assert pixels.outside(pdf, margin=8) == []
    assert pixels.overlaps(pdf) == []


# Single handouts


def test_a_handout_is_left_out_or_gets_a_last_word(tmp_path: Path) -> None:
    own = load(
        tmp_path,
        "handouts:\n  - handout: nmt-session\n    leave_out: yes\n"
        "  - handout: sciatica\n    closing: Ring **{{ clinic.phone }}**.\nphone: 12 34\n",
    )
    assert [own.leaves_out(name) for name in ("nmt-session", "sciatica", "foot-care")] == [True, False, False]
    assert [text.plain for text in own.closing("sciatica")] == ["Ring {{ clinic.phone }}."]
    assert own.closing("nmt-session") == own.closing("foot-care") == Prose()


def test_a_closing_note_stands_after_the_last_words_and_before_the_sources(tmp_path: Path) -> None:
    closing = "handouts:\n  - handout: sciatica\n    closing: Ring **{{ clinic.phone }}**.\n"
    own = load(tmp_path, f"name: Old Town\nphone: 12 34\n{closing}")
    said = heard(own, handout(LIBRARY["sciatica"]))
    assert f"Ring 12 34. {words().sources}:" in said
    assert "Ring 12 34." not in heard(own, handout(LIBRARY["ball-self-massage"]))


def test_every_faulty_line_of_a_closing_note_is_told(tmp_path: Path) -> None:
    with pytest.raises(HandoutError) as refused:
        load(
            tmp_path, "handouts:\n  - handout: sciatica\n    closing: |\n      {{ a.b }}\n\n      [See](old.example)\n"
        )
    assert [problem.code for problem in refused.value.problems] == ["H104", "H109"]


# Input that is hard to print


@pytest.mark.parametrize("paper", get_args(PaperName))
@pytest.mark.parametrize("layout", get_args(LayoutKind))
def test_the_longest_name_and_phone_have_room(layout: LayoutKind, paper: PaperName) -> None:
    name = (
        "Physiotherapy and rehabilitation outpatients of the Royal Northern Infirmary, together with the community team"
    )
    printed = replace(
        clinic(), name=f"{name} of the"[:120], phone="020 7946 0123 extension 4512, or out of hours 0131 496 0000"
    )
    written = handout(LIBRARY["warning-card"]) if layout == "wallet-card" else handout(CASES["text"])
    try:
        pdf = compose(replace(written, layout=layout), printed, words(), Options(paper=paper)).print()
    except HandoutError as refused:
        assert {problem.code for problem in refused.problems} == {"P110"}  # a card has no room for it, and says so
        return
    assert pixels.outside(pdf, margin=8) == []
    assert pixels.overlaps(pdf) == []


@pytest.mark.parametrize(
    "email", ["<a@b.example>", "a@b.c;rm", "a b@c.example", "a@b", "a@b..example", "a@b.example/x"]
)
def test_what_is_no_email_address(tmp_path: Path, email: str) -> None:
    with pytest.raises(HandoutError, match="`email` has to be an email address"):
        load(tmp_path, f"email: '{email}'\n")


@pytest.mark.parametrize("email", ["a@b.example", "front.desk+new@old-town.clinic.example", "o'neill@b.example"])
def test_what_is_an_email_address(tmp_path: Path, email: str) -> None:
    assert load(tmp_path, f'email: "{email}"\n').email == email


@pytest.mark.parametrize("colour", ["teal", "#fff", "0b5d66", "#0b5d6g", "rgb(1, 2, 3)", "#0b5d66ff"])
def test_what_is_no_colour(tmp_path: Path, colour: str) -> None:
    with pytest.raises(HandoutError, match="`colour` has to be a colour"):
        load(tmp_path, f"colour: '{colour}'\n")


# The examples


def test_the_examples_differ_in_voice_and_not_in_colour_alone() -> None:
    looks = {name: clinic(path).look for name, path in CLINICS.items() if name != "default"}
    assert len(looks) >= 3
    assert len({(look.head, look.corners, look.panels) for look in looks.values()}) == len(looks)
    assert {look.head for look in looks.values()} == {"rule", "band", "centred"}


def test_the_colours_of_the_examples_are_far_from_those_of_warnings() -> None:
    for path in CLINICS.values():
        hue = rgb_to_hls(*rgb(clinic(path).colour))[0]
        for warning in (RED, AMBER):
            apart = abs(hue - rgb_to_hls(*warning)[0])
            assert min(apart, 1 - apart) > 40 / 360, path.stem


@pytest.mark.parametrize("ruled", [True, False])
def test_headings_stand_under_a_rule_where_the_look_wants_it(*, ruled: bool) -> None:
    look = Look(headings="ruled" if ruled else "plain")
    pdf = compose(handout(CASES["section"]), replace(clinic(), look=look), words()).print()
    sheet = PdfDocument(pdf)[0]
    picture = sheet.render(scale=4).to_pil().convert("L")
    found = [block for block in typesetting.blocks(structure.read(pdf).root) if block.path[-1] == "H2"]
    line = found[0].lines[0]
    top, left = sheet.get_height() - line.baseline - line.size * 1.8, side(sheet.get_width()) + 40
    above = [picture.getpixel((round(left * 4), round(top * 4) + row)) for row in range(round(line.size * 3.2))]
    assert (min(above) < 128) == ruled


def test_the_examples_name_only_handouts_that_there_are() -> None:
    named = [change.handout for path in CLINICS.values() for change in clinic(path).handouts]
    assert named
    assert set(named) <= set(LIBRARY)


def test_every_example_of_the_starting_file_holds(tmp_path: Path) -> None:
    text = (catalog.HERE / "templates" / "clinic.yaml").read_text(encoding="utf-8")
    used = re.sub(r"^# (?=( *- )?[a-z_ ]+:( |$))", "", text, flags=re.MULTILINE)
    used = re.sub(r"^(logo|logo_alt|fonts|  regular|  bold):.*\n", "", used, flags=re.MULTILINE)
    own = load(tmp_path, used)
    empty = [item.name for item in fields(own) if not getattr(own, item.name) and not item.kw_only]
    assert empty == ["logo", "logo_alt", "fonts", "logo_dark", "second_logo", "second_logo_alt"]


def test_a_logo_made_for_paper_stands_on_a_white_plate_in_a_dark_band() -> None:
    brand = replace(clinic(CLINICS["hill-street"]), look=Look(head="band"))
    sheet = PdfDocument(compose(handout(LIBRARY["sciatica"]), brand, words(), Options()).print())[0]
    picture = sheet.render(scale=4).to_pil().convert("RGB")
    left, middle = round(side(sheet.get_width()) * 4), round((TOP + LOGO / 2) * 4)
    assert picture.getpixel((left - 6, middle)) == (255, 255, 255)
    assert max(picture.getpixel((left - 20, middle))) < 100
