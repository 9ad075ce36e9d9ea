"""The cells of a Word table as a person sees them: merged cells once, rows and cells by the view of changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from avtalskoll.readers.docx.names import SDT, SDT_CONTENT, TC, TR, T, w
from avtalskoll.readers.docx.properties import is_shaded
from avtalskoll.readers.docx.styles import Styles
from avtalskoll.readers.docx.views import CHANGES
from avtalskoll.readers.docx.xml import Element, child, number, switched, value

_MAX_SPAN = 256
_THROUGH = frozenset((SDT, SDT_CONTENT, w("customXml"), *CHANGES))


@dataclass(slots=True, eq=False)
class CellSource:
    """A w:tc with its place in the grid."""

    element: Element
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    head: bool = False
    """Whether its row is marked as a head row that repeats on every page."""
    marked: bool = False
    """Whether it is shaded, or set off as a head by the table's style."""


class TableSource:
    """A w:tbl laid out: `cells` row by row, and the rows that the view of tracked changes leaves out."""

    def __init__(self, table: Element, styles: Styles) -> None:
        """Lay out the table; spans are clamped, so that no number in a file costs memory."""
        self.cells: list[CellSource] = []
        self.gone_rows: list[Element] = []
        self._changes = changes = styles.changes
        properties = changes.properties(child(table, w("tblPr")))
        styled_row, styled_column = styles.table_heads(value(properties, w("tblStyle")))
        look_row, look_column = _table_look(child(properties, w("tblLook")))
        self._styled_row = styled_row and look_row
        self._styled_column = styled_column and look_column
        self._open: dict[int, CellSource] = {}
        row = 0
        for element in _rows_or_cells(table, TR):
            if changes.row_change(element)[1]:
                self.gone_rows.append(element)
                continue
            self._row(element, changes.properties(child(element, w("trPr"))), row)
            row += 1

    def _row(self, element: Element, properties: Element | None, row: int) -> None:
        head = bool(switched(properties, w("tblHeader")))
        column = _span(value(properties, w("gridBefore")), 0)
        going_on: dict[int, CellSource] = {}
        left: CellSource | None = None
        for cell in _rows_or_cells(element, TC):
            current = child(cell, w("tcPr"))
            cell_properties = self._changes.properties(current)
            span = _span(value(cell_properties, w("gridSpan")), 1)
            if self._changes.cell_is_gone(current):
                column += span
                continue
            goes_on = _goes_on(cell_properties, "vMergeOrig" if self._changes.original else "vMerge")
            above = self._open.get(column) if goes_on else None
            if _beside(cell_properties) and left is not None and not _has_text(cell):
                left.column_span += span
            elif above is not None and not _has_text(cell):
                above.row_span = row - above.row + 1
                going_on[column] = left = above
            else:
                marked = (
                    is_shaded(cell_properties)
                    or (self._styled_row and row == 0)
                    or (self._styled_column and column == 0)
                )
                left = CellSource(cell, row, column, column_span=span, head=head, marked=marked)
                self.cells.append(left)
                going_on[column] = left
            column += span
        self._open = going_on


def _rows_or_cells(parent: Element, tag: str) -> Iterator[Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _THROUGH:
            yield from _rows_or_cells(element, tag)


def _span(text: str | None, least: int) -> int:
    return max(least, min(number(text, least) or least, _MAX_SPAN))


def _goes_on(properties: Element | None, merged_by_change: str) -> bool:
    """Whether the cell continues the one above; a tracked merge says so in the attribute `merged_by_change`."""
    tracked = child(properties, w("cellMerge"))
    merge = child(properties, w("vMerge"))
    if merge is not None and (tracked is None or merged_by_change == "vMerge"):
        return (merge.get(w("val")) or "continue") != "restart"
    return tracked is not None and tracked.get(w(merged_by_change)) == "cont"


def _beside(properties: Element | None) -> bool:
    """Whether the cell continues the one to its left (an older way to merge)."""
    merge = child(properties, w("hMerge"))
    return merge is not None and (merge.get(w("val")) or "continue") != "restart"


def _has_text(cell: Element) -> bool:
    return any((text.text or "").strip() for text in cell.iter(T))


def _table_look(look: Element | None) -> tuple[bool, bool]:
    if look is None:
        return True, True
    bits = look.get(w("val"))
    try:
        mask = int(bits or "0", 16)
    except ValueError:
        mask = 0
    first_row, first_column = look.get(w("firstRow")), look.get(w("firstColumn"))
    return (
        first_row in ("1", "true", "on") if first_row is not None else bool(mask & 0x20),
        first_column in ("1", "true", "on") if first_column is not None else bool(mask & 0x80),
    )
