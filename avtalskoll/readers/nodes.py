"""What a format's own reader hands on: drafts of blocks in reading order, and tables of them.

A reader says what the file says (this is a heading, that is numbered 3.2, this looks bold). `arrange` decides the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

Shape = Literal["heading", "paragraph", "item", "toc"]


@dataclass(slots=True, eq=False)
class Mark:
    """The label of a list item: which list it belongs to and how deep it stands there."""

    number: str = ""
    family: str = ""
    """Items of one list have one family."""
    rank: int = 0
    """Depth that the format gives the item within its family."""
    indent: int = 0
    """Indentation in the reader's own unit; compared between families."""
    kind: int = 0
    """0 for numbers, 1 for letters, 2 for bullets: decides where indentation says nothing."""
    first: bool = False
    """Whether the label begins a list (1, a, i)."""


@dataclass(slots=True, eq=False)
class Draft:
    """A paragraph as the file has it."""

    text: str
    shape: Shape = "paragraph"
    level: int = 1
    """For a heading: its level, from 1; 0 for the title of the document."""
    number: str = ""
    """Automatic number as displayed, where the format numbers."""
    clause: bool = False
    """Whether the automatic number belongs to the numbering of sections and clauses."""
    mark: Mark | None = None
    """For an item: its label."""
    indent: int = 0
    marked: bool = False
    """Whether it stands out as headings do: bold, larger or underlined throughout."""
    look: str = ""
    """How it stands out; headings of one look have one level."""
    alone: bool = True
    """Whether it is a line of its own, as a heading must be."""
    continues: bool = False
    """Whether it goes on within the list item above."""
    part: str = ""
    origin: int | None = None
    page: int | None = None
    """Page from 1, where the format has pages."""
    payload: object = None
    """The reader's own record of the paragraph."""


@dataclass(slots=True, eq=False)
class CellDraft:
    """A table cell with the area it covers."""

    row: int
    column: int
    nodes: list[Node]
    row_span: int = 1
    column_span: int = 1
    head: bool = False
    """Whether the file itself says that the row is a head row."""
    marked: bool = False
    """Whether it is bold or shaded throughout."""

    @property
    def text(self) -> str:
        """The cell's text on one line."""
        return " ".join(" ".join(node.text.split()) for node in self.nodes if isinstance(node, Draft) and node.text)


@dataclass(slots=True, eq=False)
class TableDraft:
    """A table: its cells row by row."""

    cells: list[CellDraft] = field(default_factory=list)


Node = Draft | TableDraft


def drafts_in(nodes: Iterable[Node]) -> Iterator[Draft]:
    """All paragraphs, those of table cells too, in order."""
    for node in nodes:
        if isinstance(node, TableDraft):
            for cell in node.cells:
                yield from drafts_in(cell.nodes)
        else:
            yield node
