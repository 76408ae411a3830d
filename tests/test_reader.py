"""Files and YAML that a person can get wrong, with PyYAML's C parser and with its Python one."""

import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handouts import reader
from handouts.problem import HandoutError, Place, Problem
from handouts.reader import Mapping, Node, Scalar, Sequence

PARSERS = {"C": yaml.CBaseLoader, "Python": yaml.BaseLoader}
PROBLEMS = Path(__file__).parent / "problems"
LIBRARY_WORDS = re.compile(r"scalar|mapping|sequence|token|stream|flow|context|anchor|alias|expected|simple key", re.I)
SIGNS = "ab:-[]{}\"'*&!|>%@`#,?.\t\n \\0x"


@pytest.fixture(params=PARSERS, autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(reader, "PARSER", PARSERS[request.param])
    yield


def problems(text: str) -> list[Problem]:
    with pytest.raises(HandoutError) as refused:
        reader.parse(text, "a.yaml")
    return list(refused.value.problems)


def problem(path: Path) -> Problem:
    with pytest.raises(HandoutError) as refused:
        reader.read(path, "a.yaml")
    (only,) = refused.value.problems
    return only


def entry(node: Node, key: str) -> Node:
    assert isinstance(node, Mapping)
    return node.entries[key][1]


def test_every_scalar_is_text() -> None:
    text = "a: 01234567\nb: 1:30\nc: no\nd: 1.10\ne: ~\nf: 2026-01-31\ng: 0x1F\nh: 'no'\n"
    node = reader.parse(text, "a.yaml")
    assert isinstance(node, Mapping)
    values = [value.text for _, value in node.entries.values() if isinstance(value, Scalar)]
    assert values == ["01234567", "1:30", "no", "1.10", "~", "2026-01-31", "0x1F", "no"]
    assert [value.plain for _, value in node.entries.values() if isinstance(value, Scalar)] == [True] * 7 + [False]


def test_places_count_from_one_and_in_characters() -> None:
    node = reader.parse("# ä\nkey: ä\nliste: [é, ü]\n", "a.yaml")
    assert isinstance(node, Mapping)
    assert node.entries["liste"][0] == Place("a.yaml", 3, 1)
    items = entry(node, "liste")
    assert isinstance(items, Sequence)
    assert [item.place for item in items.items] == [Place("a.yaml", 3, 9), Place("a.yaml", 3, 12)]


@pytest.mark.parametrize("start", ["text: |\n  ", "text: >\n  ", "text: ", 'text: "', "text: '"])
def test_a_blank_line_parts_paragraphs_in_every_style(start: str) -> None:
    end = start[-1] if start[-1] in "\"'" else ""
    node = reader.parse(f"{start}One\n  two.\n\n  Three.{end}\n", "a.yaml")
    value = entry(node, "text")
    assert isinstance(value, Scalar)
    assert [" ".join(part.split()) for part in value.text.strip().split("\n\n")] == ["One two.", "Three."]


def test_a_byte_order_mark_is_no_character(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("id: foot-care".encode("utf-8-sig"))
    assert entry(reader.read(path, "a.yaml"), "id") == Scalar("foot-care", Place("a.yaml", 1, 5), True)


def test_a_missing_file(tmp_path: Path) -> None:
    assert str(problem(tmp_path / "b.yaml")) == (
        "a.yaml: there is no such file [Y101]\n    hint: check the spelling of the path"
    )
    (tmp_path / "file").touch()
    assert problem(tmp_path / "file" / "b.yaml").code == "Y101"


def test_a_folder(tmp_path: Path) -> None:
    assert problem(tmp_path).code == "Y102"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.touch()

    def refuse(*args: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert problem(path).code == "Y103"


@pytest.mark.parametrize("name", ["/dev/zero", "a\0b", "a" * 300])
def test_what_is_no_file_at_all(name: str) -> None:
    assert problem(Path(name)).code == "Y103"


def test_a_file_of_50_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    try:
        assert problem(path).code == "Y104"
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_file_of_a_megabyte_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("id: a\n".ljust(1_000_000, "#"))
    assert isinstance(reader.read(path, "a.yaml"), Mapping)


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        ("id: foot-care\ntitle: Füße\n".encode("latin-1"), 2, 9),
        (b"\xef\xbb\xbfid: \xff", 1, 5),
        ("id: foot-care\n".encode("utf-16"), 1, 1),
    ],
)
def test_text_that_is_not_utf_8(tmp_path: Path, data: bytes, line: int, column: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    assert (problem(path).code, problem(path).place) == ("Y105", Place("a.yaml", line, column))


@pytest.mark.parametrize("text", ["id: a\x07b", "id: a\0b", "id: a\x7fb", "id: a\x80b", "id: a\ud800b", "id: a\uffffb"])
def test_control_characters(text: str) -> None:
    (only,) = problems(f"# ä\n{text}\n")
    assert (only.code, only.place) == ("Y106", Place("a.yaml", 2, 6))
    assert f"U+{ord(text[5]):04X}" in only.message


@pytest.mark.parametrize("escape", ["\\a", "\\0", "\\x07"])
def test_control_characters_behind_a_backslash(escape: str) -> None:
    (only,) = problems(f'id: "a{escape}b"')
    assert (only.code, only.place) == ("Y106", Place("a.yaml", 1, 5))


@pytest.mark.parametrize("escape", ["\\ud800", "\\UFFFFFFFF", "\\U00110000"])
def test_escapes_that_no_character_has_are_refused(escape: str) -> None:
    (only,) = problems(f'id: "a{escape}b"')
    assert only.code in ("Y106", "Y122")


@pytest.mark.parametrize("text", ["", "\ufeff", "\n\n", "# only a note\n", "---\n", "--- # nothing\n...\n"])
def test_an_empty_file(text: str) -> None:
    assert [(each.code, each.place) for each in problems(text)] == [("Y107", Place("a.yaml"))]


@pytest.mark.parametrize("text", ["[" * 500_000, "- " * 400_000, "{a: " * 200_000, "? " * 400_000])
def test_absurd_nesting_stops_early(text: str) -> None:
    assert {each.code for each in problems(text)} & {"Y117", "Y110"}


def test_an_alias_bomb_is_never_expanded() -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    found = problems("\n".join(["a0: &a0 boom", *levels]))
    assert {each.code for each in found} == {"Y115"}
    assert len(found) == 12 + 110


def test_every_duplicate_is_told_together_with_the_syntax_after_it() -> None:
    found = problems("id: a\nid: b\ntitle: c\ntitle: d\nbody: - e\n")
    assert [(each.code, each.place.line) for each in found] == [("Y114", 2), ("Y114", 4), ("Y111", 5)]


@pytest.mark.parametrize("path", sorted(PROBLEMS.glob("*.yaml")), ids=lambda path: path.stem)
def test_both_parsers_see_the_same(path: Path) -> None:
    tries = []
    for tried in PARSERS.values():
        reader.PARSER = tried  # the fixture puts it back
        tries.append(outcome(path.read_text(encoding="utf-8")))
    assert tries[0] == tries[1]


def outcome(text: str) -> object:
    """The tree, or what is wrong and in which line; PyYAML's two parsers differ by a column for an escape."""
    try:
        return reader.parse(text, "a.yaml")
    except HandoutError as error:
        return [(each.code, each.place.line) for each in error.problems]


@pytest.mark.parametrize("text", ["[a\n:b", "a:\n  b: }\n", "- a\n-\t@b\n"])
def test_what_nobody_foresaw_still_has_a_place_and_a_hint(text: str) -> None:
    (only,) = problems(text)
    assert only.code in ("Y100", "Y121", "Y110")
    assert only.place.line in (1, 2)


@given(text=st.text() | st.text(SIGNS, max_size=60))
def test_any_text_is_a_tree_or_a_problem_in_plain_words(text: str) -> None:
    for parser in PARSERS.values():
        reader.PARSER = parser
        try:
            reader.parse(text, "a.yaml")
        except HandoutError as error:
            for each in error.problems:
                assert not LIBRARY_WORDS.search(each.message)
                assert each.hint
                assert each.place.line <= len(re.split("\r\n|[\n\r\x85\u2028\u2029]", text))
