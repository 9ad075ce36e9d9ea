"""OpenDocument texts (.odt, .ott): body, tables, lists, notes, text boxes, numbering, tracked changes."""

from __future__ import annotations

from avtalskoll.agreement import Document
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.options import View


def read_odt(data: bytes, name: str, sha256: str, limits: Limits, view: View = "accepted") -> Document:
    """Read an OpenDocument text in the view where every tracked change is accepted, or where none is made.

    `origin` of each block is the ordinal of its paragraph among all text:p and text:h of content.xml. Raises `Refused`
    where the file is damaged, encrypted or beyond the limits.
    """
    from avtalskoll.readers.odt.reader import OdtReader

    return OdtReader(data, limits, view).read(name, sha256)
