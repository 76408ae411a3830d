"""Which handouts a clinic has still to look at itself, before it hands them out."""

from handouts.clinic import Clinic
from handouts.model import Handout


def outstanding(handout: Handout, clinic: Clinic) -> str | None:
    """What is still to be reviewed, and which version was; nothing of a clinic that has no name, for it has nobody."""
    if not clinic.name or clinic.reviewer(handout):
        return None
    sentence = f"version {handout.version} awaits a review by {clinic.name}"
    before = [review for review in clinic.reviews if review.handout == handout.id]
    if not before:
        return sentence
    last = max(before, key=lambda review: review.reviewed_on)
    return f"{sentence}; version {last.version} was reviewed by {last.reviewed_by} on {last.reviewed_on}"
