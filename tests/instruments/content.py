"""What a page paints, and under which marked content: read from the content stream alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from tests.instruments.transformation import IDENTITY, Matrix, matrix, times

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
SHOW = {"Tj", "TJ", "'", '"'}
PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"}


@dataclass(frozen=True)
class Shown:
    """A string as it stands on the page: its baseline above the bottom edge and its size, both in points."""

    text: str
    baseline: float
    size: float


@dataclass
class Mark:
    """One marked content sequence: its tag, its number if it has one, and the text inside."""

    tag: str
    mcid: int | None = None
    properties: dict[str, str] = field(default_factory=dict)
    text: str = ""
    paints: bool = False
    nested: bool = False
    shown: list[Shown] = field(default_factory=list)


@dataclass
class Content:
    """A page's marked content in painting order, and what was painted outside any."""

    marks: list[Mark] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read(page: pikepdf.Page) -> Content:
    """The marked content of a page; form XObjects count as part of the sequence that paints them."""
    painter = _Painter()
    painter.run(page, page.get("/Resources", pikepdf.Dictionary()))
    if painter.open:
        painter.content.faults.append("marked content is not closed")
    return painter.content


class _Painter:
    """Follows the operators that show text, paint, and open or close marked content."""

    def __init__(self) -> None:
        self.content = Content()
        self.open: list[Mark] = []
        self.font: Any = None
        self.size = 0.0
        self.matrix = self.text_matrix = IDENTITY
        self.saved: list[tuple[Any, float, Matrix]] = []
        self.maps: dict[tuple[int, int], dict[int, str]] = {}

    def run(self, stream: Any, resources: Any) -> None:
        for instruction in pikepdf.parse_content_stream(stream):
            self.step(str(instruction.operator), list(instruction.operands), resources)

    def step(self, operator: str, operands: list[Any], resources: Any) -> None:
        if operator in SHOW:
            self.show(operands, resources)
        elif operator in PAINT:
            self.paint(operator)
        elif operator in ("BDC", "BMC", "EMC"):
            self.mark(operator, operands, resources)
        elif operator == "Do":
            self.place(resources["/XObject"][str(operands[0])], str(operands[0]), resources)
        elif operator == "Tf":
            self.font, self.size = resources["/Font"][str(operands[0])], float(operands[1])
        elif operator == "q":
            self.saved.append((self.font, self.size, self.matrix))
        elif operator == "Q":
            self.font, self.size, self.matrix = self.saved.pop()
        else:
            self.move(operator, operands)

    def move(self, operator: str, operands: list[Any]) -> None:
        """Where the next thing stands, and how much larger it is drawn."""
        if operator == "cm":
            self.matrix = times(matrix(operands), self.matrix)
        elif operator == "BT":
            self.text_matrix = IDENTITY
        elif operator == "Tm":
            self.text_matrix = matrix(operands)
        elif operator in ("Td", "TD"):
            self.text_matrix = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.text_matrix)

    def mark(self, operator: str, operands: list[Any], resources: Any) -> None:
        if operator != "EMC":
            self.begin(operands, resources)
        elif self.open:
            self.open.pop()
        else:
            self.content.faults.append("EMC without BDC")

    def begin(self, operands: list[Any], resources: Any) -> None:
        properties = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
        if isinstance(properties, pikepdf.Name):
            properties = resources["/Properties"][str(properties)]
        mcid = int(properties["/MCID"]) if "/MCID" in properties else None
        values = {key[1:]: str(value).lstrip("/") for key, value in properties.items() if key != "/MCID"}
        mark = Mark(str(operands[0])[1:], mcid, values, nested=bool(self.open))
        self.open.append(mark)
        self.content.marks.append(mark)

    def paint(self, what: str, text: str = "") -> Mark | None:
        """The innermost numbered sequence owns what is painted, else the outermost one, else nobody."""
        if not self.open:
            self.content.stray.append(text or what)
            return None
        owner = next((mark for mark in reversed(self.open) if mark.mcid is not None), self.open[0])
        owner.text += text
        owner.paints = True
        return owner

    def show(self, operands: list[Any], resources: Any) -> None:
        strings = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
        codes = b"".join(bytes(string) for string in strings if isinstance(string, pikepdf.String))
        text = self.decode(codes)
        owner = self.paint("text", text)
        if owner:
            placed = times(self.text_matrix, self.matrix)
            owner.shown.append(Shown(text, placed[5], self.size * (placed[2] ** 2 + placed[3] ** 2) ** 0.5))

    def decode(self, codes: bytes) -> str:
        key = self.font.objgen
        if key not in self.maps:
            self.maps[key] = to_unicode(self.font)
        wide = 2 if self.font.get("/Subtype") == "/Type0" else 1
        numbers = (int.from_bytes(codes[at : at + wide], "big") for at in range(0, len(codes), wide))
        return "".join(self.maps[key].get(number, UNKNOWN) for number in numbers)

    def place(self, form: Any, name: str, resources: Any) -> None:
        if form.get("/Subtype") != "/Form":
            self.paint(name)
            return
        outside, state, saved = not self.open, (self.font, self.size, self.matrix), self.saved
        self.saved, self.matrix = [], times(matrix(form.get("/Matrix", IDENTITY)), self.matrix)
        self.run(form, form.get("/Resources", resources))
        (self.font, self.size, self.matrix), self.saved = state, saved
        if outside and "/Group" in form:
            self.content.stray.append(name)


HEX = rb"<([0-9A-Fa-f]+)>"
SINGLE = re.compile(HEX + rb"\s*" + HEX)
RANGE = re.compile(HEX + rb"\s*" + HEX + rb"\s*(?:" + HEX + rb"|\[([^\]]*)\])")


def to_unicode(font: Any) -> dict[int, str]:
    """Character code to text, as the font's ToUnicode map says; empty when it has none."""
    if "/ToUnicode" not in font:
        return {}
    return dict(_entries(font["/ToUnicode"].read_bytes()))


def _entries(cmap: bytes) -> Iterator[tuple[int, str]]:
    for section in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, value in SINGLE.findall(section):
            yield int(code, 16), _characters(value)
    for section in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for low, high, first, each in RANGE.findall(section):
            yield from _range(int(low, 16), int(high, 16), first, re.findall(HEX, each))


def _range(low: int, high: int, first: bytes, each: list[bytes]) -> Iterator[tuple[int, str]]:
    for offset, code in enumerate(range(low, high + 1)):
        if not first:
            yield code, _characters(each[offset])
            continue
        start = _characters(first)
        yield code, start[:-1] + chr(ord(start[-1]) + offset)


def _characters(value: bytes) -> str:
    return bytes.fromhex(value.decode().zfill(-(-len(value) // 4) * 4)).decode("utf-16-be", "replace")
