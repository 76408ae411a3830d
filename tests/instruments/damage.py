"""Faults planted in a sound PDF, to prove that the instruments find them. Each function is one fault."""

import io
from collections.abc import Callable

import pikepdf

from tests.instruments.editing import (
    bleach,
    decorate,
    descriptors,
    edit,
    elements,
    first_of,
    has_type,
    kids_of,
    position,
    retag,
    siblings,
    two_paragraphs,
)

Fault = Callable[[pikepdf.Pdf], None]


def planted(pdf: bytes, fault: Fault) -> bytes:
    """The PDF with one fault in it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fault(document)
        saved = io.BytesIO()
        document.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return saved.getvalue()


def without_identity(pdf: bytes) -> bytes:
    """The file cannot be told from others; the library that plants the other faults would write a new identifier."""
    before, mark, after = pdf.rpartition(b"/ID")
    return before + mark.replace(b"/ID", b"/XD") + after


def none(document: pikepdf.Pdf) -> None:
    """No fault: opening and saving alone breaks nothing."""


def without_alt(document: pikepdf.Pdf) -> None:
    """A figure says nothing."""
    del first_of(document, "Figure").Alt


def file_name_as_alt(document: pikepdf.Pdf) -> None:
    """A figure says the name of its file."""
    first_of(document, "Figure").Alt = pikepdf.String("IMG_0042.png")


def swapped_marks(document: pikepdf.Pdf) -> None:
    """Two paragraphs read each other's words; the parent tree still tells the truth."""
    one, other = two_paragraphs(document)
    one.K, other.K = other.K, one.K


def swapped_paragraphs(document: pikepdf.Pdf) -> None:
    """Two paragraphs stand in the wrong order; every pointer agrees."""
    one, other = two_paragraphs(document)
    kids = siblings(one)
    first, second = position(kids, one), position(kids, other)
    kids[first], kids[second] = kids[second], kids[first]


def without_parent_tree_entry(document: pikepdf.Pdf) -> None:
    """The marks of the first page no longer lead to their tags."""
    tree = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)
    del tree[int(document.pages[0].StructParents)]


def swapped_parent_tree_entries(document: pikepdf.Pdf) -> None:
    """Two marks of a page lead to each other's tags."""
    owners = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)[int(document.pages[0].StructParents)]
    first, last = owners[0], owners[len(owners) - 1]
    owners[0], owners[len(owners) - 1] = last, first


def dropped_paragraph(document: pikepdf.Pdf) -> None:
    """A paragraph stands on the page and in no list of kids."""
    paragraph = first_of(document, "P")
    kids = siblings(paragraph)
    del kids[position(kids, paragraph)]


def paragraph_as_artifact(document: pikepdf.Pdf) -> None:
    """A paragraph stands on the page as decoration."""
    paragraph = first_of(document, "P")
    number = int(kids_of(paragraph)[0])
    dropped_paragraph(document)
    edit(document.pages[0], lambda operator, operands: decorate(operator, operands, number))


def unmarked_paint(document: pikepdf.Pdf) -> None:
    """A line is drawn that is neither content nor decoration."""
    document.pages[0].contents_add(b"10 10 m 50 10 l S", prepend=True)


def without_language(document: pikepdf.Pdf) -> None:
    """The document does not name its language."""
    del document.Root.Lang


def skipped_heading_level(document: pikepdf.Pdf) -> None:
    """A heading of level 2 claims to be of level 4, in the tree and on the page."""
    heading = first_of(document, "H2")
    heading.S = pikepdf.Name.H4
    for page in document.pages:
        edit(page, lambda operator, operands: retag(operator, operands, "/H2", "/H4"))


def without_scope(document: pikepdf.Pdf) -> None:
    """A header cell does not say what it heads."""
    del first_of(document, "TH").A


def without_numbering(document: pikepdf.Pdf) -> None:
    """A list does not say how its items are marked."""
    del first_of(document, "L").A


def wrong_number(document: pikepdf.Pdf) -> None:
    """A step changes places with the next one."""
    numbered = next(each for each in elements(document, "L") if "/Decimal" in str(each.A))
    kids = kids_of(numbered)
    numbered.K = pikepdf.Array([kids[1], kids[0], *kids[2:]])


def ragged_table(document: pikepdf.Pdf) -> None:
    """The last row of a table lost a cell."""
    row = list(elements(document, "TR"))[-1]
    row.K = pikepdf.Array(kids_of(row)[:-1])


def without_print_field(document: pikepdf.Pdf) -> None:
    """A line to write on does not say that it is one."""
    del first_of(document, "Form").A


def without_title_shown(document: pikepdf.Pdf) -> None:
    """The window shows the name of the file."""
    del document.Root.ViewerPreferences


def other_title(document: pikepdf.Pdf) -> None:
    """The two places for the title disagree."""
    document.docinfo["/Title"] = "Untitled"


def silent_annotation(document: pikepdf.Pdf) -> None:
    """A link does not say where it leads."""
    annotation = next(each for page in document.pages for each in page.get("/Annots", []))
    del annotation.Contents


def unclaimed_annotation(document: pikepdf.Pdf) -> None:
    """A link that can be clicked belongs to no tag."""
    link = first_of(document, "Link")
    link.K = pikepdf.Array([kid for kid in kids_of(link) if not isinstance(kid, pikepdf.Dictionary)])


def without_tab_order(document: pikepdf.Pdf) -> None:
    """The tab key goes its own way."""
    for page in document.pages:
        del page.Tabs


def without_bookmarks(document: pikepdf.Pdf) -> None:
    """There is nothing to jump to."""
    del document.Root.Outlines


def other_bookmark(document: pikepdf.Pdf) -> None:
    """A bookmark says other words than its heading."""
    with document.open_outline() as outline:
        outline.root[0].title = "Contents"


def unembedded_font(document: pikepdf.Pdf) -> None:
    """A font stays behind."""
    del next(descriptors(document)).FontFile2


def meaningless_glyphs(document: pikepdf.Pdf) -> None:
    """The glyphs of a font look right and mean nothing."""
    for font in (each for each in document.objects if has_type(each, "/Font") and "/ToUnicode" in each):
        del font.ToUnicode


def unknown_role(document: pikepdf.Pdf) -> None:
    """A tag that no reader program knows."""
    first_of(document, "Figure").S = pikepdf.Name.Picture


def empty_paragraph(document: pikepdf.Pdf) -> None:
    """A paragraph without words."""
    del first_of(document, "P").K


def blank_page(document: pikepdf.Pdf) -> None:
    """A page that says nothing."""
    document.add_blank_page()


def beyond_the_edge(document: pikepdf.Pdf) -> None:
    """The first page is printed too far to the right."""
    document.pages[0].contents_add(b"1 0 0 1 60 0 cm", prepend=True)


def printed_twice(document: pikepdf.Pdf) -> None:
    """The first page is printed over itself, a little lower."""
    page = document.pages[0]
    again = b"".join((b"q 1 0 0 1 0 -3 cm\n", page.Contents.read_bytes(), b"\nQ"))
    page.contents_add(again)


def pale(document: pikepdf.Pdf) -> None:
    """Text is printed in light grey."""
    edit(document.pages[0], bleach)
