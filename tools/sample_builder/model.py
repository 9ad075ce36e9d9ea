"""What a sample text consists of, between the parser and the Word writer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ChangeKind = Literal["ins", "del"]
ListKind = Literal["bullet", "decimal", "letter"]


@dataclass(frozen=True)
class Change:
    """A tracked change; ``party`` is the party that made it, never a person."""

    kind: ChangeKind
    party: str


@dataclass(frozen=True)
class Span:
    """A stretch of text with one and the same formatting.

    ``note`` and ``placeholder`` are set for a footnote reference and for an
    unfilled content control; ``comment`` is the index of the Word comment that
    is anchored on the span.
    """

    text: str = ""
    bold: bool = False
    hidden: bool = False
    line_break: bool = False
    change: Change | None = None
    comment: int | None = None
    note: str | None = None
    placeholder: bool = False


@dataclass(frozen=True)
class Comment:
    """A Word comment by a party."""

    party: str
    text: str


@dataclass(frozen=True)
class Inline:
    """The content of a paragraph; ``mark`` is a change of its paragraph mark."""

    spans: tuple[Span, ...]
    mark: Change | None = None

    @property
    def plain(self) -> str:
        """The text as it reads when every tracked change is accepted."""
        return "".join(span.text for span in self.spans if span.change is None or span.change.kind == "ins")


@dataclass(frozen=True)
class Move:
    """One half of a moved paragraph; both halves share the ``name``."""

    end: Literal["from", "to"]
    party: str
    name: str


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 or 2."""

    level: int
    content: Inline


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in a named style (see ``styles.STYLES``)."""

    style: str
    content: Inline
    move: Move | None = None


@dataclass(frozen=True)
class ListItem:
    """An item of a real Word list; ``group`` counts the lists of the document."""

    kind: ListKind
    group: int
    content: Inline


@dataclass(frozen=True)
class Cell:
    """A table cell as written; ``<`` and ``^`` continue the cell beside or above."""

    paragraphs: tuple[Inline, ...]
    merge: Literal["", "<", "^"] = ""


@dataclass(frozen=True)
class Table:
    """A table with column widths in per cent of the text width."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    header_rows: int = 1
    row_heads: bool = False
    caption: str = ""


@dataclass(frozen=True)
class Signatures:
    """Signature blocks: pairs of party and role, two beside each other."""

    blocks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Contents:
    """A table of contents field over the headings of level 1."""


@dataclass(frozen=True)
class PageBreak:
    """A page break."""


Block = Heading | Paragraph | ListItem | Table | Signatures | Contents | PageBreak


@dataclass
class Text:
    """A parsed sample text."""

    title: str
    header: str
    footer: str
    contents_pages: tuple[int, ...] = ()
    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    notes: dict[str, Inline] = field(default_factory=dict)
