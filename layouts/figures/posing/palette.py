"""The colours of a drawn person and of the things around, from a clinic's theme."""

from dataclasses import dataclass

from layouts.colours import WHITE, Colour, rgb, tint
from layouts.theme import BLACK, Theme

# Skin tones, from light to dark; drawings, so no scale of dermatology is claimed.
SKINS = {"light": "#e8bd9c", "olive": "#c98f63", "brown": "#94592f", "dark": "#5b3721"}
HAIR = {"light": "#5d4230", "olive": "#2d221c", "brown": "#1e1613", "dark": "#15100e"}


@dataclass(frozen=True)
class Clothes:
    """The colours of one side of a person; `line` is an outline where a fill would not show."""

    top: Colour
    legs: Colour
    skin: Colour
    hair: Colour
    line: Colour | None = None


@dataclass(frozen=True)
class Palette:
    """Near and far side, the white between limbs, the ground, things, and what moves."""

    near: Clothes
    far: Clothes
    halo: Colour
    ground: Colour
    thing: Colour
    mat: Colour
    accent: Colour
    ball: Colour
    edge: Colour | None  # the outline of things that are white on a black and white page


def palette(theme: Theme, skin: str) -> Palette:
    """Colours of a clinic; on a black and white page black, white and lines."""
    if theme.mono:
        return _mono()
    colours = theme.colours
    top, legs = colours["mid"], colours["dark"]
    tone = rgb(SKINS[skin]) if skin != "plain" else legs
    hair = rgb(HAIR[skin]) if skin != "plain" else legs
    far_tone = tint(tone, 0.55) if skin != "plain" else tint(legs, 0.42)
    near = Clothes(top, legs, tone, hair)
    far = Clothes(tint(top, 0.42), tint(legs, 0.42), far_tone, hair)
    accent = colours["accent"]
    return Palette(near, far, WHITE, tint(colours["ink"], 0.45), tint(legs, 0.3), tint(top, 0.16), accent, accent, None)


def _mono() -> Palette:
    near = Clothes(BLACK, BLACK, BLACK, BLACK)
    far = Clothes(WHITE, WHITE, WHITE, WHITE, BLACK)
    return Palette(near, far, WHITE, BLACK, WHITE, WHITE, BLACK, WHITE, BLACK)
