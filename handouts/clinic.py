"""The clinic that hands out the page. Branding is data: everything here comes from one YAML file."""

from dataclasses import dataclass
from typing import Annotated, Literal

from handouts.model import FileName, Line, Pattern, Record, WebAddress, needs, says
from handouts.words import Words

Colour = Annotated[str, Pattern(r"#[0-9A-Fa-f]{6}", "a colour: # and six hexadecimal digits", "#0b5d66")]
Email = Annotated[str, Pattern(r"[^\s@]+@[^\s@]+\.[^\s@]+", "an email address", "hello@clinic.example")]
PaperName = Literal["a4", "letter", "a5"]


@dataclass(frozen=True)
class Emergency(Record):
    """Whom to call when it cannot wait; it depends on the country."""

    number: Line = needs("the number to dial")
    department: Line | None = says("where to go, as people call it there")


@dataclass(frozen=True)
class Clinic(Record):
    """Name, looks and contacts of a clinic."""

    name: Line | None = says("the name at the head of every page; without one the head stays free for a stamp")
    tagline: Line | None = says("a few words under the name")
    logo: FileName | None = says("a PNG, JPEG or SVG file beside this one")
    logo_alt: Line | None = says("what the logo says, for people who cannot see it; the name if left out")
    colour: Colour = says("the colour of titles and rules; lighter and darker ones are made from it", "#0b5d66")
    phone: Line | None = says("the phone number patients call")
    email: Email | None = says("the address patients write to")
    website: WebAddress | None = says("the clinic's website")
    address: tuple[Line, ...] = says("the postal address, line by line", ())
    hours: Line | None = says("when somebody answers")
    emergency: Emergency | None = says("emergency number and department of your country")
    other_formats: Line | None = says("whom to ask for large print or another language")
    paper: PaperName = says("the paper in your printer", "a4")

    def values(self, words: Words) -> dict[str, str]:
        """What stands in a handout where it says `{{ clinic.phone }}`; plain words where the clinic says nothing."""
        emergency = self.emergency
        return {
            "clinic.name": self.name or words.our_clinic,
            "clinic.phone": self.phone or words.our_clinic,
            "clinic.email": self.email or words.our_clinic,
            "clinic.website": self.website or words.our_clinic,
            "clinic.hours": self.hours or "",
            "clinic.emergency": emergency.number if emergency else words.emergency_number,
            "clinic.department": (emergency and emergency.department) or words.emergency_department,
        }


PLACEHOLDERS = (
    "clinic.name", "clinic.phone", "clinic.email", "clinic.website", "clinic.hours", "clinic.emergency",
    "clinic.department",
)  # fmt: skip
