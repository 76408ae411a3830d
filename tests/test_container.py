"""The file around the objects: every object is found again, and a second reader finds nothing wrong."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.tagging.container import Container, Trailer, compressed, parted
from layouts.tagging.template import pattern

FIRST = 5  # number of the first object that is there to be found again
TEXT = b"<</Length 3>>\nstream\nabc\nendstream"


def file(count: int, *, tables: int = 1) -> bytes:
    """A PDF of `count` packed objects besides its catalog, with so many tables."""
    parts: list[bytes] = []
    container = Container(parts.append)
    objects = [
        (1, b"<</Type/Catalog/Pages 2 0 R>>"),
        (2, b"<</Type/Pages/Count 1/Kids[4 0 R]>>"),
        (3, b"<</Title(T)>>"),
        (4, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>"),
        *((number, b"<</Number %d>>" % number) for number in range(FIRST, FIRST + count)),
    ]
    following = FIRST + count
    trailer = Trailer(1, 3, (b"one", b"two"))
    some = [*parted(objects)]
    for index, packed in enumerate(some):
        container.pack(following, packed)
        following += 1
        if index + 1 < tables:
            container.table(following, following + 1, trailer)
            following += 1
    container.object(following, TEXT)
    container.end(container.table(following + 1, following + 2, trailer))
    return b"".join(parts)


@pytest.mark.parametrize("tables", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 199, 200, 1000])
def test_every_object_is_found_again(count: int, tables: int) -> None:
    with pikepdf.open(BytesIO(file(count, tables=tables))) as opened:
        assert opened.check_pdf_syntax() == []
        assert str(opened.docinfo["/Title"]) == "T"
        dictionaries = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary)]
        streams = [each.read_raw_bytes() for each in opened.objects if isinstance(each, pikepdf.Stream)]
        found = [int(each.Number) for each in dictionaries if "/Number" in each]
        assert streams.count(b"abc") == 1
    assert sorted(found) == list(range(FIRST, FIRST + count))


def test_a_file_that_goes_on_leaves_the_first_one_as_it_was() -> None:
    parts: list[bytes] = []
    container = Container(parts.append)
    container.object(1, compressed(b"never changes"))
    container.table(2, 4, Trailer(1, 1, (b"", b"")))
    before = b"".join(parts)
    ends = []
    for body in (b"one", b"other"):
        more: list[bytes] = []
        going_on = container.going_on(more.append)
        going_on.object(3, compressed(body))
        ends.append(b"".join(more))
    assert b"".join(parts) == before
    assert ends[0] != ends[1]
    assert b"3 0 obj" in ends[0]


@given(st.lists(st.one_of(st.integers(1, 99_999), st.text(alphabet="ab() <>%\\0123R", max_size=12)), max_size=8))
@settings(deadline=None)
def test_numbers_are_changed_and_words_are_not(parts: list[int | str]) -> None:
    def body(number: int) -> bytes:
        written = [b"%d 0 R" % (part + number) if isinstance(part, int) else literal(part) for part in parts]
        return b"<</K [" + b" ".join(written) + b"]>>"

    made = pattern(body(0))
    assert made.made(lambda old: old + 7, 0) == body(7)
    assert made.numbers == tuple(part for part in parts if isinstance(part, int))


def literal(text: str) -> bytes:
    """A PDF string, its brackets escaped as ReportLab escapes them."""
    return b"(" + "".join(f"\\{char}" if char in "()\\" else char for char in text).encode() + b")"


def test_keys_of_the_parent_tree_are_counted_from_where_the_sheet_begins() -> None:
    made = pattern(b"<</StructParents 1 /Parent 5 0 R /Contents (/StructParent 1)>>")
    assert made.made(lambda old: old, 40) == b"<</StructParents 41 /Parent 5 0 R /Contents (/StructParent 1)>>"
