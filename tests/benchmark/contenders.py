"""Who is compared, what they are given, and the commands that start them."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SOURCE = ROOT / "handouts" / "library" / "en" / "sciatica.yaml"
CLINIC = HERE / "clinic.yaml"
PHONE = "020 7946 0011"


@dataclass(frozen=True)
class Given:
    """What every contender is given: the same text, the same clinic, the same two weights of one typeface."""

    source: Path
    clinic: Path
    fonts: Path
    out: Path

    @property
    def paths(self) -> list[str]:
        """Handout, clinic and fonts, as a contender's `builder` takes them."""
        return [str(self.source), str(self.clinic), str(self.fonts)]


def prepare(folder: Path, source: Path = SOURCE, clinic: Path = CLINIC) -> Given:
    """A folder with nothing but the two fonts, as Typst reads every font of the folder it is told."""
    import font_source_sans_pro

    fonts = folder / "fonts"
    fonts.mkdir()
    for weight in ("Regular", "Semibold"):
        shutil.copy(Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{weight}.ttf", fonts)
    return Given(source, clinic, fonts, folder)


@dataclass(frozen=True)
class Contender:
    """A way to make the leaflet; `module` is the one of this package that does it warm, through `factory`."""

    name: str
    module: str
    factory: str = "builder"

    def pdf(self, given: Given) -> Path:
        """Where a cold start puts the file."""
        return given.out / f"{self.module}.pdf"

    def cold(self, given: Given) -> list[str]:
        """A whole process that makes one file."""
        code = f"from tests.benchmark.{self.module} import main; main()"
        return [sys.executable, "-c", code, *given.paths, str(self.pdf(given)), PHONE]

    def warm(self, given: Given) -> list[str]:
        """A process that makes the leaflet again and again; see worker.py."""
        return [sys.executable, "-m", "tests.benchmark.worker", self.module, self.factory, *given.paths]


class Handouts(Contender):
    """This program, cold through its own command."""

    def pdf(self, given: Given) -> Path:
        return given.out / f"{given.source.stem}.pdf"

    def cold(self, given: Given) -> list[str]:
        options = ["--clinic", str(given.clinic), "--out", str(given.out)]
        return [sys.executable, "generate.py", "build", given.source.stem, *options]


OURS = Handouts("handouts, tagged", "with_handouts", "whole")
COMPOSED = Handouts("handouts, tagged, already read", "with_handouts", "composed")
TYPST = Contender("Typst, tagged", "with_typst")
PLATYPUS = Contender("plain platypus, untagged", "with_platypus")
COLD = (OURS, PLATYPUS, TYPST)
WARM = (OURS, COMPOSED, TYPST, PLATYPUS)


def environment() -> dict[str, str]:
    """This process' own, but bytecode is kept between starts whatever it says."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
