"""The command as a process: interrupted, cut off, out of room, watched on a terminal, and quick to start."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAIN = "import sys; sys.path.insert(0, {root!r}); sys.argv = ['handouts', *{arguments!r}]; import generate; {first}"
RUN = "generate.main()"
MANY = 150

posix = pytest.mark.skipif(os.name == "nt", reason="needs the signals, limits and terminals of POSIX")


def command(*arguments: str, first: str = RUN) -> list[str]:
    """The command in a fresh Python that has done something else first."""
    return [sys.executable, "-c", MAIN.format(root=str(ROOT), arguments=arguments, first=first)]


def many(folder: Path) -> list[str]:
    """More handouts than can be built before somebody changes their mind."""
    text = (ROOT / "handouts/library/en/warning-card.yaml").read_text(encoding="utf-8")
    names = [f"card-{number}" for number in range(MANY)]
    for name in names:
        (folder / f"{name}.yaml").write_text(text.replace("id: warning-card", f"id: {name}"), encoding="utf-8")
    return [f"{name}.yaml" for name in names]


@posix
def test_an_interrupted_build_keeps_what_is_whole(tmp_path: Path) -> None:
    listen = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); generate.main()"
    with start(command("build", *many(tmp_path), first=listen), tmp_path) as building:
        assert building.stdout
        building.stdout.readline()
        building.send_signal(signal.SIGINT)
        _, said = building.communicate(timeout=60)
    assert (building.returncode, said) == (130, "Stopped. What was written is whole, and nothing else was touched.\n")
    written = list((tmp_path / "out").iterdir())
    assert 0 < len(written) < MANY
    assert {(path.suffix, path.read_bytes()[-6:].strip()) for path in written} == {(".pdf", b"%%EOF")}


@posix
def test_a_reader_who_leaves_ends_the_run_quietly(tmp_path: Path) -> None:
    with start(command("build", *many(tmp_path)), tmp_path) as building:
        assert building.stdout and building.stderr
        building.stdout.readline()
        building.stdout.close()
        assert building.stderr.read() == ""
    assert building.returncode == 1


@posix
def test_a_full_disk_behind_the_output_is_one_plain_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command("list"), cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith("output: cannot be written: the disk is full [W101]\n    hint: ")
    assert len(ended.stderr.splitlines()) == 2


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_behind_the_help_is_one_plain_line(tmp_path: Path, unbuffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command("--help"),
            cwd=tmp_path,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    said = ended.stderr.splitlines()
    assert (ended.returncode, said[0], len(said)) == (1, "output: cannot be written: the disk is full [W101]", 2)


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_stop_nothing(tmp_path: Path, closed: str) -> None:
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh", *command("build", "warning-card")]
    assert subprocess.run(shell, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    assert (tmp_path / "out/warning-card.pdf").exists()


@posix
def test_a_file_that_does_not_fit_leaves_the_older_one(tmp_path: Path) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000)); generate.main()"
    (tmp_path / "out").mkdir()
    (tmp_path / "out/sciatica.pdf").write_bytes(b"older")
    ended = finish(command("build", "sciatica", first=limit), tmp_path)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "sciatica.pdf: cannot be written: the file is larger than this disk or account allows" in ended.stderr
    assert [path.read_bytes() for path in (tmp_path / "out").iterdir()] == [b"older"]


@posix
def test_progress_and_colour_are_for_terminals(tmp_path: Path) -> None:
    seen = watched(command("build", "sciatica", "nope"), tmp_path)
    assert "1 of 2: sciatica\r" in seen
    assert "\x1b[31mthere is no handout `nope`" in seen


@posix
@pytest.mark.parametrize(("name", "value", "progress"), [("NO_COLOR", "1", True), ("TERM", "dumb", False)])
def test_colour_can_be_declined(tmp_path: Path, name: str, value: str, progress: bool) -> None:
    seen = watched(command("build", "sciatica", "nope"), tmp_path, **{name: value})
    assert ("1 of 2: sciatica\r" in seen) is progress
    assert "there is no handout `nope`" in seen
    assert "\x1b" not in seen


@posix
def test_nothing_but_plain_text_goes_into_a_file(tmp_path: Path) -> None:
    ended = finish(command("build", "sciatica", "nope"), tmp_path)
    assert not {"\r", "\x1b"} & set(ended.stdout + ended.stderr)


def test_a_letter_that_the_terminal_lacks_stops_nothing(tmp_path: Path) -> None:
    ended = finish(command("build", "\N{LATIN SMALL LETTER L WITH STROKE}"), tmp_path, PYTHONIOENCODING="cp1252")
    assert ended.returncode == 1
    assert "there is no handout `\\u0142`" in ended.stderr


@posix
@pytest.mark.parametrize(("typed", "offered"), [("handouts bu", ["build"]), ("handouts build scia", ["sciatica"])])
def test_the_shell_completes_commands_and_ids(tmp_path: Path, typed: str, offered: list[str]) -> None:
    asked = {"_HANDOUTS_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    assert finish(command(), tmp_path, **asked).stdout.split() == offered


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["build", "warning-card"], {"rich", "pydantic", "asyncio", "http", "json", "handouts.schema", "svglib"}),
        (["list"], {"rich", "layouts", "reportlab"}),
        (["--version"], {"rich", "layouts", "reportlab", "yaml", "handouts.model"}),
    ],
)
def test_no_command_loads_what_it_does_not_need(tmp_path: Path, arguments: list[str], unwanted: set[str]) -> None:
    tell = "assert generate.run() == 0; loaded = sorted(sys.modules); import json; print(json.dumps(loaded))"
    ended = finish(command(*arguments, first=tell), tmp_path)
    assert ended.returncode == 0
    assert unwanted & set(json.loads(ended.stdout.splitlines()[-1])) == set()


def test_editions_do_not_mix_talk_into_results(tmp_path: Path) -> None:
    clinic = "editions: [{edition: large-print, text_size: large}]\n"
    (tmp_path / "clinic.yaml").write_text(clinic, encoding="utf-8")
    ended = finish(command("build", "warning-card", "--all-editions", "--json"), tmp_path)
    assert (ended.returncode, len(json.loads(ended.stdout))) == (0, 2)
    assert ended.stderr.startswith("The clinic is the one in clinic.yaml.\n")


def start(command: Sequence[str], folder: Path, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command, cwd=folder, env=environment(**variables), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def finish(command: Sequence[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    with start(command, folder, **variables) as process:
        out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def environment(**variables: str) -> dict[str, str]:
    """The same wherever the tests run, but for what a test says."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    return {**kept, "TERM": "xterm", **variables}


def watched(command: Sequence[str], folder: Path, **variables: str) -> str:
    """What a terminal receives."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, cwd=folder, env=environment(**variables), stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = b"".join(iter(reader(ours), b""))
    os.close(ours)
    process.wait(60)
    return seen.decode()


def reader(terminal: int) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            return os.read(terminal, 4096)
        except OSError:  # Linux says so when the other side has closed
            return b""

    return read
