"""Word documents (.docx, .docm, .dotx): body, tables, lists, notes, text boxes, numbering, tracked changes."""

from __future__ import annotations

from avtalskoll.agreement import Document
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.options import View


def read_docx(data: bytes, name: str, sha256: str, limits: Limits, view: View = "accepted") -> Document:
    """Read a Word document in the view where every tracked change is accepted, or where none is made.

    `part` and `origin` of each block lead back to its paragraph, and `docx.text.text_pieces` from there to its runs.
    Raises `Refused` where the file is damaged, encrypted or beyond the limits.
    """
    from avtalskoll.readers.docx.reader import DocxReader

    return DocxReader(data, limits, view).read(name, sha256)
