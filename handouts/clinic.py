"""The clinic that hands out the page. Branding is data: everything here comes from one YAML file."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from handouts.inline import Prose
from handouts.model import Handout, Id, Version
from handouts.record import FileName, Line, Pattern, Record, WebAddress, needs, says
from handouts.words import Words

Colour = Annotated[str, Pattern(r"#[0-9A-Fa-f]{6}", "a colour: # and six hexadecimal digits", "#0b5d66")]
Email = Annotated[str, Pattern(r"[\w.+'-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}", "an email address", "hello@clinic.example")]
# The head and the foot of a page have room for so much.
Name = Annotated[str, Pattern(r".{1,120}", "no longer than 120 characters", "Old Town Physiotherapy")]
Phone = Annotated[str, Pattern(r".{1,60}", "no longer than 60 characters", "020 7946 0000")]
Sentence = Annotated[str, Pattern(r".{1,300}", "no longer than 300 characters", "Monday to Friday, 8 am to 6 pm")]
FontFile = Annotated[
    FileName, Pattern(r".+\.([Tt][Tt][Ff]|[Oo][Tt][Ff])", "a TrueType font file", "our-font-regular.ttf")
]
RegionName = Literal["GB", "IE", "US", "CA", "AU", "NZ", "EU"]
PaperName = Literal["a4", "letter", "a5", "a3"]
TextSize = Literal["standard", "large", "extra-large"]
Ink = Literal["colour", "mono"]


@dataclass(frozen=True)
class Emergency(Record):
    """Whom to call when it cannot wait; it depends on the country."""

    number: Line = needs("the number to dial")
    department: Line | None = says("where to go, as people call it there")


@dataclass(frozen=True)
class Regions(Record):
    """Whom to call in each region; what its department is called is a matter of language."""

    GB: Emergency = needs("the United Kingdom")
    IE: Emergency = needs("Ireland")
    US: Emergency = needs("the United States")
    CA: Emergency = needs("Canada")
    AU: Emergency = needs("Australia")
    NZ: Emergency = needs("New Zealand")
    EU: Emergency = needs("the countries of the European Union, all of which answer 112")


@dataclass(frozen=True)
class Fonts(Record):
    """Typefaces of your own, in the two weights that a page uses."""

    regular: FontFile = needs("the TrueType file for running text")
    bold: FontFile = needs("the TrueType file for headings and strong words")


@dataclass(frozen=True)
class Look(Record):
    """The voice of a page: the shape stays, the accents differ."""

    head: Literal["rule", "band", "centred"] = says(
        "a line under the head, a band of your colour, or all centred", "rule"
    )
    corners: Literal["rounded", "square"] = says("the corners of boxes", "rounded")
    panels: Literal["filled", "lined"] = says("boxes filled with a pale colour, or drawn with a line", "filled")
    headings: Literal["plain", "ruled"] = says("headings of sections on their own, or under a heavy rule", "plain")


@dataclass(frozen=True)
class Choice(Record):
    """A named set of choices about the print."""

    edition: Id = needs("its name, as in `--edition waiting-room`")
    paper: PaperName | None = says("the paper; the usual one if left out")
    text_size: TextSize | None = says("body text of 12, 16 or 20 points at least")
    ink: Ink | None = says("mono for black and white printers")
    letterhead: bool | None = says("no for paper that has your head printed on it already")


@dataclass(frozen=True)
class Change(Record):
    """What is different about one handout here."""

    handout: Id = needs("the id of the handout")
    leave_out: bool = says("yes if your clinic does not hand it out", False)
    closing: Prose = says("a closing note, printed after the last words of the handout", Prose())


@dataclass(frozen=True)
class Review(Record):
    """A clinician of this clinic has looked at one version of a handout."""

    handout: Id = needs("the id of the handout")
    version: Version = needs("the version that was looked at; another one has to be looked at again")
    reviewed_by: Name = needs("who looked at it, as the foot of the page names them")
    reviewed_on: date = needs("the day on which they did")


@dataclass(frozen=True)
class Clinic(Record):
    """Name, looks and contacts of a clinic."""

    name: Name | None = says("the name at the head of every page; without one the head stays free for a stamp")
    tagline: Name | None = says("a few words under the name")
    logo: FileName | None = says("a PNG, JPEG or SVG file beside this one")
    logo_alt: Line | None = says("what the logo says, for people who cannot see it; the name if left out")
    colour: Colour = says("the colour of titles and rules; lighter and darker ones are made from it", "#0b5d66")
    phone: Phone | None = says("the phone number patients call")
    email: Email | None = says("the address patients write to")
    website: WebAddress | None = says("the clinic's website")
    address: tuple[Line, ...] = says("the postal address, line by line", ())
    hours: Sentence | None = says("when somebody answers")
    region: RegionName | None = says("where you are; it settles the emergency number and department")
    emergency: Emergency | None = says("emergency number and department, where they differ from those of your region")
    other_formats: Sentence | None = says("whom to ask for large print or another language")
    paper: PaperName = says("the paper in your printer", "a4")
    text_size: TextSize = says("body text of 12, 16 or 20 points at least", "standard")
    ink: Ink = says("mono for black and white printers", "colour")
    letterhead: bool = says("no for paper that has your head printed on it already", True)
    look: Look = says("how boxes and the head of a page look", Look())
    fonts: Fonts | None = says("TrueType fonts of your own; Source Sans Pro if left out")
    logo_dark: FileName | None = says("the logo in light colours, for dark grounds")
    second_logo: FileName | None = says("a second logo, at the right of the head, such as that of your hospital group")
    second_logo_alt: Line | None = says("what the second logo says, for people who cannot see it")
    footer: Sentence | None = says("a line at the foot of every page, such as a company number")
    feedback: Sentence | None = says("where to send praise and complaints")
    editions: tuple[Choice, ...] = says("named sets of choices, made with `--edition` or `--all-editions`", ())
    handouts: tuple[Change, ...] = says("what is different about some handouts", ())
    reviews: tuple[Review, ...] = says("who of your clinic has looked at which version of a handout, and when", ())

    def reviewer(self, handout: Handout) -> str | None:
        """Who has looked at this very version, as `reviews` record it; a handout of one's own may say so itself."""
        same = (review for review in self.reviews if review.handout == handout.id)
        this = [review for review in same if review.version == handout.version]
        last = max(this, key=lambda review: review.reviewed_on, default=None)
        return last.reviewed_by if last else handout.reviewed_by

    def leaves_out(self, handout: str) -> bool:
        """Whether the library is made without this handout; one that is asked for by name is made all the same."""
        return any(change.leave_out for change in self.handouts if change.handout == handout)

    def closing(self, handout: str) -> Prose:
        """The clinic's own last words in a handout; nothing for most."""
        return next((change.closing for change in self.handouts if change.handout == handout), Prose())

    def values(self, words: Words) -> dict[str, str]:
        """What stands in a handout where it says `{{ clinic.phone }}`; plain words where the clinic says nothing."""
        emergency = self.emergency
        department = getattr(words.departments, self.region) if self.region else None
        return {
            "clinic.name": self.name or words.our_clinic,
            "clinic.phone": self.phone or words.our_clinic,
            "clinic.email": self.email or words.our_clinic,
            "clinic.website": self.website or words.our_clinic,
            "clinic.hours": self.hours or "",
            "clinic.emergency": emergency.number if emergency else words.emergency_number,
            "clinic.department": (emergency and emergency.department) or department or words.emergency_department,
        }


PLACEHOLDERS = (
    "clinic.name", "clinic.phone", "clinic.email", "clinic.website", "clinic.hours", "clinic.emergency",
    "clinic.department",
)  # fmt: skip
