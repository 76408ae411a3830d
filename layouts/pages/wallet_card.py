"""A wallet card: two sides of 85 by 55 mm beside each other, to be cut out and folded.

A sheet holds as many cards as fit; the first is content, the others are copies of it for the printer.
"""

from collections.abc import Sequence
from dataclasses import replace

from handouts.model import Block, Handout, Section
from handouts.problem import Problem
from layouts.blocks import compose
from layouts.context import Context
from layouts.flow import Area, Placed, place
from layouts.flowables.base import Flowable, total
from layouts.flowables.paragraph import coloured, plain
from layouts.pages.furniture import BOTTOM
from layouts.pages.head import TOP
from layouts.pages.plan import Plan
from layouts.paper import Paint, Paper
from layouts.story import parts
from layouts.tagging.tree import DECORATION, Artifact, Element
from layouts.theme import MM

WIDTH, HEIGHT = 85 * MM, 55 * MM
MARGIN = 3.6 * MM
ABOVE_FOOT = 0.8 * MM
GAP = 8 * MM  # between cards, for the cutter and its marks
MARK, CLEARANCE = 2.5 * MM, 1 * MM
# Body sizes from 8.1 down to 6.6 points: a card is a compromise, and the leaflet says the same in full size.
SCALES = (0.66, 0.64, 0.62, 0.6, 0.58, 0.56, 0.54)
SCALE = SCALES[0]
TIGHTNESS = 0.5
COPY = Artifact("Pagination")


def lay_out(handout: Handout, page: Context, size: tuple[float, float]) -> Plan:
    """One sheet of cards, in the largest type that leaves both sides whole."""
    for scale in SCALES:
        sheet = Sheet(
            handout,
            replace(page, theme=replace(page.theme, scale=scale, tightness=TIGHTNESS), problems=[], compact=True),
            size,
        )
        if sheet.fits:
            break
    else:
        page.problems.append(sheet.too_full())
    page.problems.extend(sheet.page.problems)
    if closing := page.clinic.closing(handout.id):
        hint = "take the note out for this handout, or say it on the card itself"
        page.problems.append(closing[0].place.problem("P112", "a wallet card has no room for a closing note", hint))
    return Plan([sheet.placed()], sheet.root, sheet, used=1)


