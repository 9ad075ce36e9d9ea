"""One block of a document: the smallest piece that has a place of its own."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

BlockKind = Literal["heading", "paragraph", "item", "cell", "note", "toc"]


class Block(BaseModel):
    """A heading, paragraph, list item, table cell paragraph or note, as a person sees it.

    `text` is the text as read: what the document holds, without automatic numbers (they stand in `number`),
    without deleted, hidden and comment text. All offsets in the program (evidence, Word comments) are
    character offsets of this string.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    ordinal: int
    """Place among the blocks of the document, from 0."""
    kind: BlockKind
    text: str
    number: str = ""
    """The block's own label as displayed: "3.2", "§ 4", "4 a §", "a)". Bullets give ""."""
    level: int = 0
    """Heading level from 1, or depth of a list item from 0."""
    section: str = ""
    """The number of the section the block belongs to, for citing: its own number if it is a numbered heading or
    clause, else that of the nearest one above; the heading's text where headings bear no numbers; "" before the
    first."""
    headings: tuple[str, ...] = ()
    """Texts of the headings above, outermost first; a heading does not hold itself."""
    lead_in: int | None = None
    """For an item: ordinal of the block that introduces its list ("Regionen ska:")."""
    parent: int | None = None
    """For a nested item: ordinal of the item above it. For a note: ordinal of the block with the note mark."""
    row_heads: tuple[str, ...] = ()
    column_heads: tuple[str, ...] = ()
    """For a cell: the texts that head its row and its column. A head cell itself has none of its own axis."""
    table: int | None = None
    row: int | None = None
    column: int | None = None
    """For a cell: ordinal of the table in the document, row and column, from 0."""
    page: int | None = None
    """Page from 1, where the format has pages."""
    part: str = ""
    """Where in the file the text stands, for formats made of parts ("word/document.xml")."""
    origin: int | None = None
    """Which source element: for Word the ordinal, from 0, among all w:p of the part; for text the line, from 0."""
