"""What hangs on a paragraph of a Word document besides its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from avtalskoll.readers.docx.content import Content, Piece
from avtalskoll.readers.docx.xml import Element
from avtalskoll.readers.nodes import Node

AsideKind = Literal["hidden", "placeholder", "insertion", "deletion", "move"]


@dataclass(slots=True, eq=False)
class Record:
    """The payload of a draft: what the reader adds when the draft has become a block."""

    asides: list[tuple[AsideKind, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    boxes: list[list[Node]] = field(default_factory=list)
    embedded: list[Element] = field(default_factory=list)
    pictures: list[Element] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anything hangs on the paragraph."""
        return bool(self.asides or self.notes or self.comments or self.boxes or self.embedded or self.pictures)

    def take(self, content: Content) -> None:
        """Add what a w:p holds, text boxes apart."""
        self.asides += side_texts(content.pieces)
        self.notes += content.notes
        self.comments += content.comments
        self.embedded += content.embedded
        self.pictures += content.pictures


def side_texts(pieces: list[Piece]) -> Iterator[tuple[AsideKind, str]]:
    """Text that is not read, and text of tracked changes, in order; neighbouring pieces as one."""
    if all(piece.state == "read" and not piece.change for piece in pieces):
        return
    for kind, group in groupby(pieces, key=_kind):
        text = "".join(piece.text for piece in group)
        if kind is not None and text.strip():
            yield kind, text


def _kind(piece: Piece) -> AsideKind | None:
    if piece.state in ("hidden", "placeholder"):
        return "hidden" if piece.state == "hidden" else "placeholder"
    if piece.state == "code" or (piece.state == "gone" and piece.change == "move"):
        return None  # moved text is told of where it is read
    return piece.change or None
