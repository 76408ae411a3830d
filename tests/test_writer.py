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


def test_only_what_has_to_last_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[int] = []
    monkeypatch.setattr(os, "fsync", waited.append)
    writer.write(tmp_path / "one.pdf", b"whole", durable=False)
    assert waited == []
    writer.write(tmp_path / "one.pdf", b"whole")
    assert len(waited) == 1


def test_all_that_did_not_wait_is_settled_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    settled: list[None] = []
    monkeypatch.setattr(os, "sync", lambda: settled.append(None), raising=False)
    writer.settle()
    assert len(settled) == 1


def test_a_draft_is_put_in_place_at_the_end(older: Path) -> None:
    with writer.drafted(older) as draft:
        draft.write_bytes(b"newer")
        assert older.read_bytes() == b"older"
    assert older.read_bytes() == b"newer"
    assert list(older.parent.iterdir()) == [older]


def test_nothing_is_left_of_a_draft_that_fails(older: Path) -> None:
    with pytest.raises(ZeroDivisionError), writer.drafted(older) as draft:
        draft.write_bytes(b"newer")
        raise ZeroDivisionError
    assert (older.read_bytes(), list(older.parent.iterdir())) == (b"older", [older])


def test_drafts_of_killed_runs_are_cleared_and_nothing_else(older: Path) -> None:
    for name in (".leaflet.pdf.4711.part", "..batch.json.4711.part"):
        (older.parent / name).write_bytes(b"half")
    kept = [older, older.parent / ".hidden.part", older.parent / "mine.4711.part"]
    for path in kept[1:]:
        path.write_bytes(b"mine")
    writer.clear(older.parent)
    assert sorted(older.parent.iterdir()) == sorted(kept)


def test_a_draft_that_is_being_written_stays(older: Path) -> None:
    with writer.drafted(older) as draft, draft.open("wb") as file:
        file.write(b"newer")
        writer.clear(older.parent)
    assert older.read_bytes() == b"newer"


@pytest.mark.parametrize(
    ("data", "whole"),
    [(b"%PDF-1.7\n%%EOF\n", True), (b"%PDF-1.7\n%%E", False), (b"", False), (bytes(20), False), (b"%%EOF\n", False)],
)
def test_a_whole_pdf_is_known_by_its_ends(tmp_path: Path, data: bytes, whole: bool) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    assert writer.whole(tmp_path / "a.pdf") is whole
    assert not writer.whole(tmp_path / "gone.pdf")


def test_what_is_not_there_need_not_be_taken_away(older: Path) -> None:
    writer.remove(older)
    writer.remove(older)
    assert not older.exists()
    with pytest.raises(HandoutError, match="W101"):
        writer.remove(older.parent)
