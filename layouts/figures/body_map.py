"""Maps of the body: an original schematic, constructed from the landmarks that `body.grid` names."""

from functools import lru_cache

from handouts.drawings.body_map import BodyMap
from layouts.figures.body import faults
from layouts.figures.body.chart import ROW_GAP, Arrangement, arrangements
from layouts.figures.body.content import contents
from layouts.figures.body.labels import BREAKS
from layouts.figures.body.leads import styles
from layouts.figures.body.legend import Legend, entries
from layouts.figures.body.palette import palette
from layouts.figures.body.panel import panel
from layouts.figures.drawn import Setting
from layouts.figures.sketch import Sketch
from layouts.paper import Paper
from layouts.tagging.tree import Owner


def draw(drawing: BodyMap, setting: Setting) -> "Chart":
    """A map that arranges itself on the room it gets; what it cannot show is a problem."""
    found = list(faults.find(drawing))
    setting.problems.extend(found)
    return Chart(drawing, setting, whole=not found)


class Chart:
    """A map at any width: its words keep their size, and the body is as large as they leave room for."""

    gap = ROW_GAP

    def __init__(self, drawing: BodyMap, setting: Setting, *, whole: bool = True) -> None:
        self.drawing, self.setting, self.whole = drawing, setting, whole
        self.strips = lru_cache(maxsize=4)(self._strips)

    def height(self, width: float) -> float:
        """How tall it is at a width, in points."""
        strips = self.strips(width)
        return sum(strip.height(width) for strip in strips) + self.gap * (len(strips) - 1)

    def draw(self, paper: Paper, owner: Owner, x: float, y: float, width: float) -> None:
        """All of it as one figure, its top left corner at x, y."""
        for strip in self.strips(width):
            strip.draw(paper, owner, x, y, width)
            y += strip.height(width) + self.gap

    def arranged(self, width: float) -> tuple[Arrangement, float] | None:
        """The arrangement with the largest body, and its scale; None where there is no room for any."""
        theme, words = self.setting.theme, self.setting.words
        set_in = styles(theme.style("label"), theme.colours["ink"], theme.colours["red"], theme.scale)
        legend = Legend(tuple(entries(self.drawing, words.body)), set_in.name)
        shown, side = contents(self.drawing, words.body), self.drawing.side
        ways = [[panel(one, side, words, set_in, breaks) for one in shown] for breaks in BREAKS]
        tried = [
            (each, each.scale(width, self.setting.tallest))
            for panels in ways
            for each in arrangements(panels, legend, width)
        ]
        fitting = [(each, scale) for each, scale in tried if scale is not None]
        return max(fitting, key=lambda pair: self._rank(pair[0], pair[1]), default=None)

    def _rank(self, arrangement: Arrangement, scale: float) -> tuple[bool, bool, float]:
        """One that is no taller than asked for comes first, then one whose rows are not; they can be parted."""
        tallest = self.setting.tallest
        return arrangement.height(scale) <= tallest, arrangement.tallest(scale) <= tallest, arrangement.worth(scale)

    def _strips(self, width: float) -> list[Sketch]:
        """Its rows, which may stand on different pages."""
        found = self.arranged(width) if self.whole else None
        if found is None:
            return self._nothing(width)
        arrangement, scale = found
        return arrangement.sketches(width, scale, palette(self.setting.theme))

    def _nothing(self, width: float) -> list[Sketch]:
        if self.whole:
            message = f"this map has no room for its names: it is {width / 72 * 2.54:.1f} cm wide"
            hint = "make it wider, show fewer views, or write `labels: no`"
            self.setting.problems.append(self.drawing.place.problem("F134", message, hint))
        return [Sketch(width, width, [])]
