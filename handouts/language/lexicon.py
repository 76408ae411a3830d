"""What is known of a language's words, read from the folder named after it; only what a rule asks for is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, Generic, NamedTuple, TypeVar, cast

from handouts import reader, source
from handouts.bind import bind
from handouts.record import Line, Pattern, Record, needs, says

HERE = Path(__file__).parent
R = TypeVar("R", bound=Record)
V = TypeVar("V")


class Phrases(Generic[V]):
    """Phrases to look for in words, each with what is known of it; the longest that fits is found."""

    def __init__(self, pairs: Iterable[tuple[str, V]]) -> None:
        self.starts: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in pairs:
            first, *rest = phrase.lower().split()
            for form in forms(first):
                self.starts.setdefault(form, []).append((tuple(rest), value))
        for found in self.starts.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def found(self, words: tuple[str, ...]) -> Iterator[tuple[int, int, V]]:
        """Where each phrase starts and ends in small-lettered words, with what is known of it; none inside another."""
        taken = 0
        for start, word in enumerate(words):
            for rest, value in self.starts.get(word, ()) if start >= taken else ():
                end = start + 1 + len(rest)
                if rest == tuple(map(_singular, words[start + 1 : end], rest)):
                    yield start, end, value
                    taken = end
                    break


Listed = Annotated[str, Pattern(r"[^,]+(, [^,]+)*", "words parted by commas", "is, are, was")]
Pair = Annotated[str, Pattern(r"[^=]+ = [^=]+", "words, an = and what they mean", "utilise, utilize = use")]


@dataclass(frozen=True, eq=False, repr=False)
class PlainWords(Record):
    """Hard words with plain ones. Each pair is one line, as hundreds of them are read whenever a page is made."""

    pairs: tuple[Pair, ...] = needs("hard words, parted by commas, and behind an = what to write")

    @cached_property
    def phrases(self) -> Phrases[str]:
        """Every hard word, with what to write."""
        pairs = (pair.split(" = ") for pair in self.pairs)
        return Phrases((phrase, plain) for hard, plain in pairs for phrase in hard.split(", "))


class Term(NamedTuple):
    """A medical name that a patient may hear, and a few plain words for it."""

    name: str
    means: str


@dataclass(frozen=True, eq=False, repr=False)
class Glossary(Record):
    """Medical names, to be explained where they first stand."""

    terms: tuple[Pair, ...] = needs("a name, and behind an = a few plain words for it")
    also: Listed = needs("other words that go with them")

    @cached_property
    def phrases(self) -> Phrases[Term]:
        """Every name, with its term."""
        terms = (Term(*term.split(" = ")) for term in self.terms)
        return Phrases((term.name, term) for term in terms)

    @cached_property
    def names(self) -> frozenset[str]:
        """Each word of a name on its own."""
        said = (*listed(self.also), *(word for term in self.terms for word in term.partition(" = ")[0].split()))
        return frozenset(form for word in said for form in (word, f"{word}s"))


@dataclass(frozen=True, eq=False, repr=False)
class Promise(Record):
    """A word that promises too much."""

    promise: tuple[Line, ...] = needs("the words; endings such as -s, -d and -ing are found as well")
    write: Line = needs("what can be said instead")
    before: tuple[Line, ...] = says("it is a promise only before one of these, at most four words on", ())
    harmless: tuple[Line, ...] = says("it is no promise right before one of these", ())
    refuse: bool = says("yes where no leaflet can say so", False)


@dataclass(frozen=True, eq=False, repr=False)
class Promises(Record):
    """What nobody can promise."""

    promises: tuple[Promise, ...] = needs("words that promise too much")
    denials: Listed = needs("words that turn a promise into its contrary")
    turns: Listed = needs("words behind which a denial no longer holds")

    @cached_property
    def phrases(self) -> Phrases[Promise]:
        """Every word that promises, with what is known of it."""
        return Phrases((phrase, item) for item in self.promises for phrase in item.promise)


@dataclass(frozen=True, eq=False, repr=False)
class Grammar(Record):
    """Words that show how a sentence is built."""

    be: Listed = needs("forms of the verbs that make a passive")
    get: Listed = needs("forms of `get`, which make a looser one")
    between: Listed = needs("words that stand between such a verb and its participle")
    participles: Listed = needs("participles that do not end in -ed")
    states: Listed = needs("words that look like participles and say how somebody or something is")
    got: Listed = needs("participles that people say with `get`")
    you: Listed = needs("words that speak to the reader")
    about: Listed = needs("phrases that speak about the reader instead")
    actions: Listed = needs("verbs that start a sentence in which somebody is asked to do something")
    explains: Listed = needs("words right behind a name that lead to its explanation")
    apposition: Listed = needs("the same, behind a comma")
    called: Listed = needs("words before a name that say that it is one")
    goes_on: Listed = needs("words that start a sentence on what the one before named")


def known(language: str) -> bool:
    """Whether there is anything to judge a language by; what there is for `en` serves `en-GB`."""
    return _base(language) in _languages()


def plain_words(language: str) -> PlainWords:
    """Words to avoid."""
    return _load(PlainWords, language, "plain-words")


def glossary(language: str) -> Glossary:
    """Medical names."""
    return _load(Glossary, language, "glossary")


def promises(language: str) -> Promises:
    """Words that promise."""
    return _load(Promises, language, "promises")


def grammar(language: str) -> Grammar:
    """Words of grammar."""
    return _load(Grammar, language, "grammar")


@cache
def listed(words: Listed) -> frozenset[str]:
    """Words parted by commas."""
    return frozenset(words.split(", "))


def forms(word: str) -> set[str]:
    """A word and what it becomes with an ending; some of them are no words, and so are never met."""
    stem = word.removesuffix("e")
    found = {word, f"{word}s", f"{word}es", f"{stem}ed", f"{stem}ing"}
    return found | {f"{word[:-1]}ies", f"{word[:-1]}ied"} if word.endswith("y") else found


def _singular(word: str, wanted: str) -> str:
    return wanted if word == f"{wanted}s" else word


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


@cache
def _languages() -> frozenset[str]:
    return frozenset(path.name for path in HERE.iterdir() if path.is_dir() and any(path.glob("*.yaml")))


def _load(record: type[R], language: str, name: str) -> R:
    return cast(R, _read(cast(Any, record), _base(language), name))


@cache
def _read(record: Any, language: str, name: str) -> Any:
    path = HERE / language / f"{name}.yaml"
    return bind(reader.read(path, source.shown(path)), record)
