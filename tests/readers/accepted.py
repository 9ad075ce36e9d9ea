"""A Word file with every tracked change accepted, so that LibreOffice prints what avtalskoll reads."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "pPrChange", "rPrChange")


def accept_changes(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for entry in given.infolist():
            content = given.read(entry)
            if _STORIES.fullmatch(entry.filename):
                root = etree.fromstring(content)
                _accept(root)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            written.writestr(entry, content)
    return out.getvalue()


def _accept(root: etree._Element) -> None:
    for name in _RANGES:
        _drop(root, name)
    for row in list(root.iter(W + "tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            _parent(row).remove(row)
    for paragraph in list(root.iter(W + "p")):
        marks = [paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") for name in ("del", "moveFrom")]
        following = paragraph.getnext()
        if any(mark is not None for mark in marks) and following is not None and following.tag == W + "p":
            at = 1 if following.find(W + "pPr") is not None else 0
            for child in reversed([child for child in paragraph if child.tag != W + "pPr"]):
                following.insert(at, child)
            _parent(paragraph).remove(paragraph)
    for name in ("del", "moveFrom"):
        _drop(root, name)
    for name in ("ins", "moveTo"):
        for change in list(root.iter(W + name)):
            parent = _parent(change)
            at = parent.index(change)
            for child in reversed(list(change)):
                parent.insert(at, child)
            parent.remove(change)


def _drop(root: etree._Element, name: str) -> None:
    for element in list(root.iter(W + name)):
        _parent(element).remove(element)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent
