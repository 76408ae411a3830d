"""The benchmark compares like with like: the contenders print the same words, and the report says what was measured."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from tests.benchmark import with_handouts, with_platypus, with_typst
from tests.benchmark.contenders import COLD, OURS, PHONE, PLATYPUS, SOURCE, TYPST, WARM, Given, prepare
from tests.benchmark.figures import TARGETS, Cold, Figures, Warm
from tests.benchmark.leaflet_part import stages
from tests.benchmark.processes import Start, start
from tests.benchmark.report import report, table
from tests.benchmark.stages import STAGES, Clock

PEERS = {"platypus": with_platypus.builder, "typst": with_typst.builder}
PLAIN = """
title: Title
subtitle: Words under it.
author: Somebody
language: en
version: 1.0
published: 2026-11-22
review_by: 2028-11-22
body:
"""
BLOCKS = {
    "section": ["- {section: Heading, note: quiet words}", "Heading quiet words"],
    "text": ["- text: |\n    One **two** *three*.\n\n    Call {{ clinic.phone }}.", "One two three Call"],
    "bullets": ["- bullets: [first, '[second](https://example.org)']", "first second"],
    "steps": ["- steps: [one, {step: two, points: [inside, within]}]", "1 one 2 two inside within"],
    "callout": ["- {callout: tip, title: Loud, text: softer, bullets: [point]}", "Loud softer point"],
    "question": ["- {question: Why so?, answer: Because.}", "Why so Because"],
    "table": ["- {table: Shown, columns: [a, b], rows: [[c, d], [e, f]]}", "Shown a b c d e f"],
    "clinic": ["- clinic: Any worries?", "Any worries Phone Email Website London"],
}


@pytest.fixture
def given(tmp_path: Path) -> Given:
    return prepare(tmp_path)


def words(pdf: bytes) -> Counter[str]:
    """Every word of every page, without the marks around it."""
    text = " ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(pdf))
    return Counter(word for part in text.split() if (word := part.strip(".,:;?!•()")))


def built(builder: Callable[[Path, Path, Path], Callable[[str], bytes]], given: Given, source: Path) -> bytes:
    return builder(source, given.clinic, given.fonts)(PHONE)


def test_all_contenders_print_the_same_words_on_two_pages(given: Given) -> None:
    builders = (with_handouts.whole, with_handouts.composed, *PEERS.values())
    ours, again, *peers = [built(builder, given, SOURCE) for builder in builders]
    assert [len(PdfDocument(pdf)) for pdf in (ours, *peers)] == [2, 2, 2]
    assert ours == again
    assert words(peers[0]) == words(peers[1])
    # The peers copy head, foot and contact box by hand, so a word or two may change there before they follow.
    said, expected = words(ours), words(peers[0])
    assert ((said - expected) + (expected - said)).total() <= 0.02 * expected.total()


def test_every_stage_of_a_cold_build_is_watched(given: Given) -> None:
    split = stages(given)
    assert list(split) == ["interpreter", "compiling", *STAGES, "command", "exit"]
    assert min(split.values()) > 0


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("block", BLOCKS)
def test_peers_print_every_word_of_a_block(block: str, peer: str, given: Given) -> None:
    yaml, expected = BLOCKS[block]
    source = given.out / "handout.yaml"
    source.write_text(PLAIN + yaml)
    assert not Counter(expected.split()) - words(built(PEERS[peer], given, source))


@pytest.mark.parametrize("peer", PEERS)
def test_peers_refuse_a_block_that_they_would_lose(peer: str, given: Given) -> None:
    source = given.out / "handout.yaml"
    source.write_text(PLAIN + "- poem: Roses are red")
    with pytest.raises((KeyError, RuntimeError), match="poem"):
        built(PEERS[peer], given, source)


def test_every_peer_starts_cold(given: Given) -> None:
    for contender in (PLATYPUS, TYPST):
        assert start(contender.cold(given)).milliseconds > 0
        assert contender.pdf(given).read_bytes().startswith(b"%PDF")


def test_a_command_that_fails_ends_the_benchmark() -> None:
    with pytest.raises(SystemExit, match="no such thing"):
        start([sys.executable, "-c", "raise SystemExit('no such thing')"])


def figures(ours: float, peer: float, peak: float | None) -> Figures:
    """Ours takes so many milliseconds, each peer so many, cold and warm."""
    spent = {contender: ours if contender is OURS else peer for contender in (*COLD, *WARM)}
    cold = {contender: Cold([Start(spent[contender], peak)] * 3, 20_045, 2) for contender in COLD}
    warm = {contender: Warm([spent[contender]], [spent[contender] / 2]) for contender in WARM}
    return Figures(cold, warm, [{"imports": 4.0}, {"imports": 6.0}, {"imports": 100.0}], [Start(1, peak)])


def test_ratios_come_first_with_their_targets() -> None:
    first = report(figures(20, 10, 81.25)).split("\n\n")[0]
    assert [[cell.strip() for cell in line.split("|")[2:5]] for line in first.splitlines()[2:]] == [
        ["0.50", "at least 1", "MISSED"],
        ["2.00", "at most 1.5", "MISSED"],
        ["81.25", "at most 80", "MISSED"],
    ]


def test_a_target_is_met_at_its_limit() -> None:
    assert report(figures(10, 10, 80)).count("| met") == len(TARGETS)


def test_what_the_system_does_not_tell_is_not_measured() -> None:
    told = report(figures(10, 10, None))
    assert told.count("not measured") == 1 + len(COLD)


def test_report_says_medians_bytes_and_pages() -> None:
    told = " ".join(report(figures(20, 10, 30)).split())
    assert "| handouts, tagged | 20 | 20 | 20 | 30.0 | 20,045 | 2 |" in told
    assert "| imports | 6.0 |" in told
    assert "| Typst, tagged | 100 | 10.0 | 5.0 |" in told


def test_columns_line_up() -> None:
    assert table(["a", "b"], [["long", "1"], ["c", "10"]]).splitlines() == [
        "| a    |  b |",
        "| ---- | -: |",
        "| long |  1 |",
        "| c    | 10 |",
    ]


def test_a_moment_counts_for_the_innermost_stage() -> None:
    clock = Clock()
    with clock.during("layout"):
        clock.since -= 2
        with clock.during("imports"):
            clock.since -= 1
    assert clock.spent["layout"] == pytest.approx(2000, abs=100)
    assert clock.spent["imports"] == pytest.approx(1000, abs=100)
