"""Word comments: an agreement's files and its audit report in, annotated copies out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from avtalskoll.agreement import Document
from avtalskoll.audit_report import AuditReport, Facts
from avtalskoll.engine.precedence import document_kind
from avtalskoll.errors import UnreadableError, WrongUseError
from avtalskoll.readers import files_of, read_bytes
from avtalskoll.readers.options import ReadingOptions
from avtalskoll.readers.refusals import Refused
from avtalskoll.reports.word_comments.annotated_copy import annotated_copy
from avtalskoll.reports.word_comments.remarks import remarks_for
from avtalskoll.reports.word_comments.word_file import WordFile

if TYPE_CHECKING:
    from avtalskoll.checklist import Checklist

_SIGNED = "Originalet är digitalt signerat. Signaturen gäller inte den här kopian."


@dataclass(frozen=True, slots=True)
class AnnotatedFile:
    """A copy of one of the agreement's Word files with comments in it."""

    name: str
    """That of the file in the report."""
    suffix: str
    """The file name extension that Word asks for: .docx, or .docm for a document with macros."""
    content: bytes
    comments: int
    notes: tuple[str, ...] = ()
    """What the user has to know of the copy, a Swedish sentence each."""


@dataclass(frozen=True, slots=True)
class AnnotatedAgreement:
    """The annotated copies, in the order of the files, and why others have none, a Swedish sentence each."""

    files: tuple[AnnotatedFile, ...]
    notes: tuple[str, ...] = ()


def annotate(
    paths: Sequence[str | PathLike[str]] | str | PathLike[str],
    report: AuditReport | None = None,
    *,
    as_of: date | None = None,
    checklist: Checklist | str | PathLike[str] | None = None,
    facts: Facts | None = None,
    reading: ReadingOptions | None = None,
) -> AnnotatedAgreement:
    """Copies of the agreement's Word files with a comment on the words of every gap.

    `report` is the audit of the same files; without it they are audited here, with the other arguments. Raises
    WrongUseError where no file can be given comments, and where the files are not those of the report.
    """
    files = [Path(file) for file in ([paths] if isinstance(paths, (str, PathLike)) else paths)]
    options = reading or ReadingOptions()
    if report is None:
        from avtalskoll.api import audit

        report = audit(files, as_of=as_of, checklist=checklist, facts=facts, reading=options)
    if report.pending_changes is not None:
        options = options.model_copy(update={"view": report.pending_changes.view})
    notes: list[str] = []
    opened: list[tuple[WordFile, Document]] = []
    for name, data in _audited_word_files(files, report, options):
        try:
            document = read_bytes(data, name, options)
        except UnreadableError:  # then the report says that this part of the set was not read
            continue
        _agree(document, report)
        try:
            opened.append((WordFile(data, name, options.limits), document))
        except WrongUseError as refusal:
            notes.append(refusal.sentence)
    if not opened:
        raise WrongUseError(notes[0] if notes else _no_word_file(report))
    main = next((d.name for _, d in opened if document_kind(d) == "huvud"), opened[0][1].name)
    commented = frozenset(document.name for _, document in opened)
    copies = []
    for file, document in opened:
        own = (_SIGNED,) if file.signed else ()
        remarks = remarks_for(report, document, main=main, commented=commented, notes=own)
        content = annotated_copy(file, document, remarks, report.as_of, options.view)
        told = tuple(f"{file.name}: {note[0].lower()}{note[1:]}" for note in own)
        copies.append(AnnotatedFile(file.name, file.suffix, content, len(remarks), told))
    return AnnotatedAgreement(tuple(copies), tuple(notes))


def _audited_word_files(
    files: Sequence[Path], report: AuditReport, options: ReadingOptions
) -> Iterator[tuple[str, bytes]]:
    wanted = {document.name: document for document in report.documents if document.format == "docx"}
    for member in files_of(files, options.limits):
        audited = wanted.pop(member.name, None)
        if audited is None:
            continue
        try:
            data = member.load()
        except Refused:
            continue
        if hashlib.sha256(data).hexdigest() != audited.sha256:
            raise WrongUseError(f"{member.name} har ändrats sedan granskningen; granska avtalet på nytt.")
        yield member.name, data
    for name in wanted:
        raise WrongUseError(f"{name} finns i granskningen men inte bland filerna; ange samma filer som granskades.")


def _agree(document: Document, report: AuditReport) -> None:
    """Raise WrongUseError where the document's blocks are not those that the report quotes."""
    name = document.name
    for evidence in (item for result in report.results for item in result.evidence if item.document == name):
        blocks = document.blocks[evidence.block : evidence.block + 1]
        if not blocks or blocks[0].text[evidence.start : evidence.end] != evidence.quote:
            raise WrongUseError(f"Rapportens citat stämmer inte med {name}; granska avtalet på nytt.")


def _no_word_file(report: AuditReport) -> str:
    kinds = {document.format for document in report.documents}
    if kinds & {"doc", "rtf"}:
        return (
            "Kommentarer kan bara läggas in i Word-filer (.docx); öppna avtalet i Word, spara det som .docx och "
            "granska den filen."
        )
    return (
        "Kommentarer kan bara läggas in i Word-filer (.docx), och bland filerna finns ingen sådan; granska avtalets "
        "Word-fil, eller ta rapporten som HTML med --format html."
    )
