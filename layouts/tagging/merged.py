"""One document of many sheets, written as they come: memory holds a few numbers for each of them."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import md5
from itertools import count
from typing import Any

from reportlab.pdfbase import pdfdoc

from layouts.tagging.container import Container, Trailer, compressed, parted
from layouts.tagging.prepared import States
from layouts.tagging.seal import Sealed
from layouts.tagging.template import Part, Template, reachable

Objects = list[tuple[int, bytes]]


class Merged:
    """Sheet after sheet under one catalog, with a bookmark each; pages of two sheets never share a piece of paper.

    `write` takes the bytes of the file, part by part.
    """

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._container = Container(write)
        self._digest = md5(usedforsecurity=False)
        self._following = count(6)
        self._tree, self._document, self._parents, self._pages, self._outline = range(1, 6)
        self._templates: dict[int, tuple[Template, dict[int, int]]] = {}
        self._first: Sealed | None = None
        self._sheets: list[tuple[int, int, int, int]] = []  # page node, first page, root element, leaf of the parents
        self._titles: list[str] = []
        self._keys = 0
        self._page_count = 0

    def add(self, sealed: Sealed, contents: Mapping[int, bytes], states: States, title: str) -> None:
        """A sheet and its bookmark; `contents` are the operators of each page with open places."""
        template, shared = self._template(sealed)
        node, leaf = next(self._following), next(self._following)
        numbers = {old: next(self._following) for old in template.own}
        numbers |= {old: next(self._following) for old in sealed.later.values()}
        known = {**shared, **numbers, sealed.page_tree: node, sealed.tree: self._document}
        number = known.__getitem__
        objects = [(leaf, template.entries.made(number, self._keys))]
        for old, each in zip(template.own, template.patterns(states), strict=True):
            objects.append((numbers[old], each.made(number, self._keys)))
        pages = [numbers[page] for page in sealed.pages]
        if len(pages) > 1 and len(pages) % 2:
            objects.append(self._back(sealed, node, pages))
        kids = b" ".join(b"%d 0 R" % page for page in pages)
        objects.insert(0, (node, b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]>>" % (self._pages, len(pages), kids)))
        self._pack(objects)
        for page, old in sealed.later.items():
            self._digest.update(contents[page])
            self._container.object(numbers[old], compressed(contents[page]))
        root = numbers[template.root]
        self._sheets.append((node, pages[0], root, leaf))
        self._titles.append(title)
        self._keys += template.keys
        self._page_count += len(pages)

    def _back(self, sealed: Sealed, node: int, pages: list[int]) -> tuple[int, bytes]:
        """An empty page behind an odd one: printed on both sides, the next sheet begins on paper of its own."""
        page = next(self._following)
        pages.append(page)
        size = b" ".join(b"%g" % edge for edge in sealed.size)
        return page, b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %b]/Resources<<>>/Tabs/S>>" % (node, size)

    def _template(self, sealed: Sealed) -> tuple[Template, dict[int, int]]:
        """That of a document, whose shared objects are written when its first sheet comes."""
        if id(sealed) not in self._templates:
            template = Template(sealed)
            self._templates[id(sealed)] = template, self._share(list(template.shared()), {})
            self._first = self._first or sealed
            self._digest.update(sealed.digest)
        return self._templates[id(sealed)]

    def _share(self, parts: Sequence[Part], known: Mapping[int, int]) -> dict[int, int]:
        """Writes objects once; all their new numbers, and those known before, by the old ones."""
        numbers = {**known, **{part.number: next(self._following) for part in parts}}
        for part in parts:
            if part.rest:
                self._container.object(numbers[part.number], part.made(numbers))
        self._pack([(numbers[part.number], part.made(numbers)) for part in parts if not part.rest])
        return numbers

    def _pack(self, objects: Objects) -> None:
        for some in parted(objects):
            self._container.pack(next(self._following), some)

    def close(self) -> None:
        """What leads to the sheets: catalog, trees and outline."""
        assert self._first
        self._pack([*self._trees(), *self._bookmarks()])
        root, info = self._catalog(self._first)
        digest, number = self._digest.digest(), next(self._following)
        table = self._container.table(number, number + 1, Trailer(root, info, (digest, digest)))
        self._container.end(table)

    def _trees(self) -> Objects:
        nodes, _, roots, leaves = zip(*self._sheets, strict=True)
        kids = _references(nodes)
        return [
            (self._pages, b"<</Type/Pages/Count %d/Kids[%b]>>" % (self._page_count, kids)),
            (self._parents, b"<</Kids[%b]>>" % _references(leaves)),
            (self._document, b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (self._tree, _references(roots))),
            (
                self._tree,
                b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
                % (self._document, self._parents, self._keys),
            ),
        ]

    def _bookmarks(self) -> Objects:
        """An entry of the outline for each sheet, each naming its neighbours."""
        items = [next(self._following) for _ in self._sheets]
        entries: Objects = []
        for index, (item, (_, page, _, _)) in enumerate(zip(items, self._sheets, strict=True)):
            title: bytes = pdfdoc.PDFString(self._titles[index]).format(pdfdoc.DummyDoc())
            before = b"/Prev %d 0 R" % items[index - 1] if index else b""
            after = b"/Next %d 0 R" % items[index + 1] if index + 1 < len(items) else b""
            entry = b"<</Title %b/Parent %d 0 R/Dest[%d 0 R/Fit]%b%b>>" % (title, self._outline, page, before, after)
            entries.append((item, entry))
        ends = items[0], items[-1], len(items)
        return [*entries, (self._outline, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % ends)]

    def _catalog(self, sealed: Sealed) -> tuple[int, int]:
        """Catalog and document information are those of the first document, leading to the trees of all sheets."""
        trees = {sealed.page_tree: self._pages, sealed.tree: self._tree, sealed.outline: self._outline}
        numbers = self._share(list(reachable(sealed.objects, (sealed.root, sealed.info), trees)), trees)
        return numbers[sealed.root], numbers[sealed.info]


def _references(numbers: Any) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)
