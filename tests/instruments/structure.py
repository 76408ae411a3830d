"""Reads the structure tree of a PDF, and checks that the PDF agrees with itself about it."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.instruments import content
from tests.instruments.tags import Artifact, Piece, Reading, Reference, Tag

PROPERTIES = {"/Alt": "alt", "/Lang": "lang", "/ActualText": "actual", "/E": "expansion", "/T": "title"}
# Places on the page are no business of a reading.
GEOMETRY = {"/O", "/BBox", "/Placement", "/Width", "/Height"}


def read(pdf: bytes) -> Reading:
    """The tags of a PDF; `faults` is empty when structure, content and back pointers agree."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return _Reader(document).read()


class _Reader:
    def __init__(self, document: pikepdf.Pdf) -> None:
        self.root = document.Root.StructTreeRoot
        self.pages = list(document.pages)
        self.number = {page.obj.objgen: index for index, page in enumerate(self.pages)}
        self.content = [content.read(page) for page in self.pages]
        self.parents = pikepdf.NumberTree(self.root.ParentTree)
        self.visited: list[tuple[int, int]] = []
        self.annotations: set[tuple[int, int]] = set()
        self.faults: list[str] = []

    def read(self) -> Reading:
        kids = _array(self.root.get("/K"))
        if len(kids) != 1:
            self.faults.append(f"{len(kids)} roots in the structure tree")
        root = self.element(kids[0], self.root, None)
        self.check_content()
        self.check_order()
        self.check_annotations()
        return Reading(root, list(self.artifacts()), self.faults, len(self.pages))

    def element(self, source: Any, parent: Any, page: Any) -> Tag:
        if source.get("/P", pikepdf.Dictionary()).objgen != parent.objgen:
            self.faults.append(f"{source.S} does not name its parent")
        page = source.get("/Pg", page)
        tag = Tag(self.role(source), _properties(source), _attributes(source))
        tag.kids = [self.kid(kid, source, page) for kid in _array(source.get("/K"))]
        return tag

    def role(self, source: Any) -> str:
        roles = self.root.get("/RoleMap", pikepdf.Dictionary())
        return str(roles.get(str(source.S), source.S))[1:]

    def kid(self, kid: Any, owner: Any, page: Any) -> Tag | Piece | Reference:
        if not isinstance(kid, pikepdf.Dictionary):
            return self.piece(int(kid), owner, page)
        if kid.get("/Type") == "/MCR":
            return self.piece(int(kid.MCID), owner, kid.get("/Pg", page))
        if kid.get("/Type") == "/OBJR":
            return self.reference(kid, owner, page)
        return self.element(kid, owner, page)

    def piece(self, mcid: int, owner: Any, page: Any) -> Piece:
        index = self.number[page.objgen]
        self.visited.append((index, mcid))
        back = _array(self.parent(page.get("/StructParents")))
        if mcid >= len(back) or back[mcid].objgen != owner.objgen:
            self.faults.append(f"page {index + 1}: the parent tree gives mark {mcid} to another tag than {owner.S}")
        mark = next((each for each in self.content[index].marks if each.mcid == mcid), None)
        if mark and mark.tag != str(owner.S)[1:]:
            self.faults.append(f"page {index + 1}: mark {mcid} says {mark.tag}, its tag {owner.S}")
        return Piece(index, mcid, mark.text if mark else "", mark.shown if mark else [])

    def parent(self, key: Any) -> Any:
        return self.parents[int(key)] if key is not None and int(key) in self.parents else None

    def reference(self, kid: Any, owner: Any, page: Any) -> Reference:
        annotation = kid.Obj
        back = self.parent(annotation.get("/StructParent"))
        if back is None or back.objgen != owner.objgen:
            self.faults.append(f"the parent tree gives an annotation to another tag than {owner.S}")
        self.annotations.add(annotation.objgen)
        action = annotation.get("/A", pikepdf.Dictionary())
        place = self.number[kid.get("/Pg", page).objgen]
        contents = str(annotation.get("/Contents", annotation.get("/TU", "")))
        return Reference(place, str(annotation.Subtype)[1:], contents, str(action.get("/URI", "")))

    def check_content(self) -> None:
        for index, page in enumerate(self.content):
            marks = [mark.mcid for mark in page.marks if mark.mcid is not None]
            claimed = [mcid for place, mcid in self.visited if place == index]
            self.report(index, "painted outside marked content", page.stray)
            self.report(index, "content", page.faults)
            self.report(index, "nested marks", [mark.tag for mark in page.marks if mark.nested and _owns(mark)])
            self.report(index, "marks used twice", _twice(marks))
            self.report(index, "marks claimed twice", _twice(claimed))
            self.report(index, "marks that no tag claims", sorted(set(marks) - set(claimed)))
            self.report(index, "claimed marks that are not on the page", sorted(set(claimed) - set(marks)))

    def report(self, index: int, what: str, found: list[Any]) -> None:
        if found:
            self.faults.append(f"page {index + 1}: {what}: {', '.join(map(str, found))}")

    def check_order(self) -> None:
        """Reading goes down the content as it was painted, page after page."""
        for before, after in zip(self.visited, self.visited[1:], strict=False):
            if after < before:
                self.faults.append(f"reading jumps back from page {before[0] + 1} mark {before[1]} to {after}")

    def check_annotations(self) -> None:
        for index, page in enumerate(self.pages):
            loose = [each for each in page.get("/Annots", []) if each.objgen not in self.annotations]
            self.report(index, "annotations that no tag claims", [each.Subtype for each in loose])

    def artifacts(self) -> Iterator[Artifact]:
        for index, page in enumerate(self.content):
            for mark in (each for each in page.marks if each.tag == "Artifact"):
                kind, subtype = mark.properties.get("Type", ""), mark.properties.get("Subtype", "")
                yield Artifact(index, kind, subtype, mark.text, mark.shown)


def _owns(mark: content.Mark) -> bool:
    return mark.mcid is not None or mark.tag == "Artifact"


def _twice(values: list[int]) -> list[int]:
    return sorted({value for value in values if values.count(value) > 1})


def _array(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _properties(source: Any) -> dict[str, str]:
    return {name: str(source[key]) for key, name in PROPERTIES.items() if key in source}


def _attributes(source: Any) -> dict[str, str]:
    owners = (each for each in _array(source.get("/A")) if isinstance(each, pikepdf.Dictionary))
    return {key[1:]: str(value).lstrip("/") for owner in owners for key, value in owner.items() if key not in GEOMETRY}
