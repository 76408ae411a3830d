"""The leaflet in plain ReportLab platypus: standard settings, no tags and no command line."""

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate

from tests.benchmark.platypus_leaflet import DARK, MARGIN, Data, Leaflet, load, read, register

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
RIGHT = A4[0] - MARGIN


def builder(source: Path, clinic: Path, fonts: Path) -> Callable[[str], bytes]:
    """Makes the leaflet from the files' text each time, with this phone number."""
    register(fonts)
    return lambda phone: build(read(source), load(clinic) | {"phone": phone})


def build(handout: Data, clinic: Data) -> bytes:
    """The finished file of a handout already read."""
    buffer = BytesIO()
    document = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=MARGIN - 6, rightMargin=MARGIN - 6, topMargin=86, bottomMargin=54,
        title=handout["title"], author=handout["author"], lang=handout["language"],
    )  # fmt: skip
    document.build(Leaflet(clinic).story(handout), canvasmaker=numbered(handout, clinic))
    return buffer.getvalue()


def numbered(handout: Data, clinic: Data) -> type[Canvas]:
    """The well-known recipe for `Page 1 of 2`: pages are kept and get head and foot once their number is known."""

    class Numbered(Canvas):  # type: ignore[misc]
        def __init__(self, *arguments: Any, **more: Any) -> None:
            super().__init__(*arguments, **more)
            self.pages: list[Data] = []

        def showPage(self) -> None:
            self.pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for page in self.pages:
                self.__dict__.update(page)
                draw_head(self, handout, clinic)
                draw_foot(self, handout, len(self.pages))
                super().showPage()
            super().save()

    return Numbered


def draw_head(canvas: Canvas, handout: Data, clinic: Data) -> None:
    """The clinic on the left; on the right kind of page and phone, after the first page the title; a rule below."""
    first = canvas.getPageNumber() == 1
    canvas.setFont("Peer-Semibold", 14)
    canvas.drawString(MARGIN, A4[1] - 48, clinic["name"])
    canvas.setFont("Peer", 10.5)
    canvas.drawRightString(RIGHT, A4[1] - 48, "Patient leaflet" if first else handout["title"])
    if first:
        canvas.drawString(MARGIN, A4[1] - 63, clinic["tagline"])
        canvas.drawRightString(RIGHT, A4[1] - 63, clinic["phone"])
    canvas.setStrokeColor(DARK)
    canvas.line(MARGIN, A4[1] - 74, RIGHT, A4[1] - 74)


def draw_foot(canvas: Canvas, handout: Data, pages: int) -> None:
    """Title, code, version, dates and page number under a rule."""
    canvas.setStrokeColor(DARK)
    canvas.line(MARGIN, 48, RIGHT, 48)
    canvas.setFont("Peer", 10)
    named = [handout[key] for key in ("title", "code") if key in handout] + [f"version {handout['version']}"]
    dates = [f"published {month(handout['published'])}", f"review by {month(handout['review_by'])}"]
    canvas.drawString(MARGIN, 35, " · ".join(named + dates))
    canvas.drawRightString(RIGHT, 35, f"Page {canvas.getPageNumber()} of {pages}")


def month(date: str) -> str:
    """`Nov 2026` for `2026-11-22`."""
    year, number, _ = date.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def main() -> None:
    """One cold build: the paths of handout, clinic, fonts and PDF are the arguments, then the phone number."""
    source, clinic, fonts, out = map(Path, sys.argv[1:5])
    out.write_bytes(builder(source, clinic, fonts)(sys.argv[5]))
