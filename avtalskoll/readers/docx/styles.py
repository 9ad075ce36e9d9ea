"""What styles say of a paragraph and of a run: heading level, numbering, hidden text, looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from avtalskoll.readers.docx.names import PPR, RPR, w
from avtalskoll.readers.docx.properties import indent_of, is_shaded, look_of, outline_level
from avtalskoll.readers.docx.views import ACCEPTED, ChangesRead
from avtalskoll.readers.docx.xml import Element, child, number, value
from avtalskoll.readers.looks import PLAIN, Look

_HEADING = re.compile(r"(?:heading|rubrik)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|innehåll|innehållsförteckning)\s*(?:[1-9]|heading|rubrik)?", re.IGNORECASE)
_CONTENTS_TITLE = re.compile(r"(?:toc heading|innehållsförteckningsrubrik|contents heading)", re.IGNORECASE)
_DEFAULT_SIZE = 20
_MAX_CHAIN = 30


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
    shaded: bool = False
    """Whether it lays a colour behind the paragraph."""
    look: Look = field(default_factory=Look)


_CHARACTER_STYLE = w("rStyle")


class Styles:
    """The styles of one document, resolved through basedOn when asked for.

    `changes` is the view of tracked changes in which they, and all that is read with them, are seen.
    """

    def __init__(self, root: Element | None = None, changes: ChangesRead = ACCEPTED) -> None:
        """Read w:styles; without it every style is plain."""
        self.changes = changes
        self._elements: dict[tuple[str, str], Element] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, Look] = {}
        self._looks: dict[tuple[Look, str], Look] = {}
        self._default_look = PLAIN
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
            known = PLAIN
            for element in self._chain("character", style_id):
                known = known.over(look_of(self.changes.properties(child(element, RPR))))
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
        look = PLAIN
        heading = list_id = list_level = indent = None
        contents = decided = shaded = False
        ids: list[str] = []
        for element in chain:
            name = (value(element, w("name")) or "").strip()
            properties = self.changes.properties(child(element, PPR))
            look = look.over(look_of(self.changes.properties(child(element, RPR))))
            contents = contents or bool(_CONTENTS.fullmatch(name) or _CONTENTS_TITLE.fullmatch(name))
            if not decided:
                heading = _heading_level(name, properties)
                decided = heading is not None
            shaded = shaded or is_shaded(properties)
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
            shaded=shaded,
            look=look.over(self._default_look),
        )


def _heading_level(name: str, properties: Element | None) -> int | None:
    level = outline_level(properties)
    if level == -1:
        return level
    if match := _HEADING.fullmatch(name):
        return int(match[1])
    if name.lower() in ("title", "titel"):
        return 0
    return level
