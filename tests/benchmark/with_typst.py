"""The leaflet in Typst, tagged, held by Typst to PDF/UA-1."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import EllipsisType

import typst

TEMPLATE = Path(__file__).with_name("leaflet.typ")


def builder(source: Path, clinic: Path, fonts: Path) -> Callable[[str], bytes]:
    """Makes the leaflet with this phone number."""
    compiler, named = opened(source, clinic, fonts)
    return lambda phone: compiled(compiler, {**named, "phone": phone})


def opened(source: Path, clinic: Path, fonts: Path, **inputs: str) -> tuple[typst.Compiler, dict[str, str]]:
    """A compiler, to be kept so that Typst may reuse whatever it can, and the template's inputs."""
    named = {"source": str(source.resolve()), "clinic": str(clinic.resolve()), **inputs}
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    return typst.Compiler(TEMPLATE, root="/", font_paths=found, sys_inputs=named), named


def compiled(compiler: typst.Compiler, inputs: dict[str, str] | EllipsisType = ...) -> bytes:
    """The bytes of the file, with other inputs or those that the compiler has."""
    made = compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"])
    assert isinstance(made, bytes)
    return made


def main() -> None:
    """One cold build: the paths of handout, clinic, fonts and PDF are the arguments, then the phone number."""
    source, clinic, fonts, out = map(Path, sys.argv[1:5])
    out.write_bytes(builder(source, clinic, fonts)(sys.argv[5]))
