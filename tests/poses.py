"""The pose gallery of the manual: `python -m tests.poses` draws docs/poses.png from the poses below."""

from pathlib import Path

from PIL import Image

from handouts.bind import bind
from handouts.drawings import Drawing
from handouts.model import Figure
from handouts.reader import parse
from layouts.colours import rgb
from layouts.figures.drawn import Setting, draw
from layouts.figures.sketch import Sketch
from layouts.paper import Paper
from layouts.tagging.tree import DECORATION
from layouts.theme import Theme
from tests.instruments import pixels
from tests.samples import words

PICTURE = Path(__file__).parent.parent / "docs" / "poses.png"
ACROSS, CELL, SCALE = 5, (184.0, 172.0), 0.145  # columns; points of a cell; points of a thousandth of stature
SHADES = 200
COLOUR = "#0e5c66"

# Every position, and what can be done with it, as a writer writes it.
POSES = (
    "{pose: standing, view: front, skin: olive}",
    "{pose: standing, view: back, skin: dark, build: broad, hands: on hips}",
    "{pose: standing, both: {hip: 22, knee: 26}, trunk: {lean: -3}, ball: behind right buttock, hands: on thighs}",
    "{pose: standing, wall: ahead, hands: on wall, skin: light, trunk: {lean: 12}, both: {arm: 85, elbow: 5},"
    " right: {hip: -25, knee: 0, foot: on floor},"
    " left: {hip: 25, knee: 35, foot: on floor}}",
    "{pose: kneeling, skin: brown, left: {hip: 88, knee: 90, foot: on floor}}",
    "{pose: sitting, skin: brown, build: broad, view: three-quarter}",
    "{pose: sitting, ball: under right buttock, skin: olive}",
    "{pose: sitting, chair: plain, skin: dark, right: {hip: 88, knee: 10, foot: free},"
    " arrows: [{arrow: right foot, around: right knee, to: up, both_ways: yes}]}",
    "{pose: all-fours, skin: light, arrows: [{arrow: lower back, to: up, both_ways: yes}]}",
    "{pose: all-fours, skin: light, view: three-quarter}",
    "{pose: sitting-on-floor, ball: under right buttock, skin: brown}",
    "{pose: sitting-on-floor, knees: straight, skin: olive, hands: on floor}",
    "{pose: lying-on-back, knees: bent, ball: under right buttock, skin: olive}",
    "{pose: lying-on-back, towel: under knees, bed: yes}",
    "{pose: lying-on-front, skin: dark}",
    "{pose: lying-on-right-side, ball: under right buttock, skin: light}",
    "{pose: lying-on-left-side, skin: brown, build: slim}",
    "{pose: lying-on-back, skin: brown, right: {hip: 112, knee: 118}, left: {knee: 100, foot: on floor},"
    " hands: on right knee, arrows: [{arrow: right knee, toward: chest}]}",
    "{pose: lying-on-back, knees: bent, skin: olive, view: three-quarter-back, right: {foot: on left knee},"
    " left: {hip: 80, knee: 100, foot: free}, hands: behind left thigh, felt: [right buttock]}",
    "{pose: bridge, skin: dark, arrows: [{arrow: hips, to: up}]}",
)


def drawing(text: str) -> Drawing:
    """What a writer's words ask to be drawn."""
    figure = bind(parse(f"figure: {text}\nalt: A person.\n", "poses"), Figure).figure
    assert not isinstance(figure, str)
    return figure


def sketch(text: str) -> Sketch:
    """Its picture; a gallery has no faults."""
    setting = Setting(Theme(rgb(COLOUR)), words(), [])
    drawn = draw(drawing(text), setting)
    assert isinstance(drawn, Sketch) and setting.problems == [], (text, setting.problems)
    return drawn


def gallery() -> Image.Image:
    """All poses on one scale, each on the floor of its cell."""
    rows = -(-len(POSES) // ACROSS)
    wide, tall = CELL
    paper = Paper(ACROSS * wide, rows * tall, "en")
    for number, text in enumerate(POSES):
        row, column = divmod(number, ACROSS)
        drawn = sketch(text)
        width = drawn.width * SCALE
        left = column * wide + (wide - width) / 2
        drawn.draw(paper, DECORATION, left, (row + 1) * tall - drawn.height(width) - 8, width)
    paper.end_page()
    return pixels.render(paper.canvas.getpdfdata(), dpi=100)


def main() -> None:
    """Write the picture."""
    gallery().quantize(SHADES).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
