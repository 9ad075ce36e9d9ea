"""One file of an agreement, as read."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from avtalskoll.agreement.block import Block

DocumentFormat = Literal["docx", "odt", "pdf", "markdown", "text", "doc", "rtf", "image", "unknown"]


class Aside(BaseModel):
    """Text that a document holds but that is not agreement text.

    A comment or hidden text with the ordinal of the block it belongs to (None where it has none), an unfilled
    placeholder, a tracked change that waits for a decision, or a running head or foot (a Markdown file's front matter).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["comment", "hidden", "placeholder", "insertion", "deletion", "move", "header"]
    text: str
    block: int | None = None


class Document(BaseModel):
    """The blocks of one file in reading order, and what was kept apart from them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    """File name without folder."""
    sha256: str
    format: DocumentFormat
    pages: int | None = None
    blocks: tuple[Block, ...] = ()
    asides: tuple[Aside, ...] = ()
    unread: tuple[str, ...] = ()
    """What could not be read, a Swedish phrase each; a file that could not be read at all has no blocks.

    A picture that lies beside the agreement and is no part of it has no blocks and nothing unread.
    """
    ocr_pages: tuple[int, ...] = ()
    """Pages whose text was read off a picture by machine, here or by whoever made the file."""
    warnings: tuple[str, ...] = ()
    """What the reader noticed, a Swedish sentence each (tracked changes, hidden text, placeholders)."""

    @property
    def pending(self) -> int:
        """How many tracked changes of the text wait for a decision."""
        return sum(aside.kind in ("insertion", "deletion", "move") for aside in self.asides)
