"""The command `handouts`: arguments, paths, clock, progress and exit statuses. Here what is said meets how it looks."""

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # while the rest is loaded, there is nothing to tell of being stopped

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

import typer

from handouts import __version__
from handouts.problem import HandoutError, Problem

if TYPE_CHECKING:
    from handouts.clinic import Clinic
    from handouts.editions import Preset, Wanted
    from handouts.model import Handout
    from handouts.outcome import Outcome
    from handouts.words import Words
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
    stopped = False  # by Ctrl-C

    def __init__(self) -> None:
        self.told: set[Problem] = set()

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
            if problem in self.told:  # a broken logo is one fault, however many handouts it stands on
                continue
            self.told.add(problem)
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


def printing(handout: "Handout", clinic: "Clinic", words: "Words", edition: "Preset") -> "Edition":
    """What is said, on paper."""
    from layouts import Options, compose

    return compose(handout, clinic, words, Options(**edition.choices))


def work(names: list[str] | None, clinic: Path | None, language: str, wanted: "Wanted") -> Iterator[list["Outcome"]]:
    """A faulty clinic, then the editions of one handout after the other; a bad one does not stop the next."""
    from handouts.desk import Desk

    if clinic is None and OWN_CLINIC.exists():
        clinic = OWN_CLINIC
        talk.say(f"The clinic is the one in {clinic}.")
    desk = Desk(clinic, wanted, date.today(), printing)
    if not names:
        names, left = desk.library(language)
        if left:
            talk.say(f"Left out, as the clinic's file says: {', '.join(left)}.")
    if desk.outcome.problems:
        yield [desk.outcome]
    for number, name in enumerate(names := list(dict.fromkeys(names)), 1):
        if talk.stopped:
            raise typer.Exit(STOPPED)
        talk.progress(f"{number} of {len(names)}: {name}")
        yield list(desk.make(name, language))


def wish(name: str | None, every: bool, **flags: Any) -> "Wanted":
    """Which editions the command line asks for."""
    from handouts.editions import Preset, Wanted

    if name and every:
        raise typer.BadParameter("not together with --all-editions, which makes this one too", param_hint="--edition")
    return Wanted(name, every, Preset(**flags))


def show(outcomes: list["Outcome"], out: Path) -> None:
    """A line for each file of a handout, with its pages and its size."""
    from handouts.outcome import count

    width = len(str(out)) + 20 + max(len(outcome.file or "") - len(outcome.id or "") for outcome in outcomes)
    for outcome in outcomes:
        if outcome.path:
            pages, size = count(outcome.pages or 0, "page"), (outcome.bytes or 0) / 1000
            put(f"{outcome.path:<{width}} {pages:<9} {size:>6.0f} kB")


def put_json(data: Any) -> None:
    """Results for programs."""
    import json

    put(json.dumps(data, indent=2))


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
SchemaOf = Annotated[
    Literal["handout", "clinic", "fragment"], typer.Argument(metavar="RECORD", help="handout, clinic or fragment.")
]
EditionName = Annotated[
    str | None, typer.Option("--edition", metavar="NAME", help="One of the editions that your clinic's file names.")
]
Every = Annotated[bool, typer.Option("--all-editions", help="The usual edition, and all that the clinic's file names.")]
Paper = Annotated[Literal["a4", "letter", "a5"] | None, typer.Option(help="The paper; else your clinic's.")]
TextSize = Annotated[
    Literal["standard", "large", "extra-large"] | None, typer.Option(help="Text of at least 12, 16 or 20 points.")
]
Ink = Annotated[Literal["colour", "mono"] | None, typer.Option(help="mono for black and white printers.")]
Letterhead = Annotated[
    bool | None, typer.Option(help="No: the head of the page stays free, for paper with your head printed on it.")
]
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


