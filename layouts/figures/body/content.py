"""What each view of a map shows: everything once, in the view that shows it best."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handouts.drawings.body_map import BodyMap, DangerName, MappedMuscle, View
from handouts.words import BodyWords
from layouts.figures.body import bones, grid, muscles, zones
from layouts.figures.paths import Point

FOR_CLINICS = ("popliteus", "soleus")  # not to be pressed at home: TP4
WHOLE: tuple[View, ...] = ("back", "front", "side")
USUAL: tuple[View, ...] = ("hip", "back", "side", "front")
BEST: dict[str, tuple[View, ...]] = {"gluteus-minimus": ("side", "hip", "back"), "groin": ("front", "side")}

BEHIND: dict[str, Point] = {
    "sacrum": grid.at(0.1, 0.34), "crest": grid.at(0.36, 0.065), "dimple": grid.at(*grid.DIMPLE),
    "sit-bone": grid.at(*grid.SIT_BONE), "hip-bump": grid.at(*grid.HIP_BUMP), "tailbone": grid.at(*grid.TAILBONE),
    "spine": grid.at(0, -0.2),
}  # fmt: skip
LANDMARKS: dict[View, dict[str, Point]] = {
    "hip": BEHIND,
    "back": BEHIND,
    "side": {"crest": (12, 393), "hip-bump": bones.SIDE_BUMP},
    "front": {},
}
NERVE: dict[View, dict[str, Point]] = {"hip": {"nerve": zones.NERVE[7]}, "back": {"nerve": zones.NERVE[8]}}
Where = Mapping[View, Mapping[Any, object]]


@dataclass(frozen=True)
class Note:
    """What is named beside a view, and the place that its line leads to, of the right side of the body.

    `flank` says that it is of the side that has muscles; what is not is named on the other.
    """

    words: str
    at: Point
    flank: bool = False
    danger: bool = False


@dataclass(frozen=True)
class Content:
    """What one view shows."""

    view: View
    muscles: tuple[MappedMuscle, ...] = ()
    zones: tuple[MappedMuscle, ...] = ()
    dangers: tuple[DangerName, ...] = ()
    dimple: bool = False
    nerve: bool = False
    bones: bool = False
    enlarged: bool = False  # whether another view shows its hip region larger
    notes: tuple[Note, ...] = ()


def contents(drawing: BodyMap, words: BodyWords) -> tuple[Content, ...]:
    """What each view shows, in the order of the views."""
    return tuple(_content(view, drawing, words) for view in drawing.body_map)


def _content(view: View, drawing: BodyMap, words: BodyWords) -> Content:
    views = drawing.body_map
    shown = tuple(one for one in drawing.muscles if best(one.muscle, muscles.SHAPES, views) == view)
    dangers = tuple(name for name in drawing.dangers if best(name, zones.DANGERS, views) == view)
    running = ("spine",) if view == "back" and "hip" in views and "spine" in drawing.dangers else ()
    nerve = drawing.nerve and best("nerve", NERVE, views) == view
    return Content(
        view,
        shown,
        tuple(one for one in drawing.muscles if one.zone and one.muscle in zones.ZONES[view]),
        (*running, *dangers),
        dimple="dimple" in drawing.landmarks and best("dimple", LANDMARKS, views) == view,
        nerve=drawing.nerve and view in NERVE and (nerve or "hip" in views),
        bones=not drawing.blank and (view == "hip" or (view != "front" and "hip" not in views)),
        enlarged=view == "back" and "hip" in views,
        notes=tuple(_notes(view, drawing, words, shown, dangers, nerve)) if drawing.labels else (),
    )


def best(name: str, where: Where, views: Sequence[View]) -> View | None:
    """Of the views that are asked for, the one that shows something best; None where none shows it."""
    return next((view for view in BEST.get(name, USUAL) if view in views and name in where.get(view, {})), None)


def _notes(
    view: View,
    drawing: BodyMap,
    words: BodyWords,
    shown: Sequence[MappedMuscle],
    dangers: Sequence[DangerName],
    nerve: bool,
) -> Iterator[Note]:
    for one in shown:
        yield Note(muscle_words(one, words), muscles.SHAPES[view][one.muscle].label, flank=True)
    for name in drawing.landmarks:
        if name not in drawing.dangers and best(name, LANDMARKS, drawing.body_map) == view:
            yield Note(words.named(name), LANDMARKS[view][name])
    for danger in dangers:
        yield Note(words.named(danger), zones.DANGERS[view][danger].sign, danger=True)
    if nerve:
        yield Note(words.nerve, NERVE[view]["nerve"], flank=True)


def muscle_words(one: MappedMuscle, words: BodyWords) -> str:
    """A muscle's name; that of one which is not for pressing at home says so."""
    name = words.named(one.muscle)
    return words.clinic_only.format(muscle=name) if one.muscle in FOR_CLINICS else name
