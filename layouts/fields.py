"""A place to write, declared once: its label, its element in the tree, and the flowable that holds its room.

On paper these are the non-interactive form fields of ISO 32000-1, 14.8.5.6: a Form element that says its role. One that
has the name of a field can be filled when the page is printed; the others are for a pen alone.
"""

from collections.abc import Sequence

from handouts.problem import Place
from layouts.context import Context
from layouts.flowables.writing import Box, Choices, Option, Rule, Scale
from layouts.tagging.tree import Element, Filled


def line(
    label: str,
    parent: Element,
    page: Context,
    place: Place,
    *,
    lines: int = 1,
    beside: bool = False,
    field: str = "",
) -> Rule:
    """A label and one or more lines; `beside` sets a single line after its label."""
    owner = parent.add("P")
    words = page.words_of(label, "label", owner, place)
    form = owner.add("Form", alt=f"{page.words.write_here}: {label}").set("PrintField", Role="tv")
    return Rule(words, form, page.theme, lines=lines, beside=beside, field=field)


def choice(
    label: str, choices: Sequence[str], parent: Element, page: Context, place: Place, *, field: str = ""
) -> Choices:
    """A label and words, one of them to be circled."""
    owner = parent.add("P")
    words = page.words_of(label, "label", owner, place)
    options = []
    for one in choices:
        form = _option(owner, f"{page.words.choose}: {one}")
        options.append(Option(page.words_of(one, "body", form, place), _chosen(one, page)))
    return Choices(words, options, page.theme, field=field)


def scale(label: str, low: int, high: int, parent: Element, page: Context, place: Place, *, field: str = "") -> Scale:
    """A label and the numbers from low to high, one of them to be marked."""
    owner = parent.add("P")
    words = page.words_of(label, "body", owner, place)
    options = [
        Option(page.words_of(one, "strong", _option(owner), place), _chosen(one, page))
        for one in map(str, range(low, high + 1))
    ]
    return Scale(words, options, page.theme, field=field)


def box(label: str, parent: Element, page: Context, place: Place, *, field: str = "") -> Box:
    """A box to tick, and its label after it."""
    owner = parent.add("P")
    form = owner.add("Form", alt=page.words.box).set("PrintField", Role="cb", checked="off")
    words = page.words_of(label, "body", owner, place)
    return Box(words, form, Filled(page.words.ticked, checked=True), page.theme, field=field)


def _option(owner: Element, alt: str = "") -> Element:
    return owner.add("Form", alt=alt).set("PrintField", Role="rb", checked="off")


def _chosen(option: str, page: Context) -> Filled:
    return Filled(f"{page.words.chosen}: {option}", checked=True)
