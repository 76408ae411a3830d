"""Marked content: whatever is painted has an owner. The only file that touches the insides of ReportLab's canvas."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import Any
from urllib.parse import quote

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from layouts.fonts import NO_BREAK_SPACE, Face, family
from layouts.tagging.tree import Artifact, Element, Owner

ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"  # characters that stand in an address as they are


@dataclass(frozen=True)
class Mark:
    """Marked content on a page that belongs to an element."""

    page: int
    mcid: int


@dataclass(frozen=True)
class ObjectMark:
    """An annotation that belongs to an element."""

    page: int
    annotation: Any


Kid = Mark | ObjectMark | Element


class _TaggedCanvas(Canvas):
    """ReportLab's canvas with the two page entries that tagging needs, and without unembedded fonts."""

    struct_parents = 0
    later: Any = None  # a second stream of the page, written when it is printed

    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)
        if self.later:
            stream = pdfdoc.PDFStream(content=page.stream, filters=[pdfdoc.PDFZCompress])
            page.Contents = pdfdoc.PDFArray([self._doc.Reference(stream), self._doc.Reference(self.later)])
            page.__Refs__ = [name for name in page.__Refs__ if name != "Contents"]
        # ReportLab writes only page entries that it knows by name.
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = "/S"
        page.StructParents = self.struct_parents


def _refuse_standard_font(name: str) -> str:
    # Helvetica sneaks in through defaults of ReportLab's drawings and would not be embedded.
    raise ValueError(f"the font {name} is not embedded")


class Blank(pdfdoc.PDFObject):
    """An object that gets its bytes when the page is printed."""

    def format(self, document: Any) -> bytes:
        return b"null"


@dataclass(frozen=True, eq=False)
class Codes:
    """How text is written in a face that a document has embedded: name and codes of its subsets."""

    name: str
    codes: dict[int, int]

    def show(self, text: str, size: float) -> str:
        """Operators that show the characters, between `BT` and `ET`; every one of them has been reserved."""
        coded = [self.codes[32 if char == NO_BREAK_SPACE else ord(char)] for char in text]
        parts = []
        for subset, group in groupby(coded, key=lambda code: code >> 8):
            shown = bytes(code & 0xFF for code in group).hex()
            parts.append(f"/{self.name}+{subset} {size:g} Tf <{shown}> Tj")
        return " ".join(parts)


class Marks:
    """The pages of one PDF being drawn, and which element each mark on them belongs to."""

    def __init__(self, width: float, height: float, language: str) -> None:
        # Without these, ReportLab writes a third more bytes: streams as text, and comments between objects.
        rl_config.useA85 = rl_config.pdfComments = 0
        self.buffer = BytesIO()
        self.size, self.height = (width, height), height
        regular = family().regular
        self.canvas = _TaggedCanvas(
            self.buffer,
            (width, height),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=regular.name,
            lang=language,
        )
        self.document = self.canvas._doc
        self.document.getInternalFontName = _refuse_standard_font
        self.kids: dict[Element, list[Kid]] = {}
        self.pages: list[list[Element]] = []
        self.annotations: list[Element] = []
        self.annotation_names: list[str] = []
        self.later: dict[int, Blank] = {}
        self._owners: list[Element] = []
        self._bookmarks = 0
        self.repeated: Artifact | None = None

    @property
    def page(self) -> int:
        """The number of the page being drawn, from 0."""
        return len(self.pages)

    def end_page(self) -> None:
        """Close the page: its marks get their entry in the parent tree."""
        self.canvas.struct_parents = self.page
        self.canvas.later = self.later.get(self.page)
        self.pages.append(self._owners)
        self.canvas.showPage()
        self._owners = []

    def reserve(self, owner: Element) -> int:
        """The number of a mark that is painted when the page is printed, in a stream of its own."""
        self.later.setdefault(self.page, Blank())
        return self._mark(owner)

    def codes(self, face: Face, characters: str) -> Codes:
        """The codes of a face, with room made for these characters; nothing new can be shown afterwards."""
        font, document = face.font, self.document
        font.splitString(characters, document)
        font.getSubsetInternalName(0, document)
        state = font.state[document]
        return Codes(state.internalName, dict(state.assignments))

    @contextmanager
    def mark(self, owner: Owner) -> Iterator[None]:
        """Whatever is painted inside belongs to the owner; marks are flat and never nest."""
        self.begin(owner)
        yield
        self.code("EMC")

    @contextmanager
    def repeating(self, artifact: Artifact) -> Iterator[None]:
        """What is drawn inside was read before: a header row on a second page, a second copy of a card."""
        self.repeated = artifact
        yield
        self.repeated = None

    def begin(self, owner: Owner) -> None:
        """Open a mark; `EMC` in the code closes it."""
        owner = self.repeated or owner
        if isinstance(owner, Artifact):
            self.code(f"/Artifact {owner.properties} BDC")
            return
        self.code(f"/{owner.role} <</MCID {self._mark(owner)}>> BDC")

    def _mark(self, owner: Element) -> int:
        mcid = len(self._owners)
        self._owners.append(owner)
        self._claim(owner, Mark(self.page, mcid))
        return mcid

    def _claim(self, owner: Element, kid: Kid) -> None:
        known = self.kids.get(owner)
        if known is None:
            known = self.kids[owner] = []
            if owner.late and owner.parent is not None:
                self._claim(owner.parent, owner)
        known.append(kid)

    def code(self, operators: str) -> None:
        """Operators of the content stream, in ReportLab's own coordinates."""
        self.canvas._code.append(operators)

    def show(self, face: Face, text: str, size: float) -> None:
        """Characters in an embedded subset of a face, between `BT` and `ET`."""
        font, document = face.font, self.document
        for subset, codes in font.splitString(text, document):
            name = font.getSubsetInternalName(subset, document)
            self.code(f"{name} {size:g} Tf <{codes.hex()}> Tj")

    def link(self, element: Element, rectangle: tuple[float, float, float, float], href: str, label: str) -> None:
        """An annotation that leads somewhere, tied to its element; the rectangle is in ReportLab's coordinates."""
        number = len(self.annotations)
        name = f"link{number}"
        annotation = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pdfdoc.PDFArray([round(edge, 2) for edge in rectangle]),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": 4,
            "StructParent": _AnnotationKey(self, number),
            "Contents": pdfdoc.PDFString(label),
            "A": pdfdoc.PDFDictionary({"S": "/URI", "URI": pdfdoc.PDFString(quote(href, safe=ADDRESS))}),
        }
        self.canvas._addAnnotation(pdfdoc.PDFDictionary(annotation), name)
        self.annotations.append(element)
        self.annotation_names.append(name)
        self._claim(element, ObjectMark(self.page, self.document.refAnnotation(name)))

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry of the outline that leads to this height above the foot of the page; level 0 is the outermost."""
        if self.repeated:
            return
        self._bookmarks += 1
        key = f"heading-{self._bookmarks}"
        self.canvas.bookmarkHorizontalAbsolute(key, top)
        self.canvas.addOutlineEntry(title, key, level)


class _AnnotationKey(pdfdoc.PDFObject):
    """The key of an annotation in the parent tree: after those of all pages, so known once all pages are drawn."""

    def __init__(self, marks: Marks, key: int) -> None:
        self.marks, self.key = marks, key

    def format(self, document: Any) -> bytes:
        return b"%d" % (len(self.marks.pages) + self.key)
