"""The numbering of headings, clauses and lists."""

from __future__ import annotations

from typing import Final

from .model import ListItem, ListKind, Text
from .ooxml import Element, serialise, w
from .styles import HEADING_LIST, style_id
from .themes import Theme

_ABSTRACT: Final[dict[ListKind, int]] = {"bullet": 1, "decimal": 2, "letter": 3}
_LABELS: Final[dict[ListKind, tuple[str, str]]] = {
    "bullet": ("bullet", "•"),
    "decimal": ("decimal", "%1)"),
    "letter": ("lowerLetter", "%1)"),
}


def list_id(item: ListItem) -> int:
    """The ``w:numId`` of an item's list."""
    return HEADING_LIST + item.group


def numbering_part(text: Text, theme: Theme) -> bytes:
    """Write ``word/numbering.xml``: one instance per list, each starting anew."""
    kinds = {b.group: b.kind for b in text.blocks if isinstance(b, ListItem)}
    instances = [_instance(HEADING_LIST, 0)] if theme.numbering != "none" else []
    for group, kind in kinds.items():
        instances.append(_instance(HEADING_LIST + group, _ABSTRACT[kind], restart=kind != "bullet"))
    abstracts = [_headings(theme)] if theme.numbering != "none" else []
    abstracts += [_list(kind) for kind in _ABSTRACT]
    return serialise(w("numbering", *abstracts, *instances))


def _instance(number: int, abstract: int, *, restart: bool = False) -> Element:
    override = w("lvlOverride", w("startOverride", val=1), ilvl=0) if restart else None
    return w("num", w("abstractNumId", val=abstract), override, numId=number)


def _headings(theme: Theme) -> Element:
    """The multilevel numbering that styles are bound to."""
    levels = {
        "headings": (("%1", "h1", 680), ("%1.%2", "h2", 680)),
        "paragraphs": (("§ %1", "h1", 800),),
        "clauses": (("%1.", "h1", 680), ("%1.%2", "klausul", 680)),
    }[theme.numbering]
    return w(
        "abstractNum",
        w("multiLevelType", val="multilevel"),
        *(
            _level(number, "decimal", label, indent, style=style_id(key, theme))
            for number, (label, key, indent) in enumerate(levels)
        ),
        abstractNumId=0,
    )


def _list(kind: ListKind) -> Element:
    form, label = _LABELS[kind]
    return w(
        "abstractNum",
        w("multiLevelType", val="hybridMultilevel"),
        _level(0, form, label, 360, left=1040),
        abstractNumId=_ABSTRACT[kind],
    )


def _level(
    number: int,
    form: str,
    label: str,
    hanging: int,
    *,
    left: int | None = None,
    style: str = "",
) -> Element:
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("pStyle", val=style) if style else None,
        w("lvlText", val=label),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=left or hanging, hanging=hanging)),
        ilvl=number,
    )
