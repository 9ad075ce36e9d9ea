"""Reading an agreement's files into blocks. Formats are told by content, never by file name.

A reader may rely on this: nothing is read from or written to anywhere but the files given, the same bytes give the
same blocks, and a file that cannot be read ends in an `UnreadableError` with a Swedish sentence, never a traceback.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from avtalskoll.agreement import Agreement, Document
from avtalskoll.readers.converted import Conversions
from avtalskoll.readers.given_files import file_name, files_of
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.members import bytes_of
from avtalskoll.readers.options import ReadingOptions, View
from avtalskoll.readers.pictures import may_be_page
from avtalskoll.readers.recognise import FileKind, decode, recognise
from avtalskoll.readers.refusals import Reason, Refused
from avtalskoll.readers.views import Views

__all__ = [
    "Limits",
    "ReadingOptions",
    "Views",
    "files_of",
    "read_agreement",
    "read_bytes",
    "read_document",
    "read_views",
]

_DEFAULT = ReadingOptions()


def read_agreement(
    paths: Sequence[Path], options: ReadingOptions = _DEFAULT, conversions: Conversions | None = None
) -> Agreement:
    """Read the files of one agreement, in the order given; a file given twice is read once.

    A folder or a zip stands for the files in it, which are named by their paths inside it. A file that cannot be read
    is there without blocks and with a phrase in `unread`. .doc and .rtf are read where `conversions` holds them as
    .docx. A small picture in a folder or zip, such as a logotype, is there with nothing unread; one that may be a page
    of the agreement (`pictures.may_be_page`), or that is given by itself, is unread. Raises `UnreadableError`, with
    the sentence of the first file, where nothing at all could be read.
    """
    return read_views(paths, options, conversions, both=False).agreement


def read_views(
    paths: Sequence[Path],
    options: ReadingOptions = _DEFAULT,
    conversions: Conversions | None = None,
    *,
    both: bool = True,
) -> Views:
    """Read the files as `read_agreement` does; with `both`, those with pending tracked changes in both views."""
    documents: list[Document] = []
    others: list[Document | None] = []
    refusals: list[tuple[Reason, str]] = []
    for member in files_of(paths, options.limits):
        data = b""
        try:
            data = member.load()
            documents.append(_read(data, member.name, options, conversions))
            others.append(_other(data, documents[-1], options, conversions) if both else None)
        except Refused as refused:
            refusals.append((refused.reason, member.name))
            beside = member.found and refused.reason is Reason.IMAGE and not may_be_page(data, member.name)
            documents.append(_unread(data, member.name, refused.reason, beside=beside))
            others.append(documents[-1])
    if len(refusals) == len(documents):
        told = sorted(refusals, key=lambda refusal: refusal[0] is Reason.IMAGE)
        reason, name = told[0] if told else (Reason.EMPTY, "")
        raise reason.error(name)
    readable = [document for document in others if document is not None]
    differ = len(readable) == len(documents) and any(document.pending for document in documents)
    return Views(
        view=options.view,
        agreement=Agreement(documents=tuple(documents)),
        other=Agreement(documents=tuple(readable)) if differ else None,
    )


def read_document(path: Path, options: ReadingOptions = _DEFAULT) -> Document:
    """Read one file. Raises `UnreadableError` where it cannot be read."""
    name = file_name(path)
    try:
        return _read(bytes_of(path, options.limits), name, options)
    except Refused as refused:
        raise refused.reason.error(name) from None


def read_bytes(data: bytes, name: str, options: ReadingOptions = _DEFAULT) -> Document:
    """Read a file's content; `name` is what it is called. Raises `UnreadableError` where it cannot be read."""
    try:
        if len(data) > options.limits.file_bytes:
            raise Refused(Reason.TOO_LARGE)
        return _read(data, name, options)
    except Refused as refused:
        raise refused.reason.error(name) from None


def _read(data: bytes, name: str, options: ReadingOptions, conversions: Conversions | None = None) -> Document:
    kind = recognise(data, name)
    by_way_of_docx = conversions if conversions is not None and conversions.covers(kind) else None
    if kind.refusal is not None and by_way_of_docx is None:
        raise Refused(kind.refusal)
    try:
        if by_way_of_docx is not None:
            document = by_way_of_docx.read(kind, data, name, hashlib.sha256(data).hexdigest(), options)
        else:
            document = _read_as(kind, data, name, options)
    except Refused:
        raise
    except MemoryError:
        raise Refused(Reason.TOO_LARGE) from None
    except Exception:  # whatever a damaged file makes a parser do, the person is told that it is damaged
        raise Refused(_damage(kind)) from None
    if not document.blocks:
        raise Refused(Reason.EMBEDDED if document.unread else Reason.NO_TEXT)
    return document


def _other(
    data: bytes, document: Document, options: ReadingOptions, conversions: Conversions | None
) -> Document | None:
    """The document in the other view of its tracked changes; None where it cannot be read so."""
    if not document.pending:
        return document
    view: View = "accepted" if options.view == "original" else "original"
    try:
        return _read(data, document.name, options.model_copy(update={"view": view}), conversions)
    except Refused as refused:
        # All of its text may be new, or all of it deleted.
        empty = {"blocks": (), "asides": ()}
        return document.model_copy(update=empty) if refused.reason is Reason.NO_TEXT else None


def _damage(kind: FileKind) -> Reason:
    if kind is FileKind.PDF:
        return Reason.DAMAGED_PDF
    return Reason.DAMAGED if kind in (FileKind.DOCX, FileKind.ODT) else Reason.DAMAGED_TEXT


def _read_as(kind: FileKind, data: bytes, name: str, options: ReadingOptions) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    limits = options.limits
    if kind is FileKind.DOCX:
        from avtalskoll.readers.docx import read_docx

        return read_docx(data, name, digest, limits, options.view)
    if kind is FileKind.ODT:
        from avtalskoll.readers.odt import read_odt

        return read_odt(data, name, digest, limits, options.view)
    if kind is FileKind.PDF:
        from avtalskoll.readers.pdf import read_pdf

        return read_pdf(data, name, digest, limits, ocr=options.ocr)
    if len(data) > limits.text_bytes:
        raise Refused(Reason.TOO_LARGE)
    text = decode(data)
    if text is None:
        raise Refused(Reason.UNKNOWN)
    from avtalskoll.readers.written import read_written

    return read_written(text, name, digest, limits, markdown=kind is FileKind.MARKDOWN)


def _unread(data: bytes, name: str, reason: Reason, *, beside: bool = False) -> Document:
    """A file without its text; one that lies `beside` the agreement leaves nothing of it unread."""
    digest = hashlib.sha256(data).hexdigest() if data else ""
    kept = Document(name=name, sha256=digest, format=recognise(data, name).document_format)
    if beside:
        return kept.model_copy(update={"warnings": ("Bilden ser inte ut som en sida av avtalet och är inte läst.",)})
    return kept.model_copy(update={"unread": (reason.phrase,)})
