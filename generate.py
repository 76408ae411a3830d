"""The command `handouts`: arguments, paths, clock, progress and exit statuses. Here what is said meets how it looks."""

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

import typer

from handouts import __version__
from handouts.problem import HandoutError, Problem

if TYPE_CHECKING:
    from handouts.clinic import Clinic
    from handouts.model import Handout
    from layouts import Edition

OWN_CLINIC = Path("clinic.yaml")
STOPPED = 130  # by Ctrl-C
COLUMNS = ("id", "title", "audience", "layout", "language", "version", "review_by")


def program() -> str:
    """What a person typed to start this, so that every command shown can be copied."""
    script, python, here = Path(sys.argv[0]), Path(sys.executable), Path.cwd()
    if script.name != Path(__file__).name:
        return "handouts"
    return f"{python.relative_to(here) if python.is_relative_to(here) else python.name} {script}"


class Talk:
    """Everything on stderr: progress, problems, the closing sentence. Results go to stdout, through `put`."""

    width = 0  # of the progress that stands in the last line of the terminal

    @property
    def live(self) -> bool:
        """Whether somebody watches who can see a line change."""
        return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def progress(self, text: str) -> None:
        """Replaces the last line of a terminal, by spaces: not every terminal knows the code that clears a line."""
        if self.live:
            text = text[: shutil.get_terminal_size().columns - 1]
            print(" " * self.width, text, sep="\r", end="\r", file=sys.stderr, flush=True)
            self.width = len(text)

    def say(self, sentence: str) -> None:
        """A line of its own; coloured where a terminal shows colours and nobody declined them."""
        self.progress("")
        typer.echo(sentence, err=True, color=self.live and not os.environ.get("NO_COLOR"))

    def report(self, problems: Iterable[Problem]) -> None:
        """Each problem with its hint; the first line in red or yellow."""
        for problem in problems:
            first, *rest = str(problem).split("\n")
            colour = typer.colors.RED if problem.severity == "error" else typer.colors.YELLOW
            self.say("\n".join([typer.style(first, fg=colour), *rest]))


talk = Talk()


def put(line: str) -> None:
    """A line of the results; a reader who has left ends the run quietly."""
    talk.progress("")
    try:
        print(line, flush=True)
    except OSError as error:
        from handouts.writer import unwritable

        # Python keeps what it could not write, and would try again, loudly, on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(1) from None
        raise HandoutError(unwritable(Path("output"), error)) from None


@dataclass
class Outcome:
    """What became of one handout, or of the clinic."""

    name: str
    id: str | None = None
    path: str | None = None
    pages: int | None = None
    bytes: int | None = None
    problems: list[Problem] = field(default_factory=list)

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Keeps what is found inside, so that all problems are told at once."""
        try:
            yield
        except HandoutError as error:
            self.problems += (problem for problem in error.problems if problem not in self.problems)

    @property
    def errors(self) -> list[Problem]:
        """A single one refuses the whole document; a warning does not."""
        return [problem for problem in self.problems if problem.severity == "error"]


class Desk:
    """What the handouts of a run share: the clinic, the day, the words of a language, and the ids met so far."""

    def __init__(self, clinic: Path | None) -> None:
        from handouts import catalog

        self.clinic: Clinic | None = None
        self.today, self.words = date.today(), cache(catalog.load_words)
        self.ids: dict[str, Path] = {}
        self.outcome = Outcome(str(clinic))
        with self.outcome.noting():
            self.clinic = catalog.load_clinic(clinic)

    def make(self, name: str, language: str) -> tuple[Outcome, bytes]:
        """From a name to a PDF. Rules and pages are both asked, so that one run tells everything."""
        from handouts import catalog, rules

        outcome, data = Outcome(name), b""
        with outcome.noting():
            source = catalog.find(name, language)
            handout = catalog.load(source)
            outcome.id = handout.id
            outcome.problems += [*rules.check(handout, self.today), *self.twins(handout, source)]
            if self.clinic:
                edition = self.meet(handout, self.clinic)
                outcome.pages = len(edition.pages)
                data = b"" if outcome.errors else edition.print()
        return outcome, data

    def meet(self, handout: "Handout", clinic: "Clinic") -> "Edition":
        """What is said, on paper."""
        from layouts import Options, compose

        return compose(handout, clinic, self.words(handout.language), Options())

    def twins(self, handout: "Handout", source: Path) -> Iterator[Problem]:
        """A second handout of the same id would overwrite the first one's PDF."""
        first = self.ids.setdefault(handout.id, source)
        if first.resolve() != source.resolve():
            hint = "give one of the two another id, or build them into different folders"
            yield handout.place.problem("W102", f"the id `{handout.id}` is also that of {first}", hint)


