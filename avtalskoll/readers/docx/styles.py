"""What styles say of a paragraph and of a run: heading level, numbering, hidden text, looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from avtalskoll.readers.docx.names import PPR, RPR, VAL, w
from avtalskoll.readers.docx.xml import Element, child, is_on, number, value

_HEADING = re.compile(r"(?:heading|rubrik)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|innehåll|innehållsförteckning)\s*(?:[1-9]|heading|rubrik)?", re.IGNORECASE)
_CONTENTS_TITLE = re.compile(r"(?:toc heading|innehållsförteckningsrubrik|contents heading)", re.IGNORECASE)
_DEFAULT_SIZE = 20
_MAX_CHAIN = 30


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


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with everything it inherits."""

    id: str
    name: str = ""
    chain: tuple[str, ...] = ()
    """Style ids from the style itself outwards, up to and including the one that gives the numbering."""
    heading: int | None = None
    """Heading level from 1, 0 for a document's title."""
    contents: bool = False
    """Whether it is for tables of contents."""
    list_id: str | None = None
    list_level: int | None = None
    indent: int | None = None
    look: Look = field(default_factory=Look)


_NOTHING = Look()
_LOOKS = {w("vanish"): "hidden", w("b"): "bold", w("caps"): "capitals", w("u"): "underlined", w("sz"): "size"}
_CHARACTER_STYLE, _OUTLINE = w("rStyle"), w("outlineLvl")
_INDENT, _LEFT, _START = w("ind"), w("left"), w("start")


class Styles:
    """The styles of one document, resolved through basedOn when asked for."""

    def __init__(self, root: Element | None = None) -> None:
        """Read w:styles; without it every style is plain."""
        self._elements: dict[tuple[str, str], Element] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, Look] = {}
        self._looks: dict[tuple[Look, str], Look] = {}
        self._default_look = _NOTHING
        self._default_style = ""
        if root is None:
            return
        defaults = child(child(child(root, w("docDefaults")), w("rPrDefault")), RPR)
        self._default_look = look_of(defaults)
        for element in root.iter(w("style")):
            kind, style_id = element.get(w("type")) or "paragraph", element.get(w("styleId")) or ""
            self._elements.setdefault((kind, style_id), element)
            if kind == "paragraph" and (element.get(w("default")) or "0") in ("1", "true", "on"):
                self._default_style = style_id

    @property
    def body_size(self) -> int:
        """Size of ordinary text in half points."""
        return self.paragraph(None).look.size or _DEFAULT_SIZE

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The paragraph style with the id, or the document's default."""
        style_id = style_id or self._default_style
        known = self._paragraphs.get(style_id)
        if known is None:
            known = self._paragraphs[style_id] = self._resolve(style_id)
        return known

    def table_heads(self, style_id: str | None) -> tuple[bool, bool]:
        """Whether the table style sets off its first row, and its first column, by bold text or shading."""
        row = column = False
        for element in self._chain("table", style_id or ""):
            for part in element.findall(w("tblStylePr")):
                set_off = bool(look_of(child(part, RPR)).bold) or is_shaded(child(part, w("tcPr")))
                row = row or (set_off and part.get(w("type")) == "firstRow")
                column = column or (set_off and part.get(w("type")) == "firstCol")
        return row, column

    def run_look(self, properties: Element | None, style: ParagraphStyle) -> Look:
        """How a run with `properties` (w:rPr) looks in a paragraph of the style."""
        if properties is None:
            return style.look
        look = look_of(properties)
        if style_id := value(properties, _CHARACTER_STYLE):
            look = look.over(self._character(style_id))
        known = self._looks.get((look, style.id))
        if known is None:
            known = self._looks[look, style.id] = look.over(style.look)
        return known

    def _character(self, style_id: str) -> Look:
        known = self._characters.get(style_id)
        if known is None:
            known = _NOTHING
            for element in self._chain("character", style_id):
                known = known.over(look_of(child(element, RPR)))
            self._characters[style_id] = known
        return known

    def _chain(self, kind: str, style_id: str) -> list[Element]:
        """The style and those it is based on, nearest first."""
        chain: list[Element] = []
        seen: set[str] = set()
        following: str | None = style_id
        while following and following not in seen and len(chain) < _MAX_CHAIN:
            seen.add(following)
            element = self._elements.get((kind, following))
            if element is None:
                break
            chain.append(element)
            following = value(element, w("basedOn"))
        return chain

    def _resolve(self, style_id: str) -> ParagraphStyle:
        chain = self._chain("paragraph", style_id)
        look = _NOTHING
        heading = list_id = list_level = indent = None
        contents = decided = False
        ids: list[str] = []
        for element in chain:
            name = (value(element, w("name")) or "").strip()
            properties = child(element, PPR)
            look = look.over(look_of(child(element, RPR)))
            contents = contents or bool(_CONTENTS.fullmatch(name) or _CONTENTS_TITLE.fullmatch(name))
            if not decided:
                heading = _heading_level(name, properties)
                decided = heading is not None
            numbering = child(properties, w("numPr"))
            if list_id is None:
                ids.append(element.get(w("styleId")) or "")
                list_id = value(numbering, w("numId"))
            if list_level is None:
                list_level = number(value(numbering, w("ilvl")))
            if indent is None:
                indent = indent_of(properties)
        name = (value(chain[0], w("name")) or "") if chain else ""
        return ParagraphStyle(
            id=style_id,
            name=name.strip(),
            chain=tuple(ids),
            heading=heading if heading is not None and heading >= 0 else None,
            contents=contents,
            list_id=list_id,
            list_level=list_level,
            indent=indent,
            look=look.over(self._default_look),
        )


def look_of(properties: Element | None) -> Look:
    """What a w:rPr itself says."""
    if properties is None:
        return _NOTHING
    found: dict[str, bool | int | None] = {}
    for element in properties:
        name = _LOOKS.get(element.tag)
        if name == "size":
            found[name] = number(element.get(VAL))
        elif name is not None:
            found[name] = is_on(element)
    return Look(**found) if found else _NOTHING  # type: ignore[arg-type]


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


def _heading_level(name: str, properties: Element | None) -> int | None:
    level = outline_level(properties)
    if level == -1:
        return level
    if match := _HEADING.fullmatch(name):
        return int(match[1])
    if name.lower() in ("title", "titel"):
        return 0
    return level
