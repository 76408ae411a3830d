"""Hands and what they touch: the arms follow."""

from layouts.figures.posing.carrying import ELBOW, WRIST
from layouts.figures.posing.feet import planted
from layouts.figures.posing.person import ARM, Person, Shortfall, of
from layouts.figures.posing.places import Place, hand_place
from layouts.figures.posing.reach import OutOfReach, bones, joint
from layouts.figures.posing.skeleton import FOREARM, PALM, SIDES, UPPER_ARM, Frame, Side
from layouts.figures.posing.solving import close
from layouts.figures.posing.space import UP, Matrix, Vector, across, cross, length, minus, of_axes, plus, times, unit
from layouts.figures.posing.wanted import Wanted

PALM_SKIN = 20.0
GIVES = 64.0  # how far a shoulder blade goes along with a reaching arm


def place_hands(person: Person, wanted: Wanted, seat: float) -> None:
    """Both hands; `seat` is the height of what a person sits on."""
    for side in SIDES:
        person.bend_arm(side)
        match wanted.hand(side):
            case "free" | "on wall":
                pass
            case "on floor":
                _plant(person, side, 0)
            case "on seat":
                _plant(person, side, seat)
            case "resting":
                _rest(person, side)
            case "forearm on floor":
                _lay_forearm(person, side)
            case place:
                _touch(person, side, place)


def _plant(person: Person, side: Side, height: float) -> None:
    """The palm flat on the floor or the seat."""
    upper, fore, hand, _ = (person.frames[part] for part in of(side, ARM))
    ends, elbow = (upper.origin, hand.origin), person.limbs[side].elbow
    end = planted(person, ends, (UPPER_ARM, FOREARM), elbow, height + WRIST, f"{side} hand")
    middle = joint(upper.origin, end, UPPER_ARM, FOREARM, minus(fore.origin, upper.origin))
    first, second = bones(upper.origin, middle, end, person.ahead(f"{side} upper_arm"), 1)
    out = across(minus(end, upper.origin), UP)
    fingers = unit(out if length(out) > 60 else across(person.upwards("chest"), UP))
    flat = of_axes(UP, times(-1, fingers), cross(UP, times(-1, fingers)))
    person.set(side, {"upper_arm": first, "forearm": second, "hand": Frame(flat, end)})


def _rest(person: Person, side: Side) -> None:
    """The arm lies: it sinks from the shoulder until some of it touches the floor."""
    start = person.limbs[side].arm

    def tried(angle: float) -> float:
        person.bend_arm(side, arm=angle)
        return person.lowest(*of(side, ARM))

    close(tried, start - 40, start + 40, start)


def _lay_forearm(person: Person, side: Side) -> None:
    """The elbow on the floor below the shoulder, the forearm lying to the front, or to the head where that is down."""
    upper = person.frames[f"{side} upper_arm"]
    down = upper.origin[1] - ELBOW
    if down > UPPER_ARM:
        person.shortfalls.append(Shortfall(f"{side} elbow", "on floor", down - UPPER_ARM))
    headwards, front = unit(across(person.upwards("chest"), UP)), across(person.ahead("chest"), UP)
    flat = max(0.0, UPPER_ARM**2 - down**2) ** 0.5
    elbow = plus(upper.origin, plus(times(flat, headwards), (0, -min(down, UPPER_ARM), 0)))
    # Half to the front and half to the head, so that it can be seen from the front.
    end = plus(elbow, times(FOREARM, unit(plus(front, times(0.5, headwards)))))
    first, second = bones(upper.origin, elbow, end, headwards, 1)
    person.set(side, {"upper_arm": first, "forearm": second, "hand": Frame(second.turn, end)})


def _touch(person: Person, side: Side, place: str) -> None:
    """The palm on a part of the body, the fingers along its skin."""
    target = hand_place(person, side, place)
    palm = plus(target.point, times(PALM_SKIN, target.normal))
    wrist = minus(palm, times(PALM, target.fingers))
    start = _reaching(person.frames[f"{side} upper_arm"].origin, wrist)
    try:
        elbow = _elbow(person, side, start, wrist, target)
    except OutOfReach as error:
        person.shortfalls.append(Shortfall(f"{side} hand", place, error.short))
        way = unit(minus(wrist, start))
        elbow, wrist = plus(start, times(UPPER_ARM, way)), plus(start, times(UPPER_ARM + FOREARM, way))
    upper, fore = bones(start, elbow, wrist, person.ahead(f"{side} upper_arm"), 1)
    person.set(side, {"upper_arm": upper, "forearm": fore, "hand": Frame(_along(target), wrist)})


def _along(target: Place) -> Matrix:
    """The turn of a hand that lies on skin: its fingers along, its back away from it."""
    down = times(-1, target.fingers)
    return of_axes(cross(down, target.normal), down, target.normal)


def _reaching(shoulder: Vector, end: Vector) -> Vector:
    """The shoulder, drawn along by an arm that is too short."""
    way = minus(end, shoulder)
    short = length(way) - UPPER_ARM - FOREARM
    return plus(shoulder, times(min(short + 2, GIVES), unit(way))) if short > 0 else shoulder


def _elbow(person: Person, side: Side, start: Vector, end: Vector, target: Place) -> Vector:
    """To the side and down; not through the floor."""
    out = times(target.out, person.outwards("chest", side))
    back = plus(times(-0.8, person.upwards("chest")), times(-0.25, person.ahead("chest")))
    for rise in (0.0, 0.5, 1.0, 2.0, 4.0):
        elbow = joint(start, end, UPPER_ARM, FOREARM, plus(plus(out, back), times(rise, UP)))
        if elbow[1] >= ELBOW:
            break
    return elbow
