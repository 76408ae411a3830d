"""What a map was asked for and cannot show: each is a problem at its own place."""

from collections.abc import Iterator

from handouts.drawings.body_map import BodyMap
from handouts.problem import Problem
from layouts.figures.body import muscles, zones
from layouts.figures.body.content import LANDMARKS, NERVE, USUAL, Where, best


def find(drawing: BodyMap) -> Iterator[Problem]:
    """What cannot be drawn as it was asked for."""
    place, views = drawing.place, drawing.body_map
    if len(set(views)) < len(views):
        yield place.problem("F130", "this map shows the same view twice", "name each view once")
    if drawing.blank and ("hip" in views or drawing.muscles or drawing.nerve or drawing.landmarks or drawing.dangers):
        hint = "keep `body_map` with back, front or side, and take everything else out"
        yield place.problem("F131", "a blank map is an outline to draw on, and shows nothing else", hint)
    yield from _unseen_muscles(drawing)
    yield from _unseen_places(drawing)


def _unseen_muscles(drawing: BodyMap) -> Iterator[Problem]:
    for number, one in enumerate(drawing.muscles):
        if one.muscle in [other.muscle for other in drawing.muscles[:number]]:
            yield one.place.problem("F130", f"this map names `{one.muscle}` twice", "name each muscle once")
        elif best(one.muscle, muscles.SHAPES, drawing.body_map) is None:
            yield one.place.problem(
                "F132", f"no view of this map shows `{one.muscle}`", _add(one.muscle, muscles.SHAPES)
            )
        elif one.zone and best(one.muscle, zones.ZONES, drawing.body_map) is None:
            message = f"no view of this map shows where pain from `{one.muscle}` may be felt"
            yield one.place.problem("F132", message, _add(one.muscle, zones.ZONES))


def _unseen_places(drawing: BodyMap) -> Iterator[Problem]:
    named: list[tuple[str, Where]] = [(name, zones.DANGERS) for name in drawing.dangers]
    named += [(name, LANDMARKS) for name in drawing.landmarks]
    named += [("nerve", NERVE)] if drawing.nerve else []
    for name, where in named:
        if best(name, where, drawing.body_map) is None:
            yield drawing.place.problem("F133", f"no view of this map shows `{name}`", _add(name, where))


def _add(name: str, where: Where) -> str:
    views = [f"`{view}`" for view in USUAL if name in where.get(view, {})]
    return f"add {' or '.join(views)} to `body_map`"
