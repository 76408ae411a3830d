"""Sentences, words, syllables and the reading grade of English text, counted the same way wherever they are asked."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

# A sentence ends at a stop, behind its closing quote or bracket, before a space and something that can start another.
END = re.compile(r"(?<![DM]r\.)(?<!Mrs\.)(?<!St\.)(?:(?<=[.?!…])|(?<=[.?!…][”\"’')\]]))\s+(?=[^a-z\s])")
WORD = re.compile(r"[^\W_](?:[^\W_]|['’-](?=[^\W_]))*")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouyrw]l)e$|(?<=[aeiou][gq])ue(?=s?$)"  # nerve, whole, technique; not table, be
    r"|(?<=[^aeiouydtl])ed$|(?<=[aeiouyrwl]l)ed$"  # pressed, pulled; not needed, settled
    r"|(?<=[^aeiouycgsxzhl])es$|(?<=[tk]h)es$|(?<=[aeiouyrw]l)es$"  # moves, clothes; not inches, muscles
    r"|(?<=[^aeiouy])e(?=ly$|ful|less|ness|ment)|(?<=ev)e(?=ry)"  # likely, careful, movement, every
    r"|(?<=som)e(?=[btow])|(?<=[a-z]{2}[^aeiouyl])e(?=time|line|work|guard|hold|ways|fore)"  # something, lifetime
)
# Vowels side by side that are heard one by one: trial, patience, diet, easier, usual, area, going, anyone, creation.
APART = re.compile(
    r"(?<![ct])i[ao](?!n|us)|[^cgstl]ia(?=n)|ia(?=n[ct])|[^aeioucgst]io(?=us)|[^cst]ie(?=n[ct])|i[eu](?=[tm])"
    r"|[^aeiou]ier(?=$|s)|[^gq](?:ua(?!r)|ue(?![drst]|$)|ui(?=[dn]))|eo(?!pl|u|n)|[dn]eo(?=us)"
    r"|[aeiou][^aeiou]ea(?=s?$)|[eo]i(?=ng)|yi(?=ng)|yo(?=ne)|cre(?=at[eio])|^re(?=act)|eu(?=m)"
)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; words without a stop are one as well."""
    return [part for part in END.split(text) if WORD.search(part)]


def words(text: str) -> list[str]:
    """Words as printed; a number is one, and so is what hyphens join."""
    return WORD.findall(text)


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Groups of vowels without silent ones; how far from a dictionary's count stands in docs/checks.md."""
    return sum(map(_syllables, word.lower().replace("’", "'").split("-")))


def _syllables(part: str) -> int:
    part = part.replace("'", "")
    stem = SILENT.sub("", part) if len(part) > 2 else part
    return max(1, len(VOWELS.findall(stem)) + len(APART.findall(part)))


def grade(sentences: Sequence[Sequence[str]], names: Collection[str] = ()) -> float:
    """The Flesch-Kincaid grade of sentences as lists of words (Kincaid and others 1975).

    The small-lettered `names` lengthen a sentence as any word does; their syllables are left out.
    """
    printed = [word for sentence in sentences for word in sentence]
    counted = [word for word in printed if word.lower() not in names] or printed
    return 0.39 * len(printed) / len(sentences) + 11.8 * sum(map(syllables, counted)) / len(counted) - 15.59
