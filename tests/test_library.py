"""The library, read as a careful editor would: what is covered, what is never said, how hard it is to read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from handouts import catalog
from handouts.inline import Text, parse
from handouts.language import grading, measures
from handouts.model import Block, Bullets, Callout, Diary, Exercise, Field, Handout, Paragraphs, Section
from handouts.record import Record
from handouts.rules import sentence_length
from layouts import Options, compose
from tests.instruments import structure
from tests.samples import CLINICS, clinic
from tests.samples import words as words_of

# What each handout of the library has to answer: see docs/clinical-sources.md.
ASSIGNED = {
    "sciatica": "INTRO1 UND1 UND2 UND3a UND5 TP1",
    "ball-self-massage": "INTRO4 KT2 KT5 BALL0 BALL1 BALL2 BALL3 BALL4 BALL5 BALL6 BALL7 BALL8 CONC2",
    "warning-card": "BALL7 FAQ4 FAQ6",
    "nmt-session": "UND4 TP4 NMT0 NMT1 NMT2 NMT3 NMT4",
    "neuromuscular-massage": (
        "INTRO3 KT2 KT3 KT5 TP3 PSEUDO4 PSEUDO5 TX1 NMT0 NMT1 NMT2 NMT3 NMT4 NMT5 NMT6 NMT7 NMT8 NMT9 CONC2"
    ),
    "gentle-moves": "FAQ6",
    "four-week-diary": "KT5 UND3a NMT8 BALL6 BALL8 CONC3",
    "sore-muscle-spots": (
        "INTRO2 INTRO3 INTRO4 KT1 KT4 UND3b UND4 TP2 TP3 TP4 PSEUDO1 PSEUDO2 PSEUDO3 CONC1 CONC3 FAQ1"
    ),
    "sore-spot-map": "KT1 UND4 TP4 PSEUDO-FIG PSEUDO2 BALL2 FAQ3",
    "your-questions": "UND1 PSEUDO1 PSEUDO5 FAQ1 FAQ2 FAQ3 FAQ4 FAQ5 FAQ6",
    "intake-and-screening": "UND5 NMT9",
    "assessment-reference": "KT1 KT4 UND2 UND4 TP1 PSEUDO-FIG PSEUDO1",
}
FOR_THERAPISTS = ("nmt-session", "intake-and-screening", "assessment-reference")
FOR_PATIENTS = [name for name in ASSIGNED if name not in FOR_THERAPISTS]
SHEETS = [name for name in FOR_PATIENTS if name != "warning-card"]
PRINTED = [(name, brand) for name in ASSIGNED for brand in CLINICS if not clinic(CLINICS[brand]).leaves_out(name)]
# Promises nobody can keep, and claims that no good study bears out.
BANNED = re.compile(
    r"\b(cur(e|es|ed|ing)|fix(es|ed|ing)?|guarantee\w*|toxins?|prevents?|restor\w+ nerve|pinpoint\w*|proven"
    r"|permanent\w*|all clear|significant(ly)? relief)\b",
    re.IGNORECASE,
)
NOT_PRINTED = {"place", "covers", "callout", "mark", "kind", "width", "level", "field", "side", "url"}
FACES = {"title", "subtitle", "summary", "purpose", "body", "sources"}


@cache
def handout(name: str) -> Handout:
    return catalog.load(catalog.find(name))


@cache
def clinic_values() -> dict[str, str]:
    return catalog.load_clinic().values(catalog.load_words("en"))


def said(value: object) -> Iterator[str]:
    """Every text that a record prints, as the neutral clinic's page shows it."""
    if isinstance(value, Text):
        yield value.filled(clinic_values()).plain
    elif isinstance(value, str):
        yield parse(value).filled(clinic_values()).plain
    elif isinstance(value, tuple):
        for item in value:
            yield from said(item)
    elif isinstance(value, Record):
        kept = FACES if isinstance(value, Handout) else {item.name for item in fields(value)} - NOT_PRINTED
        yield from said(tuple(getattr(value, item.name) for item in fields(value) if item.name in kept))


