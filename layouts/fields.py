"""A place to write, declared once: its label, its element in the tree, and the flowable that holds its room.

On paper these are the non-interactive form fields of ISO 32000-1, 14.8.5.6: a Form element that says its role.
"""

from collections.abc import Sequence

from handouts.problem import Place
from layouts.context import Context
from layouts.flowables.writing import Choices, Rule, Scale
from layouts.tagging.tree import Element


def line(label: str, parent: Element, page: Context, place: Place, *, lines: int = 1, beside: bool = False) -> Rule:
    """A label and one or more lines; `beside` sets a single line after its label."""
    owner = parent.add("P")
    words = page.words_of(label, "label", owner, place)
    form = owner.add("Form", alt=f"{page.words.write_here}: {label}").set("PrintField", Role="tv")
    return Rule(words, form, page.theme, lines=lines, beside=beside)


def choice(label: str, choices: Sequence[str], parent: Element, page: Context, place: Place) -> Choices:
    """A label and words, one of them to be circled."""
    owner = parent.add("P")
    words = page.words_of(label, "label", owner, place)
    forms = [(one, _option(owner, f"{page.words.choose}: {one}")) for one in choices]
    return Choices(words, [page.words_of(one, "body", form, place) for one, form in forms], page.theme)


def scale(label: str, low: int, high: int, parent: Element, page: Context, place: Place) -> Scale:
    """A label and the numbers from low to high, one of them to be marked."""
    owner = parent.add("P")
    words = page.words_of(label, "body", owner, place)
    numbers = [page.words_of(str(number), "strong", _option(owner), place) for number in range(low, high + 1)]
    return Scale(words, numbers, page.theme)


def _option(owner: Element, alt: str = "") -> Element:
    return owner.add("Form", alt=alt).set("PrintField", Role="rb", checked="off")
