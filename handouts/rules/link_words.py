"""H203: the words of a link say where it leads.

What: warns about links called "here", "more" and the like, and about bare addresses.
Why: on paper a link is only its words; a screen reader lists links without the sentences around them.
Instead: the name of what is behind it: "NHS advice on sciatica".
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from handouts.inline import Text
from handouts.model import Handout
from handouts.problem import Problem
from handouts.rules.contents import texts

VAGUE = {
    "here", "click here", "more", "read more", "more information", "learn more", "link", "this link", "this page",
    "aquí", "haga clic aquí", "más", "leer más", "más información", "enlace", "este enlace", "esta página",
}  # fmt: skip
BARE = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)


def check(handout: Handout, today: date) -> Iterator[Problem]:
    """A warning for each link whose words do not say where it leads."""
    for text in texts(handout):
        for words in _links(text):
            hint = "name what is behind it, such as `[NHS advice on sciatica](https://…)`"
            if words.strip(" .…").lower() in VAGUE:
                yield text.place.warning("H203", f"a link called “{words}” does not say where it leads", hint)
            elif BARE.fullmatch(words):
                yield text.place.warning("H203", f"the words of a link are its address, `{words}`", hint)


def _links(text: Text) -> Iterator[str]:
    for href, runs in groupby(text.runs, key=lambda run: run.href):
        if href:
            yield "".join(run.text for run in runs).strip()
