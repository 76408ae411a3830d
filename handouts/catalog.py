"""Finds handouts, clinics and the fixed words of a language, and loads each of them whole."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

from handouts import kind, reader, source, standard
from handouts.bind import Binding, bind
from handouts.clinic import Clinic, Regions
from handouts.fragments import Fragments
from handouts.model import AnyBlock, Field, Handout
from handouts.problem import NOWHERE, HandoutError, Place, Problem
from handouts.record import FileName
from handouts.values import alternatives, nearest
from handouts.words import Words

HERE = Path(__file__).parent
LIBRARY = HERE / "library"
STRINGS = HERE / "strings"
CLINIC = HERE / "clinics" / "default.yaml"
REGIONS = HERE / "regions.yaml"
YAML = (".yaml", ".yml")


def library(language: str = "en") -> tuple[Path, ...]:
    """The handouts of a language in the built-in library; fragments lie in folders inside it."""
    return tuple(sorted(_folder(language).glob("*.yaml")))


def find(name: str, language: str = "en") -> Path:
    """The file of a handout: an id of the library, or a path to a YAML file."""
    if Path(name).suffix.lower() in YAML or "/" in name or "\\" in name:
        return Path(name)
    ids = {path.stem: path for path in library(language)}
    if name in ids:
        return ids[name]
    raise HandoutError(NOWHERE.problem("F201", f"there is no handout `{name}` in the library", _near(name, tuple(ids))))


def load(path: Path) -> Handout:
    """The handout with every include replaced by its blocks and every field complete, or all problems of its files."""
    binding = Binding()
    node = reader.read(path, source.shown(path))
    kind.expect(kind.HANDOUT, node)
    handout = binding.bind(node, Handout)
    language = _base(handout.language) if handout else "en"
    fragments = Fragments((path.parent, LIBRARY / language), binding)
    body = tuple(fragments.blocks(handout.body if handout else list(binding.records), (path,)))
    fields = _standards(handout.language if handout else language)
    binding.problems.extend((*missing_files(binding.files), *standard.unknown(body, fields)))
    if handout and not _words_file(handout.language):
        binding.problems.append(_unknown_language(handout.language, _languages(), handout.place))
    if handout is None or binding.problems:
        raise HandoutError(*binding.problems)
    return replace(handout, body=cast(tuple[AnyBlock, ...], tuple(standard.completed(body, fields))))


def load_clinic(path: Path | None = None) -> Clinic:
    """The clinic of a file; without one the neutral clinic, whose pages leave the head free for a stamp."""
    from handouts import branding

    path = path or CLINIC
    binding = Binding()
    node = reader.read(path, source.shown(path))
    kind.expect(kind.CLINIC, node)
    clinic = binding.bind(node, Clinic)
    binding.problems.extend((*missing_files(binding.files), *branding.check(node, binding.records), *_left_out(clinic)))
    if clinic is None or binding.problems:
        raise HandoutError(*binding.problems)
    return _in_its_region(clinic)


def _left_out(clinic: Clinic | None) -> list[Problem]:
    """A problem for each handout that is left out although there is none: a slip of the finger would print it."""
    ids = tuple(sorted({path.stem for path in LIBRARY.glob("*/*.yaml")}))
    return [
        change.place.problem(
            "F201", f"there is no handout `{change.handout}` in the library", _near(change.handout, ids)
        )
        for change in (clinic.handouts if clinic else ())
        if change.leave_out and change.handout not in ids
    ]


def _in_its_region(clinic: Clinic) -> Clinic:
    """The clinic with the emergency number of its region, unless it says its own."""
    if clinic.region is None or clinic.emergency:
        return clinic
    regions = bind(reader.read(REGIONS, source.shown(REGIONS)), Regions)
    return replace(clinic, emergency=getattr(regions, clinic.region))


@cache
def load_words(language: str) -> Words:
    """The fixed words of a language; those of `en` serve `en-GB` unless it has its own."""
    path = _words_file(language)
    if path is None:
        raise HandoutError(_unknown_language(language, _languages()))
    words = bind(reader.read(path, source.shown(path)), Words)
    return replace(words, fields=tuple(map(standard.complete, words.fields)))


def _standards(language: str) -> dict[str, Field]:
    """The standard fields in a language; their names, which are all that counts for one not known, in English."""
    words = load_words(language if _words_file(language) else "en")
    return {field.field: field for field in words.fields}


def missing_files(files: list[FileName]) -> list[Problem]:
    """A problem for each named file that is not there, or that a link leads out of its folder."""
    return [problem for name in files if (problem := _missing_file(name))]


def _missing_file(name: FileName) -> Problem | None:
    path = name.path
    try:
        inside = path.resolve().is_relative_to(Path(name.place.file).parent.resolve())
        found, folder = path.is_file(), path.is_dir()
    except (OSError, ValueError):  # a name too long for any file
        inside, found, folder = True, False, False
    if not inside:
        return name.place.problem("F103", "this path leaves the folder", "put the file itself there, not a link to it")
    if folder:
        return name.place.problem("F106", f"`{name}` is a folder", "name a file inside it")
    if found:
        return None
    return name.place.problem("F104", f"there is no file `{name}` beside this one", _nearest_file(name))


def _nearest_file(name: FileName) -> str:
    there = {path.name.lower(): path.name for path in name.path.parent.glob("*.*") if path.is_file()}
    near = nearest(name.path.name.lower(), there)
    return f"did you mean `{there[near]}`?" if near else "save it there, or correct the name"


def _folder(language: str) -> Path:
    known = {path.name: path for path in sorted(LIBRARY.iterdir()) if path.is_dir()}
    folder = known.get(language) or known.get(_base(language))
    if folder is None:
        raise HandoutError(_no_library(language, tuple(known)))
    return folder


def _words_file(language: str) -> Path | None:
    files = (STRINGS / f"{name}.yaml" for name in (language, _base(language)) if name.replace("-", "").isalnum())
    return next(filter(Path.is_file, files), None)


def _languages() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in STRINGS.glob("*.yaml")))


def _base(language: str) -> str:
    return language.partition("-")[0]


def _unknown_language(language: str, known: tuple[str, ...], place: Place = NOWHERE) -> Problem:
    return place.problem("F202", f"the language `{language}` is not known", f"write {alternatives(known)}")


def _no_library(language: str, known: tuple[str, ...]) -> Problem:
    if _words_file(language) is None:
        return _unknown_language(language, known)
    hint = f"name the files of your own handouts, or write {alternatives(known)}"
    return NOWHERE.problem("F208", f"the library has no handouts in the language `{language}` yet", hint)


def _near(name: str, ids: tuple[str, ...]) -> str:
    for file in (name + ending for ending in YAML):
        if Path(file).is_file():
            return f"did you mean the file `{file}`?"
    near = nearest(name, ids)
    return f"did you mean `{near}`?" if near else f"there are {', '.join(ids)}; or name a YAML file"
