"""The fixed words on the page, per language: a language fills every one of them, or it is refused."""

from dataclasses import dataclass
from datetime import date

from handouts.model import Field
from handouts.record import Line, Record, needs, says


@dataclass(frozen=True)
class Departments(Record):
    """Emergency departments as people of a region call them in this language."""

    GB: Line | None = says("the United Kingdom")
    IE: Line | None = says("Ireland")
    US: Line | None = says("the United States")
    CA: Line | None = says("Canada")
    AU: Line | None = says("Australia")
    NZ: Line | None = says("New Zealand")
    EU: Line | None = says("the countries of the European Union")


@dataclass(frozen=True)
class BodyWords(Record):
    """What is printed on a map of the body, in plain words."""

    back: Line = needs("under the view from behind")
    front: Line = needs("under the view from the front")
    beside: Line = needs("under the view from the side")
    hip: Line = needs("under the hip region, enlarged")
    left: Line = needs("beside the feet, at the body's left")
    right: Line = needs("beside the feet, at the body's right")
    piriformis: Line = needs("the muscle")
    gluteus_minimus: Line = needs("the muscle")
    gluteus_medius: Line = needs("the muscle")
    gluteus_maximus: Line = needs("the muscle")
    quadratus_lumborum: Line = needs("the muscle")
    hamstrings: Line = needs("the muscles")
    popliteus: Line = needs("the muscle")
    soleus: Line = needs("the muscle")
    clinic_only: Line = needs("a muscle that is not pressed at home, with {muscle}")
    nerve: Line = needs("the sciatic nerve")
    sacrum: Line = needs("the bone between the hip bones")
    crest: Line = needs("the upper edge of the hip bone")
    dimple: Line = needs("the dimple over the rear end of that edge")
    spine: Line = needs("the spine")
    tailbone: Line = needs("the tailbone")
    sit_bone: Line = needs("the sit bone")
    hip_bump: Line = needs("the outer hip bone, or greater trochanter")
    groin: Line = needs("the groin")
    knee_hollow: Line = needs("behind the knee")
    mark: Line = needs("what an X means")
    zone: Line = needs("what hatching means, with {muscle}")
    danger: Line = needs("what a zone with a ring and a bar means")

    def named(self, name: str) -> str:
        """The words for a view, a muscle or a place, by the name that a map has for it."""
        return str(getattr(self, "beside" if name == "side" else name.replace("-", "_")))


