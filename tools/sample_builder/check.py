"""Reads the built files with python-docx, a reader that did not write them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docx import Document
from lxml import etree

from .ooxml import Element, W

_TAGS = {name: f"{{{W}}}{name}" for name in ("p", "r", "t", "tab", "br", "rPr", "vanish")}
_GONE = {f"{{{W}}}del", f"{{{W}}}moveFrom"}


def count_words(path: Path) -> int:
    """Open the file and count its words as they read with all changes accepted.

    Tables, contents and footnotes count; header, footer, comments, deleted,
    moved-away and hidden text do not.
    """
    return sum(len(line.split()) for line in visible_lines(path))


def visible_lines(path: Path) -> Iterator[str]:
    """The text of the paragraphs of the body and of the footnotes."""
    document = Document(str(path))
    roots: list[Element] = [document.element.body]
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            roots.append(etree.fromstring(relation.target_part.blob))
    for root in roots:
        for paragraph in root.iter(_TAGS["p"]):
            yield "".join(_run_text(run) for run in paragraph.iter(_TAGS["r"]))


def _run_text(run: Element) -> str:
    properties = run.find(_TAGS["rPr"])
    if properties is not None and properties.find(_TAGS["vanish"]) is not None:
        return ""
    if any(ancestor.tag in _GONE for ancestor in run.iterancestors()):
        return ""
    pieces = run.iter(_TAGS["t"], _TAGS["tab"], _TAGS["br"])
    return "".join(piece.text or " " for piece in pieces)
