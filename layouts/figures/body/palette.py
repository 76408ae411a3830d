"""How the parts of a map are painted: in the clinic's colours, or black on white. Widths are points at scale 1."""

from dataclasses import dataclass, replace

from handouts.drawings.body_map import MuscleName
from layouts.colours import WHITE, Colour, tint
from layouts.figures.paths import Path
from layouts.figures.sketch import Hatching, Shape
from layouts.paper import Paint
from layouts.theme import BLACK, Theme

# Each muscle's zone has a pattern of its own: the angle of its lines, their distance and their dashes in points.
PATTERNS: dict[MuscleName, tuple[float, float, tuple[float, ...]]] = {
    "piriformis": (45, 3.6, ()),
    "gluteus-minimus": (135, 3.6, ()),
    "gluteus-medius": (20, 5.2, ()),
    "gluteus-maximus": (160, 5.2, ()),
    "quadratus-lumborum": (70, 3.4, (2, 1.6)),
    "hamstrings": (110, 3.4, (2, 1.6)),
    "popliteus": (45, 2.6, (0.2, 2.2)),
    "soleus": (135, 2.6, (0.2, 2.2)),
}
NERVE: Colour = (1, 0.82, 0.3)


@dataclass(frozen=True)
class Palette:
    """Paints by purpose, all widths grown by the scale of the page."""

    skin: Paint
    crease: Paint
    bone: Paint
    crest: Paint
    muscle: Paint
    fibre: Paint
    nerve: tuple[Paint, Paint]
    zone: Paint
    mark: tuple[Paint, Paint]
    danger: Paint
    leader: tuple[Paint, Paint]
    frame: Paint
    scale: float

    def hatched(self, path: Path, muscle: MuscleName, share: float = 1) -> list[Shape | Hatching]:
        """A zone in the pattern of its muscle, closer in a small view."""
        angle, gap, dash = PATTERNS[muscle]
        dashes = tuple(length * self.scale * share for length in dash)
        fine = replace(self.zone, dash=dashes)
        return [Hatching(path, fine, gap * self.scale * share, angle), Shape(path, self.zone)]

    def forbidden(self, path: Path) -> list[Shape | Hatching]:
        """A zone that nobody presses on: upright and level lines across each other, in a heavy border."""
        fine = replace(self.danger, width=0.55 * self.scale)
        ground = Shape(path, Paint(fill=WHITE))
        grid = [Hatching(path, fine, 2.4 * self.scale, angle) for angle in (0, 90)]
        return [ground, *grid, Shape(path, self.danger)]


def palette(theme: Theme) -> Palette:
    """The paints of a theme."""
    colours, scale, mono = theme.colours, theme.scale, theme.mono
    ink, grey, mid = colours["ink"], colours["line"] if mono else tint(colours["quiet"], 0.62), colours["mid"]

    def pen(colour: Colour, width: float) -> Paint:
        return Paint(line=colour, width=width * scale)

    return Palette(
        skin=Paint(fill=WHITE if mono else tint(colours["quiet"], 0.075), line=colours["quiet"], width=0.9 * scale),
        crease=pen(grey, 0.7),
        bone=Paint(fill=WHITE, line=grey, width=0.7 * scale),
        crest=pen(grey, 1.6),
        muscle=Paint(fill=WHITE if mono else tint(mid, 0.34), line=mid, width=0.8 * scale),
        fibre=pen(BLACK if mono else tint(mid, 0.62), 0.4),
        nerve=(pen(BLACK if mono else colours["amber"], 2.6), pen(WHITE if mono else NERVE, 1.4)),
        zone=pen(mid, 0.6),
        mark=(pen(WHITE, 3.4), pen(ink, 1.7)),
        danger=pen(colours["red"], 1.1),
        leader=(pen(WHITE, 1.8), pen(colours["quiet"], 0.6)),
        frame=Paint(line=colours["quiet"], width=0.7 * scale, dash=(2 * scale, 2 * scale)),
        scale=scale,
    )
