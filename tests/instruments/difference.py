"""Two pictures of a page compared as a person would: what moved or is missing counts, the rims of letters do not."""

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageStat

CELL = 3  # pixels; what differs by less than a cell of grey is how letters are smoothed
MEAN = 2.0  # levels of 255, over the whole picture
# Levels by which cells differ, and how many in one piece: a dark thing may be small, a faint one has to be long.
CLEAR, FAINT = (15, 14), (9, 60)


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart: on average, and in the largest pieces that differ clearly or faintly."""

    mean: float
    clear: int
    faint: int
    cells: Image.Image

    @property
    def matters(self) -> bool:
        """Whether a reader would see it."""
        return self.mean > MEAN or self.clear > CLEAR[1] or self.faint > FAINT[1]

    def __str__(self) -> str:
        return (
            f"{self.mean:.1f} levels on average (at most {MEAN}), {self.clear} cells in one piece that differ clearly "
            f"(at most {CLEAR[1]}), {self.faint} that differ faintly (at most {FAINT[1]})"
        )


def compare(actual: Image.Image, wanted: Image.Image) -> Difference:
    """The difference of two pictures; those of different sizes differ in everything."""
    if actual.size != wanted.size:
        every = actual.width * actual.height
        return Difference(255, every, every, Image.new("L", actual.size, 255))
    one, other = (picture.convert("RGB").reduce(CELL) for picture in (actual, wanted))
    red, green, blue = ImageChops.difference(one, other).split()
    cells = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return Difference(float(ImageStat.Stat(cells).mean[0]), _largest(cells, CLEAR[0]), _largest(cells, FAINT[0]), cells)


def picture(difference: Difference, actual: Image.Image, wanted: Image.Image) -> Image.Image:
    """What is wanted, what is found, and where they differ, side by side: black where they do."""
    where = difference.cells.point(lambda level: 255 - min(255, level * 4)).resize(
        actual.size, Image.Resampling.NEAREST
    )
    parts = [each.convert("RGB") for each in (wanted, actual, where)]
    sheet = Image.new("RGB", (sum(part.width + 8 for part in parts), max(part.height for part in parts)), "#808080")
    left = 0
    for part in parts:
        sheet.paste(part, (left, 0))
        left += part.width + 8
    return sheet


def _largest(cells: Image.Image, least: int) -> int:
    """The number of cells in the largest piece with this level; cells that touch at a corner hang together."""
    left = {index for index, level in enumerate(cells.tobytes()) if level >= least}
    largest = 0
    while left:
        largest = max(largest, _piece(left, cells.width))
    return largest


def _piece(left: set[int], width: int) -> int:
    """Takes one piece out of the cells that are left, and counts it."""
    waiting, count = [left.pop()], 0
    while waiting:
        index = waiting.pop()
        count += 1
        for near in (index + down * width + across for down in (-1, 0, 1) for across in (-1, 0, 1)):
            if near in left and abs(near % width - index % width) <= 1:
                left.remove(near)
                waiting.append(near)
    return count
