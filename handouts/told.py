"""What is drawn in English words, for whoever has to write its alternative text."""

from collections.abc import Iterator

from handouts.drawings.body_map import BodyMap
from handouts.drawings.frames import Frames
from handouts.drawings.pose import Arrow, Limb, Pose

BASES = {
    "standing": "A person stands",
    "sitting": "A person sits on a chair",
    "sitting-on-floor": "A person sits on the floor and leans back on the hands",
    "lying-on-back": "A person lies on the back",
    "lying-on-front": "A person lies face down",
    "lying-on-left-side": "A person lies on the left side, propped on the forearm",
    "lying-on-right-side": "A person lies on the right side, propped on the forearm",
    "kneeling": "A person kneels upright",
    "all-fours": "A person is on hands and knees",
    "bridge": "A person lies on the back, feet on the floor, hips lifted",
}
OTHER = {"left": "right", "right": "left"}
DIRECTIONS = {
    "up": "up", "down": "down", "ahead": "forwards", "back": "backwards", "headwards": "towards the head",
    "footwards": "towards the feet",
}  # fmt: skip
VIEWS = {"back": "from behind", "front": "from the front", "side": "from the side"}
PLACES = {"knee-hollow": "hollow of the knee", "hip-bump": "outer hip bone"}


def told(drawing: BodyMap | Frames | Pose) -> str:
    """One sentence for a pose, one for each frame of a movement, some for a map."""
    if isinstance(drawing, BodyMap):
        return _map(drawing)
    if isinstance(drawing, Frames):
        return " ".join(f"{number}: {told(pose)}" for number, pose in enumerate(drawing.frames, 1))
    phrases = [BASES[drawing.pose], *_differences(drawing)]
    words = ", ".join(phrases)
    return f"{_mirrored(words) if drawing.mirror else words}."


def _differences(pose: Pose) -> Iterator[str]:
    if pose.knees:
        yield f"knees {pose.knees}"
    for side in ("left", "right"):
        yield from _limb(side, getattr(pose, side))
    if pose.hands and pose.hands != "free":
        yield f"hands {_touched(pose.hands)}"
    if pose.ball:
        yield f"a ball {_touched(pose.ball)}"
    if pose.towel:
        yield f"a rolled towel {pose.towel.replace('under ', 'under the ')}"
    if pose.wall:
        yield "a wall behind" if pose.wall == "behind" else "a wall in front"
    yield from map(_arrow, pose.arrows)
    if pose.felt:
        yield f"felt in the {' and the '.join(pose.felt)}"


def _limb(side: str, limb: Limb | None) -> Iterator[str]:
    if limb is None:
        return
    if limb.foot and limb.foot not in ("free", "resting"):
        yield f"{side} foot {_touched(limb.foot)}"
    elif limb.hip is not None and limb.hip > 60:
        yield f"{side} knee pulled up"
    elif limb.knee is not None and limb.knee > 40:
        yield f"{side} knee bent"
    if limb.hand and limb.hand != "free":
        yield f"{side} hand {_touched(limb.hand)}"


def _touched(place: str) -> str:
    how, _, what = place.partition(" ")
    return f"{how} the {what}" if what and how in ("on", "under", "behind") else place


def _arrow(arrow: Arrow) -> str:
    where = f"towards the {arrow.toward}" if arrow.toward else DIRECTIONS[arrow.to or "up"]
    return f"the {arrow.arrow} moves {where}{' and back' if arrow.both_ways else ''}"


def _mirrored(words: str) -> str:
    return " ".join(_swapped(word) for word in words.split(" "))


def _swapped(word: str) -> str:
    bare = word.strip(".,:")
    return word.replace(bare, OTHER[bare]) if bare in OTHER else word


def _map(drawing: BodyMap) -> str:
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
