"""A password: without it nothing is read, with it everything, and no claim is made that encryption breaks."""

from io import BytesIO

import pikepdf
import pytest

from layouts.locking import locked
from tests.instruments import structure, verapdf
from tests.test_filled import FULL, printed

PASSWORD = "blaue Tür 7"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return locked(printed(FULL), PASSWORD)


def opened(pdf: bytes) -> bytes:
    """The PDF without its password."""
    saved = BytesIO()
    with pikepdf.open(BytesIO(pdf), password=PASSWORD) as document:
        document.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("password", ["", "blaue Tur 7", PASSWORD.upper()])
def test_nobody_reads_it_without_the_password(pdf: bytes, password: str) -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(pdf), password=password)


def test_nothing_of_it_stands_in_the_file(pdf: bytes) -> None:
    assert [value for value in ("Your plan", "Clinic Handouts", "pdfuaid") if value.encode() in pdf] == []


def test_it_is_aes_with_256_bits_and_screen_readers_are_let_in(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf), password=PASSWORD) as document:
        assert (document.encryption.bits, document.encryption.stream_method.name) == (256, "aesv3")
        assert document.allow.accessibility
        assert document.allow.print_highres


def test_it_says_the_same(pdf: bytes) -> None:
    assert structure.read(opened(pdf)) == structure.read(printed(FULL))


def test_it_claims_to_be_accessible_but_not_to_be_an_archive(pdf: bytes) -> None:
    plain = opened(pdf)
    with pikepdf.open(BytesIO(plain)) as document:
        packet = document.Root.Metadata.read_bytes()
    claims = [name for name in (b"pdfuaid:part", b"pdfaid:part", b"pdfaid:conformance") if name in packet]
    assert claims == [b"pdfuaid:part"]
    assert [*map(str, verapdf.validate(plain, profiles=("ua1",)))] == []
