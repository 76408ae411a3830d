"""The fixed words of a language: whole, with the braces of English, translated, and heard on a page without English."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from handouts import bind, catalog, reader
from handouts.filling import Form
from handouts.model import Field
from handouts.problem import HandoutError
from handouts.words import BodyWords, Words
from handouts.written import Written
from layouts import Options, compose
from layouts.quantity import spoken
from tests.instruments import structure, tags
from tests.samples import CASES, clinic, handout, words

OTHERS = sorted(path.stem for path in catalog.STRINGS.glob("*.yaml") if path.stem != "en")
# What a language writes the same way as English does, and no translator forgot.
ALIKE = {
    "es": {"no", "{month} {year}", "{day} {month} {year}", "feb", "mar", "may", "sept", "oct", "nov"},
}
# What the Spanish case does not print: other kinds of pages, and what stands in for a clinic's details.
ELSEWHERE = {
    "leaflet", "checklist", "diary", "wallet_card", "poster", "phone_and_hours", "our_clinic", "emergency_number",
    "review_awaited", "therapist_sheet",
}  # fmt: skip
TO_READ = {"month_names", "yes", "no"}  # what people write, and no page prints
FILLED = {"side": "Izquierdo", "consent": "sí", "date": "15 de septiembre de 2026", "next_visit": "2 oct 2026"}
PIECE = re.compile(r"[{][a-z]+[}]")


def said(words: Words) -> Iterator[tuple[str, str]]:
    """Every phrase of a language with the name of its key."""
    for item in fields(words):
        value = getattr(words, item.name)
        if isinstance(value, str):
            yield item.name, value
        elif isinstance(value, BodyWords):
            yield from ((f"body.{one.name}", getattr(value, one.name)) for one in fields(value) if one.name != "place")
        elif isinstance(value, tuple):
            for one in value:
                yield from ((item.name, phrase) for phrase in (_asked(one) if isinstance(one, Field) else (one,)))


def _asked(field: Field) -> tuple[str, ...]:
    return (field.label, *((field.help,) if field.help else ()), *field.choices)


def untranslated(words: Words, english: Words) -> set[str]:
    """Phrases that are those of English, whatever their capitals."""
    pairs = zip(said(words), said(english), strict=True)
    return {one for (_, one), (_, other) in pairs if one.casefold() == other.casefold()}


def misplaced(words: Words, english: Words) -> list[str]:
    """The keys whose braces are not those of English."""
    pairs = zip(said(words), said(english), strict=True)
    return [name for (name, one), (_, other) in pairs if Counter(PIECE.findall(one)) != Counter(PIECE.findall(other))]


def pieces(phrase: str) -> Iterator[str]:
    """What stands around the braces of a phrase."""
    return (piece.strip() for piece in PIECE.split(phrase) if piece.strip())


def heard(language: str, values: dict[str, str] | None = None) -> str:
    """All that the Spanish cases say to anybody, in the words of a language: read, heard, listed or looked up."""
    return "\n".join([_heard("spanish", language, values), _heard("spanish_map", language, None)])


def _heard(case: str, language: str, values: dict[str, str] | None) -> str:
    written, brand = handout(CASES[case]), clinic(CASES[case].with_name("clinic.yaml"))
    form = Form(written, words(language), brand)
    filled = form.fill({name: Written(value) for name, value in (values or {}).items()})
    pdf = compose(written, brand, words(language), Options()).print(filled)
    reading = structure.read(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        listed = [item.title for item in outline.root]
        packet = opened.Root.Metadata.read_bytes().decode()
    about = re.findall(r">([^<]+)<", packet.partition("pdfaExtension")[0])
    return "\n".join([*tags.lines(reading.root), *(each.text for each in reading.artifacts), *listed, *about])


def has(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text as words of its own, over a line's end or not."""
    words = r"\s+".join(map(re.escape, phrase.split()))
    return re.search(rf"(?<!\w){words}(?!\w)", text) is not None


@pytest.mark.parametrize("language", ["en", *OTHERS])
def test_a_language_has_every_word(language: str) -> None:
    found = words(language)
    for names, count in ((found.months, 12), (found.month_names, 12), (found.days, 7)):
        assert len(set(names)) == len(names) == count
    assert misplaced(found, words("en")) == []


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language: str) -> None:
    assert untranslated(words(language), words("en")) == ALIKE[language]


def test_a_phrase_left_in_english_is_found() -> None:
    fields = (replace(words("es").fields[0], label="first name"), *words("es").fields[1:])
    left = replace(words("es"), stop="Stop", days=("lun", "Tue", *words("es").days[2:]), fields=fields)
    assert untranslated(left, words("en")) - ALIKE["es"] == {"Stop", "Tue", "first name"}


def test_braces_that_are_not_those_of_english_are_found() -> None:
    wrong = replace(words("es"), page="Página {page}", week="Semana", to="{low} a {hihg}", stop="{name}")
    assert misplaced(wrong, words("en")) == ["page", "week", "stop", "to"]


def test_a_language_without_a_word_is_refused(tmp_path: Path) -> None:
    whole = (catalog.STRINGS / "es.yaml").read_text(encoding="utf-8")
    (tmp_path / "es.yaml").write_text(whole.replace("up_to: Hasta {number}\n", ""), encoding="utf-8")
    with pytest.raises(HandoutError) as refused:
        bind.bind(reader.read(tmp_path / "es.yaml", "es.yaml"), Words)
    assert [(problem.code, "`up_to`" in problem.message) for problem in refused.value.problems] == [("H110", True)]


@pytest.mark.parametrize(
    ("quantity", "figure", "unit"),
    [
        ("8", "8", ""),
        ("8 to 12", "8 a 12", ""),
        ("up to 3", "Hasta 3", ""),
        ("1 second", "1", "segundo"),
        ("30 to 60 seconds", "30 a 60", "segundos"),
        ("1 minute", "1", "minuto"),
        ("up to 1 minute", "Hasta 1", "minuto"),
        ("up to 10 minutes", "Hasta 10", "minutos"),
        ("1 hour", "1", "hora"),
        ("1 to 2 hours", "1 a 2", "horas"),
    ],
)
def test_amounts_follow_the_language(quantity: str, figure: str, unit: str) -> None:
    assert spoken(quantity, words("es")) == (figure, unit)


@pytest.mark.parametrize("language", ["es", "es-US", "es-MX", "es-419"])
def test_a_language_serves_its_regions(language: str) -> None:
    assert words(language) == words("es")


def test_no_english_reaches_a_spanish_page() -> None:
    alike = {piece for phrase in ALIKE["es"] for piece in pieces(phrase)}
    english = {piece for _, phrase in said(words("en")) for piece in pieces(phrase)} - alike
    in_english, in_spanish = heard("en"), heard("es", FILLED)
    assert [piece for piece in english if has(piece, in_english)]
    assert [piece for piece in english if has(piece, in_spanish)] == []


def test_the_spanish_case_says_every_word() -> None:
    page = heard("es", FILLED)
    silent = {name for name, phrase in said(words("es")) if not all(has(piece, page) for piece in pieces(phrase))}
    assert silent - TO_READ == {"months", *ELSEWHERE}


def test_dates_follow_the_language() -> None:
    page = heard("es", FILLED)
    for date in ("publicado en ene 2026", "próxima revisión en sept 2028", "15 sept 2026", "2 oct 2026"):
        assert has(date, page), date
