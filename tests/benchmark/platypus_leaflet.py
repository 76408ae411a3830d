"""The blocks of the leaflet as platypus flowables, the way ReportLab's user guide teaches it.

A block that is not known here is a KeyError: a leaflet that silently lost text would be a fast one.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    KeepTogether,
    ListFlowable,
    ListItem,
    Paragraph,
    Spacer,
    Table,
)

Data = dict[str, Any]
MARGIN, WIDTH = 16 * mm, A4[0] - 32 * mm
DARK, RED, TINT = colors.HexColor("#083f46"), colors.HexColor("#9f1d20"), colors.HexColor("#ebf3f4")


def style(name: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    """A paragraph style in the regular weight; `more` overrides it."""
    return ParagraphStyle(name, **{"fontName": "Peer", "fontSize": size, "leading": leading, **more})


BODY = style("body", 11, 15, spaceAfter=5)
PADDED = ("PADDING", (0, 0), (-1, -1), 8)
PANEL = [("BACKGROUND", (0, 0), (-1, -1), TINT), PADDED]
RULED = [("LINEBELOW", (0, 0), (-1, -1), 0.5, DARK), ("VALIGN", (0, 0), (-1, -1), "TOP")]
CELL = style("cell", 11, 15)
SMALL = style("small", 10, 13)
TITLE = style("title", 27, 30, fontName="Peer-Semibold", textColor=DARK, spaceAfter=4)
HEADING = style("heading", 15, 18, fontName="Peer-Semibold", textColor=DARK, spaceBefore=8, keepWithNext=1)
STRONG = style("strong", 11, 15, fontName="Peer-Semibold", spaceAfter=2, keepWithNext=1)


def register(fonts: Path) -> None:
    """The two weights that every contender embeds."""
    pdfmetrics.registerFont(TTFont("Peer", fonts / "SourceSansPro-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("Peer-Semibold", fonts / "SourceSansPro-Semibold.ttf"))
    pdfmetrics.registerFontFamily("Peer", "Peer", "Peer-Semibold", "Peer", "Peer-Semibold")
    pdfmetrics.registerFontFamily("Peer-Semibold", "Peer-Semibold", "Peer-Semibold", "Peer-Semibold", "Peer-Semibold")


def load(path: Path) -> Data:
    """One YAML file, every scalar as text, by the parser in C."""
    return dict(yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader))


def read(source: Path) -> Data:
    """The handout with the shared fragments put in."""
    handout = load(source)
    handout["body"] = [block for item in handout["body"] for block in included(item, source.parent)]
    return handout


def included(item: Data, folder: Path) -> list[Data]:
    if "include" not in item:
        return [item]
    return list(load(folder / f"{item['include']}.yaml")["body"])


class Leaflet:
    """Maps blocks to flowables, with the clinic's details put in."""

    def __init__(self, clinic: Data) -> None:
        emergency = clinic["emergency"]
        self.clinic = clinic
        self.values = {f"clinic.{key}": value for key, value in clinic.items() if isinstance(value, str)}
        self.values |= {"clinic.emergency": emergency["number"], "clinic.department": emergency["department"]}

    def markup(self, text: str) -> str:
        """Strong text, emphasis and links as platypus' own XML."""
        text = re.sub(r"\{\{\s*([\w.]+)\s*\}\}", lambda match: self.values[match[1]], text)
        text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))
        text = re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
        return re.sub(r"\[(.+?)\]\((.+?)\)", r'<link href="\2">\1</link>', text)

    def line(self, text: str, look: ParagraphStyle = BODY) -> Paragraph:
        return Paragraph(self.markup(text), look)

    def prose(self, text: str) -> list[Flowable]:
        return [self.line(part) for part in text.strip().split("\n\n")]

    def points(self, texts: list[str], **more: Any) -> Flowable:
        items = [ListItem(self.line(text, CELL)) for text in texts]
        return ListFlowable(items, **{"bulletType": "bullet", "bulletFontName": "Peer", "leftIndent": 14, **more})

    def flowables(self, block: Data) -> list[Flowable]:
        """What a block becomes; its word is looked for in the order of KINDS, as a callout has a text too."""
        word = next(key for key in (*KINDS, *block) if key in block)
        return KINDS[word](self, block)

    def section(self, block: Data) -> list[Flowable]:
        note = [self.line(block["note"])] if "note" in block else []
        return [self.line(block["section"], HEADING), *note]

    def text(self, block: Data) -> list[Flowable]:
        return self.prose(block["text"])

    def bullets(self, block: Data) -> list[Flowable]:
        return [self.points(block["bullets"]), Spacer(0, 5)]

    def steps(self, block: Data) -> list[Flowable]:
        items = [ListItem(self.step(step if isinstance(step, dict) else {"step": step})) for step in block["steps"]]
        return [ListFlowable(items, bulletType="1", bulletFontName="Peer-Semibold", leftIndent=18), Spacer(0, 5)]

    def step(self, step: Data) -> list[Flowable]:
        points = [self.points(step["points"])] if step.get("points") else []
        return [self.line(step["step"], CELL), *points]

    def callout(self, block: Data) -> list[Flowable]:
        title = [self.line(block["title"], STRONG)] if "title" in block else []
        inner = title + (self.prose(block["text"]) if "text" in block else [])
        inner += [self.points(block["bullets"])] if "bullets" in block else []
        colour = RED if block["callout"] == "stop" else DARK
        box = [("BOX", (0, 0), (-1, -1), 2, colour), PADDED]
        return [Spacer(0, 5), Table([[inner]], [WIDTH], style=box), Spacer(0, 5)]

    def question(self, block: Data) -> list[Flowable]:
        first, *rest = self.prose(block["answer"])
        return [KeepTogether([self.line(block["question"], STRONG), first]), *rest]

    def table(self, block: Data) -> list[Flowable]:
        head = [self.line(cell, STRONG) for cell in block["columns"]]
        rows = [[self.line(cell, CELL) for cell in row] for row in block["rows"]]
        widths = [WIDTH / len(head)] * len(head)
        table = Table([head, *rows], widths, style=[*RULED, ("BACKGROUND", (0, 0), (-1, 0), TINT)], repeatRows=1)
        return [self.line(block["table"], STRONG), table, Spacer(0, 5)]

    def contact(self, block: Data) -> list[Flowable]:
        clinic = self.clinic
        lines = [
            f"**{clinic['name']}**. Phone {clinic['phone']} ({clinic['hours']})",
            f"Email {clinic['email']} · Website {clinic['website'].removeprefix('https://')}",
            ", ".join(clinic["address"]),
        ]
        inner = [self.line(block["clinic"], STRONG), *(self.line(line, CELL) for line in lines)]
        return [Spacer(0, 5), Table([[inner]], [WIDTH], style=PANEL), Spacer(0, 5)]

    def story(self, handout: Data) -> list[Flowable]:
        """Title band, body and sources."""
        band = [self.line(handout["title"], TITLE), self.line(handout["subtitle"])]
        body = [flowable for block in handout["body"] for flowable in self.flowables(block)]
        return [Table([[band]], [WIDTH], style=PANEL), *body, *self.sources(handout.get("sources", []))]

    def sources(self, sources: list[Any]) -> list[Flowable]:
        if not sources:
            return []
        text = f"<b>Where this comes from:</b> {'; '.join(map(self.source, sources))}."
        return [HRFlowable(WIDTH), Paragraph(text, SMALL)]

    def source(self, source: Any) -> str:
        named = source if isinstance(source, dict) else {"source": source}
        text = escape(named["source"])
        return f'<link href="{escape(named["url"])}">{text}</link>' if "url" in named else text


KINDS: dict[str, Callable[[Leaflet, Data], list[Flowable]]] = {
    "callout": Leaflet.callout, "question": Leaflet.question, "table": Leaflet.table, "clinic": Leaflet.contact,
    "section": Leaflet.section, "steps": Leaflet.steps, "bullets": Leaflet.bullets, "text": Leaflet.text,
}  # fmt: skip
