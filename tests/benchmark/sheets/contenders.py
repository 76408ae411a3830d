"""Who prints sheets, how each is kept warm, and which of them are installed."""

import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.benchmark.contenders import ROOT, Given, environment
from tests.benchmark.sheets.rows import FIELDS

PLAN = Path(__file__).with_name("plan.yaml")
FIRST_CORE, LAST_CORE = 0, -1


@dataclass(frozen=True)
class Maker:
    """A way to make sheets: `factory` of `module` has it, `needs` is the package that it is made with."""

    name: str
    module: str
    needs: str
    factory: str = "builder"
    tagged: bool = True

    def warm(self, given: Given, core: int = LAST_CORE, fields: int = FIELDS) -> list[str]:
        """A process that makes one sheet after the other; see worker.py."""
        known = [self.module, self.factory, str(core), str(fields), *given.paths, str(given.out)]
        return [sys.executable, "-m", "tests.benchmark.sheets.worker", *known]


OURS = Maker("handouts, tagged", "with_handouts", "layouts")
TYPST = Maker("Typst, tagged, values as inputs", "with_typst", "typst", "by_inputs")
TYPST_FILE = Maker("Typst, tagged, values in a file", "with_typst", "typst", "by_file")
WEASYPRINT = Maker("WeasyPrint, tagged", "with_weasyprint", "weasyprint")
FPDF2 = Maker("fpdf2, untagged but for the picture", "with_fpdf2", "fpdf", tagged=False)
DISK = Maker("the disk alone", "with_nothing", "layouts")
MAKERS = (OURS, TYPST, TYPST_FILE, WEASYPRINT, FPDF2)


def installed() -> tuple[Maker, ...]:
    """Those that can be measured here."""
    return tuple(maker for maker in MAKERS if _starts(maker.needs))


@cache
def _starts(package: str) -> bool:
    """Tried in another process, as a package may lack a library of the system, and the memory it takes stays there."""
    command = [sys.executable, "-c", f"import {package}"]
    return subprocess.run(command, check=False, cwd=ROOT, env=environment(), capture_output=True).returncode == 0
