"""What may be written in a field, kind by kind, and how it stands on the page; what may not is told at its place."""

import pickle
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handouts import filling
from handouts.clinic import Clinic, RegionName
from handouts.filling import Form
from handouts.filling.text import MOST, folded
from handouts.inline import parse
from handouts.model import AnyBlock, Field, Handout, Section
from handouts.problem import HandoutError, Place, Problem
from handouts.standard import complete
from handouts.written import Written
from tests.samples import LIBRARY, clinic, handout, words

PACKAGE = Path(filling.__file__).parent
NEUTRAL = Clinic()
FIELDS = (
    Field("first_name", label="First name"),
    Field("goal", label="What you want to do again", lines=3),
    Field("sets", label="Sets", kind="number", low=1, high=20),
    Field("visit", label="Visit", kind="number"),
    Field("pain", label="Pain", kind="scale"),
    Field("side", label="Side", kind="choice", choices=("left", "right", "Both sides", "Piñón")),
    Field("told", label="Told", kind="tick"),
    Field("start", label="Start", kind="time"),
    Field("day", label="Day", kind="date"),
    Field("signed", label="Signed", kind="signature"),
)


def asking(*fields: Field) -> Handout:
    """A handout with these fields."""
    body: tuple[AnyBlock, ...] = (Section(parse("A plan")), *map(complete, fields))
    return replace(handout(LIBRARY["warning-card"]), body=body)


SHEET = asking(*FIELDS)


def stands(name: str, text: str, region: RegionName | None = None) -> str | None:
    """What stands on the page, or nothing."""
    return Form(SHEET, words(), replace(NEUTRAL, region=region)).fill({name: Written(text)}).get(name)


def problems(region: RegionName | None = None, **values: str) -> tuple[Problem, ...]:
    """What is wrong with some values."""
    with pytest.raises(HandoutError) as refused:
        Form(SHEET, words(), replace(NEUTRAL, region=region)).fill(
            {name: Written(text) for name, text in values.items()}
        )
    return refused.value.problems


def refusal(name: str, text: str, region: RegionName | None = None) -> Problem:
    """The one thing that is wrong with a value."""
    (problem,) = problems(region, **{name: text})
    return problem


@pytest.mark.parametrize(
    ("name", "text", "page"),
    [
        ("first_name", "Ana", "Ana"),
        ("first_name", "  Ana\t Maria\u00a0 Luz ", "Ana Maria Luz"),
        ("first_name", "Ana\r\nMaria\n\n", "Ana Maria"),
        ("first_name", "Jose\u0301", "José"),
        ("first_name", "Łukasz Νίκος", "Łukasz Νίκος"),
        ("goal", "walk  far\r\n\n  swim\u2028dance \v", "walk far\nswim\ndance"),
        ("sets", "3", "3"),
        ("sets", " 3.0 ", "3"),
        ("sets", "003", "3"),
        ("sets", "20.", "20"),
        ("visit", "0", "0"),
        ("visit", "999999999", "999999999"),
        ("pain", "10.00", "10"),
        ("sets", "3,0", "3"),
        ("pain", "0", "0"),
        ("side", "LEFT", "left"),
        ("side", "both  SIDES", "Both sides"),
        ("side", "pinon", "Piñón"),
        ("told", "Yes", "yes"),
        ("told", "TRUE", "yes"),
        ("told", "x", "yes"),
        ("told", "1", "yes"),
        ("told", "No", None),
        ("told", "false", None),
        ("told", "0", None),
        ("start", "14:30", "14:30"),
        ("start", "14.30", "14:30"),
        ("start", "9:05", "09:05"),
        ("start", "14:30:00", "14:30"),
        ("start", "00:00", "00:00"),
        ("start", "2:30PM", "2:30 pm"),
        ("start", "2.30 p.m.", "2:30 pm"),
        ("start", "02:30 Pm", "2:30 pm"),
        ("start", "9 am", "9 am"),
        ("start", "12:00 a. m.", "12:00 am"),
        ("day", "2026-11-30", "30 Nov 2026"),
        ("day", "2026-11-30 00:00:00", "30 Nov 2026"),
        ("day", "2026-11-30T00:00:00", "30 Nov 2026"),
        ("day", "2026/1/5", "5 Jan 2026"),
        ("day", "30 Nov 2026", "30 Nov 2026"),
        ("day", "30. november 2026", "30 Nov 2026"),
        ("day", "30th of November, 2026", "30 Nov 2026"),
        ("day", "November 30, 2026", "30 Nov 2026"),
        ("day", "Nov. 3rd 2026", "3 Nov 2026"),
        ("day", "30-NOV-2026", "30 Nov 2026"),
        ("day", "1 Sep 2026", "1 Sept 2026"),
        ("day", "1 Sept 2026", "1 Sept 2026"),
        ("day", "1 Jun 1900", "1 June 1900"),
        ("day", "29 Feb 2024", "29 Feb 2024"),
        ("day", "31/12/2199", "31 Dec 2199"),
        ("day", "12/31/2026", "31 Dec 2026"),
        ("day", "4/4/2026", "4 Apr 2026"),
        *((field.field, blank, None) for field in FIELDS for blank in ("", " \t\u00a0", "\n\r\n")),
    ],
)
def test_what_stands_on_the_page(name: str, text: str, page: str | None) -> None:
    assert stands(name, text) == page


