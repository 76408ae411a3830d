"""A subset of a TrueType font as a PDF needs it: outlines and widths, without hints and names.

ReportLab's subsets carry what screens once needed to draw small letters, and the font's names: a third of their bytes.
Tables are those of the OpenType specification; what a PDF needs of them is in ISO 32000-1, 9.9.
"""

from collections.abc import Iterator
from itertools import pairwise
from struct import pack, unpack_from

NEEDED = (b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")
HEADER, RECORD = 12, 16  # bytes before the table of tables, and of each entry in it
ADJUSTMENT = 8  # where the table `head` keeps the checksum of the whole font
WHOLE = 0xB1B0AFBA  # what a font adds up to
MORE_PARTS, WORDS, SCALE, TWO_SCALES, MATRIX, INSTRUCTED = 0x20, 0x01, 0x08, 0x40, 0x80, 0x100  # of a composite glyph


def bare(font: bytes) -> bytes:
    """The font without hints, names and all else that a PDF does not need."""
    tables = dict(_tables(font))
    glyphs = [_unhinted(glyph) for glyph in _glyphs(tables)]
    tables[b"glyf"] = b"".join(glyphs)
    tables[b"loca"] = _locations(glyphs)
    tables[b"head"] = _head(tables[b"head"])
    tables[b"maxp"] = _without_instructions(tables[b"maxp"])
    return _assembled({name: tables[name] for name in NEEDED})


def _tables(font: bytes) -> Iterator[tuple[bytes, bytes]]:
    (count,) = unpack_from(">H", font, 4)
    for number in range(count):
        name, _, start, length = unpack_from(">4sLLL", font, HEADER + RECORD * number)
        yield name, font[start : start + length]


def _glyphs(tables: dict[bytes, bytes]) -> list[bytes]:
    """Offsets are whole ones, or in an older form half of them."""
    (whole,) = unpack_from(">h", tables[b"head"], 50)
    loca = tables[b"loca"]
    kind, size = ("L", 4) if whole else ("H", 2)
    offsets = [offset * (1 if whole else 2) for offset in unpack_from(f">{len(loca) // size}{kind}", loca)]
    return [tables[b"glyf"][start:end] for start, end in pairwise(offsets)]


def _unhinted(glyph: bytes) -> bytes:
    if not glyph:
        return glyph
    (contours,) = unpack_from(">h", glyph)
    return _composite(glyph) if contours < 0 else _simple(glyph, contours)


def _simple(glyph: bytes, contours: int) -> bytes:
    """Instructions stand between the ends of the contours and the points."""
    start = 10 + 2 * contours
    (length,) = unpack_from(">H", glyph, start)
    return glyph[:start] + bytes(2) + glyph[start + 2 + length :]


def _composite(glyph: bytes) -> bytes:
    """What stands after the last part is instructions."""
    position, flags, parts = 10, MORE_PARTS, bytearray(glyph)
    while flags & MORE_PARTS:
        (flags,) = unpack_from(">H", glyph, position)
        parts[position : position + 2] = pack(">H", flags & ~INSTRUCTED)
        position += 8 if flags & WORDS else 6
        position += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0
    return bytes(parts[:position])


def _locations(glyphs: list[bytes]) -> bytes:
    offsets = [0]
    for glyph in glyphs:
        offsets.append(offsets[-1] + len(glyph))
    return pack(f">{len(offsets)}L", *offsets)


def _head(head: bytes) -> bytes:
    """Whole offsets, and no checksum yet."""
    return head[:ADJUSTMENT] + bytes(4) + head[ADJUSTMENT + 4 : 50] + pack(">h", 1) + head[52:]


def _without_instructions(maxp: bytes) -> bytes:
    """From byte 14 to 28 stands how much room instructions need: one zone, and nothing else."""
    return maxp[:14] + pack(">7H", 1, 0, 0, 0, 0, 0, 0) + maxp[28:] if len(maxp) >= 32 else maxp


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    start = pack(">LHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    position = HEADER + RECORD * count
    records, bodies, head = b"", b"", 0
    for name, table in sorted(tables.items()):
        head = position + len(bodies) if name == b"head" else head
        records += pack(">4sLLL", name, _checksum(table), position + len(bodies), len(table))
        bodies += table + bytes(-len(table) % 4)
    font = bytearray(start + records + bodies)
    font[head + ADJUSTMENT : head + ADJUSTMENT + 4] = pack(">L", (WHOLE - _checksum(font)) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(data: bytes | bytearray) -> int:
    padded = bytes(data) + bytes(-len(data) % 4)
    total: int = sum(unpack_from(f">{len(padded) // 4}L", padded))
    return total & 0xFFFFFFFF
