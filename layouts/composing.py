"""The one way from a handout to an edition."""

import re
from dataclasses import replace
from importlib import import_module
from typing import Protocol

from handouts.clinic import Clinic
from handouts.model import Handout
from handouts.problem import HandoutError, Problem
from handouts.words import Words
from layouts.colours import rgb, settled
from layouts.context import Context
from layouts.edition import Edition
from layouts.fonts import NO_BREAK_SPACE
from layouts.options import ENLARGED, PAPERS, Options
from layouts.pages.plan import Plan
from layouts.tagging.metadata import Metadata
from layouts.theme import Theme

# A last page with less on it than this is worth closing up the spaces for, if that saves it.
LEAST_USED = 0.65
TIGHTNESS = (1.0, 0.88, 0.76, 0.66, 0.58, 0.5)


class PageKind(Protocol):
    """A file of `layouts/pages`: how one kind of handout becomes pages."""

    SCALE: float

    def lay_out(self, handout: Handout, page: Context, size: tuple[float, float]) -> Plan:
        """Pages, tree and furniture at the theme's tightness."""


def compose(handout: Handout, clinic: Clinic, words: Words, options: Options | None = None) -> Edition:
    """The handout as the clinic's pages; raises HandoutError with all that cannot be printed."""
    options = options or Options()
    clinic = _chosen(clinic, options)
    kind: PageKind = import_module(f"layouts.pages.{_kind(handout, clinic)}")
    size = options.size or PAPERS[clinic.paper]
    larger = 1 if options.size else ENLARGED.get(clinic.paper, 1)
    plan = _best(kind, handout, clinic, words, size, larger)
    return Edition(
        size, plan.pages, plan.root, plan.furniture, _metadata(handout, words, options), plan.tightness, _notes(clinic)
    )


def _notes(clinic: Clinic) -> tuple[str, ...]:
    """What differs from what the clinic asked for, so that every word can be read."""
    note = settled(clinic.colour) if clinic.ink == "colour" else ""
    return (note,) if note else ()


def _chosen(clinic: Clinic, options: Options) -> Clinic:
    """The clinic with the choices for this edition in place of its usual ones."""
    names = ("paper", "text_size", "ink", "letterhead")
    chosen = {name: value for name in names if (value := getattr(options, name)) is not None}
    return replace(clinic, **chosen)


def _kind(handout: Handout, clinic: Clinic) -> str:
    """The file of the layout kind; a card cannot grow, so in large print it becomes a page."""
    if handout.layout == "wallet-card" and clinic.text_size != "standard":
        return "leaflet"
    return handout.layout.replace("-", "_")


def _best(
    kind: PageKind, handout: Handout, clinic: Clinic, words: Words, size: tuple[float, float], larger: float
) -> Plan:
    """The roomiest layout, unless a tighter one saves a page that would be nearly empty."""
    first: Plan | None = None
    looks = (clinic.text_size, clinic.ink, clinic.look, clinic.fonts)
    for tightness in TIGHTNESS:
        theme = Theme(rgb(clinic.colour), kind.SCALE * larger, tightness, *looks)
        problems: list[Problem] = []
        page = Context(theme, words, clinic, handout.layout, _values(clinic, words), size[0], problems)
        plan = kind.lay_out(handout, page, size)
        if problems:
            raise HandoutError(*problems)
        if len(plan.pages) == 1 or plan.used >= LEAST_USED or (first and len(plan.pages) < len(first.pages)):
            return plan
        first = first or plan
    assert first is not None
    return first


def _values(clinic: Clinic, words: Words) -> dict[str, str]:
    """The clinic's own words; a phone number is never broken at the end of a line, what stands beside it may be."""
    numbers = ("clinic.phone", "clinic.emergency")
    known = (clinic.phone, clinic.emergency and clinic.emergency.number)
    values = clinic.values(words)
    return {
        name: re.sub(r" (?=\d)", NO_BREAK_SPACE, value) if name in numbers and value in known else value
        for name, value in values.items()
    }


def _metadata(handout: Handout, words: Words, options: Options) -> Metadata:
    summary = handout.summary.plain if handout.summary else handout.purpose
    sources = "; ".join(f"{source.source} {source.url or ''}".strip() for source in handout.sources)
    return Metadata(
        title=handout.title,
        author=handout.author,
        subject=summary,
        keywords=f"{handout.id}, {words.version.format(version=handout.version)}",
        sources=sources,
        language=handout.language,
        day=handout.published,
        producer=options.producer,
    )
