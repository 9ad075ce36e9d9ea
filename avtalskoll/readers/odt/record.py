"""What hangs on a paragraph of an OpenDocument text besides its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.nodes import Node

AsideKind = Literal["hidden", "placeholder", "insertion", "deletion", "comment"]


@dataclass(slots=True, eq=False)
class Record:
    """The payload of a draft: what the reader adds when the draft has become a block."""

    asides: list[tuple[AsideKind, str]] = field(default_factory=list)
    notes: list[tuple[str, list[Node]]] = field(default_factory=list)
    """Each note's number as displayed, and its paragraphs."""
    boxes: list[list[Node]] = field(default_factory=list)
    frames: list[Element] = field(default_factory=list)
    """Pictures and embedded objects."""

    def __bool__(self) -> bool:
        """Whether anything hangs on the paragraph."""
        return bool(self.asides or self.notes or self.boxes or self.frames)
