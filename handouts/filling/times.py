"""A time of day as people write it, by 24 hours or by twelve; it stays the way it was written, evenly."""

import re

from handouts.filling.asked import Asked
from handouts.problem import Problem
from handouts.written import Written

TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2})(?::00)?)?(?: ?(?P<half>[ap])\.? ?m\.?)?", re.IGNORECASE
)


def time_of_day(value: Written, asked: Asked) -> str | Problem:
    """Such as `14:30` or `2:30 pm`."""
    match = TIME.fullmatch(value)
    if not match or not (match["minute"] or match["half"]):
        return asked.refuse(value, "V109", "it takes a time of day", "such as `14:30` or `2:30 pm`")
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    first, last = (1, 12) if match["half"] else (0, 23)
    if minute > 59 or not first <= hour <= last:
        return asked.refuse(value, "V109", "there is no such time", "such as `14:30` or `2:30 pm`")
    if not match["half"]:
        return f"{hour:02}:{minute:02}"
    minutes = f":{minute:02}" if match["minute"] else ""
    return f"{hour}{minutes} {match['half'].lower()}m"
