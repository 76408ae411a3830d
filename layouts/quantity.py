"""Amounts as people of a language write them: `30 to 60 seconds` becomes a figure and a unit in that language."""

import re

from handouts.words import Words

AMOUNT = re.compile(r"(up to )?(\d+)(?: to (\d+))?(?: (second|minute|hour)s?)?")


def spoken(quantity: str, words: Words) -> tuple[str, str]:
    """Figure and unit of a quantity of the model, in the fixed words of a language; the unit may be empty."""
    match = AMOUNT.fullmatch(quantity)
    if match is None:
        raise ValueError(f"not a quantity: {quantity}")
    limit, low, high, unit = match.groups()
    number = words.to.format(low=low, high=high) if high else low
    figure = words.up_to.format(number=number) if limit else number
    name = f"one_{unit}s" if number == "1" else f"{unit}s"
    return figure, str(getattr(words, name)) if unit else ""
