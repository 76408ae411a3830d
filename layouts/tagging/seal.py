"""Seals a document as PDF/UA-1 and PDF/A-2a: structure tree, parent tree, metadata and output intent."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import md5
from html import escape  # that of xml.sax loads an HTTP client
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase import pdfdoc

from layouts.tagging.marks import Kid, Mark, Marks, ObjectMark
from layouts.tagging.tree import Attribute, Element


@dataclass(frozen=True)
class Metadata:
    """What the file says about itself."""

    title: str
    author: str
    subject: str
    keywords: str
    sources: str
    language: str
    day: date
    producer: str


def seal(marks: Marks, root: Element, metadata: Metadata) -> bytes:
    """The bytes of the finished document."""
    document = marks.document
    catalog = document.Catalog
    # ReportLab writes only catalog entries that it knows by name, and those it calls references by reference.
    catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    marks.canvas.setViewerPreference("DisplayDocTitle", "true")
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document)])
    catalog.StructTreeRoot = _structure(marks, root)
    _describe(marks, metadata)
    with _endstream_on_its_own_line():
        marks.canvas._doc.SaveToFile(marks.buffer, marks.canvas)
    return marks.buffer.getvalue()


# Structure


class _StructureElement(pdfdoc.PDFObject):
    """One dictionary of the structure tree; written directly because there are hundreds of them."""

    def __init__(self, entries: list[tuple[str, Any]]) -> None:
        self.entries = entries

    def format(self, document: Any) -> bytes:
        parts = [b"/%s %s" % (key.encode(), _bytes(value, document)) for key, value in self.entries]
        return b"<<" + b" ".join(parts) + b">>"


def _bytes(value: Any, document: Any) -> bytes:
    formatted = pdfdoc.format(value, document)
    return formatted if isinstance(formatted, bytes) else str(formatted).encode("latin-1")


def _structure(marks: Marks, root: Element) -> Any:
    document = marks.document
    tree = pdfdoc.PDFDictionary({"Type": "/StructTreeRoot"})
    top = document.Reference(tree)
    objects: dict[Element, _StructureElement] = {}
    references: dict[Element, Any] = {}
    for element in _drawn(root, marks):
        objects[element] = _StructureElement([])
        references[element] = document.Reference(objects[element])
    for element, item in objects.items():
        item.entries = list(_entries(element, marks, references, top))
    tree["K"] = references[root]
    tree["ParentTree"] = document.Reference(_parent_tree(marks, references))
    tree["ParentTreeNextKey"] = len(marks.pages) + len(marks.annotations)
    return tree


def _drawn(element: Element, marks: Marks) -> Iterator[Element]:
    """Elements in reading order."""
    yield element
    for kid in _kids(element, marks):
        if isinstance(kid, Element):
            yield from _drawn(kid, marks)


def _kids(element: Element, marks: Marks) -> list[Kid]:
    """What was drawn for the element itself, then its children."""
    return [*marks.kids.get(element, ()), *element.kids]


def _entries(element: Element, marks: Marks, references: dict[Element, Any], top: Any) -> Iterator[tuple[str, Any]]:
    kids = _kids(element, marks)
    first = next((kid.page for kid in kids if isinstance(kid, Mark)), None)
    yield "S", f"/{element.role}"
    yield "P", references[element.parent] if element.parent else top
    if first is not None:
        yield "Pg", _page(first)
    if kids:
        yield "K", pdfdoc.PDFArrayCompact([_kid(kid, first, references) for kid in kids])
    if element.alt:
        yield "Alt", pdfdoc.PDFString(element.alt)
    if element.attributes:
        yield "A", pdfdoc.PDFArrayCompact([_attributes(owner, names) for owner, names in element.attributes.items()])


def _page(number: int) -> Any:
    return pdfdoc.PDFObjectReference(f"Page{number + 1}")


def _kid(kid: Kid, page: int | None, references: dict[Element, Any]) -> Any:
    match kid:
        case Element():
            return references[kid]
        case Mark():
            if kid.page == page:
                return kid.mcid
            return pdfdoc.PDFDictionary({"Type": "/MCR", "Pg": _page(kid.page), "MCID": kid.mcid})
        case ObjectMark():
            return pdfdoc.PDFDictionary({"Type": "/OBJR", "Pg": _page(kid.page), "Obj": kid.annotation})


def _attributes(owner: str, names: dict[str, Attribute]) -> Any:
    entries: dict[str, Any] = {"O": f"/{owner}"}
    for name, value in names.items():
        if isinstance(value, str):
            entries[name] = f"/{value}"
        elif isinstance(value, tuple):
            entries[name] = pdfdoc.PDFArrayCompact([round(number, 2) for number in value])
        else:
            entries[name] = value
    return pdfdoc.PDFDictionary(entries)


def _parent_tree(marks: Marks, references: dict[Element, Any]) -> Any:
    numbers: list[Any] = []
    for key, owners in enumerate(marks.pages):
        numbers += [key, pdfdoc.PDFArrayCompact([references[owner] for owner in owners])]
    for key, owner in enumerate(marks.annotations, len(marks.pages)):
        numbers += [key, references[owner]]
    return pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArrayCompact(numbers)})


# Metadata


class _Day(TimeStamp):
    """Midnight UTC of a day, in place of ReportLab's clock."""

    def __init__(self, day: date) -> None:
        super().__init__(invariant=True)
        self.YMDhms = (day.year, day.month, day.day, 0, 0, 0)


