"""A clinic's own reviews: the foot of a page names a reviewer only of the version that was looked at."""

from dataclasses import replace
from datetime import date

import pytest

from handouts.clinic import Clinic, Review
from handouts.model import Handout
from handouts.remarks import remarks
from handouts.reviews import outstanding
from layouts import Options, compose
from tests.instruments import structure
from tests.samples import LIBRARY, clinic, handout, words

SCIATICA = handout(LIBRARY["sciatica"])
AWAITED = words().review_awaited
FIRST = Review("sciatica", "1.0", "Ana Example", date(2026, 1, 31))
LATER = Review("sciatica", "1.0", "Ben Example", date(2026, 3, 31))
OLD = Review("sciatica", "0.9", "Cy Example", date(2026, 5, 31))
OTHER = Review("warning-card", "1.0", "Dee Example", date(2026, 6, 30))


def with_reviews(*reviews: Review) -> Clinic:
    return replace(clinic(), reviews=reviews)


def foot(written: Handout, brand: Clinic) -> str:
    """What stands at the foot of the first page."""
    reading = structure.read(compose(written, brand, words(), Options()).print())
    return " ".join(each.text for each in reading.artifacts)


@pytest.mark.parametrize(
    ("reviews", "name"),
    [((), None), ((FIRST,), "Ana Example"), ((LATER, FIRST), "Ben Example"), ((OLD, OTHER), None)],
)
def test_only_this_version_of_this_handout_counts(reviews: tuple[Review, ...], name: str | None) -> None:
    assert with_reviews(*reviews).reviewer(SCIATICA) == name


def test_a_handout_of_ones_own_may_name_its_reviewer() -> None:
    own = replace(SCIATICA, reviewed_by="Eve Example")
    assert clinic().reviewer(own) == "Eve Example"
    assert with_reviews(FIRST).reviewer(own) == "Ana Example"


@pytest.mark.parametrize("name", LIBRARY)
def test_no_page_of_the_library_claims_a_review(name: str) -> None:
    assert clinic().reviewer(handout(LIBRARY[name])) is None


def test_the_foot_says_that_a_review_is_awaited_until_there_is_one() -> None:
    assert AWAITED in foot(SCIATICA, clinic())
    reviewed = foot(SCIATICA, with_reviews(FIRST))
    assert "reviewed by Ana Example" in reviewed
    assert AWAITED not in reviewed


def test_a_new_version_asks_again() -> None:
    new = replace(SCIATICA, version="1.1")
    assert AWAITED in foot(new, with_reviews(FIRST))
    told = (
        "version 1.1 awaits a review by Hillside Physiotherapy; version 1.0 was reviewed by Ben Example on 2026-03-31"
    )
    assert outstanding(new, with_reviews(FIRST, LATER)) == told
    assert f"sciatica: {told}" in remarks(new, with_reviews(FIRST, LATER), new.published)


def test_nothing_is_outstanding_once_it_has_been_reviewed() -> None:
    assert outstanding(SCIATICA, with_reviews()) == "version 1.0 awaits a review by Hillside Physiotherapy"
    assert outstanding(SCIATICA, with_reviews(FIRST)) is None


def test_a_clinic_without_a_name_has_nobody_to_review() -> None:
    assert outstanding(SCIATICA, Clinic()) is None
