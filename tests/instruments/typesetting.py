"""How text is set: its lines, their sizes, and what pages and columns do to it. Lengths are points, y grows upwards."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, dropwhile, groupby, pairwise

from tests.instruments.content import Shown
from tests.instruments.tags import INLINE, Artifact, Piece, Reading, Tag

HEADINGS = {"H1", "H2", "H3", "H4", "H5", "H6"}
DESCENT, ASCENT = 0.25, 0.75  # of the size, below and above a baseline
UNIT = 2.67  # points, about, of the grid: a whole part of the way from one line of body text to the next
PARTS = 6  # of that way at least
EXACT = 0.015  # two baselines are written in hundredths of a point each


@dataclass(frozen=True)
class Line:
    """What stands on one baseline of one page."""

    page: int
    baseline: float
    size: float
    text: str


@dataclass
class Block:
    """A text that is broken into lines by itself, and the tags it stands in, from the root down to its own."""

    path: tuple[str, ...]
    lines: list[Line] = field(default_factory=list)

    @property
    def heading(self) -> bool:
        """Whether it opens what follows."""
        return bool(HEADINGS & set(self.path))

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(" ".join(line.text for line in self.lines).split())


def blocks(tag: Tag, path: tuple[str, ...] = ()) -> Iterator[Block]:
    """Every text in reading order; those of a tag that holds other blocks besides come one by one."""
    path = (*path, tag.role)
    own = Block(path, list(_lines(_pieces(tag))))
    if own.lines:
        yield own
    for kid in tag.tags:
        if kid.role not in INLINE:
            yield from blocks(kid, path)


def _pieces(tag: Tag) -> Iterator[Piece]:
    """What is painted for the tag itself and the inline tags in it."""
    for kid in tag.kids:
        if isinstance(kid, Piece):
            yield kid
        elif isinstance(kid, Tag) and kid.role in INLINE:
            yield from _pieces(kid)


def _lines(pieces: Iterator[Piece]) -> Iterator[Line]:
    shown = ((piece.page, each) for piece in pieces for each in piece.shown)
    for (page, baseline), group in groupby(shown, key=lambda pair: (pair[0], pair[1].baseline)):
        same = [each for _, each in group]
        text = "".join(each.text for each in same).strip()
        if text:
            yield Line(page, baseline, min(each.size for each in same), text)


def sizes(reading: Reading) -> dict[float, int]:
    """How many characters are set in each size, furniture included."""
    found: dict[float, int] = {}
    for shown in _shown(reading):
        size = round(shown.size, 2)
        found[size] = found.get(size, 0) + len(shown.text.strip())
    return found


def _shown(reading: Reading) -> Iterator[Shown]:
    painted = chain.from_iterable(
        owner.shown for owner in chain[Piece | Artifact](reading.root.pieces(), reading.artifacts)
    )
    return (shown for shown in painted if shown.text.strip())


def closing_headings(reading: Reading) -> list[str]:
    """Headings that end a page."""
    last = {line.page: block for block in blocks(reading.root) for line in block.lines}
    return [f"page {page + 1}: {block.text!r}" for page, block in sorted(last.items()) if block.heading]


def lone_lines(reading: Reading) -> list[str]:
    """Texts that leave one of their lines alone on a page; the names in a picture are no lines of one text."""
    return [
        f"page {page + 1}: {block.text[:60]!r}"
        for block in blocks(reading.root)
        for page, group in groupby(block.lines, key=lambda line: line.page)
        if len(list(group)) == 1 < len(block.lines)
        and {line.page for line in block.lines} != {page}
        and "Figure" not in block.path
    ]


def split_boxes(reading: Reading) -> list[str]:
    """Boxes with a sign that go on on another page, although they did not begin at the head of one."""
    opening: dict[int, tuple[int, int]] = {}
    for piece in _under_headings(reading.root):
        opening.setdefault(piece.page, (piece.page, piece.mcid))
    found = []
    for box in (tag for tag in reading.root.walk() if _is_box(tag)):
        first, *others = (piece for piece in box.pieces() if not piece.text or piece.text.strip())
        if any(piece.page != first.page for piece in others) and opening.get(first.page) != (first.page, first.mcid):
            found.append(f"page {first.page + 1}: {next(block.text for block in blocks(box))!r}")
    return found


def _is_box(tag: Tag) -> bool:
    """A box of the page begins with its sign."""
    return tag.role == "Div" and bool(tag.tags) and tag.tags[0].role == "Figure"


def _under_headings(tag: Tag) -> Iterator[Piece]:
    """Everything painted but headings: they stay with what they head."""
    for kid in tag.kids:
        if isinstance(kid, Piece):
            yield kid
        elif isinstance(kid, Tag) and kid.role not in HEADINGS:
            yield from _under_headings(kid)


def feet(reading: Reading) -> dict[int, float]:
    """The pages with a foot, and how high its words reach above the bottom edge."""
    found: dict[int, float] = {}
    for artifact in reading.artifacts:
        if artifact.subtype == "Footer":
            tops = (shown.baseline + ASCENT * shown.size for shown in artifact.shown)
            found[artifact.page] = max(found.get(artifact.page, 0), *tops)
    return found


def into_the_foot(reading: Reading, clear: float = 6) -> list[str]:
    """Lines that end lower than `clear` above the words of the foot."""
    tops = feet(reading)
    return [
        f"page {line.page + 1}: {line.text[:60]!r}"
        for block in blocks(reading.root)
        for line in block.lines
        if line.baseline - DESCENT * line.size < tops.get(line.page, 0) + clear
    ]


def wide_lines(reading: Reading, most: int) -> list[str]:
    """Running texts with more characters on a line: those of two lines or more, outside headings."""
    running = (block for block in blocks(reading.root) if len(block.lines) > 1 and not block.heading)
    longest = ((max(len(line.text) for line in block.lines), block) for block in running)
    return [f"{count}: {block.text[:60]!r}" for count, block in longest if count > most]


def off_the_grid(reading: Reading) -> list[str]:
    """Lines that are no whole number of units below the first line of their page; a unit is a part of the leading.

    The leading is that of the body text of these very pages; a head above the title stands outside the grid, and so do
    words in pictures.
    """
    units = _units(reading)
    if not units:
        return ["no body text of two lines says what the grid is"]
    return min((_off_grid(reading, unit) for unit in units), key=len)


def _off_grid(reading: Reading, unit: float) -> list[str]:
    lines = [line for block in _below_the_head(reading) for line in block.lines]
    first = {line.page: line.baseline for line in reversed(lines)}
    return [
        f"page {line.page + 1}: {line.text[:60]!r}, {off:.2f} points off"
        for line in lines
        if (off := _off(first[line.page] - line.baseline, unit)) > EXACT
    ]


def _below_the_head(reading: Reading) -> Iterator[Block]:
    below = dropwhile(lambda block: "H1" not in block.path, blocks(reading.root))
    return (block for block in below if "Figure" not in block.path)


def _units(reading: Reading) -> set[float]:
    """From the commonest distance of two lines in the commonest size; a handout's pages have one, in hundredths.

    Where lines are set closer, the unit is smaller, and a line may have one more of them.
    """
    found = list(_below_the_head(reading))
    counted = Counter[float]()
    for line in chain.from_iterable(block.lines for block in found):
        counted[line.size] += len(line.text)
    [(body, _)] = counted.most_common(1)
    apart = Counter(
        round(upper.baseline - lower.baseline, 2)
        for upper, lower in chain.from_iterable(pairwise(block.lines) for block in found)
        if upper.page == lower.page and upper.size == lower.size == body
    )
    if not apart:
        return set()
    [(leading, _)] = apart.most_common(1)
    parts = max(PARTS, round(leading / UNIT))
    return {round(leading / count, 2) for count in (parts, parts + 1)}


def _off(distance: float, unit: float) -> float:
    return abs(distance - round(distance / unit) * unit)