def _describe(marks: Marks, metadata: Metadata) -> None:
    canvas, document = marks.canvas, marks.document
    canvas.setTitle(metadata.title)
    canvas.setAuthor(metadata.author)
    canvas.setSubject(metadata.subject)
    canvas.setKeywords(metadata.keywords)
    canvas.setCreator(metadata.producer)
    canvas.setProducer(metadata.producer)
    document._timeStamp = _Day(metadata.day)
    packet = _xmp(metadata)
    document.Catalog.Metadata = pdfdoc.XMP(creator=lambda _: packet)
    # ReportLab's own identifier depends on the metadata alone: two different bodies would share it.
    document.signature = md5(packet, usedforsecurity=False)
    for item in document.idToObject.values():
        if isinstance(item, pdfdoc.PDFPage):
            document.updateSignature(item.stream or "")


def _xmp(metadata: Metadata) -> bytes:
    day = f"{metadata.day.isoformat()}T00:00:00+00:00"
    values = {
        name: escape(getattr(metadata, name), quote=False)
        for name in ("title", "author", "subject", "keywords", "sources", "language", "producer")
    }
    return XMP.format(day=day, extension=PDFUA_EXTENSION, **values).encode()


XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:source>{sources}</dc:source>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{extension}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

# PDF/A wants every property outside its own list described (ISO 19005-2, 6.6.2.3): the one that says PDF/UA is.
PDFUA_EXTENSION = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def _output_intent(document: Any) -> Any:
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), _srgb_profile(), [pdfdoc.PDFZCompress])
    return pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )


@cache
def _srgb_profile() -> bytes:
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # LittleCMS writes the current time into bytes 24 to 35; the same input has to give the same bytes.
    profile[24:36] = bytes.fromhex("07e800010001000000000000")
    return bytes(profile)


@contextmanager
def _endstream_on_its_own_line() -> Iterator[None]:
    """PDF/A wants a line end before `endstream` (ISO 19005-2, 6.1.7.1), which ReportLab leaves out."""
    original = pdfdoc.PDFStream.format

    def with_line_end(stream: Any, document: Any) -> bytes:
        formatted: bytes = original(stream, document)
        return formatted.removesuffix(b"endstream\n") + b"\nendstream\n"

    pdfdoc.PDFStream.format = with_line_end
    try:
        yield
    finally:
        pdfdoc.PDFStream.format = original