@pytest.mark.parametrize(
    ("region", "text", "page"),
    [
        *((region, "30/11/2026", "30 Nov 2026") for region in ("GB", "IE", "AU", "NZ", "EU", "CA", None)),
        *((region, "03.04.2026", "3 Apr 2026") for region in ("GB", "IE", "AU", "NZ", "EU")),
        ("US", "3/4/2026", "4 Mar 2026"),
        ("US", "11/30/2026", "30 Nov 2026"),
        ("CA", "11-30-2026", "30 Nov 2026"),
        (None, "13 / 2 / 2026", "13 Feb 2026"),
    ],
)
def test_the_country_says_whether_day_or_month_comes_first(region: RegionName | None, text: str, page: str) -> None:
    assert stands("day", text, region) == page


@pytest.mark.parametrize(
    ("name", "text", "region", "code", "says"),
    [
        ("fist_name", "Ana", None, "V101", "did you mean `first_name`?"),
        ("First name", "Ana", None, "V101", "did you mean `first_name`?"),
        ("What you want to do again", "swim", None, "V101", "did you mean `goal`?"),
        ("shoe", "37", None, "V101", "write `first_name`, `goal`, "),
        ("first_name", "A\u200bna", None, "V102", "(U+200B)"),
        ("first_name", "A\x1cna", None, "V102", "(U+001C)"),
        ("first_name", "A\x00na", None, "V102", "(U+0000)"),
        ("first_name", "A\u00adna", None, "V102", "(U+00AD)"),
        ("first_name", "A\ufe0fna", None, "V102", "(U+FE0F)"),
        ("first_name", "A\u202ena", None, "V102", "(U+202E)"),
        ("goal", "A\u3164na", None, "V102", "(U+3164)"),
        ("told", "\ufeffyes", None, "V102", "(U+FEFF)"),
        ("first_name", "x" * 2001, None, "V103", "it has 2001 characters"),
        ("sets", "1" * 5000, None, "V103", "write 2000 at most"),
        ("first_name", "דנה", None, "V104", "right to left"),
        ("first_name", "Ana دانا", None, "V104", "right to left"),
        ("sets", "three", None, "V105", "such as `1`"),
        ("sets", "3.5", None, "V105", "whole number"),
        ("sets", "-3", None, "V105", "whole number"),
        ("sets", "1,000", None, "V105", "whole number"),
        ("sets", "1.000", None, "V105", "whole number"),
        ("sets", "٣", None, "V105", "whole number"),
        ("sets", "３", None, "V105", "whole number"),
        ("sets", "0", None, "V106", "write a number from 1 to 20"),
        ("sets", "21", None, "V106", "write a number from 1 to 20"),
        ("sets", "9" * 1999, None, "V106", "write a number from 1 to 20"),
        ("visit", "1000000000", None, "V106", "from 0 to 999999999"),
        ("pain", "11", None, "V106", "write a number from 0 to 10"),
        ("side", "lefft", None, "V107", "did you mean `left`?"),
        ("side", "bothsides", None, "V107", "did you mean `Both sides`?"),
        ("side", "l", None, "V107", "write `left`, `right`, `Both sides` or `Piñón`"),
        ("told", "maybe", None, "V108", "write `yes` or `no`"),
        ("start", "25:00", None, "V109", "there is no such time"),
        ("start", "12:60", None, "V109", "there is no such time"),
        ("start", "13:00 pm", None, "V109", "there is no such time"),
        ("start", "0:30 am", None, "V109", "there is no such time"),
        ("start", "9", None, "V109", "such as `14:30`"),
        ("start", "14:30:15", None, "V109", "such as `14:30`"),
        ("start", "noon", None, "V109", "such as `14:30`"),
        ("day", "2026-02-30", None, "V110", "there is no such day"),
        ("day", "29 Feb 2026", None, "V110", "there is no such day"),
        ("day", "1 Foo 2026", None, "V110", "it takes a date"),
        ("day", "1 Ju 2026", None, "V110", "it takes a date"),
        ("day", "1/2/26", None, "V110", "such as `2026-11-30`"),
        ("day", "2026-11-30 14:00:00", None, "V110", "it takes a date"),
        ("day", "tomorrow", None, "V110", "it takes a date"),
        ("day", "31 Dec 1899", None, "V110", "1900 to 2199"),
        ("day", "1 Jan 2200", None, "V110", "1900 to 2199"),
        ("day", "11/30/2026", "GB", "V110", "there is no such day"),
        ("day", "30.11.2026", "US", "V110", "there is no such day"),
        ("day", "3/4/2026", None, "V111", "the day may be 3 or 4"),
        ("day", "03-04-2026", "CA", "V111", "the day may be 3 or 4"),
        ("signed", "Ana", None, "V112", "signed by hand"),
    ],
)
def test_what_is_refused_and_how(name: str, text: str, region: RegionName | None, code: str, says: str) -> None:
    problem = refusal(name, text, region)
    assert problem.code == code
    assert says in f"{problem.message} {problem.hint}"


