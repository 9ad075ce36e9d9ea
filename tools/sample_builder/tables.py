"""Writes tables, with cells merged across and down, and signature blocks."""

from __future__ import annotations

from .model import Cell, Inline, Signatures, Span, Table
from .ooxml import Element, run, w
from .runs import RunWriter
from .styles import style_id


def write_table(table: Table, runs: RunWriter) -> list[Element]:
    """Make the caption, if any, the table and the paragraph that ends it."""
    theme = runs.theme
    widths = [theme.text_width * share // 100 for share in table.widths]
    rows = [_row(table, number, widths, runs) for number in range(len(table.rows))]
    look = w(
        "tblPr",
        w("tblStyle", val=style_id("table", theme)),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    elements = [w("tbl", look, grid, *rows), w("p", w("pPr", _tight()))]
    if table.caption:
        caption = Inline((Span(table.caption),))
        elements.insert(0, runs.paragraph("caption", caption))
    return elements


def write_signatures(signatures: Signatures, runs: RunWriter) -> list[Element]:
    """Make a borderless table with two signature blocks in each row."""
    width = runs.theme.text_width // 2
    blocks = [_signature(party, role, runs) for party, role in signatures.blocks]
    if len(blocks) % 2:
        blocks.append([w("p")])
    rows = [
        w(
            "tr",
            w("trPr", w("cantSplit")),
            *(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *block) for block in blocks[start : start + 2]),
        )
        for start in range(0, len(blocks), 2)
    ]
    look = w(
        "tblPr",
        w("tblW", w=2 * width, type="dxa"),
        w("tblLayout", type="fixed"),
    )
    grid = w("tblGrid", w("gridCol", w=width), w("gridCol", w=width))
    return [w("tbl", look, grid, *rows), w("p", w("pPr", _tight()))]


def _signature(party: str, role: str, runs: RunWriter) -> list[Element]:
    lines = [(party, True), ("", False), ("_" * 28, False), (role, False)]
    cell = style_id("cell", runs.theme)
    return [w("p", w("pPr", w("pStyle", val=cell)), run(line, *([w("b")] if bold else []))) for line, bold in lines] + [
        w("p", w("pPr", w("pStyle", val=cell)))
    ]


def _row(table: Table, number: int, widths: list[int], runs: RunWriter) -> Element:
    cells = table.rows[number]
    is_header = number < table.header_rows
    properties = w("trPr", w("cantSplit"), w("tblHeader") if is_header else None)
    row = w("tr", properties)
    column = 0
    while column < len(cells):
        span = 1
        while column + span < len(cells) and cells[column + span].merge == "<":
            span += 1
        is_head = is_header or (table.row_heads and column == 0)
        row.append(
            w(
                "tc",
                w(
                    "tcPr",
                    w("tcW", w=sum(widths[column : column + span]), type="dxa"),
                    w("gridSpan", val=span) if span > 1 else None,
                    _vertical_merge(table, number, column),
                    _shading(runs) if is_header or span == len(cells) else None,
                ),
                *_content(cells[column], runs, bold=is_head),
            )
        )
        column += span
    return row


def _vertical_merge(table: Table, row: int, column: int) -> Element | None:
    if table.rows[row][column].merge == "^":
        return w("vMerge")
    below = table.rows[row + 1 : row + 2]
    if below and below[0][column].merge == "^":
        return w("vMerge", val="restart")
    return None


def _content(cell: Cell, runs: RunWriter, *, bold: bool) -> list[Element]:
    paragraphs = [runs.paragraph("cell", inline, bold=bold) for inline in cell.paragraphs]
    return paragraphs or [runs.paragraph("cell", Inline(()))]


def _shading(runs: RunWriter) -> Element:
    return w("shd", val="clear", color="auto", fill=runs.theme.table_fill)


def _tight() -> Element:
    """Almost no space, for the paragraph that Word wants after a table."""
    return w("spacing", after=60, line=240, lineRule="auto")
