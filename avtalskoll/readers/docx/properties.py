"""What the properties of a run, a paragraph or a cell say by themselves, styles apart."""

from __future__ import annotations

from avtalskoll.readers.docx.names import VAL, w
from avtalskoll.readers.docx.xml import Element, child, is_on, number, value
from avtalskoll.readers.looks import PLAIN, Look

_LOOKS = {w("vanish"): "hidden", w("b"): "bold", w("caps"): "capitals", w("u"): "underlined", w("sz"): "size"}
_COLOR, _HIGHLIGHT, _SHADING = w("color"), w("highlight"), w("shd")
_OUTLINE = w("outlineLvl")
_INDENT, _LEFT, _START = w("ind"), w("left"), w("start")


def look_of(properties: Element | None) -> Look:
    """What a w:rPr itself says."""
    if properties is None:
        return PLAIN
    found: dict[str, bool | int | None] = {}
    for element in properties:
        tag = element.tag
        name = _LOOKS.get(tag)
        if name == "size":
            found[name] = number(element.get(VAL))
        elif name is not None:
            found[name] = is_on(element)
        elif tag == _COLOR:
            found["white"] = (element.get(VAL) or "").upper() == "FFFFFF"
        elif tag == _HIGHLIGHT:
            found["shaded"] = (element.get(VAL) or "none") != "none"
        elif tag == _SHADING:
            found["shaded"] = found.get("shaded") or is_shaded(properties)
    return Look(**found) if found else PLAIN  # type: ignore[arg-type]


def indent_of(properties: Element | None) -> int | None:
    """Left indentation that a w:pPr itself gives, in twentieths of a point."""
    indent = child(properties, _INDENT)
    if indent is None:
        return None
    return number(indent.get(_LEFT) or indent.get(_START))


def is_shaded(properties: Element | None) -> bool:
    """Whether the properties give a cell, a paragraph or a run a background other than white."""
    shading = child(properties, w("shd"))
    if shading is None:
        return False
    fill = (shading.get(w("fill")) or "auto").lower()
    return fill not in ("auto", "ffffff", "none") or (shading.get(VAL) or "clear") not in ("clear", "nil")


def outline_level(properties: Element | None) -> int | None:
    """Heading level from 1 by a w:pPr's own outline level; -1 where it says body text."""
    level = number(value(properties, _OUTLINE))
    if level is None or not 0 <= level <= 9:
        return None
    return level + 1 if level < 9 else -1
