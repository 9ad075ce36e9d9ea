"""One page, read: its text where it stands and what is drawn on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from avtalskoll.readers.pdf.drawing import Area, Drawing, read_drawing
from avtalskoll.readers.pdf.glyphs import Glyph, Glyphs
from avtalskoll.readers.pdf.grids import Grid, find_grids
from avtalskoll.readers.pdf.lines import Stretch, stretches
from avtalskoll.readers.refusals import Reason, Refused

_FEW = 20
"""A page with fewer characters and a picture over most of it is a picture."""
_MOST = 0.5
_MANY_SHAPES = 300


@dataclass(slots=True, eq=False)
class Page:
    """The content of one page."""

    number: int
    width: float
    height: float
    pieces: list[Stretch]
    turned: list[list[Stretch]]
    """Text that stands at a right angle to the rest, one list for each direction."""
    hidden: str
    """Text that is there but not shown."""
    grids: list[Grid]
    characters: int
    unmapped: int
    picture: bool
    """Whether the page is, in the main, a picture."""
    layer: list[Stretch] = field(default_factory=list)
    """The hidden text where it lies: over a scan it says what the picture shows."""
    machine_read: bool = False
    """Whether the text was read off the picture by machine, here or by whoever made the file."""

    @property
    def unreadable(self) -> bool:
        """Whether the page shows more than its text, running heads apart, tells: a scan, or letters without meaning."""
        if self.machine_read:
            return False
        if self.characters and self.unmapped * 4 > self.characters:
            return True
        pieces = [*self.pieces, *(piece for flow in self.turned for piece in flow)]
        return self.picture and sum(len(piece.glyphs) for piece in pieces) < _FEW


def read_page(document: Any, index: int, characters_left: int) -> Page:
    """Read page `index` of a raw document. Raises `Refused` where it is damaged or holds too much."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise Refused(Reason.DAMAGED_PDF)
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            raise Refused(Reason.DAMAGED_PDF)
        try:
            if pdfium.FPDFText_CountChars(text_page) > characters_left:
                raise Refused(Reason.TOO_LARGE)
            return _read(page, text_page, index + 1)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)


def _read(page: Any, text_page: Any, number: int) -> Page:
    width, height = float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page))
    rotation = max(pdfium.FPDFPage_GetRotation(page), 0) * 90
    drawing = read_drawing(page, width, height, rotation)
    glyphs = Glyphs(text_page, width, height, rotation)
    by_turn: dict[int, list[Any]] = {}
    hidden: list[Glyph] = []
    characters = 0
    for glyph in glyphs:
        if not glyph.face.visible:
            hidden.append(glyph)
            continue
        if glyph.face.turn % 2 == 0 and not (-5 <= glyph.x0 <= width + 5 or glyph.face.turn):
            continue
        characters += 1
        by_turn.setdefault(glyph.face.turn, []).append(glyph)
    turns = sorted(by_turn, key=lambda turn: (-len(by_turn[turn]), turn))
    main = turns[0] if turns else 0
    grids = find_grids(drawing) if main == 0 else []
    return Page(
        number=number, width=width, height=height, pieces=stretches(by_turn.get(main, ())),
        turned=[stretches(by_turn[turn]) for turn in turns[1:]], hidden=_text(hidden),
        grids=[grid for grid in grids if grid.area.y0 > -10], characters=characters, unmapped=glyphs.unmapped,
        picture=_is_picture(drawing, width * height), layer=stretches(glyph for glyph in hidden if not glyph.face.turn),
    )  # fmt: skip


def _text(glyphs: Iterable[Glyph]) -> str:
    return "".join((" " if glyph.spaced else "") + glyph.text for glyph in glyphs).strip()


def _is_picture(drawing: Drawing, whole: float) -> bool:
    return _covered(drawing.pictures) > _MOST * whole or drawing.shapes > _MANY_SHAPES


def _covered(areas: Iterable[Area]) -> float:
    return sum(area.size for area in areas)
