"""A square that a phone reads as a web address."""

from dataclasses import dataclass

from handouts.record import Record, WebAddress, needs


@dataclass(frozen=True)
class QrCode(Record):
    """A QR code with its address printed beside it, for people who type."""

    qr_code: WebAddress = needs("the web address that a phone opens")
