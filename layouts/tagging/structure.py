"""The structure tree and the parent tree as PDF objects, written directly because there are hundreds of elements."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from reportlab.pdfbase import pdfdoc

from layouts.tagging.marks import Kid, Mark, Marks, ObjectMark
from layouts.tagging.tree import Attribute, Element, Filled


class _Written(pdfdoc.PDFObject):
    """An object whose bytes are known."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: Any) -> bytes:
        return self.data


class Structure:
    """Numbers every drawn element, then writes it with references to its parent, its kids and its pages."""

    def __init__(self, marks: Marks, root: Element) -> None:
        self.marks, self.document, self.root = marks, marks.document, root
        self.tree = _Written()
        self.top = self._number(self.tree)
        self.objects: dict[Element, _Written] = {}
        self.numbers: dict[Element, bytes] = {}
        for element in _drawn(root, marks):
            self.objects[element] = _Written()
            self.numbers[element] = self._number(self.objects[element])
        for element, item in self.objects.items():
            item.data = _dictionary(self._entries(element, element))
        parents = self._number(_Written(_dictionary([(b"Nums", self._parent_numbers())])))
        following = b"%d" % (len(marks.pages) + len(marks.annotations))
        entries = [(b"Type", b"/StructTreeRoot"), (b"K", self.numbers[root])]
        self.tree.data = _dictionary([*entries, (b"ParentTree", parents), (b"ParentTreeNextKey", following)])

    def filled(self, element: Element, filled: Filled) -> bytes:
        """The object of an element whose place has been filled."""
        attributes = {owner: dict(names) for owner, names in element.attributes.items()}
        if filled.checked:
            attributes["PrintField"]["checked"] = "on"
        said = replace(element, alt=filled.alt, attributes=attributes)
        return _dictionary(self._entries(element, said))

    def number(self, element: Element) -> int:
        """The number of an element's object."""
        return int(self.numbers[element].split()[0])

    def _number(self, item: _Written) -> bytes:
        return self._reference(self.document.Reference(item))

    def _reference(self, reference: Any) -> bytes:
        return b"%d 0 R" % self.document.idToObjectNumberAndVersion[reference.name][0]

    def _page(self, number: int) -> bytes:
        return self._reference(pdfdoc.PDFObjectReference(f"Page{number + 1}"))

    def _entries(self, element: Element, said: Element) -> Iterator[tuple[bytes, bytes]]:
        """The entries of an element, with the words and attributes of `said`, which may be another state of it."""
        kids = _kids(element, self.marks)
        first = next((kid.page for kid in kids if isinstance(kid, Mark)), None)
        yield b"S", _name(element.role)
        yield b"P", self.numbers[element.parent] if element.parent else self.top
        if first is not None:
            yield b"Pg", self._page(first)
        if kids:
            yield b"K", _array(self._kid(kid, first) for kid in kids)
        if said.alt:
            yield b"Alt", pdfdoc.PDFString(said.alt).format(self.document)
        if said.attributes:
            yield b"A", _array(_attributes(owner, names) for owner, names in said.attributes.items())

    def _kid(self, kid: Kid, page: int | None) -> bytes:
        match kid:
            case Element():
                return self.numbers[kid]
            case Mark() if kid.page == page:
                return b"%d" % kid.mcid
            case Mark():
                return _dictionary([(b"Type", b"/MCR"), (b"Pg", self._page(kid.page)), (b"MCID", b"%d" % kid.mcid)])
            case ObjectMark():
                item = self._reference(kid.annotation)
                return _dictionary([(b"Type", b"/OBJR"), (b"Pg", self._page(kid.page)), (b"Obj", item)])

    def _parent_numbers(self) -> bytes:
        """Keys of pages, each with the owners of its marks; after them those of annotations, each with its owner."""
        numbers: list[bytes] = []
        for key, owners in enumerate(self.marks.pages):
            numbers += [b"%d" % key, _array(self.numbers[owner] for owner in owners)]
        for key, owner in enumerate(self.marks.annotations, len(self.marks.pages)):
            numbers += [b"%d" % key, self.numbers[owner]]
        return _array(numbers)


def _drawn(element: Element, marks: Marks) -> Iterator[Element]:
    """Elements in reading order."""
    yield element
    for kid in _kids(element, marks):
        if isinstance(kid, Element):
            yield from _drawn(kid, marks)


def _kids(element: Element, marks: Marks) -> list[Kid]:
    """What was drawn for the element itself, then its children."""
    return [*marks.kids.get(element, ()), *element.kids]


def _attributes(owner: str, names: dict[str, Attribute]) -> bytes:
    return _dictionary([(b"O", _name(owner)), *((name.encode(), _value(value)) for name, value in names.items())])


def _value(value: Attribute) -> bytes:
    if isinstance(value, str):
        return _name(value)
    if isinstance(value, tuple):
        return _array(_value(number) for number in value)
    return f"{value:.2f}".rstrip("0").rstrip(".").encode()


def _name(name: str) -> bytes:
    return b"/" + name.encode()


def _array(items: Iterable[bytes]) -> bytes:
    return b"[" + b" ".join(items) + b"]"


def _dictionary(entries: Iterable[tuple[bytes, bytes]]) -> bytes:
    return b"<<" + b" ".join(b"/" + key + b" " + value for key, value in entries) + b">>"
