"""How to reach the clinic; where nothing is known of it, lines to write on or room for a stamp."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.inline import Run, Text
from handouts.model import ClinicContact
from layouts.context import Context
from layouts.fields import line
from layouts.flowables.base import Flowable
from layouts.flowables.stack import Frame, Panel, Stack
from layouts.fonts import NO_BREAK_SPACE
from layouts.paper import Paint
from layouts.tagging.tree import Element


def compose(run: Sequence[ClinicContact], parent: Element, page: Context) -> list[Flowable]:
    """A panel for each block."""
    return [_compose(block, parent, page) for block in run]


def _compose(block: ClinicContact, parent: Element, page: Context) -> Flowable:
    element = parent.add("Div")
    contacts = list(_contacts(page, block))
    theme = page.theme
    if not contacts:
        return _to_fill_in(block, element, page)
    if page.compact:
        return _one_line(Text((*block.clinic.runs, Run(" "), *contacts[0].runs), block.place), element, page)
    style = page.inverse("body")
    intro = Text(tuple(replace(run, strong=True) for run in block.clinic.runs), block.place)
    flowables: list[Flowable] = [page.paragraph(intro, style, element.add("P"))]
    for contact in contacts:
        paragraph = page.paragraph(contact, style, element.add("P"))
        paragraph.before = theme.space(0.5)
        flowables.append(paragraph)
    frame = Frame(Paint(fill=theme.colours["dark"]), theme.inset(2.2), theme.space(1.4))
    return Panel(Stack(flowables), frame, before=theme.space(3), after=theme.space(3))


def _one_line(text: Text, element: Element, page: Context) -> Flowable:
    paragraph = page.paragraph(text, "body", element.add("P"))
    paragraph.before = page.theme.space(1)
    return paragraph


def _contacts(page: Context, block: ClinicContact) -> Iterator[Text]:
    clinic, words, place = page.clinic, page.words, block.place
    if clinic.name and (clinic.phone or clinic.email or clinic.address):
        # Neither a number nor a time of day is torn apart at the end of a line.
        hours = re.sub(r"(?<=\d) (?=[ap]m\b)", NO_BREAK_SPACE, f" ({clinic.hours})") if clinic.hours else ""
        first = [Run(clinic.name, strong=True)]
        if clinic.phone:
            first.append(Run(f". {words.phone}{NO_BREAK_SPACE}{page.values['clinic.phone']}{hours}"))
        yield Text(tuple(first), place)
    elif clinic.phone:
        yield Text((Run(f"{words.phone} {page.values['clinic.phone']}"),), place)
    ways: list[list[Run]] = []
    if clinic.email:
        ways.append([Run(f"{words.email} "), Run(clinic.email, href=f"mailto:{clinic.email}")])
    if clinic.website:
        shown = clinic.website.removeprefix("https://").removeprefix("http://").rstrip("/")
        ways.append([Run(f"{words.website} "), Run(shown, href=clinic.website)])
    if clinic.address:
        ways.append([Run(", ".join(clinic.address))])
    if ways:
        yield Text(tuple(run for way in ways for run in [Run(" · "), *way])[1:], place)
    if clinic.other_formats:
        yield Text((Run(clinic.other_formats),), place)


def _to_fill_in(block: ClinicContact, element: Element, page: Context) -> Flowable:
    theme, words = page.theme, page.words
    if page.compact:
        return Stack(
            [_one_line(block.clinic, element, page), line(words.phone, element, page, block.place, beside=True)]
        )
    intro = page.paragraph(block.clinic, "strong", element.add("P"))
    rule = line(words.phone_and_hours, element, page, block.place)
    frame = Frame(Paint(line=theme.colours["mid"], width=1), theme.inset(2.2), theme.space(1.4))
    return Panel(Stack([intro, rule]), frame, before=theme.space(3), after=theme.space(3))
