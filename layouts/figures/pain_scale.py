"""A pain scale in zones. They differ by the line around their numbers as well as by colour: thin, heavy, dashed.

It is a list, not a picture: each zone's numbers are the label of its words. So both are text, read aloud in turn. The
boxes around the numbers and the faces are decoration, for whatever they say, the words say too.
"""

from dataclasses import replace

from handouts.drawings.pain_scale import LAST, Kind, PainScale, Zone
from layouts.figures import face
from layouts.figures.drawn import Stand
from layouts.flowables.base import Flowable, Space
from layouts.flowables.paragraph import Paragraph, plain
from layouts.flowables.parted import Part, Parted
from layouts.flowables.stack import Inset, Stack
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION, Element
from layouts.theme import Theme

COLOURS: dict[Kind, str] = {"fine": "mid", "limit": "amber", "stop": "red"}  # of lines, faces and strong words
PAIN: dict[Kind, float] = {"fine": 0.0, "limit": 0.5, "stop": 1.0}  # of the faces


def compose(drawing: PainScale, stand: Stand) -> Flowable:
    """The caption, which says what is rated, then the scale with its words."""
    theme = stand.setting.theme
    if not _possible(drawing, stand):
        return Space(0)
    caption = stand.captioned()
    for text in caption:
        text.keep, text.after = True, theme.space(1)
    element = stand.parent.add("L").set("List", ListNumbering="None")
    spans = zip(drawing.pain_scale, drawing.spans, strict=True)
    parts = [_part(zone, span, element, stand, faces=drawing.faces) for zone, span in spans]
    return Stack([*caption, Parted(parts, theme)], together=True)


def _possible(drawing: PainScale, stand: Stand) -> bool:
    """Whether there is a scale to draw; what is wrong with it is a problem."""
    problems = stand.setting.problems
    if not drawing.whole:
        message = f"the zones of this pain scale do not run from 0 to {LAST}"
        hint = f"let each `up_to` be larger than the one before it, and the last one {LAST}"
        problems.append(drawing.place.problem("F140", message, hint))
    if stand.alt:
        message = "a pain scale is read aloud word for word, so it has no alternative text"
        problems.append(stand.place.problem("F141", message, "take `alt` out, and say it in `words` or `caption`"))
    return drawing.whole


def _part(zone: Zone, span: tuple[int, int], parent: Element, stand: Stand, *, faces: bool) -> Part:
    theme, words = stand.setting.theme, stand.setting.words
    low, high = span
    said = words.to.format(low=low, high=high) if low < high else str(low)
    item = parent.add("LI")
    label = item.add("Lbl", alt=said)

    def number(shown: str) -> Paragraph:
        made = stand.paragraph(plain(shown, zone.place), "strong", label)
        made.flush = 0.5
        return made

    style = replace(theme.style("body"), strong_colour=theme.colours[COLOURS[zone.zone]])
    text = stand.paragraph(zone.words, style, item.add("LBody"))
    numbers = [number(f"{each} ") for each in range(low, high + 1)]  # apart, or they would be read as one
    shown = _Faced(text, zone, theme) if faces else text
    least = text.least_width() + (shown.left if isinstance(shown, Inset) else 0)
    return Part(numbers, number(said), shown, least, paint(zone.zone, theme))


def paint(kind: Kind, theme: Theme) -> Paint:
    """How the numbers of a zone are framed: known by the line, whatever the colours."""
    colours, filled = theme.colours, theme.look.panels == "filled"
    line, width = colours[COLOURS[kind]], min(theme.scale * theme.growth, 1.4)
    match kind:
        case "fine":
            return Paint(fill=colours["tint"] if filled else None, line=line, width=width)
        case "limit":
            return Paint(fill=colours["amber tint"] if filled else None, line=line, width=2.6 * width)
        case _:
            return Paint(line=line, width=1.4 * width, dash=(2.2 * width, 3.4 * width))


class _Faced(Inset):
    """Words with a face before them, which is as tall as two lines."""

    def __init__(self, words: Paragraph, zone: Zone, theme: Theme) -> None:
        self.size = theme.snap(theme.style("body").leading * 1.8)
        drawing = face.sketch(PAIN[zone.zone], theme.colours[COLOURS[zone.zone]])

        def draw(paper: Paper, x: float, y: float) -> None:
            drawing.draw(paper, DECORATION, x, y, self.size)

        super().__init__(words, self.size + theme.space(1.2), draw)

    def height(self, width: float) -> float:
        return max(self.size, super().height(width))
