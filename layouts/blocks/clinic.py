"""How to reach the clinic; where nothing is known of it, lines to write on or room for a stamp."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.clinic import Clinic
from handouts.inline import Run, Text
from handouts.model import ClinicContact
from handouts.problem import Place
from handouts.words import Words
from layouts.context import Context
from layouts.fields import line
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Panel, Stack
from layouts.fonts import NO_BREAK_SPACE
from layouts.frames import frame
from layouts.paper import Paint
from layouts.tagging.tree import Element


def compose(run: Sequence[ClinicContact], parent: Element, page: Context) -> list[Flowable]:
    """A panel for each block."""
    return [_compose(block, parent, page) for block in run]


def _compose(block: ClinicContact, parent: Element, page: Context) -> Flowable:
    element = parent.add("Div")
    contacts = list(_contacts(page, block))
    theme = page.theme
    if not contacts or (page.compact and not page.clinic.phone):
        return _to_fill_in(block, element, page)
    if page.compact:
        return _one_line(Text((*block.clinic.runs, Run(" "), *contacts[0].runs), block.place), element, page)
    panel = frame("contact", theme)
    style = page.inverse("body") if panel.dark else theme.style("body")
    intro = Text(tuple(replace(run, strong=True) for run in block.clinic.runs), block.place)
    flowables: list[Flowable] = [page.paragraph(intro, style, element.add("P"))]
    for contact in contacts:
        paragraph = page.paragraph(contact, style, element.add("P"))
        paragraph.before = theme.space(0.5)
        flowables.append(paragraph)
    return Panel(Stack(flowables), panel, before=theme.space(3), after=theme.space(3))


def _one_line(text: Text, element: Element, page: Context) -> Flowable:
    paragraph = page.paragraph(text, "body", element.add("P"))
    paragraph.before = page.theme.space(1)
    return paragraph


def _contacts(page: Context, block: ClinicContact) -> Iterator[Text]:
    """Whom to reach and how, and then whom to ask or tell; nothing where the clinic says no way to reach it."""
    ways = list(_ways(page.clinic, page.words))
    clinic, place = page.clinic, block.place
    if not ways and not clinic.phone:
        return
    if first := tuple(_first(page)):
        yield Text(first, place)
    if ways:
        yield Text(tuple(run for way in ways for run in [Run(" · "), *way])[1:], place)
    yield from _notes(clinic, place)


def _first(page: Context) -> Iterator[Run]:
    """Name, phone number and hours, as far as they are known."""
    clinic, words = page.clinic, page.words
    # Neither a number nor a time of day is torn apart at the end of a line.
    hours = re.sub(r"(?<=\d) (?=[ap]m\b)", NO_BREAK_SPACE, clinic.hours or "")
    number = f"{words.phone}{NO_BREAK_SPACE}{page.values['clinic.phone']}" if clinic.phone else ""
    reached = f"{number} ({hours})" if number and hours else number or hours
    if clinic.name:
        yield Run(clinic.name, strong=True)
    if reached:
        yield Run(f". {reached}" if clinic.name else reached)


def _ways(clinic: Clinic, words: Words) -> Iterator[list[Run]]:
    if clinic.email:
        yield [Run(f"{words.email} "), Run(clinic.email, href=f"mailto:{clinic.email}")]
    if clinic.website:
        shown = clinic.website.removeprefix("https://").removeprefix("http://").rstrip("/")
        yield [Run(f"{words.website} "), Run(shown, href=clinic.website)]
    if clinic.address:
        yield [Run(", ".join(clinic.address))]


def _notes(clinic: Clinic, place: Place) -> Iterator[Text]:
    for note in (clinic.other_formats, clinic.feedback):
        if note:
            yield Text((Run(note),), place)


def _to_fill_in(block: ClinicContact, element: Element, page: Context) -> Flowable:
    theme, words = page.theme, page.words
    if page.compact:
        return Stack(
            [_one_line(block.clinic, element, page), line(words.phone, element, page, block.place, beside=True)]
        )
    intro = page.paragraph(block.clinic, "strong", element.add("P"))
    rule = line(words.phone_and_hours, element, page, block.place)
    notes = [page.paragraph(note, "body", element.add("P")) for note in _notes(page.clinic, block.place)]
    panel = replace(frame("contact", theme), paint=Paint(line=theme.colours["mid"], width=1))
    return Panel(Stack([intro, rule, *notes]), panel, before=theme.space(3), after=theme.space(3))