def named(name: str) -> set[str]:
    return {item for block in handout(name).blocks for item in block.covers}


def fragments() -> list[Path]:
    return sorted((catalog.LIBRARY / "en" / "shared").glob("*.yaml"))


def comment_above(place_file: str, line: int) -> str:
    """The nearest comment over a line, all its lines."""
    before = Path(place_file).read_text("utf-8").splitlines()[: line - 1]
    last = max(index for index, text in enumerate(before) if text.lstrip().startswith("#"))
    first = last
    while first and before[first - 1].lstrip().startswith("#"):
        first -= 1
    return " ".join(before[first : last + 1])


@pytest.mark.parametrize("name", ASSIGNED)
def test_answers_every_item_it_was_given(name: str) -> None:
    assert set(ASSIGNED[name].split()) <= named(name)


def test_every_fragment_is_used() -> None:
    used = {Path(block.place.file).stem for name in ASSIGNED for block in handout(name).blocks}
    assert [path.stem for path in fragments() if path.stem not in used] == []


@pytest.mark.parametrize("name", ASSIGNED)
def test_promises_nothing(name: str) -> None:
    assert [text for text in said(handout(name)) if BANNED.search(text)] == []


def praising(texts: Iterable[str]) -> list[str]:
    """What names acupuncture without saying that it did no better than a pretence of it."""
    told = [sentence for text in texts for sentence in measures.sentences(text)]
    named = [sentence for sentence in told if re.search("acupunct|needling", sentence, re.IGNORECASE)]
    return [sentence for sentence in named if "no better than a pretend treatment" not in sentence]


@pytest.mark.parametrize("name", ASSIGNED)
def test_never_praises_acupuncture(name: str) -> None:
    assert praising(said(handout(name))) == []


def test_says_what_is_known_about_acupuncture() -> None:
    assert any("Acupuncture" in text for text in said(handout("sore-muscle-spots")))


@pytest.mark.parametrize("name", ASSIGNED)
def test_claims_no_review(name: str) -> None:
    assert handout(name).reviewed_by is None


@pytest.mark.parametrize("name", FOR_PATIENTS)
def test_says_when_to_get_help_before_it_asks_for_anything(name: str) -> None:
    first = next(block for block in handout(name).blocks if not isinstance(block, Section))
    assert isinstance(first, Callout) and first.callout == "stop"
    assert "your emergency number" in " ".join(said(first))


@pytest.mark.parametrize("name", ASSIGNED)
def test_stop_signs_stand_in_fragments(name: str) -> None:
    signs = [block for block in handout(name).blocks if isinstance(block, Callout) and block.callout == "stop"]
    assert signs and {Path(block.place.file).parent.name for block in signs} == {"shared"}


@pytest.mark.parametrize("name", FOR_PATIENTS)
def test_sentences_are_short(name: str) -> None:
    assert list(sentence_length.check(handout(name), handout(name).published)) == []


@pytest.mark.parametrize("name", SHEETS)
def test_reads_easily(name: str) -> None:
    assert 0 < grading.grading(handout(name)).grade <= grading.HIGHEST


@pytest.mark.parametrize("name", SHEETS)
def test_lists_are_short(name: str) -> None:
    lists = [block.bullets for block in handout(name).blocks if isinstance(block, Bullets | Callout)]
    assert max(map(len, lists)) <= 7


@pytest.mark.parametrize("name", SHEETS)
def test_says_what_is_known_and_what_is_not(name: str) -> None:
    """Under a heading, or, where a page has no room for one, in a paragraph that names both."""
    blocks = handout(name).blocks
    headed = any(
        isinstance(head, Section) and "what is not" in head.section.plain and isinstance(text, Paragraphs)
        for head, text in pairwise(blocks)
    )
    texts = [" ".join(said(block)) for block in blocks if isinstance(block, Paragraphs)]
    assert headed or any("Known:" in text and "Not known:" in text for text in texts)


