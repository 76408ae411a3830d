"""The frames of boxes by purpose; a clinic's look and the ink change how each is drawn, never what it says."""

from dataclasses import dataclass, replace
from typing import Literal

from layouts.paper import Paint
from layouts.theme import MM, Theme

Purpose = Literal["fields", "card", "contact", "stop", "caution", "tip", "note", "amount"]

BAR = 1.2 * MM


@dataclass(frozen=True)
class Frame:
    """What a panel is filled with and lined by; padding, corner radius and width of the bar at its left in points.

    `dark` says that text inside has to be light.
    """

    paint: Paint | None = None
    padding: float = 0
    radius: float = 0
    bar: Paint | None = None
    bar_width: float = 0
    dark: bool = False


def frame(purpose: Purpose, theme: Theme) -> Frame:
    """The frame for a purpose."""
    if purpose == "amount":
        return Frame(bar=Paint(fill=theme.colours["mid"]), bar_width=BAR)
    paint = _mono(purpose, theme) if theme.mono else _coloured(purpose, theme)
    steps = 1.8 if purpose == "card" else 2.2
    radius = theme.space(1.4) if theme.look.corners == "rounded" else 0
    made = Frame(paint, theme.inset(steps), radius, dark=paint is not None and paint.fill == theme.colours["dark"])
    if purpose == "tip" and (paint is None or paint.fill is None):
        return replace(made, paint=None, bar=Paint(fill=theme.colours["mid"]), bar_width=BAR)
    return made


def _coloured(purpose: Purpose, theme: Theme) -> Paint | None:
    colours, filled = theme.colours, theme.look.panels == "filled"
    width = min(theme.scale, 1.4)
    match purpose:
        case "stop":
            return Paint(line=colours["red"], width=2.2 * width)
        case "caution":
            return Paint(fill=colours["amber tint"] if filled else None, line=colours["amber"], width=1.4 * width)
        case "contact" if filled:
            return Paint(fill=colours["dark"])
        case "fields" | "tip" if filled:
            return Paint(fill=colours["tint"])
        case "contact" | "fields":
            return Paint(line=colours["mid"], width=1.2)
        case "note":
            return Paint(line=colours["mid"], width=0.8)
        case "card":
            return Paint(line=colours["line"], width=1)
        case _:
            return None


def _mono(purpose: Purpose, theme: Theme) -> Paint | None:
    """Told apart by the line: heavy for stop, dashed for caution, a bar for a tip, thin for the rest."""
    black, width = theme.colours["ink"], min(theme.scale, 1.4)
    match purpose:
        case "stop":
            return Paint(line=black, width=2.8 * width)
        case "caution":
            return Paint(line=black, width=1.6 * width, dash=(6, 4))
        case "contact":
            return Paint(line=black, width=1.6)
        case "tip":
            return None
        case _:
            return Paint(line=black, width=0.8)
