"""Rules on what is heard: roles, headings, pictures, links, tables and lists."""

import re
from collections.abc import Iterator

from tests.instruments import tags
from tests.instruments.content import UNKNOWN
from tests.instruments.lint.sheet import Rule, Sheet
from tests.instruments.tags import Tag

STANDARD = set(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6
    L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot
    Ruby RB RT RP Warichu WT WP Figure Formula Form
    """.split()  # noqa: SIM905
)
NEVER_EMPTY = {"P", "LBody", "Lbl", "Link", "Caption", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "L", "Table", "TR"}
FILE_NAME = re.compile(r"\.(png|jpe?g|svg|gif|pdf)$", re.IGNORECASE)
EMPTY_PHRASE = re.compile(r"(an? )?(image|photo|picture|graphic|figure|drawing|logo|icon)( of)?\W*", re.IGNORECASE)
VAGUE = re.compile(r"((click |read |see )?(here|more|this|link|this link|this page)\W*|https?://\S*)", re.IGNORECASE)
NUMBERINGS = {"None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"}
FURNITURE = {"Header", "Footer", "Watermark"}


def contradiction(sheet: Sheet) -> Iterator[str]:
    """Structure, content and back pointers agree, and reading goes down the page."""
    yield from sheet.reading.faults


def role(sheet: Sheet) -> Iterator[str]:
    """Only roles that every reader program knows, under one Document."""
    if sheet.reading.root.role != "Document":
        yield f"the root is a {sheet.reading.root.role}"
    yield from sorted({tag.role for tag in sheet.tags} - STANDARD)


def heading_jump(sheet: Sheet) -> Iterator[str]:
    """Headings start at 1 and go down one level at a time."""
    last = 0
    for level, words in sheet.headings:
        if level > last + 1:
            yield f"H{last} to H{level} at {words!r}"
        last = level
    if sum(level == 1 for level, _ in sheet.headings) != 1:
        yield "not exactly one H1"


def alternative_text(sheet: Sheet) -> Iterator[str]:
    """A figure says what it shows, in words that an author chose."""
    for tag in sheet.tags:
        if tag.role in ("Figure", "Formula"):
            if not tag.alt.strip():
                yield f"{tag.role} without alternative text"
            elif FILE_NAME.search(tag.alt) or EMPTY_PHRASE.fullmatch(tag.alt):
                yield f"{tag.alt!r} says nothing"


def empty(sheet: Sheet) -> Iterator[str]:
    """A tag that promises words, a picture or a place to write has one of them."""
    for tag in sheet.tags:
        if tag.role in NEVER_EMPTY and not tags.text(tag) and not any(_speaks(each) for each in tag.walk()):
            yield tag.role


def link_text(sheet: Sheet) -> Iterator[str]:
    """The words of a link say where it leads, heard alone."""
    for tag in sheet.tags:
        if tag.role == "Link" and VAGUE.fullmatch(tags.text(tag)):
            yield repr(tags.text(tag))


def header_scope(sheet: Sheet) -> Iterator[str]:
    """A header cell says what it heads, and a table has at least one."""
    for tag in sheet.tags:
        if tag.role == "TH" and tag.attributes.get("Scope") not in ("Row", "Column", "Both"):
            yield f"{tags.text(tag)!r} without scope"
        if tag.role == "Table" and not any(each.role == "TH" for each in tag.walk()):
            yield "table without header cells"


def table_shape(sheet: Sheet) -> Iterator[str]:
    """Every row of a table is as wide as the first."""
    for table in (tag for tag in sheet.tags if tag.role == "Table"):
        widths = {sum(int(cell.attributes.get("ColSpan", 1)) for cell in row.tags) for row in _rows(table)}
        if len(widths) > 1 and not any("RowSpan" in tag.attributes for tag in table.walk()):
            yield f"rows of {sorted(widths)} cells"


def list_numbering(sheet: Sheet) -> Iterator[str]:
    """A list says how its items are marked, and numbered items carry their number."""
    for tag in sheet.tags:
        if tag.role == "L":
            numbering = tag.attributes.get("ListNumbering")
            if numbering not in NUMBERINGS:
                yield f"{tags.text(tag)[:40]!r} without numbering"
            elif numbering == "Decimal":
                yield from _misnumbered(tag)


def print_field(sheet: Sheet) -> Iterator[str]:
    """A place to fill by pen says what is done there, and what for (ISO 14289-1, 7.14)."""
    for tag in (tag for tag in sheet.tags if tag.role == "Form"):
        if any(isinstance(kid, tags.Reference) for kid in tag.kids):
            continue
        if tag.attributes.get("Role") not in ("rb", "cb", "pb", "tv"):
            yield f"{tag.alt or tags.text(tag)!r} without role"
        if not tag.alt and not tags.text(tag):
            yield "a place to write that says nothing"


def artifact_text(sheet: Sheet) -> Iterator[str]:
    """Words outside the reading are a header, a footer, or a repetition of what is read elsewhere."""
    heard = tags.text(sheet.reading.root)
    for artifact in sheet.reading.artifacts:
        words = " ".join(artifact.text.split())
        if artifact.subtype not in FURNITURE and words not in heard:
            yield f"page {artifact.page + 1}: {words!r}"


def empty_page(sheet: Sheet) -> Iterator[str]:
    """Every page has something to read."""
    used = {piece.page for piece in sheet.reading.root.pieces()}
    yield from (f"page {page + 1}" for page in range(sheet.reading.pages) if page not in used)


def unreadable(sheet: Sheet) -> Iterator[str]:
    """Every glyph has a meaning that a voice can say."""
    for words in [tags.text(sheet.reading.root), *(artifact.text for artifact in sheet.reading.artifacts)]:
        strange = {each for each in words if each == UNKNOWN or each == "\0" or "\ue000" <= each <= "\uf8ff"}
        if strange:
            yield ", ".join(sorted(f"U+{ord(each):04X}" for each in strange))


RULES: tuple[Rule, ...] = (
    contradiction, role, heading_jump, alternative_text, empty, link_text, header_scope,
    table_shape, print_field, list_numbering, artifact_text, empty_page, unreadable,
)  # fmt: skip


def _speaks(tag: Tag) -> bool:
    """Whether a tag without text still says something: a picture, or something to click or fill."""
    return bool(tag.alt) or any(isinstance(kid, tags.Reference) for kid in tag.kids)


def _rows(table: Tag) -> Iterator[Tag]:
    """The rows of a table, not those of a table inside it."""
    for kid in table.tags:
        if kid.role == "TR":
            yield kid
        elif kid.role in ("THead", "TBody", "TFoot"):
            yield from _rows(kid)


def _misnumbered(numbered: Tag) -> Iterator[str]:
    items = (tag for tag in numbered.tags if tag.role == "LI")
    for number, item in enumerate(items, 1):
        label = next((tags.text(tag) for tag in item.tags if tag.role == "Lbl"), "")
        if label.rstrip(".") != str(number):
            yield f"item {number} is labelled {label!r}"
