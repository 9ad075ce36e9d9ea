"""PDF documents: columns, tables, running heads, line-end hyphens, headings and lists by their look."""

from __future__ import annotations

from avtalskoll.agreement import Document
from avtalskoll.readers.limits import Limits


def read_pdf(data: bytes, name: str, sha256: str, limits: Limits) -> Document:
    """Read a PDF as a person sees it, with the page of every block.

    Raises `Refused` where the file is damaged, encrypted, beyond the limits or holds nothing but pictures.
    """
    from avtalskoll.readers.pdf.reader import PdfReader

    return PdfReader(data, limits).read(name, sha256)
