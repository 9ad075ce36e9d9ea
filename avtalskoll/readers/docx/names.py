"""Names of OOXML: namespaces, tags and the few relationship types that are followed."""

from __future__ import annotations

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_NAMESPACE = "http://schemas.openxmlformats.org/markup-compatibility/2006"

STRICT_NAMESPACES = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W_NAMESPACE,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R_NAMESPACE,
    "http://purl.oclc.org/ooxml/officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
}
"""Strict OOXML's namespaces and the usual ones that mean the same."""


def w(name: str) -> str:
    """The full name of a WordprocessingML tag or attribute."""
    return f"{{{W_NAMESPACE}}}{name}"


def mc(name: str) -> str:
    """The full name of a markup compatibility tag."""
    return f"{{{MC_NAMESPACE}}}{name}"


VAL = w("val")
P, R, T, PPR, RPR = w("p"), w("r"), w("t"), w("pPr"), w("rPr")
TBL, TR, TC = w("tbl"), w("tr"), w("tc")
SDT, SDT_PR, SDT_CONTENT = w("sdt"), w("sdtPr"), w("sdtContent")
TEXT_BOX = w("txbxContent")
ALTERNATE, CHOICE, FALLBACK = mc("AlternateContent"), mc("Choice"), mc("Fallback")
