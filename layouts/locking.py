"""A password on a finished PDF, for sending it: AES with 256 bits (ISO 32000-2, 7.6.4). The rest of it stays as it is.

PDF/A forbids encryption (ISO 19005-2, 6.1.3), so a locked file no longer claims to keep it; PDF/UA allows it as long as
screen readers are let in, and they are.
"""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf


def locked(pdf: bytes, password: str) -> bytes:
    """The PDF, to be opened with the password alone."""
    import pikepdf

    saved = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        _save(document, saved, password)
    return saved.getvalue()


def _save(document: "Pdf", target: BytesIO, password: str) -> None:
    import pikepdf

    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for name in ("pdfaid:part", "pdfaid:conformance"):
            if name in metadata:
                del metadata[name]
    # Both passwords are the same: whoever may open the file may print, copy and have it read aloud.
    encryption = pikepdf.Encryption(owner=password, user=password, R=6, aes=True, metadata=True)
    document.save(target, encryption=encryption, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
