"""A PDF, read: its pages brought together into blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pypdfium2

from avtalskoll.agreement import Aside, Document
from avtalskoll.readers.arrange import Arranger
from avtalskoll.readers.asides import bracket_placeholders, warnings_of
from avtalskoll.readers.builder import BlockBuilder
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.nodes import Draft
from avtalskoll.readers.pdf.attached import Attached, attached_files
from avtalskoll.readers.pdf.drafts import DraftMaker
from avtalskoll.readers.pdf.flow import Flow, usual_size
from avtalskoll.readers.pdf.forms import check_forms
from avtalskoll.readers.pdf.hyphens import joined
from avtalskoll.readers.pdf.lines import make_line, rows_of
from avtalskoll.readers.pdf.notes import Footnote, take_footnotes
from avtalskoll.readers.pdf.pages import Page, read_page
from avtalskoll.readers.pdf.running import Row, masked, running_rows
from avtalskoll.readers.pdf.scans import Machine, Scans
from avtalskoll.readers.pdf.streams import check_streams
from avtalskoll.readers.pdf.told import Told
from avtalskoll.readers.refusals import Reason, Refused


class PdfReader:
    """Reads one document, once."""

    def __init__(self, data: bytes, limits: Limits, machine: Callable[[], Machine] | None = None) -> None:
        """Prepare to read `data`; `machine` gives the program for scanned pages, or raises `Refused`."""
        self._data = data
        self._limits = limits
        self._machine = machine
        self._builder = BlockBuilder(limits.paragraphs)
        self._arranger = Arranger(self._builder, self._placed)
        self._asides: list[Aside] = []
        self._notes: dict[tuple[int, str], Footnote] = {}
        self._lacking: Reason | None = None

    def read(self, name: str, sha256: str) -> Document:
        """The whole document under `name`."""
        pages, attached = self._pages()
        readable = [page for page in pages if not page.unreadable]
        pictures = [page.number for page in pages if page.unreadable]
        if pictures and not any(page.pieces for page in readable):
            raise Refused(self._lacking or (Reason.SCANNED if self._machine is None else Reason.NOT_RECOGNISED))
        body = usual_size(readable)
        for page in readable:
            for note in take_footnotes(page, body):
                self._notes[page.number, note.number] = note
        flow = Flow(readable, body)
        maker = DraftMaker(flow.parts, body, self._notes.keys())
        self._arranger.arrange(maker.nodes(flow.parts))
        self._asides += [Aside(kind="hidden", text=page.hidden) for page in readable if page.hidden]
        blocks = tuple(self._builder.blocks)
        if not blocks:
            raise Refused(Reason.NO_TEXT)
        asides = (*self._asides, *bracket_placeholders(blocks))
        by_machine = tuple(page.number for page in pages if page.machine_read)
        told = Told(
            pictures=pictures, by_machine=by_machine, attached=attached, asked=self._machine is not None,
            lacking=self._lacking,
        )  # fmt: skip
        return Document(
            name=name, sha256=sha256, format="pdf", pages=len(pages), blocks=blocks, asides=asides,
            unread=told.unread, warnings=(*warnings_of(asides), *told.warnings), ocr_pages=by_machine,
        )  # fmt: skip

    def _pages(self) -> tuple[list[Page], Attached]:
        """The pages without their running heads, scanned ones read where they can be, and what is attached."""
        check_streams(self._data, self._limits)
        check_forms(self._data, self._limits)
        try:
            document = pypdfium2.PdfDocument(self._data)
        except pypdfium2.PdfiumError as error:
            locked = "password" in str(error).lower() or "security" in str(error).lower()
            raise Refused(Reason.ENCRYPTED if locked else Reason.DAMAGED_PDF) from None
        try:
            count = len(document)
            if count > self._limits.pages:
                raise Refused(Reason.TOO_LARGE)
            if not count:
                raise Refused(Reason.DAMAGED_PDF)
            pages: list[Page] = []
            left = self._limits.characters
            for index in range(count):
                pages.append(read_page(document.raw, index, left))
                left -= pages[-1].characters
            self._take_running(pages)
            self._read_scans(document, pages)
            return pages, attached_files(document.raw, self._limits)
        finally:
            document.close()

    def _read_scans(self, document: pypdfium2.PdfDocument, pages: Sequence[Page]) -> None:
        scans = Scans(document, self._limits)
        scans.take_layers([page for page in pages if page.unreadable])
        scanned = [page for page in pages if page.unreadable]
        if scanned and self._machine is not None:
            try:
                scans.recognise(scanned, self._machine())
            except Refused as refused:
                self._lacking = refused.reason
        self._take_running(scans.settle())

    def _take_running(self, pages: Sequence[Page]) -> None:
        """Take running heads and feet off the pages and keep their texts, each once."""
        rows = [rows_of(piece for piece in page.pieces if not _in_grid(page, piece.base)) for page in pages]
        texts = [
            [make_line([glyph for piece in row for glyph in piece.glyphs], page.number).text for row in rows_of_page]
            for page, rows_of_page in zip(pages, rows, strict=True)
        ]
        found = running_rows(
            [
                ([Row(text, row[0].base) for text, row in zip(own, rows_of_page, strict=True)], page.height)
                for page, own, rows_of_page in zip(pages, texts, rows, strict=True)
            ]
        )
        kept: dict[str, str] = {}
        for page, own, rows_of_page, running in zip(pages, texts, rows, found, strict=True):
            gone = {id(piece) for index in running for piece in rows_of_page[index]}
            page.pieces = [piece for piece in page.pieces if id(piece) not in gone]
            for index in sorted(running):
                if any(map(str.isalpha, own[index])):
                    kept.setdefault(masked(own[index]), own[index])
        self._asides += [Aside(kind="header", text=text) for text in kept.values()]

    def _placed(self, draft: Draft, ordinal: int | None) -> None:
        """Add the notes whose marks stand in a block."""
        if not isinstance(draft.payload, list) or draft.page is None:
            return
        for number in draft.payload:
            for page in (draft.page, draft.page + 1):
                note = self._notes.pop((page, number), None)
                if note is not None:
                    text = joined(line.text for line in note.lines)
                    self._builder.note(Draft(text, page=note.page), ordinal, number)
                    break


def _in_grid(page: Page, base: float) -> bool:
    return any(grid.area.y0 <= base <= grid.area.y1 for grid in page.grids)
