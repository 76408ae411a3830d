"""The wheel is whole: installed in a clean environment, it does from another folder what the checkout does here."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from handouts import __version__

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built here, by the backend itself: nothing is downloaded."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`handouts` of an environment that has the wheel, and borrows its libraries from this one."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=True)
    scripts = Path(sysconfig.get_path("scripts", "venv", {"base": str(folder)}))
    library = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder)}))
    (library / "borrowed.pth").write_text("\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}))
    python = scripts / Path(sys.executable).name
    run(
        str(python),
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--ignore-installed",
        str(wheel),
        cwd=folder,
    )
    return scripts / ("handouts.exe" if os.name == "nt" else "handouts")


def test_every_file_of_both_rooms_is_inside(wheel: Path) -> None:
    rooms = [ROOT / "handouts", ROOT / "layouts"]
    here = {path.relative_to(ROOT).as_posix() for room in rooms for path in room.rglob("*") if path.is_file()}
    inside = set(ZipFile(wheel).namelist())
    missing = {name for name in here if "__pycache__" not in name} - inside
    assert missing == set()
    assert "handouts/library/en/sciatica.yaml" in inside
    assert "generate.py" in inside
    assert {name for name in inside if name.startswith("tests")} == set()


def test_it_says_where_it_runs_from(command: Path, tmp_path: Path) -> None:
    said = run(str(command), "--version", cwd=tmp_path).stdout
    assert said.startswith(f"clinic-handouts {__version__} from {command.parent.parent}")


def test_it_builds_from_another_folder(command: Path, tmp_path: Path) -> None:
    done = run(str(command), "build", "--json", cwd=tmp_path)
    written = {entry["id"]: tmp_path / entry["path"] for entry in json.loads(done.stdout)}
    assert set(written) >= {"sciatica", "ball-self-massage", "warning-card", "nmt-session"}
    assert all(path.read_bytes().startswith(b"%PDF-") for path in written.values())


def test_it_starts_a_folder_from_its_own_templates(command: Path, tmp_path: Path) -> None:
    run(str(command), "new", "mine", cwd=tmp_path)
    run(str(command), "check", "mine/my-first-handout.yaml", "--clinic", "mine/clinic.yaml", "--strict", cwd=tmp_path)


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Without this checkout in sight, so that only what is installed can answer."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
    return done
