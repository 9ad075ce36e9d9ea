"""Which tracked changes are read as made: all of them or none. The file itself is never altered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from avtalskoll.readers.docx.names import PPR, RPR, w
from avtalskoll.readers.docx.xml import Element, child
from avtalskoll.readers.options import View

Change = Literal["", "insertion", "deletion", "move"]

_INSERTED: dict[str, Change] = {w("ins"): "insertion", w("moveTo"): "move"}
_DELETED: dict[str, Change] = {w("del"): "deletion", w("moveFrom"): "move"}
CHANGES = frozenset((*_INSERTED, *_DELETED))
"""The tags that stand around text that is inserted, deleted or moved."""


@dataclass(frozen=True, slots=True)
class ChangesRead:
    """What one view of a document reads and what it leaves out."""

    original: bool
    read: Mapping[str, Change]
    """The changes whose text is part of the view."""
    gone: Mapping[str, Change]
    """The changes whose text is not."""

    @classmethod
    def of(cls, view: View) -> ChangesRead:
        """The rules of a view."""
        if view == "original":
            return cls(True, _DELETED, _INSERTED)
        return cls(False, _INSERTED, _DELETED)

    def change_of(self, tag: str) -> tuple[Change, bool]:
        """What a tag of `CHANGES` means, and whether the text within is gone in the view."""
        gone = self.gone.get(tag)
        return (self.read[tag], False) if gone is None else (gone, True)

    def properties(self, current: Element | None) -> Element | None:
        """The properties that hold in the view: those before a tracked change of them, or those that stand."""
        if current is None or not self.original:
            return current
        former = child(child(current, current.tag + "Change"), current.tag)
        return current if former is None else former

    def mark_is_gone(self, paragraph: Element) -> bool:
        """Whether the paragraph's mark is not there in the view, so that it goes on in the next paragraph."""
        mark = child(child(paragraph, PPR), RPR)
        return mark is not None and any(mark.find(tag) is not None for tag in self.gone)

    def row_change(self, row: Element) -> tuple[Change, bool]:
        """The tracked change of a whole table row, and whether the row is gone in the view."""
        properties = child(row, w("trPr"))
        for tag, change in (*self.gone.items(), *self.read.items()):
            if child(properties, tag) is not None:
                return change, tag in self.gone
        return "", False

    def cell_is_gone(self, properties: Element | None) -> bool:
        """Whether a cell with these properties (w:tcPr) is not there in the view."""
        return child(properties, w("cellIns" if self.original else "cellDel")) is not None


ACCEPTED = ChangesRead.of("accepted")
