"""Colours as red, green and blue from 0 to 1, and how well text in one can be read on another (WCAG 2.2, 1.4.3)."""

import colorsys

Colour = tuple[float, float, float]

WHITE: Colour = (1, 1, 1)
TINT = 0.09  # how much of a colour is in its palest depth


def rgb(colour: str) -> Colour:
    """A colour written as #rrggbb."""
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(colour: Colour, ground: Colour, ratio: float) -> Colour:
    """The colour, darkened only as far as text in it needs to reach the ratio on this light ground."""
    while contrast(colour, ground) < ratio:
        colour = shade(colour, 0.95)
    return colour


def readable_on_its_tint(colour: Colour) -> Colour:
    """The colour, darkened until text in it can be read on panels filled with its own palest depth, and so on white."""
    while contrast(colour, tint(colour)) < 4.5:
        colour = shade(colour, 0.95)
    return colour


def shade(colour: Colour, share: float) -> Colour:
    """The colour with a share of its lightness."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    return colorsys.hls_to_rgb(hue, lightness * share, saturation)


def tint(colour: Colour, share: float = TINT) -> Colour:
    """The colour mixed into white."""
    red, green, blue = (1 - share * (1 - part) for part in colour)
    return (red, green, blue)


def named(colour: Colour) -> str:
    """A colour as #rrggbb."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def settled(written: str) -> str:
    """What became of a clinic's colour, in words; nothing where it could be read as it was."""
    used = readable_on_its_tint(rgb(written))
    if named(used) == written.lower():
        return ""
    ratio = contrast(rgb(written), WHITE)
    return (
        f"the colour {written} is too pale for text ({ratio:.1f} to 1 on white): titles and lines are printed in "
        f"{named(used)}, which reaches {contrast(used, WHITE):.1f} to 1"
    )
