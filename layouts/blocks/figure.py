"""A picture from a file or one that is drawn, with its alternative text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from handouts.drawings import Drawing
from handouts.drawings.frames import Frames
from handouts.drawings.pose import Pose
from handouts.inline import Text
from handouts.model import Figure
from handouts.problem import Place
from handouts.record import FileName
from layouts.context import Context
from layouts.figures import drawn, picture
from layouts.figures.sketch import Sketch
from layouts.flowables.base import Flowable, Snapped, Space
from layouts.flowables.paragraph import Paragraph
from layouts.flowables.stack import Columns, Stack
from layouts.tagging.tree import DECORATION, Element, Owner


@dataclass(frozen=True)
class Box:
    """What holds each of some sketches, in their units; above and below their common floor. Each may have its own."""

    width: float
    above: float | None = None
    below: float | None = None

    def around(self, sketch: Sketch) -> Sketch:
        """A sketch in this box."""
        return sketch.within(self.width, self.above or sketch.above, self.below or sketch.base)


def compose(run: Sequence[Figure], parent: Element, page: Context) -> list[Flowable]:
    """Picture and caption of each figure, kept together."""
    return [_compose(figure, parent, page) for figure in run]


def _compose(figure: Figure, parent: Element, page: Context) -> Flowable:
    shown, share = figure.figure, figure.width / 100
    made = framed(shown, figure.alt or "", figure.place, parent, page, share=share, caption=figure.caption)
    made.before = made.after = page.theme.space(2)
    made.place = figure.place
    return made


def framed(
    shown: FileName | Drawing,
    alt: str,
    place: Place,
    parent: Element,
    page: Context,
    *,
    share: float = 1,
    caption: Text | None = None,
    box: Box | None = None,
) -> Flowable:
    """A picture of a handout in a share of the column, with its caption, or with words of its own around it.

    What cannot be shown is a problem; `decorative` makes a picture an artifact. `box` is one that neighbours share.
    """

    def captioned() -> list[Paragraph]:
        return _caption(caption, parent, page)

    if not isinstance(shown, FileName):
        stand = drawn.Stand(_setting(page), place, parent, alt, captioned, page.paragraph)
        among_words = drawn.composed(shown, stand)
        if among_words:
            return among_words if share == 1 else Columns([among_words, Space(0)], 0, (share, 1 - share))
        alt = alt or drawn.alt(shown, page.words)
    source = _source(shown, place, page)
    if box and isinstance(source, Sketch):
        source = box.around(source)
    return Stack([_picture(source, alt, place, parent, page, share), *captioned()], together=True)


def _caption(caption: Text | None, parent: Element, page: Context) -> list[Paragraph]:
    if not caption:
        return []
    made = page.paragraph(caption, "label", parent.add("P"))
    made.before = page.theme.space(1)
    return [made]


def _picture(
    source: picture.Source | None, alt: str, place: Place, parent: Element, page: Context, share: float
) -> Flowable:
    """The picture, and as much room below it as brings what follows back to the grid."""
    if source is None:
        return Space(0)
    owner: Owner = DECORATION if alt == "decorative" else parent.add("Figure", alt=alt)
    made: Flowable
    if isinstance(source, picture.Striped):
        made = picture.Strips(source, owner, page.theme, share=share)
    else:
        made = Snapped(picture.Picture(source, owner, share=share, tallest=page.tallest), page.theme)
    made.place = place
    return made


def common_box(shown: Iterable[FileName | Drawing | None], page: Context) -> Box | None:
    """The box that holds each of some drawn people; none where fewer than two are drawn."""
    sources = [_source(one, one.place, page.unheard()) for one in shown if isinstance(one, Pose | Frames)]
    sketches = [source for source in sources if isinstance(source, Sketch)]
    if len(sketches) < 2:
        return None
    return Box(
        max(one.width for one in sketches), max(one.above for one in sketches), max(one.base for one in sketches)
    )


def _setting(page: Context) -> drawn.Setting:
    return drawn.Setting(page.theme, page.words, page.problems, page.tallest)


def _source(shown: FileName | Drawing, place: Place, page: Context) -> picture.Source | None:
    if not isinstance(shown, FileName):
        return drawn.draw(shown, _setting(page))
    try:
        return picture.load(Path(place.file).parent / shown, grey=page.theme.mono)
    except picture.PictureError as error:
        page.problems.append(place.problem("F120", f"the picture {shown} {error.message}", error.hint))
        return None
