"""A picture from a file or one that is drawn, with its alternative text."""

from collections.abc import Sequence
from pathlib import Path

from handouts.drawings import Drawing
from handouts.drawings.qr_code import QrCode
from handouts.inline import Run, Text
from handouts.model import Figure
from handouts.problem import Place
from handouts.record import FileName
from layouts.context import Context
from layouts.figures import drawn, picture
from layouts.flowables.base import Flowable, Snapped, Space
from layouts.flowables.stack import Columns, Stack
from layouts.tagging.tree import DECORATION, Element, Owner
from layouts.theme import MM

CODE = 30 * MM  # the side of a QR code with its quiet zone: read from a hand's distance


def compose(run: Sequence[Figure], parent: Element, page: Context) -> list[Flowable]:
    """Picture and caption of each figure, kept together."""
    return [_compose(figure, parent, page) for figure in run]


def _compose(figure: Figure, parent: Element, page: Context) -> Flowable:
    if isinstance(figure.figure, QrCode):
        stack = _code(figure, figure.figure, parent, page)
    else:
        shown = framed(figure.figure, figure.alt or "", figure.place, parent, page, share=figure.width / 100)
        stack = Stack([shown, *_caption(figure, parent, page)], together=True)
    stack.before = stack.after = page.theme.space(2)
    stack.place = figure.place
    return stack


def _caption(figure: Figure, parent: Element, page: Context) -> list[Flowable]:
    if not figure.caption:
        return []
    caption = page.paragraph(figure.caption, "label", parent.add("P"))
    caption.before = page.theme.space(1)
    return [caption]


def _code(figure: Figure, code: QrCode, parent: Element, page: Context) -> Flowable:
    """The code at the left; beside it what it is for, and its address for people who type."""
    alt = figure.alt or page.words.qr_code.format(address=code.qr_code)
    side = min(CODE, page.width / 2)
    shown = framed(code, alt, figure.place, parent, page, share=1)
    shown_address = code.qr_code.removeprefix("https://").removeprefix("http://").rstrip("/")
    address = Text((Run(shown_address, href=code.qr_code),), code.place)
    words = Stack([*_caption(figure, parent, page), page.paragraph(address, "body", parent.add("P"))])
    return Columns([shown, words], page.theme.space(2), (side, page.width - side))


def framed(
    shown: FileName | Drawing, alt: str, place: Place, parent: Element, page: Context, *, share: float = 1
) -> Flowable:
    """A picture of a handout, and as much room below it as brings what follows back to the grid.

    What cannot be shown is a problem; `decorative` makes it an artifact.
    """
    source = _source(shown, place, page)
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


def _source(shown: FileName | Drawing, place: Place, page: Context) -> picture.Source | None:
    if not isinstance(shown, FileName):
        return drawn.draw(shown, drawn.Setting(page.theme, page.words, page.problems, page.tallest))
    try:
        return picture.load(Path(place.file).parent / shown, grey=page.theme.mono)
    except picture.PictureError as error:
        page.problems.append(place.problem("F120", f"the picture {shown} {error.message}", error.hint))
        return None
