"""What a quote must be read with: the sentence that leads into its list, or the rest of its table row."""

from __future__ import annotations

from collections.abc import Iterator

from avtalskoll.agreement import Block, Document
from avtalskoll.auditing.first_words import first_words

_LONGEST = 400


def lead_in_of(block: Block, document: Document) -> str:
    """The text that introduces the list that the block is an item of; "" for other blocks."""
    if block.kind != "item" or block.lead_in is None:
        return ""
    return first_words(document.blocks[block.lead_in].text, _LONGEST)


def row_of(block: Block, document: Document) -> str:
    """The cells of the table row that the block stands in, each after its column's head; "" for other blocks.

    The head is left out where it is the cell itself, and so are empty cells.
    """
    if block.kind != "cell" or block.table is None:
        return ""
    cells: dict[int | None, list[Block]] = {}
    for other in _row(block, document):
        if other.text.strip():
            cells.setdefault(other.column, []).append(other)
    if len(cells) < 2:
        return ""
    return first_words("; ".join(_cell(blocks) for blocks in cells.values()), _LONGEST)


def _row(block: Block, document: Document) -> Iterator[Block]:
    """The cells of the row, which stand beside each other."""
    first = last = block.ordinal
    while first and _same_row(document.blocks[first - 1], block):
        first -= 1
    while last + 1 < len(document.blocks) and _same_row(document.blocks[last + 1], block):
        last += 1
    yield from document.blocks[first : last + 1]


def _same_row(one: Block, other: Block) -> bool:
    return one.kind == "cell" and one.table == other.table and one.row == other.row


def _cell(blocks: list[Block]) -> str:
    text = " ".join(_folded(block.text) for block in blocks)
    head = _folded(blocks[0].column_heads[-1]).rstrip(":") if blocks[0].column_heads else ""
    return f"{head}: {text}" if head and head != text else text


def _folded(text: str) -> str:
    return " ".join(text.split())
