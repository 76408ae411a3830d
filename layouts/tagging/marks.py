"""The paper that flowables draw on. The only file that touches ReportLab's canvas: whatever it paints has an owner.

Coordinates are points from the top left corner of the page, y growing downwards.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from layouts.fonts import family
from layouts.lines import Line, Span
from layouts.tagging.tree import Artifact, Element, Owner

Colour = tuple[float, float, float]


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


@dataclass(frozen=True)
class Paint:
    """How a shape is drawn: fill and line colours (None for neither), line width in points, dashes in points."""

    fill: Colour | None = None
    line: Colour | None = None
    width: float = 1
    dash: tuple[float, ...] = ()


class _TaggedCanvas(Canvas):
    """ReportLab's canvas with the two page entries that tagging needs, and without unembedded fonts."""

    struct_parents = 0

    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)
        # ReportLab writes only page entries that it knows by name.
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = "/S"
        page.StructParents = self.struct_parents


def _refuse_standard_font(name: str) -> str:
    # Helvetica sneaks in through defaults of ReportLab's drawings and would not be embedded.
    raise ValueError(f"the font {name} is not embedded")


class Paper:
    """The pages of one PDF being drawn, and which element each mark belongs to."""

    def __init__(self, width: float, height: float, language: str) -> None:
        self.buffer = BytesIO()
        self.height = height
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
        self._owners: list[Element] = []
        self._colours: dict[str, Colour] = {}
        self._bookmarks = 0
        self._repeated: Artifact | None = None
        self._open_figure = False

    # Pages

    @property
    def page(self) -> int:
        """The number of the page being drawn, from 0."""
        return len(self.pages)

    def end_page(self) -> None:
        """Close the page: its marks get their entry in the parent tree."""
        self.canvas.struct_parents = self.page
        self.pages.append(self._owners)
        self.canvas.showPage()
        self._owners = []
        self._colours = {}

    # Marks

    @contextmanager
    def mark(self, owner: Owner) -> Iterator[None]:
        """Whatever is painted inside belongs to the owner; marks are flat and never nest."""
        self._begin(owner)
        yield
        self._code("EMC")

    @contextmanager
    def repeating(self, artifact: Artifact) -> Iterator[None]:
        """What is drawn inside was read before: a header row on a second page, a second copy of a card."""
        self._repeated = artifact
        yield
        self._repeated = None

    def _begin(self, owner: Owner) -> None:
        owner = self._repeated or owner
        if isinstance(owner, Artifact):
            self._code(f"/Artifact {owner.properties} BDC")
            return
        mcid = len(self._owners)
        self._owners.append(owner)
        self._claim(owner, Mark(self.page, mcid))
        self._code(f"/{owner.role} <</MCID {mcid}>> BDC")

    def _claim(self, owner: Element, kid: Kid) -> None:
        known = self.kids.get(owner)
        if known is None:
            known = self.kids[owner] = []
            if owner.late and owner.parent is not None:
                self._claim(owner.parent, owner)
        known.append(kid)

    def _code(self, operators: str) -> None:
        self.canvas._code.append(operators)

    # Text

    def text(self, owner: Owner, x: float, y: float, lines: Sequence[Line], size: float, leading: float) -> None:
        """Lines of text from the baseline y of the first one; links inside become elements and annotations."""
        current: Owner | None = None
        for number, line in enumerate(lines):
            baseline, left = y + number * leading, x
            for index, span in enumerate(line.spans):
                span_owner = self._span_owner(owner, span)
                new = span_owner is not current
                if new:
                    self._end_text(current)
                    self._begin(span_owner)
                    self._code("BT")
                    current = span_owner
                if new or not index:
                    self._code(f"1 0 0 1 {left:.2f} {self.height - baseline:.2f} Tm")
                gap = " " if line.breaks_at_space and index == len(line.spans) - 1 else ""
                self._show(span, span.text + gap, size)
                if span.link and isinstance(span_owner, Element):
                    self._link(span_owner, span, left, baseline, size)
                left += span.width * size
        self._end_text(current)

    def _end_text(self, owner: Owner | None) -> None:
        if owner is not None:
            self._code("ET")
            self._code("EMC")

    def _span_owner(self, owner: Owner, span: Span) -> Owner:
        if not span.link or self._repeated or isinstance(owner, Artifact):
            return owner
        return span.link.element(owner)

    def _show(self, span: Span, text: str, size: float) -> None:
        self._colour("rg", span.colour)
        font, document = span.face.font, self.document
        for subset, codes in font.splitString(text, document):
            name = font.getSubsetInternalName(subset, document)
            self._code(f"{name} {size:g} Tf ({self.canvas._escape(codes)}) Tj")

    def _link(self, element: Element, span: Span, x: float, y: float, size: float) -> None:
        assert span.link is not None
        left, right = x, x + span.width * size
        top, bottom = self.height - y + size * 0.8, self.height - y - size * 0.25
        number = len(self.annotations)
        name = f"link{number}"
        annotation = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pdfdoc.PDFArray([round(left, 2), round(bottom, 2), round(right, 2), round(top, 2)]),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": 4,
            "StructParent": _AnnotationKey(self, number),
            "Contents": pdfdoc.PDFString(span.link.label),
            "A": pdfdoc.PDFDictionary({"S": "/URI", "URI": pdfdoc.PDFString(span.link.href)}),
        }
        self.canvas._addAnnotation(pdfdoc.PDFDictionary(annotation), name)
        self.annotations.append(element)
        self._claim(element, ObjectMark(self.page, self.document.refAnnotation(name)))

    # Shapes

    def _colour(self, operator: str, colour: Colour) -> None:
        if self._colours.get(operator) != colour:
            self._colours[operator] = colour
            self._code(f"{colour[0]:.3g} {colour[1]:.3g} {colour[2]:.3g} {operator}")

    def _paint(self, owner: Owner, path: str, paint: Paint) -> None:
        if paint.fill is not None:
            self._colour("rg", paint.fill)
        if paint.line is not None:
            self._colour("RG", paint.line)
            dash = " ".join(f"{length:g}" for length in paint.dash)
            self._code(f"{paint.width:g} w [{dash}] 0 d 1 J 1 j")
        operator = "B" if paint.fill and paint.line else "f" if paint.fill else "S"
        if self._open_figure:
            self._code(f"{path} {operator}")
            return
        with self.mark(owner):
            self._code(f"{path} {operator}")

    def line(self, owner: Owner, x1: float, y1: float, x2: float, y2: float, paint: Paint) -> None:
        """A straight line."""
        h = self.height
        self._paint(owner, f"{x1:.2f} {h - y1:.2f} m {x2:.2f} {h - y2:.2f} l", paint)

    def polygon(self, owner: Owner, points: Sequence[tuple[float, float]], paint: Paint, *, closed: bool = True) -> None:
        """Straight lines from point to point."""
        h = self.height
        parts = [f"{x:.2f} {h - y:.2f} {'l' if index else 'm'}" for index, (x, y) in enumerate(points)]
        self._paint(owner, " ".join(parts) + (" h" if closed else ""), paint)

    def box(self, owner: Owner, x: float, y: float, width: float, height: float, paint: Paint, radius: float = 0) -> None:
        """A rectangle, its corners rounded by the radius."""
        bottom = self.height - y - height
        if radius <= 0:
            self._paint(owner, f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re", paint)
            return
        self._paint(owner, _rounded(x, bottom, width, height, min(radius, width / 2, height / 2)), paint)

    def circle(self, owner: Owner, x: float, y: float, radius: float, paint: Paint) -> None:
        """A circle around a point."""
        self.box(owner, x - radius, y - radius, 2 * radius, 2 * radius, paint, radius)

    # Pictures

    @contextmanager
    def figure(self, owner: Owner, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Everything painted inside is one figure, with its box on the page (ISO 32000-1, 14.8.5.4.3)."""
        if isinstance(owner, Element):
            owner.set("Layout", BBox=(x, self.height - y - height, x + width, self.height - y))
        with self.mark(owner):
            self._open_figure = True
            yield
            self._open_figure = False

    def image(self, owner: Owner, image: ImageReader, x: float, y: float, width: float, height: float) -> None:
        """A picture made of pixels, drawn to fill the rectangle."""
        with self.figure(owner, x, y, width, height):
            self.canvas.drawImage(image, x, self.height - y - height, width, height, mask="auto")

    def drawing(self, owner: Owner, drawing: Any, x: float, y: float, scale: float) -> None:
        """A ReportLab drawing; its own size times the scale is what it takes."""
        from reportlab.graphics import renderPDF

        canvas = self.canvas
        with self.figure(owner, x, y, drawing.width * scale, drawing.height * scale):
            canvas.saveState()
            canvas.translate(x, self.height - y - drawing.height * scale)
            canvas.scale(scale, scale)
            renderPDF.draw(drawing, canvas, 0, 0)
            canvas.restoreState()

    # Navigation

    def bookmark(self, title: str, level: int, y: float) -> None:
        """An entry of the outline that leads to this height of the page; level 0 is the outermost."""
        if self._repeated:
            return
        self._bookmarks += 1
        key = f"heading-{self._bookmarks}"
        self.canvas.bookmarkHorizontalAbsolute(key, self.height - y)
        self.canvas.addOutlineEntry(title, key, level)


class _AnnotationKey(pdfdoc.PDFObject):
    """The key of an annotation in the parent tree: after those of all pages, so known once all pages are drawn."""

    def __init__(self, paper: Paper, key: int) -> None:
        self.paper, self.key = paper, key

    def format(self, document: Any) -> bytes:
        return b"%d" % (len(self.paper.pages) + self.key)


CURVE = 0.5523  # control points of a Bezier curve that passes for a quarter of a circle


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    right, top, c = x + width, y + height, radius * (1 - CURVE)
    return " ".join(
        (
            f"{x + radius:.2f} {y:.2f} m {right - radius:.2f} {y:.2f} l",
            f"{right - c:.2f} {y:.2f} {right:.2f} {y + c:.2f} {right:.2f} {y + radius:.2f} c",
            f"{right:.2f} {top - radius:.2f} l",
            f"{right:.2f} {top - c:.2f} {right - c:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c",
            f"{x + radius:.2f} {top:.2f} l",
            f"{x + c:.2f} {top:.2f} {x:.2f} {top - c:.2f} {x:.2f} {top - radius:.2f} c",
            f"{x:.2f} {y + radius:.2f} l",
            f"{x:.2f} {y + c:.2f} {x + c:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h",
        )
    )
