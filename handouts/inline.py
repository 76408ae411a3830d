"""Inline text: CommonMark emphasis, strong and links become runs; every other character is itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from handouts.problem import NOWHERE, Place

MARKUP = re.compile(r"[*_\[\\]")
PLACEHOLDER = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")


@dataclass(frozen=True)
class Run:
    """Characters that look and link alike."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(frozen=True)
class Text:
    """One paragraph of runs, and where it was written."""

    runs: tuple[Run, ...]
    place: Place = NOWHERE

    @property
    def plain(self) -> str:
        """Every character that stands on the page, without its looks."""
        return "".join(run.text for run in self.runs)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Names between double braces, such as `clinic.phone`."""
        return tuple(PLACEHOLDER.findall(self.plain + " ".join(run.href for run in self.runs)))

    def filled(self, values: Mapping[str, str]) -> "Text":
        """The same text with `{{ name }}` replaced; a name without a value stays as written."""
        if "{{" not in self.plain:
            return self

        def value(match: re.Match[str]) -> str:
            return values.get(match[1], match[0])

        runs = (
            replace(run, text=PLACEHOLDER.sub(value, run.text), href=PLACEHOLDER.sub(value, run.href))
            for run in self.runs
        )
        return replace(self, runs=tuple(run for run in runs if run.text))


class Prose(tuple[Text, ...]):
    """One or more paragraphs, parted by blank lines in the YAML."""

    __slots__ = ()


def parse(source: str, place: Place = NOWHERE) -> Text:
    """Runs of one paragraph; line breaks in the source are spaces."""
    return Text(_runs(" ".join(source.split())), place)


def paragraphs(source: str, place: Place = NOWHERE) -> Prose:
    """One Text for each paragraph between blank lines."""
    return Prose(parse(part, place) for part in re.split(r"\n[ \t]*\n", source.strip()))


@lru_cache(maxsize=4096)
def _runs(source: str) -> tuple[Run, ...]:
    if not MARKUP.search(source):
        return (Run(source),) if source else ()
    return tuple(_merged(_parsed(source)))


def _parsed(source: str) -> Iterator[Run]:
    # The parser is loaded on first use: a handout without markup need not pay for it.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape", "balance_pairs", "fragments_join"])
    strong = emphasis = 0
    href = ""
    for token in parser.parseInline(source)[0].children or []:
        if token.type.startswith("strong"):
            strong += token.nesting
        elif token.type.startswith("em_"):
            emphasis += token.nesting
        elif token.type == "link_open":
            href = str(token.attrs["href"])
        elif token.type == "link_close":
            href = ""
        else:
            yield Run(token.content, strong > 0, emphasis > 0, href)


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours that look alike as one run, so that a word is never cut between two."""
    kept: Run | None = None
    for run in runs:
        if kept and replace(run, text="") == replace(kept, text=""):
            kept = replace(kept, text=kept.text + run.text)
            continue
        if kept and kept.text:
            yield kept
        kept = run
    if kept and kept.text:
        yield kept