@dataclass(frozen=True)
class Words(Record):
    """Every word on a page that no handout and no clinic wrote. Braces name what is put in."""

    leaflet: Line = needs("kind of page, at its head")
    therapist_sheet: Line = needs("kind of page, at its head, of a leaflet for therapists")
    exercise_sheet: Line = needs("kind of page, at its head")
    checklist: Line = needs("kind of page, at its head")
    diary: Line = needs("kind of page, at its head")
    wallet_card: Line = needs("kind of page, at its head")
    poster: Line = needs("kind of page, at its head")
    page: Line = needs("footer, with {page} and {pages}")
    version: Line = needs("footer, with {version}")
    published: Line = needs("footer, with {date}")
    review_by: Line = needs("footer, with {date}")
    reviewed_by: Line = needs("footer, with {name}")
    review_awaited: Line = needs("footer, where nobody at the clinic has reviewed this version")
    month_date: Line = needs("a month of a year, with {month} and {year}")
    day_date: Line = needs("a day, with {day}, {month} and {year}")
    months: tuple[Line, ...] = needs("twelve months, as short as people write them")
    month_names: tuple[Line, ...] = needs("twelve months in full, to read dates that people write")
    days: tuple[Line, ...] = needs("seven days from Monday, as short as people write them")
    week: Line = needs("row of a diary, with {number}")
    stop: Line = needs("what the stop sign says to people who cannot see it")
    caution: Line = needs("what the caution sign says to people who cannot see it")
    tip: Line = needs("what the tip sign says to people who cannot see it")
    note: Line = needs("what the note sign says to people who cannot see it")
    never: Line = needs("what the sign of a point that is not allowed says to people who cannot see it")
    tick: Line = needs("what a tick before a point says to people who cannot see it")
    box: Line = needs("what an empty tick box says to people who cannot see it")
    write_here: Line = needs("what a line to write on says to people who cannot see it")
    yes: Line = needs("what people write for a box that is ticked")
    no: Line = needs("what people write for a box that is not ticked")
    choose: Line = needs("what a row to circle says to people who cannot see it")
    chosen: Line = needs("what the word or number that was circled says to people who cannot see it")
    ticked: Line = needs("what a ticked box says to people who cannot see it")
    logo: Line = needs("what a logo says to people who cannot see it, with {name}")
    unnamed_logo: Line = needs("what a logo says where nothing says whose it is")
    sets: Line = needs("under the number of sets")
    repetitions: Line = needs("under the number of repetitions")
    hold: Line = needs("under how long to hold")
    rest: Line = needs("under how long to rest")
    duration: Line = needs("under how long in all")
    times_a_day: Line = needs("under how many times a day")
    days_a_week: Line = needs("under how many days a week")
    one_sets: Line = needs("under the number of sets where it is 1")
    one_repetitions: Line = needs("under the number of repetitions where it is 1")
    one_times_a_day: Line = needs("under how many times a day where it is 1")
    one_days_a_week: Line = needs("under how many days a week where it is 1")
    side: Line = needs("under the side")
    left: Line = needs("the left side")
    right: Line = needs("the right side")
    both: Line = needs("both sides at once")
    each: Line = needs("each side in turn")
    up_to: Line = needs("an upper limit, with {number}")
    to: Line = needs("a range, with {low} and {high}")
    seconds: Line = needs("unit of a duration")
    minutes: Line = needs("unit of a duration")
    hours: Line = needs("unit of a duration")
    one_seconds: Line = needs("unit of a duration of 1")
    one_minutes: Line = needs("unit of a duration of 1")
    one_hours: Line = needs("unit of a duration of 1")
    easier: Line = needs("before the easier way")
    harder: Line = needs("before the harder way")
    phone: Line = needs("before a phone number")
    email: Line = needs("before an email address")
    website: Line = needs("before a web address")
    address: Line = needs("before a postal address")
    phone_and_hours: Line = needs("label of a line to write both on")
    our_clinic: Line = needs("in place of a clinic's name or phone number that is not known, as in `call …`")
    emergency_number: Line = needs("in place of an emergency number that is not known, as in `call …`")
    emergency_department: Line = needs("in place of an emergency department's name, as in `go to …`")
    qr_code: Line = needs("what a QR code says to people who cannot see it, with {address}")
    balls: Line = needs("what a picture of balls says to people who cannot see it, before their names")
    soft_ball: Line = needs("below the picture of one")
    soft_ball_gives: Line = needs("how it gives way under a load")
    soft_ball_size: Line = needs("how wide it is")
    tennis_ball: Line = needs("below the picture of one")
    tennis_ball_gives: Line = needs("how it gives way under a load")
    tennis_ball_size: Line = needs("how wide it is")
    firm_ball: Line = needs("below the picture of one")
    firm_ball_gives: Line = needs("how it gives way under a load")
    firm_ball_size: Line = needs("how wide it is")
    sources: Line = needs("over the list of sources")
    fields: tuple[Field, ...] = needs("the standard fields, which a handout may ask for by their names alone")
    body: BodyWords = needs("what is printed on a map of the body")
    departments: Departments = says("what people call it in some regions", Departments())

    def month_of(self, day: date) -> str:
        """Month and year of a day, as the language writes them."""
        return self.month_date.format(month=self.months[day.month - 1], year=day.year)

    def day_of(self, day: date) -> str:
        """A day, as the language writes it."""
        return self.day_date.format(day=day.day, month=self.months[day.month - 1], year=day.year)
