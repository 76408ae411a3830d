"""What a handout may contain. The reader, the JSON Schema and the pages all follow this one file.

A record's first field is its word: `- steps: [...]` in YAML becomes `Steps(steps=...)`, and where only that one
field is needed a bare value will do. Types say how a value is read: `Line` is plain text, `Text` one paragraph with
emphasis, strong and links, `Prose` several of them.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal, get_args

from handouts.drawings import Drawing
from handouts.inline import Prose, Text
from handouts.record import FileName, Keyed, Line, Pattern, Record, WebAddress, Whole, needs, says

Id = Annotated[str, Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and hyphens", "ball-self-massage")]
FieldName = Annotated[str, Pattern(r"[a-z][a-z0-9_]*", "small letters, digits and underscores", "first_name")]
Version = Annotated[str, Pattern(r"\d+(\.\d+)*", "numbers and full stops", "1.0")]
Language = Annotated[str, Pattern(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language code", "en-GB")]
CoverageId = Annotated[str, Pattern(r"[A-Z]+[0-9]*[a-z]?(-[A-Z]+)?", "an id of the coverage list", "BALL6")]
Quantity = Annotated[
    str,
    Pattern(
        r"(up to )?\d+( to \d+)?( (seconds?|minutes?|hours?))?",
        "a number or a range, with seconds, minutes or hours where it is a time",
        "30 to 60 seconds",
    ),
]
Code = Annotated[str, Pattern(r"[A-Z][0-9]{3}", "the code of a rule", "H209")]
Reason = Annotated[str, Pattern(r".*\w\s+\S.*", "a reason of two words or more", "quote of the consent form")]
Kind = Literal["text", "date", "choice", "number", "time", "tick", "scale", "signature"]


SCALE = 0, 10
NUMBER = 0, 999_999_999  # nothing counted on a handout has more digits


@dataclass(frozen=True)
class Allowed(Record):
    """A rule that a block breaks with good reason."""

    code: Code = needs("the code of the rule")
    reason: Reason = needs("why it does not hold here")


@dataclass(frozen=True)
class Block(Record):
    """One thing in the body of a handout."""

    covers: tuple[CoverageId, ...] = field(
        default=(), kw_only=True, metadata={"description": "items of the clinical coverage list that this answers"}
    )
    allow: Annotated[tuple[Allowed, ...], Keyed()] = field(
        default=(), kw_only=True, metadata={"description": "codes of rules that this breaks, each with the reason"}
    )


@dataclass(frozen=True)
class Section(Block):
    """A heading; everything up to the next one belongs to it."""

    section: Text = needs("the heading")
    level: Annotated[int, Pattern(r"[123]", "1, 2 or 3", "2")] = says("1 for a part, 2 and 3 for what is inside it", 1)
    note: Text | None = says("a few words under the heading")
    width: Literal["full", "half"] = says("two half sections in a row stand side by side where there is room", "full")


@dataclass(frozen=True)
class Paragraphs(Block):
    """Running text; a blank line starts a new paragraph."""

    text: Prose = needs("the text")


@dataclass(frozen=True)
class Bullets(Block):
    """Points without an order."""

    bullets: tuple[Text, ...] = needs("the points")
    mark: Literal["dot", "never", "tick"] = says("never for things not to do, tick for things to do", "dot")


@dataclass(frozen=True)
class Step(Record):
    """One thing to do."""

    step: Text = needs("what to do")
    points: tuple[Text, ...] = says("details under the step", ())


@dataclass(frozen=True)
class Steps(Block):
    """Things to do in this order, numbered."""

    steps: tuple[Step, ...] = needs("the steps, first to last")


@dataclass(frozen=True)
class Tick(Record):
    """A box to tick."""

    tick: Text = needs("what has been done or asked")
    write: Line | None = says("label of a line to write on after it")


@dataclass(frozen=True)
class Callout(Block):
    """A box that has to be seen: stop, caution, tip or note."""

    callout: Literal["stop", "caution", "tip", "note"] = needs("what kind of box")
    title: Text | None = says("the first words, in bold")
    text: Prose = says("the message", Prose())
    bullets: tuple[Text, ...] = says("points under the message", ())
    ticks: tuple[Tick, ...] = says("boxes to tick under the message", ())


@dataclass(frozen=True)
class Question(Block):
    """A question as a patient would ask it, and its answer."""

    question: Text = needs("the question")
    answer: Prose = needs("the answer; a blank line starts a new paragraph")


@dataclass(frozen=True)
class Table(Block):
    """Rows and columns with a header row."""

    table: Text = needs("what the table shows, printed above it")
    columns: tuple[Text, ...] = needs("the header of each column")
    rows: tuple[tuple[Text, ...], ...] = needs("rows of as many cells as there are columns")
    row_headers: bool = says("the first cell of a row says what the row is about", True)


@dataclass(frozen=True)
class Amount(Record):
    """How much of something, with the words under it."""

    amount: Quantity = needs("how much")
    note: Text | None = says("printed under the figure in place of the usual words")


@dataclass(frozen=True)
class Dose(Record):
    """How much of an exercise, and how often."""

    sets: Amount | None = says("how many rounds")
    repetitions: Amount | None = says("how many times in a round")
    hold: Amount | None = says("how long to hold")
    rest: Amount | None = says("how long to rest between rounds")
    duration: Amount | None = says("how long in all")
    times_a_day: Amount | None = says("how many times a day")
    days_a_week: Amount | None = says("how many days a week")
    side: Literal["left", "right", "both", "each"] | None = says("which side of the body")


@dataclass(frozen=True)
class Exercise(Block):
    """One exercise: what to do, how much, and how to make it easier or harder."""

    exercise: Text = needs("its name")
    steps: tuple[Step, ...] = says("what to do, first to last; a single step is printed without a number", ())
    dose: Dose | None = says("how much and how often")
    easier: Text | None = says("what to change when it is too hard")
    harder: Text | None = says("what to change when it is too easy")
    picture: FileName | Drawing | None = says("a PNG, JPEG or SVG file beside this one, or something to draw")
    alt: Line | None = says("what the picture shows, for people who cannot see it; `decorative` for no meaning")


@dataclass(frozen=True)
class TickGroup(Record):
    """Boxes that belong together."""

    group: Text = needs("what they have in common")
    ticks: tuple[Tick, ...] = needs("the boxes")


@dataclass(frozen=True)
class Checklist(Block):
    """Boxes to tick, alone or in groups."""

    checklist: tuple[Tick | TickGroup, ...] = needs("boxes, or groups of them")
    columns: Annotated[int, Pattern(r"[123]", "1, 2 or 3", "2")] = says("how many columns on a wide page", 1)


@dataclass(frozen=True)
class Field(Block):
    """A place to write: a line, a box or a row to circle."""

    field: FieldName = needs("its name, the same in every handout that asks for the same thing")
    # The types say what everybody reads once the catalogue has loaded a handout: what it leaves out is nothing (None)
    # until `handouts.standard` takes it from the standard field of that name.
    label: Line = says("what to write here; a standard field has a label of its own")
    kind: Kind = says("what is written; without it that of the standard field, or else text")
    choices: tuple[Line, ...] = says("what can be circled, for the kind `choice`", ())
    low: Whole | None = says("smallest number allowed, for the kinds `number` and `scale`")
    high: Whole | None = says("largest number allowed, for the kinds `number` and `scale`")
    lines: Whole = says("how many lines to write on, for the kind `text`")
    help: Line | None = says("a few words under the label")

    @property
    def limits(self) -> tuple[int, int]:
        """The smallest and the largest number; a scale runs from 0 to 10 where it does not say."""
        low, high = SCALE if self.kind == "scale" else NUMBER
        return low if self.low is None else self.low, high if self.high is None else self.high


@dataclass(frozen=True)
class Diary(Block):
    """A table to fill in: weeks by days, or rows by columns of your own."""

    diary: Text = needs("what to write or tick in it")
    weeks: Whole | None = says("how many weeks; the columns are then the days")
    rows: tuple[Text, ...] = says("the rows, in place of `weeks`", ())
    columns: tuple[Text, ...] = says("the columns; after `weeks`, columns beside the seven days", ())


@dataclass(frozen=True)
class Figure(Block):
    """A picture from a file, or one that the program draws."""

    figure: FileName | Drawing = needs("a PNG, JPEG or SVG file beside this one, or something to draw")
    alt: Line | None = says("what it shows, for people who cannot see it; `decorative` for no meaning")
    caption: Text | None = says("printed under it")
    width: Annotated[int, Pattern(r"\d{1,2}|100", "a percentage from 1 to 100", "60")] = says(
        "percentage of the text width", 100
    )


@dataclass(frozen=True)
class ClinicContact(Block):
    """How to reach the clinic; its details come from the clinic file."""

    clinic: Text = needs("a few words before the details, such as a question it answers")


@dataclass(frozen=True)
class Include(Record):
    """The blocks of a shared fragment, so that they are written once."""

    include: Line = needs("the fragment, such as `shared/call-now`")


AnyBlock = (
    Section | Paragraphs | Bullets | Steps | Callout | Question | Table | Exercise | Checklist | Field | Diary
    | Figure | ClinicContact
)  # fmt: skip
BLOCKS: tuple[type[Block], ...] = get_args(AnyBlock)


Audience = Literal["patient", "therapist", "both"]
LayoutKind = Literal["leaflet", "exercise-sheet", "checklist", "diary", "wallet-card", "poster"]


@dataclass(frozen=True)
class Source(Record):
    """Where a statement comes from."""

    source: Line = needs("author, title, year")
    url: WebAddress | None = says("where to find it")


@dataclass(frozen=True)
class Fragment(Record):
    """Blocks that several handouts share."""

    body: tuple[AnyBlock | Include, ...] = needs("the blocks")


@dataclass(frozen=True)
class Handout(Record):
    """One handout: who it is for, where it comes from, and what it says."""

    id: Id = needs("the name of the PDF file")
    title: Line = needs("the title on the page")
    audience: Audience = needs("who reads it")
    layout: LayoutKind = needs("what kind of page it becomes")
    language: Language = needs("the language it is written in")
    version: Version = needs("raise it with every change that readers should notice")
    published: date = needs("when this version was published")
    review_by: date = needs("when it has to be looked at again")
    author: Line = needs("who wrote it")
    purpose: Line = needs("what a reader can do after reading it, in one sentence")
    body: tuple[AnyBlock | Include, ...] = needs("what it says")
    subtitle: Text | None = says("one or two sentences under the title")
    code: Line | None = says("a short code printed in the footer")
    reviewed_by: Line | None = says("the clinician who checked it; leave it empty until one has")
    summary: Text | None = says("the handout in one sentence, for the PDF's description")
    sources: tuple[Source, ...] = says("where its statements come from", ())

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The body once every include has been replaced by what it names."""
        return tuple(block for block in self.body if isinstance(block, Block))