def test_a_box_takes_the_words_of_the_language() -> None:
    german = replace(words(), yes="Ja", no="Nein")
    for text, page in (("ja", {"told": "yes"}), ("NEIN", {}), ("yes", {"told": "yes"})):
        assert Form(SHEET, german, NEUTRAL).fill({"told": Written(text)}) == page


def test_a_date_takes_and_gives_the_words_of_the_language() -> None:
    names = (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
    )  # fmt: skip
    spanish = replace(words(), month_names=names, months=tuple(name[:3] for name in names))
    spanish = replace(spanish, day_date="{day} de {month} de {year}")
    for text in ("30 de noviembre de 2026", "30 nov 2026", "2026-11-30", "30 de nov. de 2026"):
        assert Form(SHEET, spanish, NEUTRAL).fill({"day": Written(text)}) == {"day": "30 de nov de 2026"}


def test_every_problem_is_told_at_the_place_of_its_value() -> None:
    rows = {"sets": "many", "side": "up", "nothing": "at all", "first_name": "Ana"}
    values = {name: Written(text, Place("people.csv", 7, at)) for at, (name, text) in enumerate(rows.items(), 1)}
    with pytest.raises(HandoutError) as refused:
        Form(SHEET, words(), NEUTRAL).fill(values)
    assert [(problem.place, problem.code) for problem in refused.value.problems] == [
        (Place("people.csv", 7, 1), "V105"),
        (Place("people.csv", 7, 2), "V107"),
        (Place("people.csv", 7, 3), "V101"),
    ]


def test_what_stands_on_the_page_knows_where_it_was_written() -> None:
    place = Place("people.csv", 7, 1)
    (value,) = Form(SHEET, words(), NEUTRAL).fill({"sets": Written("3.0", place)}).values()
    assert (value, value.place) == ("3", place)
    again = pickle.loads(pickle.dumps(value))
    assert (again, again.place, type(again)) == (value, place, Written)


