"""A PDF, read: its pages brought together into blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from avtalskoll.agreement import Aside, Document
from avtalskoll.readers.arrange import Arranger
from avtalskoll.readers.asides import bracket_placeholders, warnings_of
from avtalskoll.readers.builder import BlockBuilder
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.nodes import Draft
from avtalskoll.readers.pdf.drafts import DraftMaker
from avtalskoll.readers.pdf.flow import Flow, usual_size
from avtalskoll.readers.pdf.hyphens import joined
from avtalskoll.readers.pdf.lines import make_line, rows_of
from avtalskoll.readers.pdf.notes import Footnote, take_footnotes
from avtalskoll.readers.pdf.pages import Page, read_page
from avtalskoll.readers.pdf.running import Row, masked, running_rows
from avtalskoll.readers.refusals import Reason, Refused


class PdfReader:
    """Reads one document, once."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Prepare to read `data`."""
        self._data = data
        self._limits = limits
        self._builder = BlockBuilder(limits.paragraphs)
        self._arranger = Arranger(self._builder, self._placed)
        self._asides: list[Aside] = []
        self._notes: dict[tuple[int, str], Footnote] = {}

    def read(self, name: str, sha256: str) -> Document:
        """The whole document under `name`."""
        pages, unread = self._pages()
        self._take_running(pages)
        readable = [page for page in pages if not page.unreadable]
        pictures = [page.number for page in pages if page.unreadable]
        if pictures and not any(page.pieces for page in readable):
            raise Refused(Reason.SCANNED)
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
        if pictures:
            unread.insert(0, picture_phrase(pictures))
        return Document(
            name=name, sha256=sha256, format="pdf", pages=len(pages), blocks=blocks, asides=asides,
            unread=tuple(unread), warnings=tuple(warnings_of(asides)),
        )  # fmt: skip

    def _pages(self) -> tuple[list[Page], list[str]]:
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
            attached = max(pdfium.FPDFDoc_GetAttachmentCount(document.raw), 0)
            unread = ["bifogad fil"] if attached == 1 else [f"bifogade filer ({attached} st.)"] if attached else []
            return pages, unread
        finally:
            document.close()

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


def picture_phrase(pages: Sequence[int]) -> str:
    """Which pages are pictures: "sidan 3 är en bild", "sidorna 2 och 4–6 är bilder"."""
    spans = list(_spans(pages))
    if len(pages) == 1:
        return f"sidan {pages[0]} är en bild"
    named = ", ".join(spans[:-1]) + " och " + spans[-1] if len(spans) > 1 else spans[0]
    return f"sidorna {named} är bilder"


def _spans(pages: Sequence[int]) -> Iterator[str]:
    start = last = pages[0]
    for page in [*pages[1:], -1]:
        if page == last + 1:
            last = page
            continue
        yield str(start) if start == last else f"{start}–{last}" if last > start + 1 else f"{start}, {last}"
        start = last = page


def _in_grid(page: Page, base: float) -> bool:
    return any(grid.area.y0 <= base <= grid.area.y1 for grid in page.grids)
