"""Editions: one handout on several papers and for several eyes, and the file names that tell them apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from handouts.clinic import Choice, Clinic, Ink, PaperName, TextSize
from handouts.problem import NOWHERE, HandoutError, Place, Problem
from handouts.values import alternatives, nearest


@dataclass(frozen=True)
class Preset:
    """Choices about the print, in the order of file names. None is open; the clinic's usual one has no name."""

    name: str | None = None
    text_size: TextSize | None = None
    ink: Ink | None = None
    paper: PaperName | None = None
    letterhead: bool | None = None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def choices(self) -> dict[str, Any]:
        """Each choice by its name, as the options of a layout take them."""
        return {name: getattr(self, name) for name in CHOICES}

    def changed_by(self, other: "Preset") -> "Preset":
        """The other one's choices in place of these, as far as it makes them."""
        return replace(self, **{name: value for name, value in other.choices.items() if value is not None})

    def ending(self, usual: "Preset") -> str:
        """What sets a file name apart from that of the usual edition, such as `.large.mono`."""
        return "".join(f".{_word(name, value)}" for name, value in self.choices.items() if value != usual.choices[name])

    def __str__(self) -> str:
        return f"the edition `{self.name}`" if self.name else "the usual edition"


CHOICES = tuple(item.name for item in fields(Preset) if item.name not in ("name", "place"))


@dataclass(frozen=True)
class Wanted:
    """What a run makes: the usual edition, the named one, or all of them. The flags hold for each."""

    name: str | None = None
    every: bool = False
    flags: Preset = Preset()


def settle(clinic: Clinic, wanted: Wanted) -> dict[str, Preset]:
    """The editions to make, every choice made, each under the ending of its file names; the usual one comes first."""
    usual = Preset(**{name: getattr(clinic, name) for name in CHOICES})
    named = {choice.edition: _named(usual, choice) for choice in clinic.editions}
    problems = list(_namesakes(clinic))
    made: dict[str, Preset] = {}
    for picked in _picked(usual, named, wanted):
        preset = picked.changed_by(wanted.flags)
        twin = made.setdefault(preset.ending(usual), preset)
        if twin is not preset:
            problems.append(_same_file(preset, twin, wanted))
    if problems:
        raise HandoutError(*problems)
    return made


def _named(usual: Preset, choice: Choice) -> Preset:
    chosen = Preset(**{name: getattr(choice, name) for name in CHOICES})
    return replace(usual.changed_by(chosen), name=choice.edition, place=choice.place)


def _picked(usual: Preset, named: dict[str, Preset], wanted: Wanted) -> list[Preset]:
    if wanted.every:
        return [usual, *named.values()]
    if wanted.name is None:
        return [usual]
    if wanted.name not in named:
        raise HandoutError(_unknown(wanted.name, tuple(named)))
    return [named[wanted.name]]


def _word(name: str, value: str | bool) -> str:
    return value if isinstance(value, str) else f"{'' if value else 'no-'}{name}"


def _unknown(name: str, known: tuple[str, ...]) -> Problem:
    near = nearest(name, known)
    hint = "name it under `editions:` in your clinic's file, or choose with --text-size, --ink and --paper"
    if known:
        hint = f"did you mean `{near}`?" if near else f"write {alternatives(known)}"
    return NOWHERE.problem("F207", f"the clinic has no edition `{name}`", hint)


def _namesakes(clinic: Clinic) -> Iterator[Problem]:
    seen: set[str] = set()
    for choice in clinic.editions:
        if choice.edition in seen:
            yield choice.place.problem("W104", f"a second edition is called `{choice.edition}`", "give it another name")
        seen.add(choice.edition)


def _same_file(preset: Preset, twin: Preset, wanted: Wanted) -> Problem:
    """Files of the second would take the place of the first one's."""
    hint = "change a choice of one of them, or take one out"
    if any(value is not None for value in wanted.flags.choices.values()):
        hint = "make them one at a time, with --edition, or leave out the options that make them alike"
    return preset.place.problem("W104", f"{preset} would have the same file names as {twin}", hint)
