"""SVG files become drawings. What could not be printed as it was drawn is refused: svglib would leave it out unsaid."""

import logging
import math
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.parsers import expat

from layouts.figures.picture import PictureError

SPACES = ("", "http://www.w3.org/2000/svg")
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
DRAWN = SHAPES | {
    "svg", "g", "defs", "use", "a", "switch", "clipPath", "linearGradient", "radialGradient", "stop",
    "style", "title", "desc",
}  # fmt: skip
UNSEEN = {"metadata", "filter", "mask", "marker"}  # of no effect where nothing refers to them
LOST = {
    "opacity",
    "stop-opacity",
    "filter",
    "mask",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
    "mix-blend-mode",
}
PLAIN = re.compile(r"none|normal|inherit|1(\.0*)?|100%")
PROPERTY = re.compile(r"([\w-]+)\s*:\s*([^;{}]+)")
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)[^)]|@import")
PATH = re.compile(r"[\sMmZzLlHhVvCcSsQqTtAaEe0-9+.,-]*")
DEEPEST = 20  # PDF/A-2, 6.1.13: at most 28 states of graphics inside one another, some of them the page's own
MOST_SHAPES = 50_000
FLATTEST = 1000  # times as wide as high, or as high as wide

AGAIN = "open it in a drawing program and save it again as plain SVG"
DAMAGED = "is damaged or is not an SVG file", AGAIN
UNCLEAR = "has a part that cannot be understood", AGAIN
LEADS_OUTSIDE = "points to something outside itself", "save it with everything embedded, without links"
ENTITIES = "defines entities of its own", "save it again as plain SVG"
NO_SIZE = "has no size or shows nothing", "save it again with a width and a height"
TOO_DEEP = f"has groups inside groups more than {DEEPEST} deep", "ungroup its shapes, or save it as PNG"
TOO_MUCH = f"has more than {MOST_SHAPES} shapes", "simplify the drawing, or save it as PNG"
COPIES = "has copies of copies", "unlink its clones, or save it as PNG"
TEXT = "contains text as text", "turn its text into outlines, so that it looks the same everywhere"
WORDS = {
    "script": ("contains a script", "save it again as plain SVG"),
    "image": ("contains a picture made of pixels", "save it as PNG"),
    **dict.fromkeys(("text", "tspan", "textPath"), TEXT),
}


def drawing(data: bytes) -> Any:
    """A ReportLab drawing, clipped to its frame; raises PictureError."""
    _Inspection(data)
    drawn = _converted(data)
    sizes = (drawn.width, drawn.height) if drawn else (0, 0)
    if min(sizes) <= 0 or not max(sizes) <= FLATTEST * min(sizes) < math.inf:
        raise PictureError(*NO_SIZE)
    if not _counted(drawn.contents, 1):
        raise PictureError(*NO_SIZE)
    drawn.contents.insert(0, _frame(*sizes))
    return drawn