def work(names: list[str] | None, clinic: Path | None, language: str) -> Iterator[tuple[Outcome, bytes]]:
    """A faulty clinic, then one handout after the other; a bad one does not stop the next."""
    from handouts import catalog

    if clinic is None and OWN_CLINIC.exists():
        clinic = OWN_CLINIC
        talk.say(f"The clinic is the one in {clinic}.")
    desk = Desk(clinic)
    names = list(dict.fromkeys(names or [source.stem for source in catalog.library(language)]))
    if desk.outcome.problems:
        yield desk.outcome, b""
    for number, name in enumerate(names, 1):
        talk.progress(f"{number} of {len(names)}: {name}")
        yield desk.make(name, language)


def put_json(data: Any) -> None:
    """Results for programs."""
    import json

    put(json.dumps(data, indent=2))


def count(number: int, thing: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def table(rows: list[list[str]]) -> None:
    """Columns in line; on a terminal too narrow for them the second one gives way."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    missing = sum(widths) + 2 * len(widths) - shutil.get_terminal_size((10_000, 0)).columns
    widths[1] = max(widths[1] - max(missing, 0), 12)
    for row in rows:
        if len(row[1]) > widths[1]:
            row[1] = row[1][: widths[1] - 3] + "..."
        put("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())


def end(sentence: str, failed: bool) -> None:
    """The closing sentence and the exit status."""
    talk.say(sentence)
    if failed:
        raise typer.Exit(1)


def ids(incomplete: str) -> list[str]:
    """Ids of the library, for the shell to complete."""
    from handouts import catalog

    return [source.stem for source in catalog.library("en") if source.stem.startswith(incomplete)]


def examples(*lines: str) -> str:
    """Commands to copy, under the help of a command."""
    return "\b\nExamples:\n" + "\n".join(f"  {program()} {line}" for line in lines)


app = typer.Typer(
    help="Patient handouts for physiotherapy clinics: written in YAML, printed as accessible PDFs.",
    epilog=examples("build", "build sciatica --clinic clinic.yaml", "new my-clinic", "build --help"),
    no_args_is_help=True,
    add_completion=program() == "handouts",  # a shell completes the names of programs, not of scripts
    rich_markup_mode=None,  # Rich takes as long to load as a handout takes to build
    pretty_exceptions_enable=False,
)
Handouts = Annotated[
    list[str] | None,
    typer.Argument(metavar="[HANDOUT]...", help="Ids of the library or YAML files; else all.", autocompletion=ids),
]
ClinicFile = Annotated[
    Path | None, typer.Option("--clinic", metavar="FILE", help="Your clinic; else clinic.yaml in this folder, if any.")
]
Language = Annotated[str, typer.Option(metavar="CODE", help="The language of the library.")]
SchemaOf = Annotated[Literal["handout", "clinic", "fragment"], typer.Argument(help="What it describes.")]
Json = Annotated[bool, typer.Option("--json", help="The result as data, for other programs.")]


def version(wanted: bool) -> None:
    """Says where the program runs from, since there may be several."""
    if wanted:
        python = ".".join(map(str, sys.version_info[:3]))
        put(f"clinic-handouts {__version__} from {Path(__file__).resolve().parent} (Python {python})")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="The version, and where it runs from.")
    ] = False,
) -> None:
    """What holds for every command."""


@app.command(epilog=examples("build", "build sciatica warning-card", "build my-clinic/foot-care.yaml --out to-print"))
def build(
    handouts: Handouts = None,
    clinic: ClinicFile = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for the PDFs, made if missing.")] = Path("out"),
    language: Language = "en",
    as_json: Json = False,
) -> None:
    """Make the PDFs, each whole or not at all."""
    from handouts.writer import folder, write

    folder(out)
    outcomes = []
    for outcome, data in work(handouts, clinic, language):
        outcomes.append(outcome)
        if data:
            with outcome.noting():
                write(path := out / f"{outcome.id}.pdf", data)
                outcome.path, outcome.bytes = str(path), len(data)
        talk.report(outcome.errors)
        if outcome.path and not as_json:
            pages = count(outcome.pages or 0, "page")
            put(f"{outcome.path:<{len(str(out)) + 24}} {pages:<9} {len(data) / 1000:>6.0f} kB")
    if as_json:
        put_json([asdict(outcome) for outcome in outcomes])
    written = [outcome for outcome in outcomes if outcome.path]
    failed = any(outcome.errors for outcome in outcomes)
    stopped = "; the problems above stopped the rest" if failed else ""
    warnings = sum(len(outcome.problems) for outcome in written)
    seen = f" {count(warnings, 'thing')} to look at: {program()} check" if warnings else ""
    end(f"{count(len(written), 'handout')} written to {out}{stopped}.{seen}", failed)


@app.command(epilog=examples("check", "check my-clinic/foot-care.yaml --strict"))
def check(
    handouts: Handouts = None,
    clinic: ClinicFile = None,
    language: Language = "en",
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
) -> None:
    """Look for problems, and write nothing."""

    problems: list[Problem] = []
    checked = 0
    for outcome, _ in work(handouts, clinic, language):
        checked += 1
        for problem in sorted(outcome.problems):
            problems.append(problem.strict() if strict else problem)
            put(str(problems[-1]))
    found = f"{count(len(problems), 'problem')} found."
    good = f"{count(checked, 'handout')} checked: nothing to mend."
    end(found if problems else good, any(problem.severity == "error" for problem in problems))


@app.command("list", epilog=examples("list", "list --json"))
def list_(language: Language = "en", as_json: Json = False) -> None:
    """Show the library, and what is overdue for review."""
    from handouts import catalog

    found: list[dict[str, Any]] = []
    failed, today = Outcome(language), date.today()
    for source in catalog.library(language):
        with failed.noting():
            handout = catalog.load(source)
            cells = {name: str(getattr(handout, name)) for name in COLUMNS}
            found.append({**cells, "overdue": handout.review_by < today})
    talk.report(failed.problems)
    if as_json:
        put_json(found)
    else:
        head = [name.replace("_", " ") for name in (*COLUMNS, "")]
        table([head, *([*map(entry.get, COLUMNS), "overdue" * entry["overdue"]] for entry in found)])
    end(f"{count(len(found), 'handout')} in the library.", bool(failed.problems))


@app.command(epilog=examples("new my-clinic"))
def new(folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder, made if missing.")]) -> None:
    """Start a folder of your own, with a clinic and a handout."""
    from handouts import starter

    for path in starter.write(folder, date.today()):
        put(str(path))
    names = ("my-first-handout.yaml", "clinic.yaml", "out")
    handout, own, out = (f'"{folder / name}"' if " " in str(folder) else str(folder / name) for name in names)
    talk.say(
        f"\nPut your clinic's details into {own} and your own words into {handout},\n"
        f"then make the PDF with\n\n  {program()} build {handout} --clinic {own} --out {out}\n"
    )


@app.command("schema", epilog=examples("schema handout > handout.json"))
def schema_(record: SchemaOf) -> None:
    """Print the JSON Schema that editors complete by."""
    from handouts.schema import RECORDS, dumped

    put(dumped(RECORDS[record]).rstrip())


def run() -> int:
    """The exit status. A user's mistake ends in plain words; anything else is a bug and keeps its traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack a letter of a title
    try:
        app(prog_name=program())
    except HandoutError as error:
        talk.report(error.problems)
        return 1
    except SystemExit as stop:
        if stop.code == STOPPED:
            talk.say("Stopped. What was written is whole, and nothing else was touched.")
        return int(stop.code or 0)
    return 0


def main() -> NoReturn:
    """Runs the command and leaves at once: to take the libraries down costs as much time as a page."""
    status = run()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