class Sheet:
    """The cards on one piece of paper, and what is printed around them."""

    def __init__(self, handout: Handout, page: Context, size: tuple[float, float]) -> None:
        self.handout, self.size = handout, size
        self.page = page.narrow(WIDTH - 2 * MARGIN)
        self.root = Element("Document")
        self.sides: list[list[Flowable]] = []
        self.feet: list[Flowable] = []
        for number, blocks in enumerate(_sides(handout.blocks)):
            self.sides.append(self._side(number, blocks))
            self.feet.append(self._code() if number else self._name())

    def _side(self, number: int, blocks: Sequence[Block]) -> list[Flowable]:
        flowables: list[Flowable] = []
        if not number:
            title = self.page.heading(plain(self.handout.title, self.handout.place), "section", self.root, 0)
            flowables.append(title)
            if self.handout.subtitle:
                flowables.append(self.page.paragraph(self.handout.subtitle, "body", self.root.add("P")))
        return flowables + compose(blocks, self.root, self.page.inside(1))

    def _name(self) -> Flowable:
        """Whose card it is, at the foot of the first side."""
        style = coloured(self.page.theme.style("strong"), self.page.theme.colours["dark"])
        name = self.page.clinic.name or ""
        return self.page.words_of(name, style, self.root.add("P") if name else COPY, self.page.clinic.place)

    def _code(self) -> Flowable:
        words, handout = self.page.words, self.handout
        parts = (handout.code, words.version.format(version=handout.version), words.month_of(handout.published))
        text = " · ".join(part for part in parts if part)
        return self.page.words_of(text, "label", self.root.add("P"), self.handout.place)

    # Room

    @property
    def room(self) -> float:
        """The height for text on a side, in points: whole units, for the foot stands on the grid too."""
        return self._units(HEIGHT - 2 * MARGIN)

    def _units(self, points: float) -> float:
        unit = self.page.theme.unit
        return int(points / unit) * unit

    def _above(self, foot: Flowable) -> float:
        """What is left of the room above a foot."""
        return self.room - foot.height(self.page.width) - self.page.theme.snap(ABOVE_FOOT)

    def _over(self) -> float:
        """By how many points the fuller side is too full."""
        return max(
            total(side, self.page.width) - self._above(foot) for side, foot in zip(self.sides, self.feet, strict=True)
        )

    @property
    def fits(self) -> bool:
        """Whether both sides are whole."""
        return len(self.sides) == 2 and self._over() <= 0.5

    def too_full(self) -> Problem:
        """What to say when even the smallest type is too large."""
        if len(self.sides) != 2:
            message = f"a wallet card has two sides, and this has {len(self.sides)}"
            return self.handout.place.problem("P111", message, "use two sections of level 1, one for each side")
        message = f"too much for a side of a wallet card, by {self._over() / MM:.0f} mm"
        return self.handout.place.problem("P110", message, "shorten it by a line or two")

    # Places

    @property
    def spread(self) -> tuple[float, float]:
        """Width and height of an open card: folded like a book, or like a tent on paper too narrow for that."""
        return (2 * WIDTH, HEIGHT) if self.size[0] >= 2 * (WIDTH + CLEARANCE + MARK) else (WIDTH, 2 * HEIGHT)

    def _origins(self) -> list[tuple[float, float]]:
        (width, height), (wide, high) = self.size, self.spread
        rows = max(1, int((height - TOP - BOTTOM + GAP) // (high + GAP)))
        columns = max(1, int((width + GAP) // (wide + GAP)))
        left = (width - columns * wide - (columns - 1) * GAP) / 2
        top = (height - rows * high - (rows - 1) * GAP) / 2
        return [
            (left + column * (wide + GAP), top + row * (high + GAP)) for row in range(rows) for column in range(columns)
        ]

    def _at(self, x: float, y: float) -> list[Placed]:
        placed: list[Placed] = []
        step_right, step_down = self.spread[0] - WIDTH, self._units(self.spread[1] - HEIGHT)
        for number, (side, foot) in enumerate(zip(self.sides, self.feet, strict=True)):
            left, top = x + number * step_right + MARGIN, y + number * step_down + MARGIN
            frame = Area(left, top, self.page.width, self._above(foot))
            placed += place(side, frame, self.page.theme)
            placed.append(Placed(foot, frame.x, top + self.room - foot.height(frame.width), frame.width))
        return placed

    def placed(self) -> list[Placed]:
        """The first card, which is the content of the sheet."""
        return self._at(*self._origins()[0])

    # Drawing

    def __call__(self, paper: Paper, number: int, pages: int) -> None:
        """Cut and fold marks of all cards, and the copies of the first one."""
        first, *others = self._origins()
        self._marks(paper, *first)
        for x, y in others:
            self._marks(paper, x, y)
            with paper.repeating(COPY):
                for item in self._at(x, y):
                    item.flowable.draw(paper, item.x, item.y, item.width)

    def _marks(self, paper: Paper, x: float, y: float) -> None:
        """Lines at the corners, outside the card, and dashes where it is folded."""
        ink = self.page.theme.colours["ink"]
        paint = Paint(line=ink, width=0.5)
        right, bottom = x + self.spread[0], y + self.spread[1]
        for left in (x, right):
            paper.line(DECORATION, left, y - CLEARANCE - MARK, left, y - CLEARANCE, paint)
            paper.line(DECORATION, left, bottom + CLEARANCE, left, bottom + CLEARANCE + MARK, paint)
        for top in (y, bottom):
            paper.line(DECORATION, x - CLEARANCE - MARK, top, x - CLEARANCE, top, paint)
            paper.line(DECORATION, right + CLEARANCE, top, right + CLEARANCE + MARK, top, paint)
        fold = Paint(line=ink, width=0.5, dash=(2, 2))
        if self.spread == (2 * WIDTH, HEIGHT):
            paper.line(DECORATION, x + WIDTH, y, x + WIDTH, bottom, fold)
        else:
            paper.line(DECORATION, x, y + HEIGHT, right, y + HEIGHT, fold)


def _sides(blocks: Sequence[Block]) -> list[list[Block]]:
    """A side for each section of the first level; what stands before the first belongs to it."""
    sides: list[list[Block]] = []
    for part in parts(blocks):
        level = part.section.level if part.section else 2
        found = [*([part.section] if part.section else []), *part.blocks]
        if sides and (level > 1 or not any(isinstance(block, Section) for block in sides[0])):
            sides[-1] += found
        else:
            sides.append(found)
    return sides
