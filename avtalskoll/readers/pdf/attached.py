"""Files attached to a PDF: which of them are documents that would have to be read too."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.recognise import FileKind, recognise

_DOCUMENTS = frozenset((FileKind.PDF, FileKind.DOCX, FileKind.ODT, FileKind.DOC, FileKind.RTF))
_OPAQUE = frozenset((FileKind.ENCRYPTED, FileKind.DAMAGED, FileKind.UNKNOWN))
"""Of these the name has to tell."""
_ENDINGS = (".pdf", ".docx", ".docm", ".odt", ".doc", ".rtf")
_MOST = 200
_LONGEST_NAME = 80


class Attached(NamedTuple):
    """Attached files by name."""

    documents: tuple[str, ...]
    """Those that are documents: they are unread, and what they say may be part of the agreement."""
    others: tuple[str, ...]
    """Pictures, sheets, logs of signing and the like."""


def attached_files(document: Any, limits: Limits) -> Attached:
    """The files attached to a raw document.

    One is a document where its content is PDF, Word, OpenDocument or RTF, or where its content cannot be told and its
    name ends as theirs do.
    """
    documents: list[str] = []
    others: list[str] = []
    count = max(pdfium.FPDFDoc_GetAttachmentCount(document), 0)
    for place in range(min(count, _MOST)):
        attachment = pdfium.FPDFDoc_GetAttachment(document, place)
        name = _name(attachment) if attachment else ""
        kind = recognise(_content(attachment, limits), name) if attachment else FileKind.UNKNOWN
        told_by_name = kind in _OPAQUE or kind is FileKind.EMPTY
        is_document = kind in _DOCUMENTS or (told_by_name and name.lower().endswith(_ENDINGS))
        (documents if is_document else others).append(name or f"bilagd fil {place + 1}")
    if count > _MOST:
        documents.append(f"ytterligare {count - _MOST} filer")
    return Attached(tuple(documents), tuple(others))


def _name(attachment: Any) -> str:
    size = pdfium.FPDFAttachment_GetName(attachment, None, 0)
    if not 2 < size <= 4096:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAttachment_GetName(attachment, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    name = buffer.raw[:size].decode("utf-16-le", errors="replace").partition("\0")[0]
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    return shown if len(shown) <= _LONGEST_NAME else "…" + shown[1 - _LONGEST_NAME :]


def _content(attachment: Any, limits: Limits) -> bytes:
    """Its content; nothing where there is none or it is larger than a file may be."""
    size = ctypes.c_ulong()
    if not pdfium.FPDFAttachment_GetFile(attachment, None, 0, ctypes.byref(size)):
        return b""
    if not 0 < size.value <= limits.file_bytes:
        return b""
    buffer = ctypes.create_string_buffer(size.value)
    if not pdfium.FPDFAttachment_GetFile(attachment, buffer, size.value, ctypes.byref(size)):
        return b""
    return buffer.raw
