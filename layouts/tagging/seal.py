"""Seals a document as PDF/UA-1 and PDF/A-2a: structure tree, parent tree, metadata and output intent."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
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


def seal(marks: Marks, root: Element, metadata: Metadata) -> bytes:
    """The bytes of the finished document."""
    document = marks.document
    catalog = document.Catalog
    # ReportLab writes only catalog entries that it knows by name, and those it calls references by reference.
    catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.ViewerPreferences = _preferences(len(marks.pages))
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document)])
    catalog.StructTreeRoot = Structure(marks, root).tree
    _describe(marks, metadata)
    with _streams_for_pdfa():
        document.SaveToFile(marks.buffer, marks.canvas)
    return marks.buffer.getvalue()


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
    # ReportLab's own identifier depends on the metadata alone: two different bodies would share it.
    document.signature = md5(packet, usedforsecurity=False)
    for item in document.idToObject.values():
        if isinstance(item, pdfdoc.PDFPage):
            document.updateSignature(item.stream or "")


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


@contextmanager
def _streams_for_pdfa() -> Iterator[None]:
    """PDF/A wants a line end before `endstream` (ISO 19005-2, 6.1.7.1), which ReportLab leaves out."""
    original = pdfdoc.PDFStream.format

    def with_line_end(stream: Any, document: Any) -> bytes:
        if "Length1" in stream.dictionary.dict and "Filter" not in stream.dictionary.dict:
            # The same subset of a font goes into one document after the other: it is compressed once.
            stream.content, stream.filters = _compressed(stream.content), None
            stream.dictionary["Filter"] = "/FlateDecode"
        formatted: bytes = original(stream, document)
        return formatted.removesuffix(b"endstream\n") + b"\nendstream\n"

    pdfdoc.PDFStream.format = with_line_end
    try:
        yield
    finally:
        pdfdoc.PDFStream.format = original


@lru_cache(maxsize=16)
def _compressed(font: bytes) -> bytes:
    return zlib.compress(font)
