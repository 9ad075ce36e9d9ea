"""Word documents."""

from __future__ import annotations

from avtalskoll.agreement import Document
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.refusals import Reason, Refused


def read_docx(data: bytes, name: str, sha256: str, limits: Limits) -> Document:
    """Read a Word document."""
    raise Refused(Reason.DAMAGED)
