"""The command `handouts`: arguments, paths, clock, progress and exit statuses. Here what is said meets how it looks."""

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # while the rest is loaded, there is nothing to tell of being stopped

import io
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn, cast

import typer

from handouts import __version__
from handouts.problem import HandoutError, Problem

if TYPE_CHECKING:
    from handouts.batch import Batch, Merging, Results
    from handouts.clinic import Clinic
    from handouts.desk import Desk
    from handouts.editions import Preset, Wanted
    from handouts.model import Handout
    from handouts.order import Pages
    from handouts.outcome import Lock, Outcome
    from handouts.words import Words
    from layouts import Edition

OWN_CLINIC = Path("clinic.yaml")
OUT = Path("out")
STOPPED = 130  # by Ctrl-C
LOCKED = "\nEncrypted PDFs ask for the password, and are no longer PDF/A."
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
        self.noted: set[str] = set()

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

    def note(self, notes: Iterable[str]) -> None:
        """Each one once."""
        for note in notes:
            if note not in self.noted:
                self.noted.add(note)
                self.say(f"Note: {note}.")

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


@contextmanager
def heard() -> Iterator[None]:
    """What is printed meanwhile reaches its reader; one who has left ends the run quietly."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:  # of a file, not of a stream
            raise
        from handouts.writer import unwritable

        # Python keeps what it could not write, and would try again, loudly, on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise SystemExit(1) from None
        raise HandoutError(unwritable(Path("output"), error)) from None


def put(line: str) -> None:
    """A line of the results."""
    talk.progress("")
    with heard():
        print(line)


def printing(handout: "Handout", clinic: "Clinic", words: "Words", edition: "Preset") -> "Edition":
    """What is said, on paper."""
    from layouts import Options, compose

    return compose(handout, clinic, words, Options(**edition.choices))


def opened(
    clinic: Path | None, wanted: "Wanted", pairs: Sequence[tuple[str, str]] = (), *, overdue: bool = False
) -> "Desk":
    """The desk of the clinic that is named, or else of the one in this folder. `overdue` handouts may pass, or not."""
    from handouts.desk import Desk
    from handouts.given import Given
    from handouts.rules import OVERDUE

    if clinic is None and OWN_CLINIC.exists():
        clinic = OWN_CLINIC
        talk.say(f"The clinic is the one in {clinic}.")
    return Desk(clinic, wanted, date.today(), printing, Given(pairs), () if overdue else OVERDUE)


def merging(pages: "Pages", write: Callable[[bytes], object]) -> "Merging":
    """One file for the sheets of many."""
    from layouts.merging import Merged

    return Merged(cast("Edition", pages), write)


def locking(password: str | None) -> "Lock | None":
    """How a PDF gets its password, if it does."""
    if not password:
        return None
    from layouts.locking import locked

    return partial(locked, password=password)


def work(desk: "Desk", names: list[str] | None, language: str) -> Iterator[list["Outcome"]]:
    """A faulty clinic, then the editions of one handout after the other; a bad one does not stop the next."""
    if not names:
        names, left = desk.library(language)
        if left:
            talk.say(f"Left out, as the clinic's file says: {', '.join(left)}.")
    if desk.outcome.problems:
        yield [desk.outcome]
    names = list(dict.fromkeys(names))
    desk.expect_fields(names, language)
    for number, name in enumerate(names, 1):
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


def follow(results: "Results", job: "Batch", total: int | None) -> tuple[Problem, ...]:
    """Watches a batch to its end; what is returned has ended it early."""
    from handouts.batch import Pace

    pace, live = Pace(total, time.monotonic()), talk.live
    try:
        with closing(results):
            for _ in results:
                if live and pace.due(now := time.monotonic()):
                    talk.progress(pace.told(job.tally.rows, now))
    except HandoutError as error:
        if not job.tally.rows:  # it has not even begun
            raise
        return error.problems
    return ()


def conclude(job: "Batch", output: Path, seconds: float, broken: tuple[Problem, ...], locked: bool) -> None:
    """What is wrong with the table, what has been written, and the exit status."""
    for line in job.faults(shutil.get_terminal_size().columns):
        talk.say(line)
    talk.report(broken)
    if job.tally.detailed:
        put_json(job.tally.record(output))
    end_line = job.summary(output, seconds) + (LOCKED if locked and job.tally.written else "")
    if talk.stopped:
        talk.say(end_line)
        raise typer.Exit(STOPPED)
    end(end_line, bool(broken or job.tally.bad))


def rows_of(data: Path) -> int | None:
    """How many there are to come, for somebody who waits; None where nobody does, or the table breaks off."""
    from handouts.tables import open_table

    if not talk.live:
        return None
    talk.progress(f"Counting the rows of {data}")
    try:
        with open_table(data) as table:
            return sum(1 for _ in table)
    except HandoutError:
        return None


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


def pair(text: str) -> tuple[str, str]:
    """The name and the value of `--set`."""
    name, equals, value = text.partition("=")
    if not (name.strip() and equals):
        raise typer.BadParameter("write FIELD=VALUE, such as side=left", param_hint="--set")
    return name.strip(), value


def secret(password: str | None) -> str | None:
    """The password that was given, or is asked for now; its characters are not shown."""
    if password == "-":
        password = str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    if password == "":
        raise typer.BadParameter("an empty password would lock nothing", param_hint="--password")
    return password


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
Paper = Annotated[Literal["a4", "letter", "a5", "a3"] | None, typer.Option(help="The paper; else your clinic's.")]
TextSize = Annotated[
    Literal["standard", "large", "extra-large"] | None, typer.Option(help="Text of at least 12, 16 or 20 points.")
]
Ink = Annotated[Literal["colour", "mono"] | None, typer.Option(help="mono for black and white printers.")]
Letterhead = Annotated[
    bool | None, typer.Option(help="No: the head of the page stays free, for paper with your head printed on it.")
]
Password = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT", envvar="HANDOUTS_PASSWORD", callback=secret,
        help="Encrypt the PDFs (AES-256), for sending; `-` asks for it. They are then no longer PDF/A.",
    ),
]  # fmt: skip
AllowOverdue = Annotated[
    bool, typer.Option("--allow-overdue", help="Print handouts whose day of review has passed all the same.")
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
        "build",
        "build sciatica warning-card",
        "build --text-size large --ink mono",
        "build --all-editions",
        'build ball-self-massage --set first_name=Ana --set side=left --set "note=Start at the wall"',
    )
)
def build(
    handouts: Handouts = None,
    clinic: ClinicFile = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder for the PDFs, made if missing.")] = OUT,
    edition: EditionName = None,
    all_editions: Every = False,
    paper: Paper = None,
    text_size: TextSize = None,
    ink: Ink = None,
    letterhead: Letterhead = None,
    values: Annotated[
        list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="Fill a field; may be given several times.")
    ] = None,
    password: Password = None,
    allow_overdue: AllowOverdue = False,
    language: Language = "en",
    as_json: Json = False,
) -> None:
    """Make the PDFs, each whole or not at all."""
    from handouts.outcome import summary, told
    from handouts.writer import folder

    wanted = wish(edition, all_editions, paper=paper, text_size=text_size, ink=ink, letterhead=letterhead)
    desk = opened(clinic, wanted, [pair(text) for text in values or ()], overdue=allow_overdue)
    lock = locking(password)
    folder(out)
    outcomes: list[Outcome] = []
    for editions in work(desk, handouts, language):
        outcomes += editions
        for outcome in editions:
            outcome.save(out, lock)
        if not as_json:
            show(editions, out)
        talk.report(problem for problem in told(editions) if problem.severity == "error")
    if as_json:
        put_json([outcome.record() for outcome in outcomes])
    failed = any(outcome.errors for outcome in outcomes)
    locked = LOCKED if lock and any(outcome.path for outcome in outcomes) else ""
    end(summary(outcomes, out, f"{program()} check") + locked, failed)


@app.command(
    epilog=examples(
        "batch ball-self-massage --data patients.xlsx",
        "batch ball-self-massage --data patients.csv --out sheets --resume",
        "batch ball-self-massage --data patients.csv --merge print-job.pdf",
        'batch ball-self-massage --data patients.csv --name "{row:04}-{first_name}"',
    )
)
def batch(
    handout: Annotated[str, typer.Argument(metavar="HANDOUT", help="An id or a YAML file.", autocompletion=ids)],
    data: Annotated[
        Path, typer.Option(metavar="FILE", help="The table: .csv, .xlsx or .jsonl, a row for each person.")
    ],
    clinic: ClinicFile = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="The folder for the PDFs; else out.")] = None,
    merge: Annotated[
        Path | None, typer.Option(metavar="FILE", help="One PDF for one print job, with a bookmark for each row.")
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            metavar="PATTERN",
            help="What the files are called; else {row:04}-{handout}. Columns may stand in braces too.",
        ),
    ] = None,
    on_error: Annotated[
        Literal["skip", "stop"], typer.Option(help="What to do after a row that cannot be printed.")
    ] = "skip",
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a batch that was stopped.")] = False,
    workers: Annotated[
        int, typer.Option(min=0, metavar="N", help="Processes for a large table; 0 for as many as there are cores.")
    ] = 1,
    edition: EditionName = None,
    paper: Paper = None,
    text_size: TextSize = None,
    ink: Ink = None,
    letterhead: Letterhead = None,
    password: Password = None,
    allow_overdue: AllowOverdue = False,
    language: Language = "en",
    as_json: Json = False,
) -> None:
    """Make a sheet for each row of a table, its fields filled in.

    The headers of the table name the fields, by their names or by their labels on the page. Rows that cannot be
    printed are told, and listed in problems.csv beside the PDFs; the others are printed all the same.
    """
    from handouts.batch import Batch
    from handouts.tables import open_table
    from handouts.writer import folder

    beside = {"--out": out, "--resume": resume, "--workers": workers != 1, "--password": password}
    for other in (option for option, given in beside.items() if merge and given):
        raise typer.BadParameter(
            f"not together with {other}: a print job is one file, made at once", param_hint="--merge"
        )
    wanted = wish(edition, False, paper=paper, text_size=text_size, ink=ink, letterhead=letterhead)
    order = opened(clinic, wanted, overdue=allow_overdue).order(handout, language)
    began = time.monotonic()
    with open_table(data) as table:
        job = Batch(order, table, name, on_error == "stop", lambda: talk.stopped, as_json)
        talk.note(job.jobs.notes)
        if merge:
            folder(merge.parent)
            results = job.merged(merge, merging)
        else:
            record, processes = job.record(data, password), workers or os.cpu_count() or 1
            results = job.files(folder(out or OUT), record, resume, processes, locking(password))
        broken = follow(results, job, rows_of(data))
        talk.note(job.jobs.notes)
    conclude(job, merge or out or OUT, time.monotonic() - began, broken, bool(password))


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
    """Look for problems, and write nothing.

    Tells as well what each handout for patients scores, which warnings are silenced and why, and what your clinic has
    still to review.
    """
    from handouts.outcome import count, told

    wanted = wish(edition, all_editions, paper=paper, text_size=text_size, ink=ink, letterhead=letterhead)
    problems: list[Problem] = []
    notes: list[str] = []
    checked = 0
    desk = opened(clinic, wanted, overdue=True)
    for editions in work(desk, handouts, language):
        checked += 1
        notes += [note for outcome in editions for note in outcome.notes]
        for problem in told(editions):
            problems.append(problem.strict() if strict else problem)
            put(str(problems[-1]))
        for remark in desk.remarks(editions[0].name, language):
            put(remark)
    talk.note(notes)
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


@app.command(epilog=examples("coverage", "coverage --json"))
def coverage(language: Language = "en", as_json: Json = False) -> None:
    """Show which block of the library answers which statement of the clinical list."""
    from handouts import catalog
    from handouts.coverage import table as answers

    rows = list(answers(catalog.load(source) for source in catalog.library(language)))
    heads = ("id", "statement", "answered by")
    if as_json:
        put_json([dict(zip(heads, row, strict=True)) for row in rows])
    else:
        table([[*heads], *map(list, rows)])
    ids, left = {id for id, _, _ in rows}, [id for id, _, answer in rows if not answer]
    open_ones = f" Not answered: {', '.join(left)}." if left else ""
    end(f"{len(ids) - len(left)} of {len(ids)} statements answered.{open_ones}", bool(left))


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


def finished() -> int:
    """The status that the command ends with, when all that it and Typer printed is out."""
    with heard():
        try:
            app(prog_name=program())
        except SystemExit as ended:
            return int(ended.code or 0)
    return 0


def run() -> int:
    """The exit status. A user's mistake ends in plain words; anything else is a bug and keeps its traceback."""
    prepare()
    talk.told.clear()
    talk.noted.clear()
    try:
        status = finished()
    except HandoutError as error:
        talk.report(error.problems)
        return 1
    except SystemExit as left:
        return int(left.code or 0)
    if status == STOPPED:
        talk.say("Stopped. What was written is whole, and nothing else was touched.")
    return status


def main() -> NoReturn:
    """Runs the command and leaves at once: to take the libraries down costs as much time as a page."""
    if signal.getsignal(signal.SIGINT) in (signal.SIG_DFL, signal.default_int_handler):
        signal.signal(signal.SIGINT, stop)
    status = run()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
