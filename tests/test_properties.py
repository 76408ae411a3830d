"""Any text in: every visible character out, in order, or a problem that names what cannot be printed. Never a crash."""

import hashlib
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handouts import catalog
from handouts.inline import Prose, Run, Text
from handouts.model import (
    AnyBlock,
    Bullets,
    Callout,
    Checklist,
    Exercise,
    Handout,
    Paragraphs,
    Question,
    Section,
    Step,
    Steps,
    Table,
    Tick,
)
from handouts.problem import HandoutError, Place
from layouts import Options, compose
from layouts.fonts import family
from tests.instruments import structure, tags
from tests.instruments.expected import expected
from tests.samples import CASES, as_printed, clinic, handout, words

LONGEST_WORD = 7  # fits the narrowest column
SPACES = (*range(9, 14), 0x20, 0x85, 0xA0, 0x2028, 0x2029)
FRAME = Handout(
    id="any", title="Any", audience="patient", layout="leaflet", language="en", version="1.0",
    published=date(2026, 1, 1), review_by=date(2028, 1, 1), author="Anybody", purpose="Show any text.", body=(),
)  # fmt: skip
HEADER = """
id: any
title: Any
audience: patient
layout: leaflet
language: en
version: "1.0"
published: 2026-01-01
review_by: 2028-01-01
author: Anybody
purpose: Show any text.
"""
BLOCKS: dict[str, Callable[[Text], AnyBlock]] = {
    "text": lambda text: Paragraphs(Prose((text, text))),
    "bullets": lambda text: Bullets((text, text)),
    "steps": lambda text: Steps((Step(text, (text,)), Step(text))),
    "callout": lambda text: Callout("caution", text, Prose((text,)), (text,)),
    "question": lambda text: Question(text, Prose((text,))),
    "table": lambda text: Table(text, (text, text), ((text, text),)),
    "exercise": lambda text: Exercise(text, (Step(text),), easier=text, harder=text),
    "checklist": lambda text: Checklist((Tick(text),)),
}


@cache
def known() -> frozenset[str]:
    """Every character that both weights of the font can show."""
    faces = (family().regular, family().strong)
    return frozenset.intersection(*(frozenset(map(chr, face.font.face.charToGlyph)) for face in faces))


@cache
def printable() -> str:
    """What a writer can see of them, standing alone: a mark over another letter is refused."""
    seen = (each for each in known() if each <= "\uffff" and each.isprintable() and not each.isspace())
    return "".join(sorted(each for each in seen if not unicodedata.combining(each)))


def sources() -> st.SearchStrategy[str]:
    """Words of any printable characters, parted by single spaces."""
    one = st.text(st.sampled_from(printable()), min_size=1, max_size=LONGEST_WORD)
    return st.lists(one, min_size=1, max_size=12).map(" ".join)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A text cut into runs that look and link differently, anywhere, also inside words."""
    source = draw(sources())
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(source) - 1)), max_size=4)))
    parts = [
        source[start:end] for start, end in zip([0, *cuts], [*cuts, len(source)], strict=True) if source[start:end]
    ]
    looks = st.tuples(st.booleans(), st.booleans(), st.sampled_from(("", "", "https://clinic.example/a")))
    return Text(tuple(Run(part, *draw(looks)) for part in parts))


@pytest.mark.parametrize("kind", BLOCKS)
@given(text=texts())
@settings(max_examples=25)
def test_every_visible_character_comes_out_in_order(kind: str, text: Text) -> None:
    written = printed_with(BLOCKS[kind](text))
    reading = structure.read(compose(written, clinic(), words(), Options()).print())
    assert reading.faults == []
    assert tags.words(reading.root) == expected(written, clinic(), words())


def printed_with(block: AnyBlock) -> Handout:
    """A handout of one section with one block."""
    return replace(FRAME, body=(Section(Text((Run("Part"),))), block))


@given(source=sources())
@settings(max_examples=40)
def test_what_is_written_in_yaml_is_what_is_printed(source: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    escaped = re.sub(r"([\\*_\[\]])", r"\\\1", source)
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_text(f"{HEADER}body:\n  - text: {json.dumps(escaped, ensure_ascii=False)}\n", encoding="utf-8")
    reading = structure.read(compose(catalog.load(file), clinic(), words(), Options()).print())
    assert tags.lines(reading.root)[-1] == unicodedata.normalize("NFC", source)


def unprintable() -> st.SearchStrategy[str]:
    """Characters that the font lacks, controls and halves of surrogate pairs among them."""
    return st.characters(exclude_characters=known() | set(map(chr, SPACES)))


@given(before=sources(), strange=unprintable())
@settings(max_examples=60)
def test_a_character_that_no_font_has_is_a_problem(before: str, strange: str) -> None:
    place = Place("foot-care.yaml", 12, 5)
    with pytest.raises(HandoutError) as refused:
        compose(printed_with(Bullets((Text((Run(before + strange),), place),))), clinic(), words(), Options())
    found = [problem for problem in refused.value.problems if f"U+{ord(strange):04X}" in problem.message]
    assert [problem.place for problem in found] == [place]


@given(name=st.sampled_from(sorted(CASES)))
@settings(max_examples=len(CASES))
def test_the_same_handout_gives_the_same_bytes(name: str) -> None:
    one, other = (compose(*as_printed(CASES[name]), Options()).print() for _ in range(2))
    assert one == other


def test_other_runs_of_python_give_the_same_bytes() -> None:
    digests = {_digests(seed) for seed in ("0", "1", "4242")}
    assert len(digests) == 1


def _digests(seed: str) -> str:
    """Digests of some PDFs, made by a Python of its own with this seed of string hashes."""
    code = "from tests import test_properties; print(test_properties.digests())"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    root = Path(__file__).parent.parent
    made = subprocess.run([sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, check=True)
    return made.stdout.decode()


def digests() -> list[str]:
    """What identifies the bytes of the cases that use most of the program."""
    pdfs = (compose(handout(CASES[name]), clinic(), words(), Options()).print() for name in ("callout", "exercise"))
    return [hashlib.sha256(pdf).hexdigest() for pdf in pdfs]
