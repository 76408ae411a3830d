"""Parts of the body by the words that a writer has for them."""

from layouts.figures.posing.ball import PRESSED
from layouts.figures.posing.scene import Scene
from layouts.figures.posing.skeleton import Sphere

ONE = {
    "head": ("head", 0),
    "chest": ("chest", 2),
    "hips": ("pelvis", 0),
    "belly": ("waist", 0),
    "lower back": ("waist", 0),
}
OF_TWO = {
    "shoulder": ("upper_arm", 0), "elbow": ("forearm", 0), "hand": ("hand", 1), "hip": ("thigh", 0),
    "thigh": ("thigh", 1), "knee": ("shank", 0), "calf": ("shank", 1), "foot": ("foot", 2),
}  # fmt: skip


def place(scene: Scene, words: str) -> Sphere:
    """The flesh that is meant; those in the middle of the body are between their two halves."""
    if words == "ball":
        ball = scene.ball
        return Sphere(ball.centre, ball.size.radius) if ball else Sphere((0, 0, 0), 0)
    if words in ONE:
        part, number = ONE[words]
        return _between(scene, part, number)
    side, part = words.split()
    if part == "buttock":
        return scene.person.sphere(*PRESSED["buttock"][side == "left"])
    bone, number = OF_TWO[part]
    return scene.person.sphere(f"{side} {bone}", number)


def _between(scene: Scene, part: str, number: int) -> Sphere:
    one = scene.person.sphere(part, number)
    if part == "head":
        return one
    other = scene.person.sphere(part, number + 1)
    x, y, z = ((a + b) / 2 for a, b in zip(one.centre, other.centre, strict=True))
    return Sphere((x, y, z), one.radius)
