"""Rules on the file: bookmarks, language, title, annotations, fonts, tab order, identity."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.instruments.lint.sheet import Rule, Sheet


def bookmarks(sheet: Sheet) -> Iterator[str]:
    """The bookmarks are the headings: same words, same order, same depth, on the same page."""
    with sheet.pdf.open_outline() as outline:
        found = list(_outline(outline.root, 1))
    expected = [(level, words) for level, words in sheet.headings]
    if found != expected:
        yield f"{_first_difference(found, expected)}"


def language(sheet: Sheet) -> Iterator[str]:
    """The document names its language."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(sheet.pdf.Root.get("/Lang", ""))):
        yield f"the language is {str(sheet.pdf.Root.get('/Lang', ''))!r}"


def title(sheet: Sheet) -> Iterator[str]:
    """The window shows the title, and both places where it is kept agree."""
    if not sheet.pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield "the title is not shown"
    info = str(sheet.pdf.docinfo.get("/Title", ""))
    with sheet.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        declared = str(metadata.get("dc:title", ""))
    if not info or info != declared:
        yield f"{info!r} and {declared!r}"


def annotation(sheet: Sheet) -> Iterator[str]:
    """What can be clicked or filled says what it is, and is printed."""
    for page in sheet.pdf.pages:
        for each in page.get("/Annots", []):
            if not str(each.get("/TU" if each.Subtype == "/Widget" else "/Contents", "")).strip():
                yield f"{each.Subtype} says nothing"
            if not int(each.get("/F", 0)) & 4:
                yield f"{each.Subtype} is not printed"


def fonts(sheet: Sheet) -> Iterator[str]:
    """Every font travels with the PDF, with what its glyphs mean."""
    for font in _fonts(sheet.pdf):
        base = font.get("/DescendantFonts", [font])[0]
        descriptor = base.get("/FontDescriptor", pikepdf.Dictionary())
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"{font.get('/BaseFont')} is not embedded"
        elif "/ToUnicode" not in font and "/Encoding" not in font:
            yield f"{font.get('/BaseFont')} says nothing to a reader program"


def tab_order(sheet: Sheet) -> Iterator[str]:
    """The tab key follows the structure on every page."""
    for number, page in enumerate(sheet.pdf.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}"


def identity(sheet: Sheet) -> Iterator[str]:
    """The file can be told from every other."""
    if len(sheet.pdf.trailer.get("/ID", [])) != 2:
        yield "no /ID"


RULES: tuple[Rule, ...] = (bookmarks, language, title, annotation, fonts, tab_order, identity)


def _outline(items: list[Any], level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, " ".join(str(item.title).split())
        yield from _outline(item.children, level + 1)


def _first_difference(found: list[tuple[int, str]], expected: list[tuple[int, str]]) -> str:
    for bookmark, heading in zip(found, expected, strict=False):
        if bookmark != heading:
            return f"bookmark {bookmark} for heading {heading}"
    return f"{len(found)} bookmarks for {len(expected)} headings"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font" and "/CIDSystemInfo" not in each:
            yield each
