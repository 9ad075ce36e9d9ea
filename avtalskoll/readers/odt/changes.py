"""Tracked changes: what a document's text:tracked-changes says of the marks in its text."""

from __future__ import annotations

from typing import Literal

from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.odt.marks import CHANGE_ID, DELETION, END, INSERTION, START, regions
from avtalskoll.readers.odt.names import H, P, q
from avtalskoll.readers.odt.rejected import put_back
from avtalskoll.readers.options import View

Change = Literal["", "insertion", "deletion"]
_APART = frozenset((q("office:annotation"), q("office:change-info"), q("text:note")))


class Changes:
    """The changes that wait for a decision, followed through the text in document order."""

    def __init__(self, root: Element, view: View = "accepted") -> None:
        """Read the changed regions of content.xml; in the original view, put deleted text back where it stood."""
        self._kinds: dict[str, Change] = {}
        self._deletions: dict[str, str] = {}
        self._open: dict[str, Change] = {}
        self._original = view == "original"
        for name, change in regions(root):
            if change.tag == INSERTION:
                self._kinds[name] = "insertion"
            elif change.tag == DELETION and self._original:
                self._kinds[name] = "deletion"
            elif change.tag == DELETION:
                texts = (_plain(paragraph) for paragraph in change.iter(P, H))
                self._deletions[name] = "\n".join(text for text in texts if text.strip())
        if self._original:
            put_back(root)

    @property
    def change(self) -> Change:
        """The tracked change that the text that comes belongs to."""
        return "insertion" if "insertion" in self._open.values() else "deletion" if self._open else ""

    @property
    def leaves_out(self) -> bool:
        """Whether the view leaves the text that comes out."""
        return self._original and self.change == "insertion"

    def mark(self, element: Element) -> str:
        """Pass a mark in the text; returns what was deleted there and is not put back, "" for other marks."""
        name = element.get(CHANGE_ID) or ""
        if element.tag == START:
            if name in self._kinds:
                self._open[name] = self._kinds[name]
        elif element.tag == END:
            self._open.pop(name, None)
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
