"""The body comes down on what carries it: the floor, a seat, a ball; then each other part that rests there."""

from collections.abc import Callable
from dataclasses import replace

from layouts.figures.posing import skeleton
from layouts.figures.posing.ball import Pressing
from layouts.figures.posing.person import Person
from layouts.figures.posing.skeleton import ANKLE, FOREARM, SIDES, UPPER_ARM, Side
from layouts.figures.posing.solving import close
from layouts.figures.posing.wanted import Wanted

WRIST = 17.0  # of a flat hand, above what it lies on
ELBOW = 25.0  # of a forearm that lies, above the floor
PILLOW = 42.0  # two hands under a head
TOWEL = 62.0  # a rolled towel


class Carrying:
    """One person being laid down. `ground` is the height of what carries it."""

    def __init__(self, person: Person, wanted: Wanted, ball: Pressing | None) -> None:
        self.person, self.wanted, self.ball = person, wanted, ball
        self.ground = 0.0

    def carry(self) -> None:
        """Everything that rests, in its order."""
        self.pelvis = self.person.root.turn
        rests = self.wanted.stance.rests
        if self.wanted.stance.ground == "chair":
            self.stand()
            self.ground = self.person.lowest("pelvis")
        for number, part in enumerate(rests or ("feet",)):
            if number == 0:
                self.first = part
                self.put_down()
            else:
                self.bring_down(part)
        if self.ball and self.ball.how == "under" and self.ball.part == "thigh":
            self.lift_thigh(self.ball, "left" if self.ball.side == "left" else "right")

    def lift_thigh(self, ball: Pressing, side: Side) -> None:
        """From the hip, until a ball has room under it."""

        def tried(hip: float) -> float:
            self.person.bend_leg(side, hip=hip)
            return ball.clearance(self.person, self.ground)

        start = self.person.limbs[side].hip
        close(tried, start - 40, start + 40, start)

    def stand(self) -> None:
        """On both soles, or on the one that is on the floor."""
        standing = [side for side in SIDES if self.wanted.foot(side) == "on floor"] or list(SIDES)
        self.person.lift(ANKLE - min(self.person.frames[f"{side} foot"].origin[1] for side in standing))

    def put_down(self) -> None:
        """The part that carries most."""
        person = self.person
        if self.ball and self.ball.carries and self.first == "pelvis":
            person.lift(-self.ball.clearance(person, self.ground))
        elif self.first == "feet":
            self.stand()
        elif self.first == "knees":
            knees = (person.sphere(f"{side} shank", 0) for side in self.kneeling())
            person.lift(-min(knee.centre[1] - knee.radius for knee in knees))
        else:
            person.lift(self.ground + self._rolled() - person.lowest(self.first))

    def kneeling(self) -> list[Side]:
        """The sides that kneel; the other one may have its foot on the floor."""
        return [side for side in SIDES if self.wanted.foot(side) == "free"] or list(SIDES)

    def bring_down(self, part: str) -> None:
        """One more part."""
        person = self.person
        match part.split():
            case ["chest"]:
                self.tilt(lambda: self._above("chest"), -35, 35)
            case ["head"]:
                self.lower_head()
            case ["hands"]:
                self.lean_back()
            case ["feet"]:
                for side in self.kneeling():
                    self.lay_foot(side, person.limbs[side].knee)
            case [side, "forearm"]:
                self.prop("left" if side == "left" else "right")

    def _rolled(self) -> float:
        """The height of a towel under the pelvis."""
        return TOWEL if self.wanted.pose.towel == "under hips" else 0

    def _above(self, part: str) -> float:
        if self.ball and self.ball.how == "under" and self.ball.part == "shoulder-blade":
            return self.ball.clearance(self.person, self.ground)
        return self.person.lowest(part) - self.ground

    def lay_foot(self, side: Side, knee: float) -> None:
        """The toes of somebody who kneels."""

        def tried(angle: float) -> float:
            self.person.bend_leg(side, knee=angle)
            return self.person.lowest(f"{side} foot")

        close(tried, knee - 30, knee + 30, knee)

    def tilt(self, gap: Callable[[], float], low: float, high: float) -> None:
        """Turn the whole body until a second part touches what the first one lies on."""

        def tried(degrees: float) -> float:
            self.person.pitch(self.pelvis, degrees)
            self.put_down()
            return gap()

        close(tried, low, high, 0)
        self.person.bend()

    def lower_head(self) -> None:
        """Until it lies on the floor, on the hands or on a towel."""
        person, start = self.person, self.person.trunk.nod
        pillow = PILLOW if "under head" in (self.wanted.hand("left"), self.wanted.hand("right")) else 0
        pillow = TOWEL if self.wanted.pose.towel == "under head" else pillow

        def tried(nod: float) -> float:
            person.bend_trunk(nod=nod)
            return person.lowest("head") - self.ground - pillow

        close(tried, start - 50, start + 50, start)
        person.bend()

    def lean_back(self) -> None:
        """So far that nearly straight arms reach the floor; no farther where they do already."""
        reach = (UPPER_ARM + FOREARM) * 0.985 + WRIST

        def gap() -> float:
            return skeleton.shoulder(self.person.frames["chest"], "left")[1] - reach - self.ground

        if gap() > 0 and "on floor" in (self.wanted.hand("left"), self.wanted.hand("right")):
            self.tilt(gap, 0, 40)

    def prop(self, side: Side) -> None:
        """Half from the hip and half in the back, until the shoulder is an upper arm above the floor."""
        person, sign = self.person, -skeleton.OUTWARDS[side]

        def tried(degrees: float) -> float:
            person.trunk = replace(person.trunk, side_bend=sign * degrees)
            person.pitch(self.pelvis, -degrees)
            self.put_down()
            return skeleton.shoulder(person.frames["chest"], side)[1] - UPPER_ARM * 0.97 - ELBOW

        close(tried, -5, 45, 20)
        person.bend()
