"""The paper that flowables draw on: text, shapes and pictures, each with its owner.

Coordinates are points from the top left corner of the page, y growing downwards.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportlab.lib.utils import ImageReader

from handouts.inline import Run
from layouts.colours import Colour
from layouts.lines import Line, Span, TextStyle
from layouts.slots import MarkedSlot, Slot, WrittenSlot
from layouts.tagging.marks import Blank, Marks
from layouts.tagging.tree import Artifact, Element, Filled, Owner


@dataclass(frozen=True)
class Pen:
    """What marks a choice: its colour, and its width in points."""

    colour: Colour
    width: float = 1.4

    @property
    def code(self) -> str:
        """The operators that take it up, whatever was drawn before."""
        red, green, blue = self.colour
        return f"{red:.3g} {green:.3g} {blue:.3g} RG {self.width:g} w [] 0 d 1 J 1 j"


Box = tuple[float, float, float, float]
FieldLabel = tuple[str, str]  # a field's name, and its label for whoever has to mend a value


@dataclass(frozen=True)
class Paint:
    """How a shape is drawn: fill and line colours (None for neither), line width in points, dashes in points."""

    fill: Colour | None = None
    line: Colour | None = None
    width: float = 1
    dash: tuple[float, ...] = ()


class Paper(Marks):
    """The pages of one PDF; every method paints for an owner."""

    def __init__(self, width: float, height: float, language: str) -> None:
        super().__init__(width, height, language)
        self.slots: list[Slot] = []
        self._colours: dict[str, Colour] = {}
        self._open_figure = False
        self._enclosed: dict[Element, tuple[int, Box]] = {}

    def end_page(self) -> None:
        """Close the page; the next one starts without colours."""
        super().end_page()
        self._colours = {}

    def heading(self, title: str, level: int, y: float) -> None:
        """An entry of the outline that leads to this height of the page; level 0 is the outermost."""
        self.bookmark(title, level, self.height - y)

    def text(
        self,
        owner: Owner,
        x: float,
        y: float,
        lines: Sequence[Line],
        size: float,
        leading: float,
        edges: Sequence[float],
    ) -> None:
        """Lines of text from the baseline y of the first one, each from its own edge; links become annotations too."""
        current: Owner | None = None
        for number, line in enumerate(lines):
            baseline, left = y + number * leading, x + edges[number]
            for index, span in enumerate(line.spans):
                span_owner = self._span_owner(owner, span)
                new = span_owner is not current
                if new:
                    self._end_text(current)
                    self.begin(span_owner)
                    self.code("BT")
                    current = span_owner
                if new or not index:
                    self.code(f"1 0 0 1 {left:.2f} {self.height - baseline:.2f} Tm")
                gap = " " if line.breaks_at_space and index == len(line.spans) - 1 else ""
                self._show(span, span.text + gap, size)
                if span.link and isinstance(span_owner, Element) and not self.repeated:
                    self._link(span_owner, span, left, baseline, size)
                left += span.width * size
        self._end_text(current)

    def _end_text(self, owner: Owner | None) -> None:
        if owner is not None:
            self.code("ET")
            self.code("EMC")

    def _span_owner(self, owner: Owner, span: Span) -> Owner:
        if not span.link or self.repeated or isinstance(owner, Artifact):
            return owner
        return span.link.element(owner)

    def _show(self, span: Span, text: str, size: float) -> None:
        self._colour("rg", span.colour)
        self.show(span.face, text, size)

    def _link(self, element: Element, span: Span, x: float, y: float, size: float) -> None:
        assert span.link is not None
        bottom, top = self.height - y - size * 0.25, self.height - y + size * 0.8
        self.link(element, (x, bottom, x + span.width * size, top), span.link.href, span.link.label)

    def _colour(self, operator: str, colour: Colour) -> None:
        if self._colours.get(operator) != colour:
            self._colours[operator] = colour
            self.code(f"{colour[0]:.3g} {colour[1]:.3g} {colour[2]:.3g} {operator}")

    def _paint(self, owner: Owner, path: str, paint: Paint) -> None:
        if paint.fill is not None:
            self._colour("rg", paint.fill)
        if paint.line is not None:
            self._colour("RG", paint.line)
            dash = " ".join(f"{length:g}" for length in paint.dash)
            self.code(f"{paint.width:g} w [{dash}] 0 d 1 J 1 j")
        operator = "B" if paint.fill and paint.line else "f" if paint.fill else "S"
        if self._open_figure:
            self.code(f"{path} {operator}")
            return
        with self.mark(owner):
            self.code(f"{path} {operator}")

    def line(self, owner: Owner, x1: float, y1: float, x2: float, y2: float, paint: Paint) -> None:
        """A straight line."""
        h = self.height
        self._paint(owner, f"{x1:.2f} {h - y1:.2f} m {x2:.2f} {h - y2:.2f} l", paint)

    def polygon(
        self, owner: Owner, points: Sequence[tuple[float, float]], paint: Paint, *, closed: bool = True
    ) -> None:
        """Straight lines from point to point."""
        h = self.height
        parts = [f"{x:.2f} {h - y:.2f} {'l' if index else 'm'}" for index, (x, y) in enumerate(points)]
        self._paint(owner, " ".join(parts) + (" h" if closed else ""), paint)

    def box(
        self, owner: Owner, x: float, y: float, width: float, height: float, paint: Paint, radius: float = 0
    ) -> None:
        """A rectangle, its corners rounded by the radius."""
        bottom = self.height - y - height
        if radius <= 0:
            self._paint(owner, f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re", paint)
            return
        self._paint(owner, _rounded(x, bottom, width, height, min(radius, width / 2, height / 2)), paint)

    def circle(self, owner: Owner, x: float, y: float, radius: float, paint: Paint) -> None:
        """A circle around a point."""
        self.box(owner, x - radius, y - radius, 2 * radius, 2 * radius, paint, radius)

    @contextmanager
    def figure(self, owner: Owner, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Everything painted inside is one figure, with its box on the page (ISO 32000-1, 14.8.5.4.3)."""
        if isinstance(owner, Element) and not self.repeated:
            self._enclose(owner, (x, self.height - y - height, x + width, self.height - y))
        with self.mark(owner):
            self._open_figure = True
            yield
            self._open_figure = False

    def _enclose(self, owner: Element, box: Box) -> None:
        """What a figure covers: a box around all of its parts, and none where these are on several pages."""
        page, known = self._enclosed.get(owner, (self.page, box))
        if page == self.page:
            left, bottom, right, top = zip(known, box, strict=True)
            around = min(left), min(bottom), max(right), max(top)
            owner.set("Layout", BBox=around)
            self._enclosed[owner] = page, around
        else:
            owner.attributes["Layout"].pop("BBox", None)

    def sketched(self, operators: str, x: float, y: float, scale: float, *, mirrored: bool = False) -> None:
        """Shapes of an open figure, written in units of their own from a point of the page, y growing downwards."""
        self.code(f"q {-scale if mirrored else scale:.5g} 0 0 {-scale:.5g} {x:.2f} {self.height - y:.2f} cm")
        self.code(operators)
        self.code("Q")

    def words(self, text: str, style: TextStyle, x: float, y: float) -> None:
        """Words of an open figure, from the baseline y: its alternative text says what they say."""
        self.code(f"BT 1 0 0 1 {x:.2f} {self.height - y:.2f} Tm")
        self._colour("rg", style.colour)
        self.show(style.face(Run(text)), f"{text} ", style.size)  # a space, or two labels are read as one word
        self.code("ET")

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

    # Places that are filled when the page is printed

    def open_lines(
        self,
        field: FieldLabel,
        owner: Element,
        x: float,
        y: float,
        width: float,
        *,
        lines: int,
        step: float,
        styles: Sequence[TextStyle],
    ) -> None:
        """Lines to write on, the first one's baseline at y, each `step` below the one before."""
        if self.repeated:
            return
        name, label = field
        mark, baseline = self.reserve(owner), self.height - y
        self.slots.append(
            WrittenSlot(name, label, self.page, owner, mark, x, baseline, width, lines, step, tuple(styles))
        )

    def open_marks(self, field: FieldLabel, options: Mapping[str, tuple[Element, Filled, str]]) -> None:
        """Things of which one is marked: its element, what that says then, and the operators that paint the mark."""
        if self.repeated or not options:
            return
        name, label = field
        self.later.setdefault(self.page, Blank())
        self.slots.append(MarkedSlot(name, label, self.page, options))

    def ring(self, x: float, y: float, width: float, height: float, pen: Pen) -> str:
        """The operators of a mark around something: a rectangle with round ends."""
        path = _rounded(x, self.height - y - height, width, height, min(width, height) / 2)
        return f"{pen.code} {path} S"

    def stroke(self, points: Sequence[tuple[float, float]], pen: Pen) -> str:
        """The operators of a mark made of straight lines."""
        parts = [f"{x:.2f} {self.height - y:.2f} {'l' if index else 'm'}" for index, (x, y) in enumerate(points)]
        return f"{pen.code} {' '.join(parts)} S"


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
