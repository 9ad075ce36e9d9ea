"""Small helpers for writing WordprocessingML with lxml."""

from __future__ import annotations

from typing import Final, TypeAlias

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_NAMESPACES: Final = {"w": W, "r": R}
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Element: TypeAlias = etree._Element


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Make the element ``w:tag``; a child that is ``None`` is left out.

    Attributes are in the ``w`` namespace: ``w("pStyle", val="Rubrik1")``.
    """
    element = etree.Element(f"{{{W}}}{tag}", nsmap=_NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(child for child in children if child is not None)
    return element


def text(content: str, *, deleted: bool = False) -> Element:
    """Make ``w:t`` (or ``w:delText``) that keeps its spaces."""
    element = w("delText" if deleted else "t")
    element.text = content
    element.set(XML_SPACE, "preserve")
    return element


def text_pieces(content: str, *, deleted: bool = False) -> list[Element]:
    """The children of a run that show ``content``, with tabs as ``w:tab``."""
    pieces: list[Element] = []
    for number, piece in enumerate(content.split("\t")):
        if number:
            pieces.append(w("tab"))
        if piece:
            pieces.append(text(piece, deleted=deleted))
    return pieces


def run(content: str, *properties: Element) -> Element:
    """Make a run; ``properties`` are children of ``w:rPr`` in schema order."""
    run_properties = w("rPr", *properties) if properties else None
    return w("r", run_properties, *text_pieces(content))


def field(instruction: str, result: str, *, dirty: bool = False) -> list[Element]:
    """Make the runs of a field with a stored result."""
    begin = w("fldChar", fldCharType="begin")
    if dirty:
        begin.set(f"{{{W}}}dirty", "true")
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(XML_SPACE, "preserve")
    return [
        w("r", begin),
        w("r", code),
        w("r", w("fldChar", fldCharType="separate")),
        run(result),
        w("r", w("fldChar", fldCharType="end")),
    ]


def serialise(root: Element) -> bytes:
    """The bytes of a part, with the declaration that Word writes."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return _DECLARATION + etree.tostring(root, encoding="UTF-8")