def test_a_problem_repeats_the_value_at_fault_alone_and_not_all_of_that() -> None:
    secret = "Ana has had a sore buttock since she fell off her horse in May"
    found = problems(first_name="Maria", goal="swim", sets=secret, pain="12", day=f"{secret}\n{secret}")
    told = " ".join(f"{problem.message} {problem.hint}" for problem in found)
    assert "Maria" not in told and "swim" not in told and "horse" not in told
    assert f"`{secret[:39]}…`" in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("first_name", "first_name"), ("First Name", "first_name"), ("FIRSTNAME", "first_name"),
        (" first-name ", "first_name"), ("what you  want to do again", "goal"), ("Goal", "goal"), ("diá", None),
        ("day", "day"), ("Dáy", "day"), ("", None),
    ],
)  # fmt: skip
def test_a_field_is_found_by_its_name_or_label(header: str, name: str | None) -> None:
    found = Form(SHEET, words(), NEUTRAL).find(header)
    assert (found and found.field) == name


def test_a_label_that_two_fields_share_finds_neither() -> None:
    shared = Field("before", label="Pain now"), Field("after", label="Pain now"), Field("now", label="Before")
    sheet = Form(asking(*shared), words(), NEUTRAL)
    assert sheet.find("Pain now") is None
    found = [sheet.find(header) for header in ("Before", "after", "now")]
    assert [field and field.field for field in found] == ["before", "after", "now"]


def test_a_handout_without_fields_says_so() -> None:
    with pytest.raises(HandoutError, match="it has none to fill"):
        Form(asking(), words(), NEUTRAL).fill({"first_name": Written("Ana")})


def test_the_ball_sheet_takes_a_plan() -> None:
    plan = {
        "first_name": "Ana", "side": "Left", "ball": "soft", "start_position": "2", "hold": "30", "sets": "2",
        "days_a_week": "4", "therapist": "B. Ode", "date": "2026-11-23", "next_visit": "7 Dec 2026",
        "note": "Go slowly",
    }  # fmt: skip
    sheet = Form(handout(LIBRARY["ball-self-massage"]), words(), clinic())
    filled = sheet.fill({name: Written(text) for name, text in plan.items()})
    assert filled == plan | {"side": "left", "date": "23 Nov 2026"}
    with pytest.raises(HandoutError, match="from 5 to 60"):
        sheet.fill({"hold": Written("61")})


def test_every_code_of_the_package_is_tried_here() -> None:
    def codes(text: str) -> set[str]:
        return set(re.findall(r'"(V\d{3})"', text))

    used = {code for file in PACKAGE.glob("*.py") for code in codes(file.read_text(encoding="utf-8"))}
    assert used == codes(Path(__file__).read_text(encoding="utf-8"))
    assert len(used) == 12


# Whatever is written


def settled(name: str, text: str) -> str | None:
    """What stands on the page, or nothing where the value was refused in the way of this package."""
    try:
        return stands(name, text)
    except HandoutError as error:
        assert {problem.code[0] for problem in error.problems} == {"V"}
        return None


@given(name=st.sampled_from([field.field for field in FIELDS]), text=st.text(max_size=60))
@example(name="sets", text="1" * (MOST + 1))
@example(name="first_name", text="\ud800")
def test_what_stands_on_the_page_would_be_taken_again(name: str, text: str) -> None:
    page = settled(name, text)
    if page is not None:
        assert stands(name, page) == page
        assert page == page.strip() and unicodedata.is_normalized("NFC", page)
        assert all(char.isprintable() or char == "\n" for char in page)


@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_however_it_is_written(day: date) -> None:
    page = words().day_of(day)
    ways: list[tuple[Callable[[date], str], RegionName | None]] = [
        (date.isoformat, None),
        (lambda day: f"{day.day}/{day.month}/{day.year}", "GB"),
        (lambda day: f"{day.month:02}-{day.day:02}-{day.year}", "US"),
        (lambda day: f"{day.day} {words().month_names[day.month - 1]} {day.year}", None),
        (lambda day: f"{words().month_names[day.month - 1][:3].upper()} {day.day}, {day.year}", None),
        (lambda day: page, None),
    ]
    assert {stands("day", way(day), region) for way, region in ways} == {page}


@given(text=st.text(alphabet="aàAÂcçÇeéîiñÑöoßsşŞøłάαİ -_"))
def test_capitals_accents_and_spaces_make_no_difference(text: str) -> None:
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    assert folded(f"  {text.upper()} ") == folded(bare) == folded(folded(text))
