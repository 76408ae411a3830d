"""Faults planted in a sound PDF, to prove that the instruments find them. Each function is one fault."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

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
    del _first(document, "Figure").Alt


def file_name_as_alt(document: pikepdf.Pdf) -> None:
    """A figure says the name of its file."""
    _first(document, "Figure").Alt = pikepdf.String("IMG_0042.png")


def swapped_marks(document: pikepdf.Pdf) -> None:
    """Two paragraphs read each other's words; the parent tree still tells the truth."""
    one, other = _two_paragraphs(document)
    one.K, other.K = other.K, one.K


def swapped_paragraphs(document: pikepdf.Pdf) -> None:
    """Two paragraphs stand in the wrong order; every pointer agrees."""
    one, other = _two_paragraphs(document)
    kids = _parent_kids(one)
    first, second = _position(kids, one), _position(kids, other)
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
    paragraph = _first(document, "P")
    kids = _parent_kids(paragraph)
    del kids[_position(kids, paragraph)]


def paragraph_as_artifact(document: pikepdf.Pdf) -> None:
    """A paragraph stands on the page as decoration."""
    paragraph = _first(document, "P")
    number = int(_kids(paragraph)[0])
    dropped_paragraph(document)
    _edit(document.pages[0], lambda operator, operands: _decorate(operator, operands, number))


def unmarked_paint(document: pikepdf.Pdf) -> None:
    """A line is drawn that is neither content nor decoration."""
    document.pages[0].contents_add(b"10 10 m 50 10 l S", prepend=True)


def without_language(document: pikepdf.Pdf) -> None:
    """The document does not name its language."""
    del document.Root.Lang


def skipped_heading_level(document: pikepdf.Pdf) -> None:
    """A heading of level 2 claims to be of level 4, in the tree and on the page."""
    heading = _first(document, "H2")
    heading.S = pikepdf.Name.H4
    for page in document.pages:
        _edit(page, lambda operator, operands: _retag(operator, operands, "/H2", "/H4"))


def without_scope(document: pikepdf.Pdf) -> None:
    """A header cell does not say what it heads."""
    del _first(document, "TH").A


def without_numbering(document: pikepdf.Pdf) -> None:
    """A list does not say how its items are marked."""
    del _first(document, "L").A


def wrong_number(document: pikepdf.Pdf) -> None:
    """A step changes places with the next one."""
    numbered = next(each for each in _elements(document, "L") if "/Decimal" in str(each.A))
    kids = _kids(numbered)
    numbered.K = pikepdf.Array([kids[1], kids[0], *kids[2:]])


def ragged_table(document: pikepdf.Pdf) -> None:
    """The last row of a table lost a cell."""
    row = list(_elements(document, "TR"))[-1]
    row.K = pikepdf.Array(_kids(row)[:-1])


def without_print_field(document: pikepdf.Pdf) -> None:
    """A line to write on does not say that it is one."""
    del _first(document, "Form").A


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
    link = _first(document, "Link")
    link.K = pikepdf.Array([kid for kid in _kids(link) if not isinstance(kid, pikepdf.Dictionary)])


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
    del next(_descriptors(document)).FontFile2


def meaningless_glyphs(document: pikepdf.Pdf) -> None:
    """The glyphs of a font look right and mean nothing."""
    for font in (each for each in document.objects if _is(each, "/Font") and "/ToUnicode" in each):
        del font.ToUnicode


def unknown_role(document: pikepdf.Pdf) -> None:
    """A tag that no reader program knows."""
    _first(document, "Figure").S = pikepdf.Name.Picture


def empty_paragraph(document: pikepdf.Pdf) -> None:
    """A paragraph without words."""
    del _first(document, "P").K


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
    _edit(document.pages[0], _bleach)


def _elements(document: pikepdf.Pdf, role: str) -> Iterator[Any]:
    """Structure elements of a role, in reading order."""
    waiting = [document.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, pikepdf.Array):
            waiting[:0] = list(element)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            if str(element.S) == f"/{role}":
                yield element
            waiting[:0] = _kids(element)


def _first(document: pikepdf.Pdf, role: str) -> Any:
    return next(_elements(document, role))


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _two_paragraphs(document: pikepdf.Pdf) -> tuple[Any, Any]:
    """Two siblings of the same kind on the first page."""
    paragraphs: list[Any] = []
    for each in _elements(document, "P"):
        if all(each.P.objgen == other.P.objgen for other in paragraphs):
            paragraphs.append(each)
    return paragraphs[0], paragraphs[1]


def _parent_kids(element: Any) -> Any:
    return element.P.K


def _position(kids: Any, element: Any) -> int:
    return [getattr(kid, "objgen", None) for kid in kids].index(element.objgen)


def _is(each: Any, kind: str) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == kind


def _descriptors(document: pikepdf.Pdf) -> Iterator[Any]:
    return (each for each in document.objects if _is(each, "/FontDescriptor"))


def _edit(page: pikepdf.Page, change: Callable[[str, list[Any]], tuple[list[Any], str]]) -> None:
    """Every instruction of a page as the change wants it."""
    edited: list[Any] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = change(str(instruction.operator), list(instruction.operands))
        edited.append((operands, pikepdf.Operator(operator)))
    page.Contents.write(pikepdf.unparse_content_stream(edited))


def _decorate(operator: str, operands: list[Any], number: int) -> tuple[list[Any], str]:
    if operator == "BDC" and int(operands[1].get("/MCID", -1)) == number:
        return [pikepdf.Name.Artifact], "BMC"
    return operands, operator


def _retag(operator: str, operands: list[Any], before: str, after: str) -> tuple[list[Any], str]:
    if operator == "BDC" and operands[0] == before:
        return [pikepdf.Name(after), *operands[1:]], operator
    return operands, operator


def _bleach(operator: str, operands: list[Any]) -> tuple[list[Any], str]:
    return ([0.8, 0.8, 0.8], "rg") if operator in ("rg", "g") else (operands, operator)
