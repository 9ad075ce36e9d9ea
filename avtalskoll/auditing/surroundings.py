"""What a quote must be read with: the sentence that leads into its list, or the rest of its table row."""

from __future__ import annotations

from avtalskoll.agreement import Block, Document

_LONGEST = 400


def lead_in_of(block: Block, document: Document) -> str:
    """The text that introduces the list that the block is an item of; "" for other blocks."""
    if block.kind != "item" or block.lead_in is None:
        return ""
    return _shortened(document.blocks[block.lead_in].text)


def row_of(block: Block, document: Document) -> str:
    """The cells of the table row that the block stands in, each after its column's head; "" for other blocks.

    The head is left out where it is the cell itself, and so are empty cells.
    """
    if block.kind != "cell" or block.table is None:
        return ""
    cells: dict[int | None, list[Block]] = {}
    for other in document.blocks:
        if other.kind == "cell" and other.table == block.table and other.row == block.row and other.text.strip():
            cells.setdefault(other.column, []).append(other)
    if len(cells) < 2:
        return ""
    return _shortened("; ".join(_cell(blocks) for blocks in cells.values()))


def _cell(blocks: list[Block]) -> str:
    text = " ".join(_folded(block.text) for block in blocks)
    head = _folded(blocks[0].column_heads[-1]).rstrip(":") if blocks[0].column_heads else ""
    return f"{head}: {text}" if head and head != text else text


def _folded(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    text = _folded(text)
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
