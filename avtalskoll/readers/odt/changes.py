"""Tracked changes: what a document's text:tracked-changes says of the marks in its text."""

from __future__ import annotations

from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.odt.names import H, P, q

START, END, POINT = q("text:change-start"), q("text:change-end"), q("text:change")
_ID, _CHANGE_ID = q("text:id"), q("text:change-id")
_XML_ID = q("xml:id")
_REGION, _INSERTION, _DELETION = q("text:changed-region"), q("text:insertion"), q("text:deletion")
_APART = frozenset((q("office:annotation"), q("office:change-info"), q("text:note")))


class Changes:
    """The changes that wait for a decision, followed through the text in document order."""

    def __init__(self, root: Element) -> None:
        """Read the changed regions of content.xml."""
        self._insertions: set[str] = set()
        self._deletions: dict[str, str] = {}
        self._open: set[str] = set()
        for region in root.iter(_REGION):
            name = region.get(_ID) or region.get(_XML_ID) or ""
            for change in region:
                if change.tag == _INSERTION:
                    self._insertions.add(name)
                elif change.tag == _DELETION:
                    texts = (_plain(paragraph) for paragraph in change.iter(P, H))
                    self._deletions[name] = "\n".join(text for text in texts if text.strip())

    @property
    def inserting(self) -> bool:
        """Whether the text that comes is inserted by a change."""
        return bool(self._open)

    def mark(self, element: Element) -> str:
        """Pass a mark in the text; returns what was deleted there, "" for other marks."""
        name = element.get(_CHANGE_ID) or ""
        if element.tag == START:
            if name in self._insertions:
                self._open.add(name)
        elif element.tag == END:
            self._open.discard(name)
        else:
            return self._deletions.pop(name, "")
        return ""


def _plain(element: Element) -> str:
    """The text of an element without notes and comments."""
    pieces = [element.text or ""]
    for inner in element:
        if inner.tag not in _APART:
            pieces.append(_plain(inner))
        pieces.append(inner.tail or "")
    return "".join(pieces)
