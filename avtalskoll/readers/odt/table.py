"""The cells of an OpenDocument table as a person sees them: merged cells once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from avtalskoll.readers.docx.xml import Element, number
from avtalskoll.readers.limits import Limits
from avtalskoll.readers.odt.names import q
from avtalskoll.readers.refusals import Reason, Refused

_MAX_SPAN = 256
_MAX_COLUMNS = 1024
_ROW, _CELL, _COVERED = q("table:table-row"), q("table:table-cell"), q("table:covered-table-cell")
_HEAD_ROWS = q("table:table-header-rows")
_GROUPS = frozenset((q("table:table-rows"), q("table:table-row-group"), _HEAD_ROWS))


@dataclass(slots=True, eq=False)
class CellSource:
    """A table:table-cell with its place in the grid."""

    element: Element
    row: int
    column: int
    row_span: int
    column_span: int
    head: bool
    """Whether its row is marked as a head row that repeats on every page."""
    style: str


def table_cells(table: Element, limits: Limits) -> Iterator[CellSource]:
    """The cells row by row; spans and repetitions are clamped, so that no number in a file costs memory."""
    seen = 0
    for row, (element, head) in enumerate(_rows(table, False)):
        column = 0
        for cell in element.iterchildren(_CELL, _COVERED):
            seen += 1
            if seen > limits.paragraphs:
                raise Refused(Reason.TOO_LARGE)
            if cell.tag == _CELL and column < _MAX_COLUMNS:
                yield CellSource(
                    cell,
                    row,
                    column,
                    row_span=_count(cell, "table:number-rows-spanned"),
                    column_span=_count(cell, "table:number-columns-spanned"),
                    head=head,
                    style=_style(cell),
                )
            column += _count(cell, "table:number-columns-repeated")


def _rows(parent: Element, head: bool) -> Iterator[tuple[Element, bool]]:
    for element in parent:
        if element.tag == _ROW:
            yield element, head
        elif element.tag in _GROUPS:
            yield from _rows(element, head or element.tag == _HEAD_ROWS)


def _count(cell: Element, attribute: str) -> int:
    return max(1, min(number(cell.get(q(attribute)), 1) or 1, _MAX_SPAN))


def _style(cell: Element) -> str:
    own = cell.get(q("table:style-name"))
    if own is None and (row := cell.getparent()) is not None:
        own = row.get(q("table:default-cell-style-name"))
    return own or ""
