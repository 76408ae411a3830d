"""The floor, walls, seats, beds, balls, towels and bands of a scene."""

from collections.abc import Iterator

from layouts.figures.paths import Box, Path, ellipse, line, polygon
from layouts.figures.posing.ball import Ball
from layouts.figures.posing.carrying import TOWEL
from layouts.figures.posing.palette import Palette
from layouts.figures.posing.points import place
from layouts.figures.posing.scene import Scene
from layouts.figures.posing.seen import Camera, hull
from layouts.figures.posing.skeleton import SIDES
from layouts.figures.posing.space import Vector
from layouts.figures.sketch import Shape
from layouts.paper import Paint

LINE = 8.0  # the thickness of the lines of floor and wall
EDGE = 5.0  # of outlines on black and white pages
WIDE = 120.0  # half of a seat or a mat, from left to right
ROOM = 45.0  # of floor beyond a person
SEAT_BACK, SEAT_FRONT, BACKREST = 105.0, 150.0, 330.0
MATTRESS, BED = 70.0, 230.0  # how thick, and how high above the floor
LEVEL = 0.05  # a camera no higher than this sees the floor as a line


class Things:
    """What stands around one person, as one camera sees it; `box` is that of the person on paper."""

    def __init__(self, scene: Scene, camera: Camera, palette: Palette, box: Box) -> None:
        self.scene, self.camera, self.palette, self.box = scene, camera, palette, box
        self.level = abs(camera.back[1]) < LEVEL

    def behind(self) -> Iterator[Shape]:
        """What is painted before the person."""
        if self.scene.pose.bed:
            yield from self._bed()
        elif not self._from_above():
            yield from self._floor()
        if self.scene.wall is not None:
            yield from self._wall(self.scene.wall)
        if self.scene.seat is not None:
            yield from self._chair(self.scene.seat)
        if self.scene.pose.towel:
            yield from self._towel(self.scene.pose.towel)
        if self.scene.ball and not self._near(self.scene.ball):
            yield self._ball(self.scene.ball)

    def before(self) -> Iterator[Shape]:
        """What is painted over the person."""
        if self.scene.ball and self._near(self.scene.ball):
            yield self._ball(self.scene.ball)
        if self.scene.pose.band:
            end = self.camera.point(place(self.scene, self.scene.pose.band).centre)
            for side in SIDES:
                hand = self.camera.point(place(self.scene, f"{side} hand").centre)
                yield Shape(line(hand, end), Paint(line=self.palette.halo, width=24))
                yield Shape(line(hand, end), Paint(line=self.palette.accent, width=11))

    # Shapes

    def _near(self, ball: Ball) -> bool:
        """Whether a ball is not behind the body: the halo of a limb must not cut it off where it is pressed."""
        hips = self.camera.depth(self.scene.person.root.origin)
        return self.camera.depth(ball.centre) > hips - 3 * ball.size.radius

    def _from_above(self) -> bool:
        return self.camera.back[1] > 0.9

    def _line(self, path: Path) -> Shape:
        return Shape(path, Paint(line=self.palette.ground, width=LINE))

    def _solid(self, corners: list[Vector], thickness: float) -> Iterator[Shape]:
        """A board or a bar: all that is within half a thickness of its corners."""
        path = hull([(*self.camera.point(corner), thickness / 2) for corner in corners])
        if self.palette.edge:
            yield Shape(path, Paint(line=self.palette.edge, width=2 * EDGE))
        yield Shape(path, Paint(fill=self.palette.thing))

    def _floor(self) -> Iterator[Shape]:
        left, _, right, _ = self.box
        if self.level:
            yield self._line(line((left - ROOM, LINE / 2), (right + ROOM, LINE / 2)))
        else:
            yield from self._mat()

    def _mat(self) -> Iterator[Shape]:
        """Where the floor is seen as a plane, a mat says where it is."""
        person = self.scene.person
        low_x, high_x = (person.reaches(person.frames, 0, sign) + sign * ROOM for sign in (-1, 1))
        low_z, high_z = (person.reaches(person.frames, 2, sign) + sign * ROOM for sign in (-1, 1))
        corners: list[Vector] = [
            (x, 0, z) for x, z in ((low_x, low_z), (high_x, low_z), (high_x, high_z), (low_x, high_z))
        ]
        path = hull([(*self.camera.point(corner), 14) for corner in corners])
        if self.palette.edge:
            yield Shape(path, Paint(line=self.palette.edge, width=EDGE))
        yield Shape(path, Paint(fill=self.palette.mat))

    def _wall(self, x: float) -> Iterator[Shape]:
        top = self.scene.person.reaches(self.scene.person.frames, 1, 1) + ROOM
        if not self.level:
            corners: list[Vector] = [(x, 0, -300), (x, 0, 300), (x, top, 300), (x, top, -300)]
            yield Shape(polygon([self.camera.point(corner) for corner in corners]), Paint(fill=self.palette.mat))
            return
        z = self.scene.ball.centre[2] if self.scene.ball else 0.0
        away = -LINE / 2 if self.scene.pose.wall != "ahead" else LINE / 2
        foot = self.camera.point((x, 0, z))[0] + away
        yield self._line(line((foot, LINE / 2), (foot, -top)))

    def _chair(self, seat: float) -> Iterator[Shape]:
        middle = self.scene.person.root.origin[0]
        back, front, top = middle - SEAT_BACK, middle + SEAT_FRONT, seat - 12
        for z in (-WIDE, WIDE):
            for x in (back + 8, front - 14):
                yield from self._solid([(x, top, z), (x, 8, z)], 16)
        if self.scene.pose.chair == "with-back":
            lean = back - 26
            upper: list[Vector] = [(lean, seat + BACKREST, z) for z in (-WIDE, WIDE)]
            yield from self._solid([(back, seat, -WIDE), (back, seat, WIDE), *upper], 16)
        corners: list[Vector] = [(x, top, z) for x in (back, front) for z in (-WIDE, WIDE)]
        yield from self._solid(corners, 24)

    def _bed(self) -> Iterator[Shape]:
        person = self.scene.person
        low, high = (person.reaches(person.frames, 0, sign) + sign * ROOM for sign in (-1, 1))
        for x in (low + 40, high - 40):
            for z in (-WIDE, WIDE):
                yield from self._solid([(x, -MATTRESS, z), (x, 8 - BED, z)], 22)
        deep = MATTRESS / 2
        corners: list[Vector] = [(x, -deep, z) for x in (low, high) for z in (-WIDE, WIDE)]
        yield from self._solid(corners, MATTRESS)
        left, right = self.camera.point((low, 0, 0))[0], self.camera.point((high, 0, 0))[0]
        yield self._line(line((left - ROOM, BED), (right + ROOM, BED)))

    def _towel(self, where: str) -> Iterator[Shape]:
        part = {"under head": "head", "under knees": "left shank", "under hips": "pelvis"}[where]
        x, _, z = self.scene.person.sphere(part, 0).centre
        across, down = self.camera.point((x, TOWEL / 2, z))
        for number, share in enumerate((1.0, 0.6, 0.25)):
            path = ellipse((across, down), 44 * share, TOWEL / 2 * share)
            fill = self.palette.thing if not number else None
            edge = self.palette.edge or self.palette.halo
            yield Shape(path, Paint(fill=fill, line=edge if number or self.palette.edge else None, width=EDGE))

    def _ball(self, ball: Ball) -> Shape:
        centre, size = self.camera.point(ball.centre), ball.size
        across, down = (size.radius, size.half) if ball.upright else (size.half, size.radius)
        if not self.palette.edge:
            return Shape(ellipse(centre, across, down), Paint(fill=self.palette.ball))
        inner, edged = EDGE / 2 + 2, Paint(fill=self.palette.ball, line=self.palette.edge, width=2 * EDGE)
        return Shape(ellipse(centre, across - inner, down - inner), edged)
