"""The sheets in fpdf2, which tags a picture's other words and nothing else: cells and tables from top to bottom."""

from collections.abc import Callable
from pathlib import Path

from fpdf import FPDF, FontFace
from fpdf.enums import Align, XPos, YPos

from tests.benchmark.sheets.leaflet import Data, Leaflet, read, step
from tests.benchmark.sheets.rows import Row

MARGIN, INDENT, COLUMNS = 45.4, 14.0, 3  # points; 16 mm at the sides
SMALL, BODY, HEADING, TITLE = (10, 13), (11, 15), (15, 18), (27, 34)  # size and line height
DARK, RED, TINT, BLACK = (8, 63, 70), (159, 29, 32), (235, 243, 244), (0, 0, 0)


def builder(source: Path, clinic: Path, fonts: Path) -> Callable[[Row], bytes]:
    """A new document for each sheet, as the package has it; what the files say is kept."""
    leaflet = read(source, clinic)
    return lambda row: Sheet(leaflet, fonts, row).made()


class Sheet(FPDF):
    """One document."""

    def __init__(self, leaflet: Leaflet, fonts: Path, row: Row) -> None:
        super().__init__(unit="pt", format="A4")
        self.leaflet, self.row = leaflet, row
        self.add_font("Peer", "", fonts / "SourceSansPro-Regular.ttf")
        self.add_font("Peer", "B", fonts / "SourceSansPro-Semibold.ttf")
        self.set_margins(MARGIN, 86, MARGIN)
        self.set_auto_page_break(True, 54)
        self.set_lang(leaflet.handout["language"])
        self.set_title(leaflet.handout["title"])
        self.set_author(leaflet.handout["author"])
        self.set_font("Peer")
        self.set_draw_color(DARK)
        self.set_fill_color(TINT)

    def made(self) -> bytes:
        """The whole leaflet."""
        handout = self.leaflet.handout
        self.add_page()
        self.heading(handout["title"], 0, TITLE, fill=True)
        self.say(handout["subtitle"], fill=True)
        for word, blocks in self.leaflet.groups():
            KINDS[word](self, blocks)
        return bytes(self.output())

    def header(self) -> None:
        """The clinic on the left; on the right kind of page and phone, after the first page the title; a rule below."""
        handout, clinic, first = self.leaflet.handout, self.leaflet.clinic, self.page_no() == 1
        self.set_y(36)
        self.sides(f"**{clinic['name']}**", "Patient leaflet" if first else handout["title"])
        if first:
            self.sides(clinic["tagline"], clinic["phone"])
        self.line(MARGIN, 74, self.w - MARGIN, 74)
        self.set_y(86)

    def footer(self) -> None:
        """What the leaflet is, and the number of the page, under a rule."""
        self.line(MARGIN, self.h - 48, self.w - MARGIN, self.h - 48)
        self.set_y(-44)
        self.sides(self.leaflet.foot, f"Page {self.page_no()} of {{nb}}")

    def sides(self, left: str, right: str) -> None:
        """Small words at both ends of a line."""
        size, height = SMALL
        self.set_font("Peer", size=size)
        self.set_x(MARGIN)
        self.cell(self.epw, height, left, new_x=XPos.LMARGIN, markdown=True)
        self.cell(self.epw, height, right, align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def say(self, text: str, look: tuple[int, int] = BODY, *, indent: float = 0, fill: bool = False) -> None:
        """A paragraph."""
        size, height = look
        self.set_font("Peer", size=size)
        self.set_x(MARGIN + indent)
        self.multi_cell(
            self.epw - indent, height, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L", markdown=True, fill=fill
        )

    def heading(self, text: str, level: int = 1, look: tuple[int, int] = HEADING, *, fill: bool = False) -> None:
        """A heading, and its bookmark."""
        self.start_section(text, level)
        self.set_text_color(DARK)
        self.say(f"**{text}**", look, fill=fill)
        self.set_text_color(BLACK)

    def section(self, blocks: list[Data]) -> None:
        self.ln(8)
        self.heading(blocks[0]["section"])

    def prose(self, blocks: list[Data]) -> None:
        for part in blocks[0]["text"].strip().split("\n\n"):
            self.say(" ".join(part.split()))
            self.ln(5)

    def points(self, texts: list[str], indent: float = 0) -> None:
        """Bullets; the mark stands in the margin of its words."""
        for text in texts:
            self.numbered("•", text, indent)

    def numbered(self, mark: str, text: str, indent: float = 0) -> None:
        """Words after their mark."""
        self.set_font("Peer", size=BODY[0])
        self.set_x(MARGIN + indent)
        self.cell(INDENT, BODY[1], mark)
        self.say(text, indent=indent + INDENT)

    def bullets(self, blocks: list[Data]) -> None:
        self.points(blocks[0]["bullets"])

    def steps(self, blocks: list[Data]) -> None:
        for number, each in enumerate(map(step, blocks[0]["steps"]), 1):
            self.numbered(str(number), each["step"])
            self.points(each.get("points", []), INDENT)

    def callout(self, blocks: list[Data]) -> None:
        (block,) = blocks
        bullets = [f"• {text}" for text in block.get("bullets", [])]
        colour = RED if block["callout"] == "stop" else DARK
        self.panel([f"**{block['title']}**", " ".join(block["text"].split()), *bullets], border=colour)

    def contact(self, blocks: list[Data]) -> None:
        self.panel([f"**{blocks[0]['clinic']}**", *self.leaflet.contact], fill=TINT)

    def panel(
        self, lines: list[str], *, border: tuple[int, int, int] = TINT, fill: tuple[int, int, int] | None = None
    ) -> None:
        """Lines in a box."""
        self.ln(8)
        self.set_draw_color(border)
        self.set_line_width(2)
        with self.table(first_row_as_headings=False, line_height=BODY[1], padding=6, markdown=True) as table:
            table.row().cell("\n".join(lines), style=FontFace(fill_color=fill))
        self.set_line_width(0.5)
        self.set_draw_color(DARK)
        self.ln(8)

    def ruled(self, blocks: list[Data]) -> None:
        """A table with lines between its rows; its head is repeated on the next page."""
        (block,) = blocks
        self.say(f"**{block['table']}**")
        look = FontFace(emphasis="BOLD", fill_color=TINT)
        layout = "HORIZONTAL_LINES"
        with self.table(
            borders_layout=layout, headings_style=look, line_height=BODY[1], padding=4, markdown=True
        ) as table:
            for cells in (block["columns"], *block["rows"]):
                table.row(cells)

    def drawing(self, blocks: list[Data]) -> None:
        (block,) = blocks
        width = self.epw * int(block["width"]) / 100
        source = self.leaflet.folder / block["figure"]
        self.image(source, x=Align.C, w=width, alt_text=block["alt"])
        self.ln(8)

    def fields(self, blocks: list[Data]) -> None:
        """Labels over lines with what stands on them, three in a row."""
        width = self.epw / COLUMNS
        for start in range(0, len(blocks), COLUMNS):
            row = blocks[start : start + COLUMNS]
            self.set_font("Peer", size=SMALL[0])
            for block in row:
                self.cell(width, SMALL[1], block["label"])
            self.ln()
            self.set_font("Peer", size=12)
            for block in row:
                self.cell(width - 10, 18, self.row.get(block["field"], ""), border="B")
                self.cell(10)
            self.ln(24)


KINDS: dict[str, Callable[[Sheet, list[Data]], None]] = {
    "section": Sheet.section, "text": Sheet.prose, "bullets": Sheet.bullets, "steps": Sheet.steps,
    "callout": Sheet.callout, "clinic": Sheet.contact, "table": Sheet.ruled, "figure": Sheet.drawing,
    "field": Sheet.fields,
}  # fmt: skip
