"""A day as people write it, in the order that their country has for day and month; never a guess."""

import re
from datetime import date
from functools import cache

from handouts.clinic import RegionName
from handouts.filling.asked import Asked
from handouts.filling.text import folded
from handouts.problem import Problem
from handouts.words import Words
from handouts.written import Written

ISO = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})(?:[ t]00:00(?::00)?)?")  # a table has days at midnight
NUMBERS = re.compile(r"([0-9]{1,2}) ?([-./]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})")
DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?[ -]?(?:of |de )?([^\W\d_]+)\.?,?[ -]?(?:de |del )?([0-9]{4})")
MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? ?([0-9]{1,2})(?:st|nd|rd|th)?,? ?([0-9]{4})")
YEARS = range(1900, 2200)
LEAST = 3  # letters that tell a month from the others
# Where people write day and month as numbers, which comes first; in Canada, and where no region is known, it is open.
DAY_LEADS: dict[RegionName, bool] = {"GB": True, "IE": True, "AU": True, "NZ": True, "EU": True, "US": False}
EXAMPLE = "such as `2026-11-30` or `30 Nov 2026`"

Parts = tuple[int, int, int]  # year, month, day


def day(value: Written, asked: Asked) -> str | Problem:
    """The day as the language of the handout writes it."""
    text = folded(value)
    parts = _written_out(text, asked.words) or _numbers(value, text, asked)
    if isinstance(parts, Problem):
        return parts
    if parts is None:
        return asked.refuse(value, "V110", "it takes a date", EXAMPLE)
    if parts[0] not in YEARS:
        return asked.refuse(value, "V110", f"its year is not from {YEARS[0]} to {YEARS[-1]}", EXAMPLE)
    try:
        return asked.words.day_of(date(*parts))
    except ValueError:
        return asked.refuse(value, "V110", "there is no such day", EXAMPLE)


def _written_out(text: str, words: Words) -> Parts | None:
    """Where the way of writing says which number is what."""
    if match := ISO.fullmatch(text):
        return int(match[1]), int(match[3]), int(match[4])
    if match := DAY_FIRST.fullmatch(text):
        number, name, year = match.groups()
    elif match := MONTH_FIRST.fullmatch(text):
        name, number, year = match.groups()
    else:
        return None
    month = _month(name, words)
    return (int(year), month, int(number)) if month else None


def _month(name: str, words: Words) -> int | None:
    """The number of a month, by its name in full or the beginning of it, or as short as the page has it."""
    months = _folded_months(words.month_names, words.months)
    found = (name == short or (len(name) >= LEAST and whole.startswith(name)) for whole, short in months)
    return next((number for number, is_it in enumerate(found, 1) if is_it), None)


@cache
def _folded_months(*names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(zip(*(map(folded, each) for each in names), strict=True))


def _numbers(value: Written, text: str, asked: Asked) -> Parts | Problem | None:
    match = NUMBERS.fullmatch(text)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day_leads = DAY_LEADS.get(asked.region) if asked.region else None
    if day_leads is None:
        if first != second and max(first, second) <= 12:
            why = f"the day may be {first} or {second}"
            return asked.refuse(value, "V111", why, "write `2026-11-30`, or the month as a word: `30 Nov 2026`")
        day_leads = second <= 12
    return (year, second, first) if day_leads else (year, first, second)
