"""Scanned pages made readable: by the text that a copier has laid over the picture, or by machine reading here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import pypdfium2.raw as pdfium

from avtalskoll.readers.limits import Limits
from avtalskoll.readers.ocr import confidence, ocr_lines
from avtalskoll.readers.pdf.drawing import Area
from avtalskoll.readers.pdf.grids import find_grids
from avtalskoll.readers.pdf.leaders import with_leaders
from avtalskoll.readers.pdf.pages import Page
from avtalskoll.readers.pdf.raster import Raster, draw
from avtalskoll.readers.pdf.seen import Seen, evened, seen_lines, seen_stretch

_LAYER_DPI = 150
"""Enough to see whether a layer of text lies where the ink is."""
_COVERED = 0.4
"""A layer that covers less of the ink leaves out text."""
_FEWEST = 20
_SURE = 60
"""A page that machine reading is less sure of, of 100, is not read."""
_EDGE = 0.04
"""Dark edges from the copier, as a share of the page."""
_BLANK = 0.0003


class Machine(Protocol):
    """A program for machine reading."""

    def hocr(self, pgm: bytes, dpi: int) -> bytes:
        """What it reads in a picture, as hOCR."""


class Scans:
    """The scanned pages of an open document."""

    def __init__(self, document: Any, limits: Limits) -> None:
        """Prepare to read pages of `document`."""
        self._document = document
        self._limits = limits
        self._seen: list[tuple[Page, list[Seen]]] = []
        self._tried = 0

    def take_layers(self, pages: Sequence[Page]) -> None:
        """Note those pages whose picture has a layer of unseen text that covers it, and those that are blank."""
        for page in pages:
            raster = draw(self._document, page.number - 1, self._limits, _LAYER_DPI)
            if raster is None:
                continue
            if _is_blank(raster) and self._is_shown(page):
                page.picture = False
            elif sum(len(piece.glyphs) for piece in page.layer) >= _FEWEST and _covers(page, raster):
                self._found(page, [seen_stretch(piece, raster) for piece in (*page.pieces, *page.layer)], raster)

    def recognise(self, pages: Sequence[Page], machine: Machine) -> None:
        """Read pages by machine; one that it is not sure of stays unread."""
        for page in pages:
            if self._tried == self._limits.ocr_pages:
                return
            self._tried += 1
            raster = draw(self._document, page.number - 1, self._limits)
            if raster is None:
                continue
            lines = with_leaders(ocr_lines(machine.hocr(raster.pgm, round(raster.dpi))), raster)
            if confidence(lines) >= _SURE:
                self._found(page, seen_lines(lines, raster), raster)

    def settle(self) -> list[Page]:
        """Give the pages their text, and give them back."""
        even = evened([seen for _, seen in self._seen])
        for (page, _), pieces in zip(self._seen, even, strict=True):
            page.pieces, page.turned, page.hidden = pieces, [], ""
        return [page for page, _ in self._seen]

    def _found(self, page: Page, seen: list[Seen], raster: Raster) -> None:
        page.machine_read = True
        page.grids = find_grids(raster.rules())
        self._seen.append((page, seen))

    def _is_shown(self, page: Page) -> bool:
        """Whether every picture of the page can be drawn: one that cannot leaves a page white that is not blank."""
        raw = pdfium.FPDF_LoadPage(self._document.raw, page.number - 1)
        try:
            items = [
                pdfium.FPDFPage_GetObject(raw, place) for place in range(max(pdfium.FPDFPage_CountObjects(raw), 0))
            ]
            images = [item for item in items if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE]
            for image in images:
                bitmap = pdfium.FPDFImageObj_GetBitmap(image)
                if not bitmap:
                    return False
                pdfium.FPDFBitmap_Destroy(bitmap)
            return bool(images)
        finally:
            pdfium.FPDF_ClosePage(raw)


def _covers(page: Page, raster: Raster) -> bool:
    """Whether the unseen text lies where the ink is, the edges of the page and ruled lines apart."""
    inner = Area(_EDGE * page.width, _EDGE * page.height, (1 - _EDGE) * page.width, (1 - _EDGE) * page.height)
    covered = sum(
        raster.ink(Area(piece.x0, piece.base - 0.85 * piece.size, piece.x1, piece.base + 0.25 * piece.size))
        for piece in page.layer
    )
    return covered >= _COVERED * raster.ink(inner)


def _is_blank(raster: Raster) -> bool:
    return raster.shaded() < _BLANK * raster.width * raster.height
