"""The leaflet in Typst, tagged, held by Typst to PDF/UA-1."""

import sys
from collections.abc import Callable
from pathlib import Path

import typst

TEMPLATE = Path(__file__).with_name("leaflet.typ")


def builder(source: Path, clinic: Path, fonts: Path) -> Callable[[str], bytes]:
    """Makes the leaflet with this phone number; one compiler is kept, so Typst may reuse whatever it can."""
    named = {"source": str(source.resolve()), "clinic": str(clinic.resolve())}
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    compiler = typst.Compiler(TEMPLATE, root="/", font_paths=found)

    def build(phone: str) -> bytes:
        made = compiler.compile(format="pdf", sys_inputs={**named, "phone": phone}, pdf_standards=["ua-1"])
        assert isinstance(made, bytes)
        return made

    return build


def main() -> None:
    """One cold build: the paths of handout, clinic, fonts and PDF are the arguments, then the phone number."""
    source, clinic, fonts, out = map(Path, sys.argv[1:5])
    out.write_bytes(builder(source, clinic, fonts)(sys.argv[5]))
