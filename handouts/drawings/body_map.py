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
