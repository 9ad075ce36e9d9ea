"""What a Word document carries that is no text of its own: embedded files, page-sized pictures, diagrams."""

from __future__ import annotations

from avtalskoll.readers.docx.names import w
from avtalskoll.readers.docx.xml import Element, number

_PAGE_WIDTH, _PAGE_HEIGHT = 13 * 360_000, 17 * 360_000
"""From this size in EMU (13 x 17 cm) a picture is taken for a page."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_PROGRAMS = (
    ("word", "inbäddat Word-dokument"),
    ("excel", "inbäddat kalkylblad"),
    ("powerpoint", "inbäddad presentation"),
    ("acro", "inbäddad PDF"),
    ("foxit", "inbäddad PDF"),
    ("package", "inbäddad fil"),
    ("opendocument", "inbäddat dokument"),
)


def embedded_phrase(element: Element) -> str | None:
    """What an embedded object is, as a phrase for what could not be read; None for formulas and drawings."""
    if element.tag == w("subDoc"):
        return "länkat deldokument"
    for inner in element.iter("{urn:schemas-microsoft-com:office:office}OLEObject"):
        program = (inner.get("ProgID") or "").lower()
        for start, phrase in _PROGRAMS:
            if program.startswith(start) and not program.startswith("word.picture"):
                return phrase
    return None


def is_page(picture: Element) -> bool:
    """Whether the picture is as large as a page of text and not a background."""
    for frame in picture:
        if frame.tag not in (_DRAWING + "inline", _DRAWING + "anchor"):
            continue
        extent = frame.find(_DRAWING + "extent")
        if extent is None or frame.get("behindDoc") in ("1", "true"):
            continue
        width, height = number(extent.get("cx"), 0) or 0, number(extent.get("cy"), 0) or 0
        if width >= _PAGE_WIDTH and height >= _PAGE_HEIGHT:
            return not is_diagram(picture)
    return False


def is_diagram(picture: Element) -> bool:
    """Whether it is a chart or a diagram with text that is not read."""
    return any(
        "diagram" in (graphic.get("uri") or "") or "chart" in (graphic.get("uri") or "")
        for graphic in picture.iter(_GRAPHIC)
    )
