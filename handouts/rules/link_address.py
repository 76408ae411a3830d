"""H109: a link leads to a web page, an email address or a phone number.

What: looks at how the address of every link starts.
Why: anything else leads nowhere on a reader's screen, or to a file on the machine where the page was made.
Instead: an address that starts with https://, http://, mailto: or tel:.
"""

import re
from collections.abc import Iterator
from datetime import date

from handouts.inline import NO_ADDRESS, Text
from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import texts

ADDRESS = re.compile(r"https?://[^\s/]|mailto:[^\s@]+@[^\s@]+$|(mailto|tel):\{\{|tel:\+?[\d().\-]+$", re.IGNORECASE)


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A problem for each link that leads nowhere."""
    for text in texts(handout):
        yield from astray(text)


def astray(text: Text) -> Iterator[Problem]:
    """A problem for each link of a text that leads nowhere."""
    if "](" in text.plain or any(run.href == NO_ADDRESS for run in text.runs):
        hint = "write `[words](https://…)`, with an address that has no spaces"
        yield text.place.problem("H109", "a link that has no address, or one with a space in it", hint)
    for address in dict.fromkeys(run.href for run in text.runs if run.href.strip()):
        if not ADDRESS.match(address) and not address.startswith("{{"):
            hint = "start it with https://, http://, mailto: or tel:, without spaces"
            yield text.place.problem("H109", f"the link `{address}` leads nowhere", hint)
