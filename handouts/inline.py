"""Inline text: CommonMark emphasis, strong and links become runs; every other character is itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from handouts.problem import NOWHERE, Place

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# No-break and thin spaces are characters that a writer chose; only these are mere space between words.
SPACE = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")
WEB_OR_MAIL = re.compile(r"https?://|mailto:[^\s@]+@", re.IGNORECASE)
PHONE = re.compile(r"\+?[\d().-]+", re.ASCII)
MARKUP = re.compile(r"[*_\[\\]")
PLACEHOLDER = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")


NO_ADDRESS = " "  # of a link that was written without one


@dataclass(frozen=True)
class Run:
    """Characters that look and link alike."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""

    def filled(self, values: Mapping[str, str]) -> "Run":
        """The same run with `{{ name }}` replaced, in its words and in its link."""

        def value(match: re.Match[str]) -> str:
            return values.get(match[1], match[0])

        return replace(self, text=PLACEHOLDER.sub(value, self.text), href=_address(PLACEHOLDER.sub(value, self.href)))


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
        if not any("{{" in run.text or "{{" in run.href for run in self.runs):
            return self
        runs = (run.filled(values) for run in self.runs)
        return replace(self, runs=tuple(run for run in runs if run.text))


class Prose(tuple[Text, ...]):
    """One or more paragraphs, parted by blank lines in the YAML."""

    __slots__ = ()


def line(source: str) -> str:
    """The source on one line, with single spaces."""
    return SPACE.sub(" ", source).strip(" ")


def parse(source: str, place: Place = NOWHERE) -> Text:
    """Runs of one paragraph; line breaks in the source are spaces."""
    return Text(_runs(line(source)), place)


def paragraphs(source: str, place: Place = NOWHERE) -> Prose:
    """One Text for each paragraph between blank lines."""
    return Prose(parse(part, place) for part in re.split(r"\n\s*\n", source.strip()))


@lru_cache(maxsize=4096)
def _runs(source: str) -> tuple[Run, ...]:
    if not MARKUP.search(source):
        return (Run(source),) if source else ()
    return tuple(_merged(_parsed(source)))


def _parsed(source: str) -> Iterator[Run]:
    strong = emphasis = 0
    href = ""
    # CommonMark ends an address at a space, and a placeholder in it may be written with some.
    for token in _parser().parseInline(PLACEHOLDER.sub(r"{{\1}}", source))[0].children or []:
        if token.type.startswith("strong"):
            strong += token.nesting
        elif token.type.startswith("em_"):
            emphasis += token.nesting
        elif token.type.startswith("link"):
            href = str(token.attrs.get("href", "")) or (NO_ADDRESS if token.nesting > 0 else "")
        else:
            yield Run(_spaced(token.content), strong > 0, emphasis > 0, _spaced(href))


def _spaced(text: str) -> str:
    """Placeholders as people write them."""
    return PLACEHOLDER.sub(r"{{ \1 }}", text)


@cache
def _parser() -> "MarkdownIt":
    """CommonMark with all but emphasis, strong and links switched off; loaded for the first text that has any."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape", "balance_pairs", "fragments_join"])
    # A rule of its own judges addresses, and says what is wrong with them.
    parser.validateLink = lambda url: len(url) > 0  # type: ignore[method-assign]
    encoded = parser.normalizeLink
    parser.normalizeLink = lambda url: encoded(url).replace("%7B", "{").replace("%7D", "}")  # type: ignore[method-assign]
    return parser


def _address(href: str) -> str:
    """A phone number without its spaces; no link at all where words stand in for an address that is not known."""
    scheme, colon, number = href.partition(":")
    if scheme.lower() != "tel":
        return href if WEB_OR_MAIL.match(href) else ""
    digits = "".join(number.split())
    return f"{scheme}{colon}{digits}" if PHONE.fullmatch(digits) else ""


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
