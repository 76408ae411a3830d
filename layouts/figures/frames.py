"""The pictures of a movement: numbered, on one scale, side by side or one below the other."""

from collections.abc import Iterator, Sequence

from handouts.drawings.frames import Frames
from layouts.figures import pose
from layouts.figures.drawn import Setting
from layouts.figures.sketch import Label, Sketch, shifted

GAP = 50.0  # thousandths of stature between two frames
NUMBER = 95.0  # of room for the number at the left of a frame
WANTED = 1.5  # width by height: frames of people who stand go side by side, of people who lie one below the other


def draw(drawing: Frames, setting: Setting) -> Sketch:
    """All frames as one picture."""
    frames = [pose.draw(frame, setting) for frame in drawing.frames]
    beside, below = _beside(frames), _below(frames)
    corners, size = min((beside, below), key=lambda laid: _off(*laid[1]))
    shapes = [shape for frame, corner in zip(frames, corners, strict=True) for shape in shifted(frame.boxed, *corner)]
    labels = _numbers(frames, corners, setting) if len(frames) > 1 else ()
    return Sketch(*size, shapes, labels)


Laid = tuple[list[tuple[float, float]], tuple[float, float]]


def _beside(frames: Sequence[Sketch]) -> Laid:
    """In a row, on one floor."""
    corners, x, tall = [], 0.0, max(frame.height_in_units for frame in frames)
    for frame in frames:
        corners.append((x + NUMBER, tall - frame.height_in_units))
        x += NUMBER + frame.width + GAP
    return corners, (x - GAP, tall)


def _below(frames: Sequence[Sketch]) -> Laid:
    """In a column."""
    corners, y = [], 0.0
    for frame in frames:
        corners.append((NUMBER, y))
        y += frame.height_in_units + GAP
    return corners, (NUMBER + max(frame.width for frame in frames), y - GAP)


def _off(width: float, height: float) -> float:
    return max(width / height / WANTED, WANTED * height / width)


def _numbers(frames: Sequence[Sketch], corners: Sequence[tuple[float, float]], setting: Setting) -> Iterator[Label]:
    """At the left of each frame, in its middle height."""
    style = setting.theme.style("name")
    for number, (frame, (x, y)) in enumerate(zip(frames, corners, strict=True), 1):
        yield Label((x - NUMBER, y + frame.height_in_units * 0.6), str(number), style)
