"""Subsets without hints: every letter keeps its outline and its width, and the tables add up."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from struct import unpack_from

import pytest
from reportlab.pdfbase.ttfonts import TTFontParser

from layouts.font_subset import bare
from layouts.fonts import Face, family

WEIGHTS = ("regular", "strong")


@pytest.fixture(params=WEIGHTS)
def face(request: pytest.FixtureRequest) -> Face:
    found: Face = getattr(family(), request.param)
    return found


def whole(face: Face) -> bytes:
    """All of Latin with its accents, hints and names included, as ReportLab cuts it out."""
    letters = [code for code in range(0x20, 0x250) if code in face.font.face.charToGlyph]
    original = type(face.font.face).makeSubset(face.font.face, [0, *letters])
    assert isinstance(original, bytes)
    return original


def tables(font: bytes) -> dict[str, bytes]:
    records = (unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(unpack_from(">H", font, 4)[0]))
    return {name.decode(): font[start : start + length] for name, _, start, length in records}


def glyphs(font: bytes) -> Iterator[bytes]:
    found = tables(font)
    long = unpack_from(">h", found["head"], 50)[0]
    count = len(found["loca"]) // (4 if long else 2)
    offsets = [offset * (1 if long else 2) for offset in unpack_from(f">{count}{'L' if long else 'H'}", found["loca"])]
    yield from (found["glyf"][start:end] for start, end in pairwise(offsets))


def outline(glyph: bytes) -> bytes:
    """A simple glyph without its instructions and what fills it up to whole words."""
    start = 10 + 2 * unpack_from(">h", glyph)[0]
    skipped = unpack_from(">H", glyph, start)[0]
    return (glyph[:start] + glyph[start + 2 + skipped :]).rstrip(b"\0")


def test_outlines_stay(face: Face) -> None:
    before, after = list(glyphs(whole(face))), list(glyphs(bare(whole(face))))
    assert len(before) == len(after)
    simple = [(one, other) for one, other in zip(before, after, strict=True) if one and unpack_from(">h", one)[0] >= 0]
    composite = len(before) - len(simple)
    assert composite > 50
    assert [outline(one) for one, _ in simple] == [outline(other) for _, other in simple]


def test_no_instructions_are_left(face: Face) -> None:
    for glyph in glyphs(bare(whole(face))):
        contours = unpack_from(">h", glyph)[0] if glyph else -1
        if contours >= 0:
            assert unpack_from(">H", glyph, 10 + 2 * contours)[0] == 0


def test_the_tables_add_up_and_widths_stay(face: Face) -> None:
    original, stripped = whole(face), bare(whole(face))
    assert set(tables(stripped)) == {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert [tables(stripped)[name] for name in ("cmap", "hhea", "hmtx")] == [
        tables(original)[name] for name in ("cmap", "hhea", "hmtx")
    ]
    TTFontParser(BytesIO(stripped), validate=1).checksumTables()


def test_a_damaged_table_would_be_found(face: Face) -> None:
    stripped = bytearray(bare(whole(face)))
    stripped[-100] ^= 1
    with pytest.raises(Exception, match="checksum"):
        TTFontParser(BytesIO(bytes(stripped)), validate=1)


def test_it_is_smaller(face: Face) -> None:
    assert len(bare(whole(face))) < 0.75 * len(whole(face))
