"""The names of OpenDocument's elements and attributes."""

from __future__ import annotations

from avtalskoll.readers.docx.xml import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = {
    **{
        name: f"{_OASIS}{name}:1.0" for name in ("office", "text", "table", "style", "manifest", "presentation", "form")
    },
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
}


def q(name: str) -> str:
    """The qualified form of a prefixed name: q("text:p")."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


P, H = q("text:p"), q("text:h")
LIST, TABLE, SECTION = q("text:list"), q("table:table"), q("text:section")
DRAWING = "{" + _NAMESPACES["draw"] + "}"


def style_name(element: Element) -> str:
    """The name of the style that a paragraph, span or list bears."""
    return element.get(q("text:style-name")) or ""
