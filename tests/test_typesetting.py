"""The instrument for set text: each fault in a page is found, and a sound page has none."""

from collections.abc import Callable

import pytest

from tests.instruments import typesetting
from tests.instruments.content import Shown
from tests.instruments.tags import Artifact, Piece, Reading, Tag

BODY = 12.0
FOOT = Artifact(0, "Pagination", "Footer", "Page 1", [Shown("Page 1", 30, 10)])


def text(role: str, page: int, *baselines: float, size: float = BODY) -> Tag:
    """A tag with a line of text on each of these baselines."""
    lines = [Shown("Rest when it hurts", baseline, size) for baseline in baselines]
    return Tag(role, kids=[Piece(page, int(1000 - baselines[0]), "Rest when it hurts", lines)])


def over(one: Tag, other: Tag) -> Tag:
    """A text that begins on one page and goes on on another."""
    return Tag(one.role, kids=[*one.kids, *other.kids])


def box(*kids: Tag) -> Tag:
    """A box that begins with its sign."""
    first = next(next(kid.pieces()) for kid in kids)
    return Tag("Div", kids=[Tag("Figure", kids=[Piece(first.page, first.mcid - 1, "")]), *kids])


def reading(*kids: Tag, artifacts: tuple[Artifact, ...] = (FOOT,)) -> Reading:
    return Reading(Tag("Document", kids=list(kids)), list(artifacts), [], 2)


SOUND = reading(
    text("H1", 0, 800, size=27),
    over(text("P", 0, 700, 685), text("P", 1, 800, 785)),
    text("H2", 1, 700),
    box(text("P", 1, 680, 665)),
)
ENDS_WITH_HEADING = reading(text("P", 0, 800), text("H2", 0, 100), text("P", 1, 800))
FIRST_LINE_ALONE = reading(over(text("P", 0, 100), text("P", 1, 800, 784)))
LAST_LINE_ALONE = reading(over(text("P", 0, 100, 84), text("P", 1, 800)))
SPLIT_BOX = reading(text("P", 0, 800), box(text("P", 0, 780), text("P", 1, 800)))
IN_THE_FOOT = reading(text("P", 0, 60, 44))
OFF_THE_GRID = reading(text("H1", 0, 800, size=27), text("P", 0, 700, 685), text("P", 0, 661))
ONE_LINE_EACH = reading(text("H1", 0, 800), text("P", 0, 780), text("P", 0, 760))
TALL_BOX = reading(text("H1", 0, 800), box(text("P", 0, 780), text("P", 1, 800)))


@pytest.mark.parametrize(
    ("rule", "page"),
    [
        (typesetting.closing_headings, ENDS_WITH_HEADING),
        (typesetting.lone_lines, FIRST_LINE_ALONE),
        (typesetting.lone_lines, LAST_LINE_ALONE),
        (typesetting.split_boxes, SPLIT_BOX),
        (typesetting.into_the_foot, IN_THE_FOOT),
        (typesetting.off_the_grid, OFF_THE_GRID),
        (typesetting.off_the_grid, ONE_LINE_EACH),
    ],
)
def test_a_fault_is_found(rule: Callable[[Reading], list[str]], page: Reading) -> None:
    assert len(rule(page)) == 1
    assert rule(SOUND) == []


def test_a_box_taller_than_a_page_may_go_on_on_the_next() -> None:
    assert typesetting.split_boxes(TALL_BOX) == []


def test_a_head_above_the_title_and_words_in_a_picture_stand_outside_the_grid() -> None:
    outside = [text("P", 0, 831), *SOUND.root.tags, Tag("Figure", kids=[text("Span", 1, 651)])]
    assert typesetting.off_the_grid(reading(*outside)) == []


def test_sizes_are_counted_with_those_of_the_foot() -> None:
    assert typesetting.sizes(SOUND) == {27.0: 18, 12.0: 7 * 18, 10.0: 6}


def test_wide_lines_are_those_of_running_text() -> None:
    assert len(typesetting.wide_lines(SOUND, 17)) == 2
    assert typesetting.wide_lines(SOUND, 18) == []


def test_a_link_belongs_to_the_line_it_stands_in() -> None:
    link = Tag("Link", kids=[Piece(0, 2, "us", [Shown("us", 700, BODY)])])
    paragraph = Tag("P", kids=[Piece(0, 1, "Ask ", [Shown("Ask ", 700, BODY)]), link])
    assert [line.text for each in typesetting.blocks(paragraph) for line in each.lines] == ["Ask us"]
