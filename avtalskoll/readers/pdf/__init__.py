"""PDF documents: columns, tables, running heads, line-end hyphens, headings and lists by their look."""

from __future__ import annotations

from functools import partial

from avtalskoll.agreement import Document
from avtalskoll.readers.limits import Limits


def read_pdf(data: bytes, name: str, sha256: str, limits: Limits, *, ocr: bool = False) -> Document:
    """Read a PDF as a person sees it, with the page of every block; scanned pages by machine where `ocr` is wanted.

    Raises `Refused` where the file is damaged, encrypted, beyond the limits or holds nothing but pictures.
    """
    from avtalskoll.readers.pdf.reader import PdfReader
    from avtalskoll.readers.tesseract import Tesseract

    machine = partial(Tesseract.find, limits) if ocr else None
    return PdfReader(data, limits, machine).read(name, sha256)
