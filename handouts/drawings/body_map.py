"""A map of the body: where muscles lie, where sore spots may be, where pain may be felt and where nobody presses."""

from dataclasses import dataclass
from typing import Literal

from handouts.record import Record, needs, says

View = Literal["back", "front", "side", "hip"]
MuscleName = Literal[
    "piriformis", "gluteus-minimus", "gluteus-medius", "gluteus-maximus", "quadratus-lumborum", "hamstrings",
    "popliteus", "soleus",
]  # fmt: skip
DangerName = Literal["spine", "tailbone", "sit-bone", "hip-bump", "groin", "knee-hollow"]
LandmarkName = Literal["sacrum", "crest", "dimple", "sit-bone", "hip-bump", "tailbone", "spine"]


@dataclass(frozen=True)
class MappedMuscle(Record):
    """One muscle of a map."""

    muscle: MuscleName = needs("which muscle")
    mark: bool = says("an X at its sore spots", True)
    zone: bool = says("hatching where pain from it may be felt", False)


@dataclass(frozen=True)
class BodyMap(Record):
    """The body from behind, from the front and from the side, and the hip region enlarged from behind."""

    body_map: tuple[View, ...] = needs("the views, side by side: back, front, side, or hip")
    side: Literal["left", "right"] = says("the side of the body that has muscles, nerve and points", "right")
    muscles: tuple[MappedMuscle, ...] = says("the muscles, each in the view that shows it best", ())
    nerve: bool = says("the course of the sciatic nerve", False)
    landmarks: tuple[LandmarkName, ...] = says("bones to be named", ())
    dangers: tuple[DangerName, ...] = says("where nobody presses", ())
    labels: bool = says("names beside the body, with lines that lead to the place", True)
    blank: bool = says("an outline to draw on, without bones", False)


VIEWS = {"back": "from behind", "front": "from the front", "side": "from the side"}
PLACES = {"knee-hollow": "hollow of the knee", "hip-bump": "outer hip bone"}


def described(drawing: BodyMap) -> str:
    """What a map shows, in English, for a writer to go on from."""
    whole = [VIEWS[view] for view in drawing.body_map if view in VIEWS]
    seen = f"the body {_listed(whole)}" if whole else "the hip from behind"
    if whole and "hip" in drawing.body_map:
        seen += ", with the hip enlarged"
    if drawing.blank:
        return f"{seen[0].upper()}{seen[1:]}, to draw on."
    sentences = [f"{seen[0].upper()}{seen[1:]}."]
    shown = [_plain(one.muscle) for one in drawing.muscles] + (["the sciatic nerve"] if drawing.nerve else [])
    if shown:
        sentences.append(f"On the {drawing.side} side: {_listed(shown)}.")
    if drawing.dangers:
        sentences.append(f"Do not press: {_listed([_plain(name) for name in drawing.dangers])}.")
    return " ".join(sentences)


def _plain(name: str) -> str:
    return PLACES.get(name, name.replace("-", " "))


def _listed(words: list[str]) -> str:
    return " and ".join([*([", ".join(words[:-1])] if words[:-1] else []), words[-1]])