def test_positions_are_in_one_run_and_the_steps_have_a_whole_dose() -> None:
    found = [(index, b) for index, b in enumerate(handout("ball-self-massage").blocks) if isinstance(b, Exercise)]
    assert [after[0] - before[0] for before, after in pairwise(found)] == [1, 1, 1, 1, 2]
    assert [len(exercise.steps) for _, exercise in found] == [1, 1, 1, 1, 1, 8]
    dose = found[-1][1].dose
    assert dose and all((dose.hold, dose.repetitions, dose.rest, dose.sets, dose.duration))


def test_the_moves_to_tick_are_the_cards_in_their_order() -> None:
    blocks = handout("gentle-moves").blocks
    moves = [block.exercise.plain for block in blocks if isinstance(block, Exercise)]
    ticks = [block.label for block in blocks if isinstance(block, Field) and block.kind == "tick"]
    assert len(moves) == 5
    assert ticks == [f"{number} {move}" for number, move in enumerate(moves, 1)]


def test_every_move_says_how_much_and_that_it_is_an_addition() -> None:
    moves = [block for block in handout("gentle-moves").blocks if isinstance(block, Exercise)]
    for move in moves:
        assert move.dose and (move.dose.hold or move.dose.repetitions)
        assert "An addition." in comment_above(move.place.file, move.place.line)


def test_nobody_with_a_new_hip_bends_it_far_before_the_surgeon_agrees() -> None:
    """The moves are named by their numbers, so a new order of the cards has to be a new order of the numbers."""
    moves = [block.exercise.plain for block in handout("gentle-moves").blocks if isinstance(block, Exercise)]
    (warning,) = [text for text in said(handout("gentle-moves")) if "hip replacement" in text]
    named_moves = [moves[int(number) - 1] for number in re.findall(r"\d", warning)]
    assert named_moves == ["Figure four", "Knee to shoulder", "Knee to chest"] and "surgeon agrees" in warning


def test_the_diary_asks_for_all_that_the_clinic_reads() -> None:
    (diary,) = [block for block in handout("four-week-diary").blocks if isinstance(block, Diary)]
    asked = ["Date", "Side", "Ball", "Minutes", "Pain before", "Pain after", "Next day", "Hours sitting", "Stop sign"]
    assert [column.plain for column in diary.columns] == asked
    assert len(diary.rows) == 7


@pytest.mark.parametrize("name", ASSIGNED)
def test_a_number_has_its_source_above_it(name: str) -> None:
    numbered: list[Block] = [block for block in handout(name).blocks if re.search(r"\d", " ".join(said(block)))]
    for block in numbered:
        comment = comment_above(block.place.file, block.place.line)
        assert re.search(r"\b[A-Z]{2,}\w*\b|no source found", comment), f"{block.place}: {comment}"


@pytest.mark.parametrize(("name", "brand"), PRINTED)
def test_it_has_the_pages_that_the_readme_says(name: str, brand: str) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    (pages,) = re.findall(rf"^\| `{name}` \|.*\| (\d) \|$", readme, re.M)
    edition = compose(handout(name), clinic(CLINICS[brand]), words_of("en"), Options(paper="a4"))
    assert len(edition.pages) == int(pages)


@pytest.mark.parametrize(
    ("name", "kind"), [("assessment-reference", "Therapist sheet"), ("sciatica", "Patient leaflet")]
)
def test_its_head_says_whom_it_is_for(name: str, kind: str) -> None:
    pdf = compose(handout(name), clinic(), words_of("en"), Options()).print()
    heads = {"Therapist sheet", "Patient leaflet"}
    shown = [each.text for piece in structure.read(pdf).root.pieces() for each in piece.shown]
    assert heads & set(shown) == {kind}


def test_the_card_fits_a_wallet() -> None:
    blocks = handout("warning-card").blocks
    back = [index for index, block in enumerate(blocks) if isinstance(block, Section)][1]
    for side in (blocks[:back], blocks[back:]):
        assert len(measures.words(" ".join(said(side)))) <= 60


def test_what_is_banned_is_found() -> None:
    assert praising(["Try it. Acupuncture may ease it. Rest."]) == ["Acupuncture may ease it."]
    assert BANNED.search("It cures pain") and not BANNED.search("Heat packs are secure")
