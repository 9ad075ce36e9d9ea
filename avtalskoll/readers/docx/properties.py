"""What the properties of a run, a paragraph or a cell say by themselves, styles apart."""

from __future__ import annotations

from dataclasses import dataclass

from avtalskoll.readers.docx.names import VAL, w
from avtalskoll.readers.docx.xml import Element, child, is_on, number, value


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None where the style does not say."""

    hidden: bool | None = None
    bold: bool | None = None
    capitals: bool | None = None
    underlined: bool | None = None
    size: int | None = None
    """In half points."""

    def over(self, below: Look) -> Look:
        """This look on top of another: what it says itself wins."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.bold if self.bold is None else self.bold,
            below.capitals if self.capitals is None else self.capitals,
            below.underlined if self.underlined is None else self.underlined,
            below.size if self.size is None else self.size,
        )


PLAIN = Look()
"""A look that says nothing."""

_LOOKS = {w("vanish"): "hidden", w("b"): "bold", w("caps"): "capitals", w("u"): "underlined", w("sz"): "size"}
_OUTLINE = w("outlineLvl")
_INDENT, _LEFT, _START = w("ind"), w("left"), w("start")


def look_of(properties: Element | None) -> Look:
    """What a w:rPr itself says."""
    if properties is None:
        return PLAIN
    found: dict[str, bool | int | None] = {}
    for element in properties:
        name = _LOOKS.get(element.tag)
        if name == "size":
            found[name] = number(element.get(VAL))
        elif name is not None:
            found[name] = is_on(element)
    return Look(**found) if found else PLAIN  # type: ignore[arg-type]


def indent_of(properties: Element | None) -> int | None:
    """Left indentation that a w:pPr itself gives, in twentieths of a point."""
    indent = child(properties, _INDENT)
    if indent is None:
        return None
    return number(indent.get(_LEFT) or indent.get(_START))


def is_shaded(properties: Element | None) -> bool:
    """Whether a w:tcPr gives the cell a colour other than white."""
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
