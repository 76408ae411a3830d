"""Reaching into a PDF to change it: structure elements, fonts and page content."""

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf


def elements(document: pikepdf.Pdf, role: str) -> Iterator[Any]:
    """Structure elements of a role, in reading order."""
    waiting = [document.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, pikepdf.Array):
            waiting[:0] = list(element)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            if str(element.S) == f"/{role}":
                yield element
            waiting[:0] = kids_of(element)


def first_of(document: pikepdf.Pdf, role: str) -> Any:
    """The first structure element of a role."""
    return next(elements(document, role))


def kids_of(element: Any) -> list[Any]:
    """What an element holds, always as a list."""
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def two_paragraphs(document: pikepdf.Pdf) -> tuple[Any, Any]:
    """Two siblings of the same kind on the first page."""
    paragraphs: list[Any] = []
    for each in elements(document, "P"):
        if all(each.P.objgen == other.P.objgen for other in paragraphs):
            paragraphs.append(each)
    return paragraphs[0], paragraphs[1]


def siblings(element: Any) -> Any:
    """The list that an element stands in."""
    return element.P.K


def position(kids: Any, element: Any) -> int:
    """Where an element stands in such a list."""
    return [getattr(kid, "objgen", None) for kid in kids].index(element.objgen)


def has_type(each: Any, kind: str) -> bool:
    """Whether an object says that it is of this type."""
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == kind


def descriptors(document: pikepdf.Pdf) -> Iterator[Any]:
    """The descriptors of all fonts."""
    return (each for each in document.objects if has_type(each, "/FontDescriptor"))


def edit(page: pikepdf.Page, change: Callable[[str, list[Any]], tuple[list[Any], str]]) -> None:
    """Every instruction of a page as the change wants it."""
    edited: list[Any] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = change(str(instruction.operator), list(instruction.operands))
        edited.append((operands, pikepdf.Operator(operator)))
    page.contents_coalesce()  # a page with places to fill has a second stream
    page.Contents.write(pikepdf.unparse_content_stream(edited))


def decorate(operator: str, operands: list[Any], number: int) -> tuple[list[Any], str]:
    """A change for `edit`: one mark becomes decoration."""
    if operator == "BDC" and int(operands[1].get("/MCID", -1)) == number:
        return [pikepdf.Name.Artifact], "BMC"
    return operands, operator


def retag(operator: str, operands: list[Any], before: str, after: str) -> tuple[list[Any], str]:
    """A change for `edit`: marks of one role claim another."""
    if operator == "BDC" and operands[0] == before:
        return [pikepdf.Name(after), *operands[1:]], operator
    return operands, operator


def bleach(operator: str, operands: list[Any]) -> tuple[list[Any], str]:
    """A change for `edit`: every fill becomes light grey."""
    return ([0.8, 0.8, 0.8], "rg") if operator in ("rg", "g") else (operands, operator)
