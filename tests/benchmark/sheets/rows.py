"""Made-up people: what stands in the fields of a sheet, another set for every row."""

from collections.abc import Iterator
from itertools import count, islice

FIRST = ("Ana", "Ben", "Clara", "David", "Ella", "Finn", "Grace", "Hugo", "Iris", "Jonas", "Kim", "Lena", "Max", "Nora")
LAST = ("Adams", "Brook", "Clark", "Dunn", "Evans", "Fox", "Green", "Hill", "King", "Lane", "Moore", "Price", "Reed")
THERAPISTS = ("Jo Reed", "Sam Park", "Mia Stone")
FIELDS = 6  # of the leaflet as it is

Row = dict[str, str]


def row(number: int, fields: int = FIELDS) -> Row:
    """The values of one person; the limits are those of the leaflet's fields, and more of them are answers."""
    values = {
        "first_name": f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]}",
        "therapist": THERAPISTS[number % len(THERAPISTS)],
        "sets": str(number % 20 + 1),
        "repetitions": str(number // 20 % 100 + 1),
        "hold": str(number % 600 + 1),
        "next_visit": f"{number % 28 + 1} Dec {2026 + number // 28 % 9}",
    }
    answers = {answer(place): f"Answer {number % 997}" for place in range(FIELDS, fields)}
    return dict(islice((values | answers).items(), fields))


def answer(place: int) -> str:
    """The name of a field that the leaflet has only when more are asked for."""
    return f"answer_{place + 1}"


def rows(fields: int = FIELDS) -> Iterator[Row]:
    """One after the other, without an end."""
    return (row(number, fields) for number in count())
