"""Emphasis, strong and links; every other character is itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.inline import Run, paragraphs, parse

PARTS = ["a", "b", " ", "*", "**", "_", "__", "[", "]", "](", "(", ")", "\\", "](u)", "[a](u)", "é", ".", "—", "<", ">",
         '"', "'", ' "t"', "http://x.y/", "\\*", "%20", "ü)"]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("Rest.", [Run("Rest.")]),
        ("", []),
        ("*Rest* and **wait**", [Run("Rest", emphasis=True), Run(" and "), Run("wait", strong=True)]),
        ("***both***", [Run("both", True, True)]),
        ("snake_case and 2*3*4", [Run("snake_case and 2"), Run("3", emphasis=True), Run("4")]),
        ("a_b_c", [Run("a_b_c")]),
        ("2 * 3 * 4", [Run("2 * 3 * 4")]),
        (r"\*not\* \[this\]", [Run("*not* [this]")]),
        (r"C:\feet", [Run(r"C:\feet")]),
        ("<b>Stop & rest</b> &amp; `wait` ~~now~~ # 1", [Run("<b>Stop & rest</b> &amp; `wait` ~~now~~ # 1")]),
        ("[NHS](https://nhs.uk)", [Run("NHS", href="https://nhs.uk")]),
        ('[NHS](https://nhs.uk "hover")', [Run("NHS", href="https://nhs.uk")]),
        ("[**NHS** line](tel:111)", [Run("NHS", strong=True, href="tel:111"), Run(" line", href="tel:111")]),
        ("[a](<https://x.y/a b>)", [Run("a", href="https://x.y/a%20b")]),
        ("[a](https://x.y/ü_(1))", [Run("a", href="https://x.y/%C3%BC_(1)")]),
        ("[a]()", [Run("a", href=" ")]),
        ("[a](b c)", [Run("[a](b c)")]),
        ("![a](b)", [Run("!"), Run("a", href="b")]),
        ("[call](tel:{{ clinic.phone }})", [Run("call", href="tel:{{ clinic.phone }}")]),
        ("one\ntwo\t three", [Run("one two three")]),
    ],
)
def test_markup(source: str, runs: list[Run]) -> None:
    assert list(parse(source).runs) == runs


def test_a_no_break_space_is_kept() -> None:
    assert parse("30\u00a0seconds \u2009x").plain == "30\u00a0seconds \u2009x"


def test_paragraphs_are_parted_by_blank_lines() -> None:
    assert [text.plain for text in paragraphs("\none\ntwo\n\n \nthree\n  \nfour\n")] == ["one two", "three", "four"]
    assert [text.plain for text in paragraphs("one\n\n\n\ntwo")] == ["one", "two"]


VALUES = {"clinic.phone": "020 7946 0011", "clinic.website": "https://hillstreet.example"}


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("Call {{ clinic.phone }} or {{clinic.phone}}.", [Run("Call 020 7946 0011 or 020 7946 0011.")]),
        ("[call](tel:{{ clinic.phone }})", [Run("call", href="tel:02079460011")]),
        ("[{{ clinic.website }}]({{ clinic.website }})", [Run("https://hillstreet.example", False, False, "https://hillstreet.example")]),
        ("{{ clinic.fax }}", [Run("{{ clinic.fax }}")]),
    ],
)  # fmt: skip
def test_placeholders(source: str, runs: list[Run]) -> None:
    assert list(parse(source).filled(VALUES).runs) == runs


@pytest.mark.parametrize("address", ["tel:{{ clinic.phone }}", "mailto:{{ clinic.phone }}", "{{ clinic.phone }}"])
def test_words_in_place_of_an_address_are_no_link(address: str) -> None:
    assert parse(f"[call]({address})").filled({"clinic.phone": "the clinic"}).runs == (Run("call"),)


def test_a_text_without_placeholders_is_itself() -> None:
    text = parse("Call *us*.")
    assert text.filled(VALUES) is text


@given(source=st.text(st.characters(exclude_characters="*_[]\\", exclude_categories=["Cs"])))
def test_without_markup_every_visible_character_stays_in_order(source: str) -> None:
    assert "".join(parse(source).plain.split()) == "".join(source.split())


@given(source=st.text() | st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_with_markup_nothing_but_markup_goes(source: str) -> None:
    left = iter("".join(source.split()))
    assert all(char in left for char in "".join(parse(source).plain.split()))


@given(source=st.text("ab *_é.—"))
def test_emphasis_takes_nothing_but_its_own_signs(source: str) -> None:
    assert re.sub(r"[\s*_]", "", parse(source).plain) == re.sub(r"[\s*_]", "", source)