@app.command(
    epilog=examples(
        "build", "build sciatica warning-card", "build --text-size large --ink mono", "build --all-editions"
    )
)
def build(
    handouts: Handouts = None,
    clinic: ClinicFile = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for the PDFs, made if missing.")] = Path("out"),
    edition: EditionName = None,
    all_editions: Every = False,
    paper: Paper = None,
    text_size: TextSize = None,
    ink: Ink = None,
    letterhead: Letterhead = None,
    language: Language = "en",
    as_json: Json = False,
) -> None:
    """Make the PDFs, each whole or not at all."""
    from handouts.outcome import summary, told
    from handouts.writer import folder

    wanted = wish(edition, all_editions, paper=paper, text_size=text_size, ink=ink, letterhead=letterhead)
    folder(out)
    outcomes: list[Outcome] = []
    for editions in work(handouts, clinic, language, wanted):
        outcomes += editions
        for outcome in editions:
            outcome.save(out)
        if not as_json:
            show(editions, out)
        talk.report(problem for problem in told(editions) if problem.severity == "error")
    if as_json:
        put_json([outcome.record() for outcome in outcomes])
    failed = any(outcome.errors for outcome in outcomes)
    end(summary(outcomes, out, f"{program()} check"), failed)


@app.command(epilog=examples("check", "check my-clinic/foot-care.yaml --strict", "check --all-editions"))
def check(
    handouts: Handouts = None,
    clinic: ClinicFile = None,
    edition: EditionName = None,
    all_editions: Every = False,
    paper: Paper = None,
    text_size: TextSize = None,
    ink: Ink = None,
    letterhead: Letterhead = None,
    language: Language = "en",
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
) -> None:
    """Look for problems, and write nothing."""
    from handouts.outcome import count, told

    wanted = wish(edition, all_editions, paper=paper, text_size=text_size, ink=ink, letterhead=letterhead)
    problems: list[Problem] = []
    notes: dict[str, None] = {}
    checked = 0
    for editions in work(handouts, clinic, language, wanted):
        checked += 1
        notes |= dict.fromkeys(note for outcome in editions for note in outcome.notes)
        for problem in told(editions):
            problems.append(problem.strict() if strict else problem)
            put(str(problems[-1]))
    for note in notes:
        talk.say(f"Note: {note}.")
    found = f"{count(len(problems), 'problem')} found."
    good = f"{count(checked, 'handout')} checked: nothing to mend."
    end(found if problems else good, any(problem.severity == "error" for problem in problems))


@app.command("list", epilog=examples("list", "list --json"))
def list_(language: Language = "en", as_json: Json = False) -> None:
    """Show the library, and what is overdue for review."""
    from handouts import catalog
    from handouts.outcome import Outcome, count

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


def prepare() -> None:
    """Makes every stream take every line."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the program that started this one
            setattr(sys, name, io.StringIO())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack a letter of a title


def stop(*_: object) -> None:
    """Lets the handout at hand be finished, for ReportLab takes an interruption for a fault; a second one is heeded."""
    talk.stopped = True
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run() -> int:
    """The exit status. A user's mistake ends in plain words; anything else is a bug and keeps its traceback."""
    prepare()
    talk.told.clear()
    try:
        app(prog_name=program())
    except HandoutError as error:
        talk.report(error.problems)
        return 1
    except OSError as error:
        from handouts.writer import unwritable

        if error.filename is not None:
            raise
        talk.report([unwritable(Path("output"), error)])  # of the help, which Typer writes
        return 1
    except SystemExit as stop:
        if stop.code == STOPPED:
            talk.say("Stopped. What was written is whole, and nothing else was touched.")
        return int(stop.code or 0)
    return 0


def main() -> NoReturn:
    """Runs the command and leaves at once: to take the libraries down costs as much time as a page."""
    if signal.getsignal(signal.SIGINT) in (signal.SIG_DFL, signal.default_int_handler):
        signal.signal(signal.SIGINT, stop)
    status = run()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
