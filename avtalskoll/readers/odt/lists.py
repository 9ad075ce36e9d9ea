"""Where in its list a paragraph stands, and which lists go on counting from which."""

from __future__ import annotations

from dataclasses import dataclass, field

from avtalskoll.readers.docx.xml import Element, number
from avtalskoll.readers.odt.names import q, style_name
from avtalskoll.readers.odt.numbering import NumberedList


@dataclass(slots=True)
class ListPlace:
    """An open text:list, or an item of it."""

    entity: NumberedList
    style: str
    """Name of the list style; "" where only the paragraph's own style can tell."""
    level: int
    numbered: bool = False
    """Whether the paragraph that comes bears the item's number; the ones after it in the item do not."""
    start: int | None = None
    indent: int = 0
    """Indentation of the item's first paragraph."""


@dataclass(slots=True)
class OpenLists:
    """The lists of a document, opened in document order."""

    _by_id: dict[str, NumberedList] = field(default_factory=dict)
    _by_style: dict[str, NumberedList] = field(default_factory=dict)

    def open(self, element: Element, outer: ListPlace | None) -> ListPlace:
        """The place that a text:list opens, inside `outer` where it is nested."""
        style = style_name(element)
        if outer is not None:
            return ListPlace(outer.entity, style or outer.style, outer.level + 1)
        continued = element.get(q("text:continue-list"))
        entity: NumberedList | None = None
        if continued is not None:
            entity = self._by_id.get(continued)
        if entity is None and element.get(q("text:continue-numbering")) == "true":
            entity = self._by_style.get(style)
        entity = entity or NumberedList()
        self._by_id[element.get(q("xml:id")) or ""] = entity
        self._by_style[style] = entity
        return ListPlace(entity, style, 0)

    def numbered_paragraph(self, element: Element) -> ListPlace:
        """The place of a text:numbered-paragraph, which bears its list's id and its level itself."""
        name = element.get(q("text:list-id")) or ""
        entity = self._by_id.setdefault(name, NumberedList())
        level = max(1, min(number(element.get(q("text:level")), 1) or 1, 10))
        return ListPlace(entity, style_name(element), level - 1, numbered=True, start=start_value(element))


def start_value(element: Element) -> int | None:
    """The number that an element itself starts from."""
    value = number(element.get(q("text:start-value")))
    return value if value is not None and value >= 0 else None
