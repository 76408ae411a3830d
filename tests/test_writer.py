"""A file appears whole or not at all, whatever gets in the way."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from handouts import writer
from handouts.problem import HandoutError

posix = pytest.mark.skipif(os.name == "nt", reason="needs the limits and permissions of POSIX")


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(b"older")
    return path


def test_a_file_takes_the_place_of_the_older_one(older: Path) -> None:
    writer.write(older, b"newer")
    assert older.read_bytes() == b"newer"
    assert list(older.parent.iterdir()) == [older]


def test_an_interrupted_one_leaves_the_older_one_alone(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        writer.write(older, b"newer")
    assert older.read_bytes() == b"older"
    assert list(older.parent.iterdir()) == [older]


@posix
def test_others_may_read_it_as_far_as_the_account_says(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        writer.write(tmp_path / "leaflet.pdf", b"whole")
    finally:
        os.umask(mask)
    assert (tmp_path / "leaflet.pdf").stat().st_mode & 0o777 == 0o640


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "leaflet.pdf").mkdir()
    assert "a folder of that name" in refusal(tmp_path / "leaflet.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["leaflet.pdf"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    assert "there is no such folder" in refusal(tmp_path / "gone" / "leaflet.pdf")


def test_a_file_on_the_way_is_said(older: Path) -> None:
    with pytest.raises(HandoutError, match="a part of the path is a file, not a folder"):
        writer.folder(older / "deeper")
    with pytest.raises(HandoutError, match="a file of that name stands where a folder is wanted"):
        writer.folder(older)


@posix
def test_a_name_too_long_is_said(tmp_path: Path) -> None:
    assert "the name is too long" in refusal(tmp_path / ("x" * 300))


@posix
def test_a_folder_one_may_not_write_into_is_said(tmp_path: Path, ordinary_user: None) -> None:
    assert "you may not write here" in refusal(tmp_path / "locked" / "leaflet.pdf")
    with pytest.raises(HandoutError, match="you may not write here"):
        writer.folder(tmp_path / "locked" / "deeper")


@pytest.fixture
def ordinary_user(tmp_path: Path) -> Iterator[None]:
    """Permissions bind everybody but the administrator."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    administrator = os.geteuid() == 0
    if administrator:
        os.seteuid(65534)
    yield
    if administrator:
        os.seteuid(0)
    locked.chmod(0o755)


def refusal(path: Path) -> str:
    with pytest.raises(HandoutError) as refused:
        writer.write(path, b"whole")
    return str(refused.value)
