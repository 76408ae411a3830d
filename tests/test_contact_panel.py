"""The contact panel is read at a glance: a line for each way to reach the clinic, the number first and largest."""

import re
from dataclasses import replace

import pytest

from handouts.clinic import Clinic, Look, PaperName, TextSize
from handouts.inline import Run, Text
from handouts.model import ClinicContact, Section
from layouts import Options, compose
from tests.instruments import pixels, structure, tags, typesetting
from tests.samples import CASES, handout, words

Body = tuple[Section | ClinicContact, ...]

KNOWN = Clinic(
    name="Old Town",
    phone="020 7946 0700 ext. 4512",
    hours="Monday to Friday, 8.30 am to 4.30 pm",
    email="physio@oldtown.example",
    website="https://www.oldtown.example",
    address=("Level 2, Old Town Hospital", "Infirmary Road", "Old Town OT4 2QT"),
    other_formats="Large print? Ask us.",
    feedback="Praise or complaints: write to us.",
)
CONTACT = ClinicContact(Text((Run("No better? Call us."),)))
FULL: Body = (CONTACT,)
HALF: Body = (
    Section(Text((Run("This side"),)), width="half"),
    ClinicContact(Text((Run("No better? Call us."),))),
    Section(Text((Run("That side"),)), width="half"),
    CONTACT,
)
EDITIONS: list[tuple[PaperName, TextSize]] = [("a4", "standard"), ("a4", "large"), ("a5", "extra-large")]


def printed(clinic: Clinic, body: Body = FULL, options: Options | None = None) -> bytes:
    return compose(replace(handout(CASES["callout"]), body=body), clinic, words(), options).print()


def panel(pdf: bytes) -> list[typesetting.Line]:
    """The lines of the first panel, as they stand on the page."""
    reading = structure.read(pdf)
    found = next(tag for tag in reading.root.walk() if tag.role == "Div")
    return [line for block in typesetting.blocks(found) for line in block.lines]


def test_each_way_begins_a_line_with_its_label() -> None:
    for options in (Options(paper=paper, text_size=size) for paper, size in EDITIONS):
        said = [line.text for line in panel(printed(KNOWN, options=options))]
        for label in ("Phone 020", "Email physio@", "Website www.", "Address Level"):
            assert [text for text in said if text.startswith(label)], (label, said)
        assert not [text for text in said if "·" in text]


def test_the_number_is_the_first_of_the_ways_and_the_largest_words() -> None:
    for body in (FULL, HALF):
        lines = panel(printed(KNOWN, body))
        number = next(line for line in lines if "4512" in line.text)
        ways = [line.text for line in lines if re.match("Phone|Email|Website|Address", line.text)]
        assert ways[0].startswith("Phone")
        shown = [each for piece in _pieces(printed(KNOWN, body)) for each in piece.shown]
        largest = max(shown, key=lambda each: each.size)
        assert "4512" in largest.text
        assert number.text.startswith("Phone"), "number and label are on one line"


def _pieces(pdf: bytes) -> list[tags.Piece]:
    found = next(tag for tag in structure.read(pdf).root.walk() if tag.role == "Div")
    return list(found.pieces())


def test_values_stand_in_line_beside_a_column_of_labels() -> None:
    found = _left_edges(printed(KNOWN, HALF), ("020", "Monday", "physio@", "www.", "Level"))
    assert max(found) - min(found) < 1.5  # letters begin a little to the right of where they stand


def _left_edges(pdf: bytes, starts: tuple[str, ...]) -> list[float]:
    """How far from the left edge the ink of the words that begin so stands, in points."""
    glyphs = pixels.glyphs(pdf)
    text = "".join(glyph.character for glyph in glyphs)
    return [glyphs[text.rindex(start)].box[0] for start in starts]


def test_a_wide_panel_has_two_ways_on_one_line() -> None:
    """Six lines for what takes nine one below the other: name, hours and website stand at the right."""
    lines = panel(printed(KNOWN))
    assert len({round(line.baseline, 1) for line in lines}) == 6
    assert len(lines) == 9


LONG_HOURS = ("Mondays, Tuesdays and Thursdays from 8 am to 6 pm, other days from 9 am to 1 pm. " * 4)[:300]
HARD = {
    "long hours": replace(KNOWN, hours=LONG_HOURS),
    "long address": replace(KNOWN, address=("Department of Musculoskeletal Outpatients and Rehabilitation",) * 5),
    "long website": replace(KNOWN, website="https://www.old-town-physiotherapy.example/how/to/find/us"),
    "long email": replace(KNOWN, email="musculoskeletal.physiotherapy.outpatients@old-town-hospital.example"),
    "number alone": Clinic(phone="12 34"),
    "email alone": Clinic(email="a@b.example"),
    "address and hours": Clinic(address=("1 High Street",), hours="Mondays"),
}


@pytest.mark.parametrize("look", ["filled", "lined"])
@pytest.mark.parametrize(("paper", "size"), EDITIONS)
@pytest.mark.parametrize("known", HARD)
def test_a_panel_of_any_content_is_whole(known: str, paper: PaperName, size: TextSize, look: str) -> None:
    clinic = replace(HARD[known], look=Look(panels="filled" if look == "filled" else "lined"))
    for body in (FULL, HALF):
        pdf = printed(clinic, body, Options(paper=paper, text_size=size))
        assert pixels.outside(pdf, margin=20) == []
        assert pixels.overlaps(pdf) == []
        assert structure.read(pdf).faults == []


def test_addresses_stay_links_in_their_lines() -> None:
    paragraphs = [tag for tag in structure.read(printed(KNOWN)).root.walk() if tag.role == "P"]
    linked = {tags.text(tag).split()[0] for tag in paragraphs if any(kid.role == "Link" for kid in tag.tags)}
    assert {"Email", "Website"} <= linked
