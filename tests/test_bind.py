"""Trees become records: every type of the model, its shorthands, and all faults in one go."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts import reader
from handouts.bind import Binding, bind
from handouts.clinic import Clinic, Emergency
from handouts.inline import Run
from handouts.model import (
    Allowed,
    AnyBlock,
    Callout,
    Checklist,
    Dose,
    Exercise,
    Field,
    Fragment,
    Handout,
    Include,
    Paragraphs,
    Question,
    Section,
    Steps,
    Table,
    Tick,
    TickGroup,
)
from handouts.problem import HandoutError, Place
from handouts.record import FileName, Record, needs, says
from tests.samples import LIBRARY

HEAD = """\
id: foot-care
title: Foot care
audience: patient
layout: leaflet
language: en
version: 1.10
published: 2026-01-31
review_by: 2028-02-29
author: Hill Street Physiotherapy
purpose: Look after your feet at home.
"""


def body(source: str) -> tuple[AnyBlock | Include, ...]:
    return bind(reader.parse(f"body:\n{source}", "a.yaml"), Fragment).body


def block(source: str) -> AnyBlock | Include:
    (only,) = body(source)
    return only


def codes(source: str, record: type[Record] = Fragment) -> list[str]:
    with pytest.raises(HandoutError) as refused:
        bind(reader.parse(source, "a.yaml"), record)
    return [problem.code for problem in refused.value.problems]


def test_a_header_is_read_as_it_is_written() -> None:
    handout = bind(reader.parse(f"{HEAD}reviewed_by:\nbody:\n  - text: Wash\n", "a.yaml"), Handout)
    assert (handout.version, handout.published, handout.review_by) == ("1.10", date(2026, 1, 31), date(2028, 2, 29))
    assert (handout.reviewed_by, handout.sources, handout.place) == (None, (), Place("a.yaml", 1, 1))


def test_a_record_and_its_texts_know_their_places() -> None:
    section = block("  - section: Wash\n    note: Daily\n")
    assert isinstance(section, Section)
    assert section.note
    assert (section.place.line, section.place.column) == (2, 5)
    assert (section.section.place.column, section.note.place) == (14, Place("a.yaml", 3, 11))


def test_a_bare_value_stands_for_a_record_that_needs_no_more() -> None:
    steps = block("  - steps:\n      - Wash **well**\n      - step: Dry\n        points: [Gently]\n")
    assert isinstance(steps, Steps)
    assert [step.step.plain for step in steps.steps] == ["Wash well", "Dry"]
    assert steps.steps[0].step.runs == (Run("Wash "), Run("well", strong=True))
    assert steps.steps[0].place == Place("a.yaml", 3, 9)
    clinic = bind(reader.parse("emergency: 999\n", "a.yaml"), Clinic)
    assert clinic.emergency == Emergency("999")


def test_a_field_may_be_its_name_alone() -> None:
    assert block("  - field: side\n") == Field("side")
    assert codes("body:\n  - field: side\n    label:\n") == ["H118"]
    assert codes("body:\n  - field: side\n    kind: tik\n") == ["H116"]


def test_a_bare_list_is_a_fragment() -> None:
    fragment = bind(reader.parse("- text: Wash\n- section: Dry\n", "a.yaml"), Fragment)
    assert len(fragment.body) == 2


def test_a_dose_has_no_bare_value() -> None:
    # `dose: 10` could mean ten times, ten sets or ten seconds.
    assert codes("body:\n  - exercise: Toe curls\n    dose: 10\n") == ["H114"]


def test_boxes_and_groups_of_boxes_mix() -> None:
    checklist = block("  - checklist:\n      - Washed\n      - group: Dry\n        ticks: [Left, Right]\n")
    assert isinstance(checklist, Checklist)
    first, second = checklist.checklist
    assert isinstance(first, Tick)
    assert isinstance(second, TickGroup)
    assert [tick.tick.plain for tick in second.ticks] == ["Left", "Right"]


def test_what_a_block_owns_does_not_start_another() -> None:
    callout = block("  - text: Dry\n    callout: tip\n    bullets: [Toes]\n")
    assert isinstance(callout, Callout)
    assert callout.text[0].plain == "Dry"
    assert isinstance(block("  - exercise: Toe curls\n    steps: [Curl]\n"), Exercise)


def test_prose_has_a_text_for_each_paragraph() -> None:
    question = block("  - question: Why?\n    answer: |\n      One\n      two.\n\n      Three.\n")
    assert isinstance(question, Question)
    assert [text.plain for text in question.answer] == ["One two.", "Three."]


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("true", True), ("No", False), ("FALSE", False)])
def test_yes_and_no(word: str, value: bool) -> None:
    table = block(f"  - table: Days\n    row_headers: {word}\n    columns: [A]\n    rows: [[1]]\n")
    assert isinstance(table, Table)
    assert table.row_headers is value


def test_amounts_with_and_without_a_note() -> None:
    exercise = block(
        "  - exercise: E\n    dose: {hold: up to 30 seconds, sets: {amount: 3, note: rounds}, side: each}\n"
    )
    assert isinstance(exercise, Exercise)
    assert isinstance(exercise.dose, Dose)
    assert exercise.dose.hold
    assert exercise.dose.sets
    assert exercise.dose.sets.note
    found = exercise.dose.hold.amount, exercise.dose.sets.amount, exercise.dose.sets.note.plain, exercise.dose.side
    assert found == ("up to 30 seconds", "3", "rounds", "each")


def test_a_file_name_knows_where_it_was_written() -> None:
    binding = Binding()
    node = reader.parse("body:\n  - figure: pictures/toes.svg\n    level: 3\n", "feet/a.yaml")
    assert binding.bind(node, Fragment) is None
    assert [(name, name.place.line) for name in binding.files] == [("pictures/toes.svg", 2)]
    assert binding.files[0].path.as_posix() == "feet/pictures/toes.svg"
    assert isinstance(binding.files[0], FileName)


def test_digits_of_other_scripts_are_no_numbers() -> None:
    assert codes("body:\n  - section: Wash\n    level: ٢\n") == ["H115"]
    assert codes("body:\n  - diary: Wash\n    weeks: ٤\n") == ["H115"]


def test_a_slip_in_a_key_is_told_once() -> None:
    assert codes("body:\n  - question: Why?\n    anwser: Because.\n") == ["H111"]
    assert codes("body:\n  - question: Why?\n    colour: red\n") == ["H110", "H111"]


def test_all_faults_of_all_levels_come_at_once() -> None:
    blocks = "  - sectoin: x\n  - steps: [[1], {step: a, pionts: b}]\n  - callout: stop\n    text:\n"
    source = f"title: [a]\naudience: you\nbody:\n{blocks}"
    found = codes(source, Handout)
    missing = ["id", "layout", "language", "version", "published", "review_by", "author", "purpose"]
    assert sorted(found) == sorted(["H110"] * len(missing) + ["H111", "H112", "H114", "H114", "H116", "H118"])


def test_a_record_of_another_module_binds_alike() -> None:
    @dataclass(frozen=True)
    class Shoe(Record):
        """A shoe."""

        shoe: str = needs("its name")
        sizes: tuple[int, ...] = says("its sizes", ())

    assert bind(reader.parse("shoe: Clog\nsizes: [40, 41]\n", "a.yaml"), Shoe) == Shoe("Clog", (40, 41))
    assert bind(reader.parse("Clog\n", "a.yaml"), Shoe) == Shoe("Clog")
    assert codes("shoe: Clog\nsizes: [forty]\n", Shoe) == ["H115"]


def attempt(text: str) -> None:
    """Reads a text as each kind of file; only a problem in plain words may come of it."""
    for record in (Handout, Clinic, Fragment):
        try:
            bind(reader.parse(text, "a.yaml"), record)
        except HandoutError as error:
            assert all(problem.message and problem.place.file == "a.yaml" for problem in error.problems)


@given(text=st.text() | st.text("ab:-[]{}\"'*&!|>%@`#,?\t\n "))
def test_any_text_is_a_record_or_a_problem(text: str) -> None:
    attempt(text)


@given(data=st.data())
def test_any_slip_in_a_real_handout_is_a_record_or_a_problem(data: st.DataObject) -> None:
    source = LIBRARY[data.draw(st.sampled_from(sorted(LIBRARY)))].read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(source)))
    end = start + data.draw(st.integers(0, 12))
    attempt(source[:start] + data.draw(st.text("ab:-[]{}\"'*&!|>#,\t\n ", max_size=4)) + source[end:])


def test_keys_of_the_writers_own_become_records_with_their_places() -> None:
    text = block('  - text: Wash\n    allow:\n      H209: "Quote: of a form"\n      H203: A name\n')
    assert isinstance(text, Paragraphs)
    assert text.allow == (Allowed("H209", "Quote: of a form"), Allowed("H203", "A name"))
    assert [allowed.place for allowed in text.allow] == [Place("a.yaml", 4, 7), Place("a.yaml", 5, 7)]
    assert body("  - text: Wash\n    allow: {}\n") == body("  - text: Wash\n")


def test_keys_of_the_writers_own_are_refused_with_all_their_faults() -> None:
    faulty = "body:\n  - text: Wash\n    allow: {h209: '', H203: [1], H202: Because}\n"
    assert codes(faulty) == ["H115", "H118", "H114", "H115"]
    assert codes("body:\n  - text: Wash\n    allow: H209\n") == ["H114"]
