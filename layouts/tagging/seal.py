"""Seals a document as PDF/UA-1 and PDF/A-2a: structure tree, parent tree, metadata and output intent."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from hashlib import md5
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase import pdfdoc

from layouts.tagging.marks import Marks
from layouts.tagging.metadata import Metadata, xmp
from layouts.tagging.structure import Structure
from layouts.tagging.tree import Element

END_STREAM = b"endstream\n"


@dataclass(frozen=True)
class Sealed:
    """A finished document that is not a file yet: each object by its number, and where its open ends are.

    `size` is that of its pages, in points. `tree`, `page_tree` and `outline` are the numbers of what the catalog leads
    to, `later` those of the pages' second streams, by page. `digest` tells this document from others.
    """

    size: tuple[float, float]
    objects: dict[int, bytes]
    root: int
    info: int
    tree: int
    page_tree: int
    outline: int
    pages: tuple[int, ...]
    annotations: tuple[int, ...]
    later: dict[int, int]
    structure: Structure
    digest: bytes


def seal(marks: Marks, root: Element, metadata: Metadata) -> Sealed:
    """The objects of the finished document."""
    document = marks.document
    catalog = document.Catalog
    # ReportLab writes only catalog entries that it knows by name, and those it calls references by reference.
    catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.ViewerPreferences = _preferences(len(marks.pages))
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document)])
    structure = Structure(marks, root)
    catalog.StructTreeRoot = structure.tree
    _describe(marks, metadata)
    objects = dict(_objects(marks))
    numbers: dict[str, int] = {name: number for number, name in document.numberToId.items()}
    digest = md5(usedforsecurity=False)
    for body in objects.values():
        digest.update(body)

    def number(item: Any) -> int:
        return numbers[item.__InternalName__]

    return Sealed(
        size=marks.size,
        objects=objects,
        root=number(catalog),
        info=number(document.info),
        tree=number(structure.tree),
        page_tree=number(document.Pages),
        outline=number(document.outline),
        pages=tuple(numbers[f"Page{page + 1}"] for page in range(len(marks.pages))),
        annotations=tuple(numbers[document.annotationName(name)] for name in marks.annotation_names),
        later={page: number(blank) for page, blank in marks.later.items()},
        structure=structure,
        digest=digest.digest(),
    )


def _objects(marks: Marks) -> Iterator[tuple[int, bytes]]:
    """The body of every object; ReportLab makes some of them only when others are written."""
    document = marks.document
    for font in document.delayedFonts:
        font.addObjects(document)
    _compress_fonts(document)
    document.Reference(document.Catalog)
    document.Reference(document.info)
    document.Outlines.prepare(document, marks.canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    number = 1
    while name := document.numberToId.get(number):
        body: bytes = pdfdoc.format(document.idToObject[name], document, toplevel=1)
        if body.endswith(END_STREAM):
            body = body.removesuffix(END_STREAM) + b"\nendstream"  # as PDF/A wants it (ISO 19005-2, 6.1.7.1)
        yield number, body.strip()
        number += 1


def _compress_fonts(document: Any) -> None:
    """The same subset goes into one document after the other: it is compressed once."""
    for item in document.idToObject.values():
        if isinstance(item, pdfdoc.PDFStream) and "Length1" in item.dictionary.dict:
            item.content, item.filters = _compressed(item.content), None
            item.dictionary["Filter"] = "/FlateDecode"


@lru_cache(maxsize=16)
def _compressed(font: bytes) -> bytes:
    return zlib.compress(font, 9)


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
    packet = xmp(metadata)
    document.Catalog.Metadata = pdfdoc.XMP(creator=lambda _: packet)


def _preferences(pages: int) -> Any:
    """The title in the window, and for the print dialog: true size, paper of that size, both sides of it."""
    # ReportLab's setViewerPreference refuses PickTrayByPDFSize as an invalid key, so the dictionary is written whole.
    return pdfdoc.PDFDictionary(
        {
            "DisplayDocTitle": "true",
            "PrintScaling": "/None",
            "PickTrayByPDFSize": "true",
            "Duplex": "/DuplexFlipLongEdge" if pages > 1 else "/Simplex",
        }
    )


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