class _Inspection:
    """Reads a file without drawing it; nothing is fetched, and copies of copies never grow without end."""

    def __init__(self, data: bytes) -> None:
        self.open: list[tuple[str, int]] = []  # the id of each element around, and how many there were before it
        self.unseen = self.elements = 0
        self.sizes: dict[str, int] = {}
        self.uses: list[tuple[str, str]] = []  # what is copied, and the outermost id that the copy stands in
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text, parser.buffer_size = True, max(len(data), 1)  # a style sheet in one piece
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.characters
        parser.ProcessingInstructionHandler = self.instruction
        parser.EntityDeclHandler = self.entity
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError):  # the latter for an encoding that expat does not know
            raise PictureError(*DAMAGED) from None
        self.count_copies()

    def start(self, full_name: str, attributes: dict[str, str]) -> None:
        space, _, name = full_name.rpartition(" ")
        ours = space in SPACES
        if not self.open and name != "svg":
            raise PictureError(*DAMAGED)
        self.open.append((attributes.get("id", ""), self.elements))
        self.elements += 1
        self.unseen += bool(self.unseen) or (ours and name in UNSEEN) or not ours
        if len(self.open) > DEEPEST + 2 and not self.unseen:
            raise PictureError(*TOO_DEEP)
        for key, value in attributes.items():
            if key.rpartition(" ")[2] == "href" and name != "a":
                self.refer(name, value)
            self.characters(value)
        if not self.unseen:
            self.check(name, attributes)

    def end(self, full_name: str) -> None:
        identity, before = self.open.pop()
        self.sizes[identity] = self.elements - before
        self.unseen = max(0, self.unseen - 1)

    def check(self, name: str, attributes: dict[str, str]) -> None:
        if name not in DRAWN:
            raise PictureError(*WORDS.get(name, _unprintable(name)))
        self.check_looks([*attributes.items(), *PROPERTY.findall(attributes.get("style", ""))])
        if not PATH.fullmatch(attributes.get("d", "")):
            raise PictureError(*DAMAGED)
        if "viewBox" in attributes and not _box(attributes["viewBox"]):
            raise PictureError(*NO_SIZE)

    def check_looks(self, looks: list[tuple[str, str]]) -> None:
        for key, value in looks:
            if key in LOST and not PLAIN.fullmatch(value.strip()):
                raise PictureError(*_unprintable(key))

    def refer(self, name: str, value: str) -> None:
        if not value.startswith("#"):
            raise PictureError(*LEADS_OUTSIDE)
        if name == "use":
            self.uses.append((value[1:], next((identity for identity, _ in self.open if identity), "")))

    def characters(self, text: str) -> None:
        if OUTSIDE.search(text):
            raise PictureError(*LEADS_OUTSIDE)
        if not self.unseen:
            self.check_looks(PROPERTY.findall(text) if "{" in text else [])

    def instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            raise PictureError(*LEADS_OUTSIDE)

    def entity(self, *_: object) -> None:
        raise PictureError(*ENTITIES)

    def count_copies(self) -> None:
        copies_of_copies = {copied for copied, _ in self.uses} & {around for _, around in self.uses}
        if copies_of_copies - {""}:
            raise PictureError(*COPIES)
        if {copied for copied, _ in self.uses} - {*self.sizes}:
            raise PictureError(*UNCLEAR)
        if self.elements + sum(self.sizes.get(copied, 0) for copied, _ in self.uses) > MOST_SHAPES:
            raise PictureError(*TOO_MUCH)


def _unprintable(name: str) -> tuple[str, str]:
    return f"uses `{name}`, which cannot be printed", "draw it without that, or save it as PNG"


def _box(text: str) -> bool:
    """Whether four numbers make a frame that something can be seen in."""
    try:
        _, _, width, height = map(float, re.split(r"[\s,]+", text.strip()))
    except ValueError:
        return False
    return width > 0 and height > 0


class _Complaints(logging.Handler):
    """Svglib leaves out what it does not understand, and says so in its log alone."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def _converted(data: bytes) -> Any:
    from svglib.svglib import svg2rlg

    complaints, log = _Complaints(), logging.getLogger("svglib.svglib")
    log.addHandler(complaints)
    try:
        drawn = svg2rlg(BytesIO(data))
    except Exception:  # svglib raises whatever its parsing of numbers, colours and style sheets runs into
        raise PictureError(*DAMAGED) from None
    finally:
        log.removeHandler(complaints)
    if complaints.count:
        raise PictureError(*UNCLEAR)
    return drawn


def _counted(contents: list[Any], depth: int) -> int:
    """How many shapes there are; none of them may say a number that a page cannot."""
    if depth > DEEPEST:
        raise PictureError(*TOO_DEEP)
    count = 0
    for shape in contents:
        if not all(map(math.isfinite, _numbers(vars(shape)))):
            raise PictureError(*DAMAGED)
        dashes = getattr(shape, "strokeDashArray", None)
        if dashes and not sum(_numbers({"": dashes})) > 0:
            shape.strokeDashArray = None  # SVG draws a solid line, ReportLab refuses
        inside = getattr(shape, "contents", None)
        count += 1 if inside is None else _counted(inside, depth + 1)
    return count


def _numbers(properties: dict[str, Any]) -> Iterator[float]:
    for key, value in properties.items():
        if isinstance(value, int | float):
            yield value
        elif isinstance(value, list | tuple) and key != "contents":
            yield from (number for number in value if isinstance(number, int | float))


def _frame(width: float, height: float) -> Any:
    """What lies outside a drawing's frame is not seen, and must not cover the page around it."""
    from reportlab.graphics.shapes import definePath

    corners = [("moveTo", 0, 0), ("lineTo", width, 0), ("lineTo", width, height), ("lineTo", 0, height), "closePath"]
    return definePath(corners, isClipPath=1, fillColor=None, strokeColor=None)


def turn_grey(shape: Any) -> None:
    """Every colour becomes the grey of the same brightness (ITU-R BT.601), for black and white printers."""
    from reportlab.lib.colors import Color

    for name in ("fillColor", "strokeColor"):
        colour = getattr(shape, name, None)
        if isinstance(colour, Color):
            grey = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue
            setattr(shape, name, Color(grey, grey, grey, colour.alpha))
    for inner in getattr(shape, "contents", ()):
        turn_grey(inner)
