"""A clinic's own fonts: they are printed with, or it is said why they cannot be."""

import struct
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import font_source_sans_pro
import pikepdf
import pytest

from handouts import catalog
from handouts.clinic import Clinic
from handouts.problem import HandoutError, Problem
from layouts import compose
from layouts.fonts import family
from tests.instruments import structure, tags, verapdf
from tests.samples import CASES, handout, words

FILES = Path(font_source_sans_pro.__file__).parent / "files"
LIGHT, BLACK = (FILES / f"SourceSansPro-{weight}.ttf" for weight in ("Light", "Black"))


def own(folder: Path, regular: bytes = LIGHT.read_bytes(), bold: bytes = BLACK.read_bytes()) -> Clinic:
    """A clinic with fonts of its own."""
    (folder / "regular.ttf").write_bytes(regular)
    (folder / "bold.ttf").write_bytes(bold)
    path = folder / "clinic.yaml"
    path.write_text("name: Old Town\nphone: 020 7946 0000\nfonts:\n  regular: regular.ttf\n  bold: bold.ttf\n")
    return catalog.load_clinic(path)


def refused(clinic: Clinic) -> list[Problem]:
    with pytest.raises(HandoutError) as error:
        compose(handout(CASES["callout"]), clinic, words())
    return list(error.value.problems)


def table(font: bytes, tag: bytes) -> int:
    """Where a table starts."""
    record = font.index(tag, 12)
    start: int = struct.unpack_from(">L", font, record + 8)[0]
    return start


def with_rights(rights: int) -> bytes:
    """The font under another licence."""
    font = bytearray(LIGHT.read_bytes())
    struct.pack_into(">H", font, table(bytes(font), b"OS/2") + 8, rights)
    return bytes(font)


def without(font: bytes, letter: str) -> bytes:
    """The font with a letter that has no glyph: its segment of the character map (format 4) is moved away."""
    changed = bytearray(font)
    start = table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for number in range(count):
        at = start + struct.unpack_from(">L", font, start + 4 + 8 * number + 4)[0]
        if struct.unpack_from(">H", font, at)[0] == 4:
            _unmap(changed, at, ord(letter))
        elif struct.unpack_from(">H", font, at)[0] == 12:
            struct.pack_into(">H", changed, start + 4 + 8 * number, 2)  # a platform that nobody asks
    return bytes(changed)


def _unmap(font: bytearray, at: int, code: int) -> None:
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    ends, starts = at + 14, at + 16 + doubled
    for offset in range(0, doubled, 2):
        (last,) = struct.unpack_from(">H", font, ends + offset)
        (first,) = struct.unpack_from(">H", font, starts + offset)
        if first <= code <= last:
            struct.pack_into(">H", font, ends + offset, code - 1)  # and with it what comes after it


def faces(pdf: bytes) -> set[str]:
    """The typefaces of a file, without the letters that set subsets apart."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        fonts = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each]
        names = [str(font.BaseFont) for font in fonts]
    return {name.partition("+")[2] for name in names}


def test_own_fonts_are_the_only_ones_on_the_page(tmp_path: Path) -> None:
    pdf = compose(handout(CASES["callout"]), own(tmp_path), words()).print()
    assert faces(pdf) == {"SourceSansPro-Light", "SourceSansPro-Black"}
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert tmp_path.name not in " ".join(map(repr, opened.objects))
    assert [*map(str, verapdf.validate(pdf))] == []
    ours = compose(handout(CASES["callout"]), replace(own(tmp_path), fonts=None), words()).print()
    assert tags.text(structure.read(pdf).root) == tags.text(structure.read(ours).root)
    assert faces(ours) == {"SourceSansPro-Regular", "SourceSansPro-Semibold"}


def test_two_clinics_may_call_their_files_alike(tmp_path: Path) -> None:
    for name, bold in (("one", BLACK), ("two", FILES / "SourceSansPro-Bold.ttf")):
        (tmp_path / name).mkdir()
        fonts = own(tmp_path / name, bold=bold.read_bytes()).fonts
        assert family(fonts).strong.font.face.name.decode() == bold.stem


def test_without_fonts_of_its_own_a_clinic_has_source_sans() -> None:
    assert family() is family(None)
    assert family().strong.name == "SourceSansPro-Semibold"


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"%PDF-1.7 not a font", "F121", "is not a TrueType font"),
        (b"", "F121", "is not a TrueType font"),
        (b"wOF2" + bytes(100), "F121", "is not a TrueType font"),
        (LIGHT.read_bytes()[:9], "F121", "is damaged"),
        (LIGHT.read_bytes()[:50_000], "F121", "is damaged"),
        (LIGHT.read_bytes()[:12] + bytes(LIGHT.stat().st_size), "F121", "is damaged"),
        ((FILES / "SourceSansPro-Bold.otf").read_bytes(), "F122", "has PostScript outlines (OpenType CFF)"),
        (with_rights(0x0002), "F123", "does not allow to be embedded in a PDF"),
        (with_rights(0x0100), "F123", "does not allow to be embedded in a PDF"),
        (without(LIGHT.read_bytes(), "q"), "F124", "lacks q r s t u v w x and 6 more"),
    ],
)
def test_a_font_that_cannot_be_printed_with(tmp_path: Path, data: bytes, code: str, said: str) -> None:
    (problem,) = refused(own(tmp_path, regular=data))
    assert (problem.code, problem.place.line, problem.place.column) == (code, 4, 12)
    assert problem.message.startswith(f"the font regular.ttf {said}")
    assert problem.hint


@pytest.mark.parametrize("rights", [0x0000, 0x0004, 0x0008, 0x0006])
def test_a_font_that_may_be_embedded(tmp_path: Path, rights: int) -> None:
    assert compose(handout(CASES["callout"]), own(tmp_path, regular=with_rights(rights)), words()).pages


def test_both_fonts_are_judged_at_once(tmp_path: Path) -> None:
    assert [problem.place.line for problem in refused(own(tmp_path, b"", b""))] == [4, 5]


def test_one_font_is_not_two_weights(tmp_path: Path) -> None:
    (problem,) = refused(own(tmp_path, bold=LIGHT.read_bytes()))
    assert (problem.code, problem.place.line) == ("F125", 5)


def test_letters_from_the_right_are_refused_even_where_a_font_has_them() -> None:
    face = family().regular
    glyphs = {**face.font.face.charToGlyph, ord("ש"): 5}
    shown = type(face)(face.font)
    shown._glyphs = glyphs
    assert shown.lacks("Aש") == ["ש"]
    assert shown.lacks("A") == []
