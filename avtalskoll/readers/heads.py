"""Which cells of a table are heads, and what heads each cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from avtalskoll.readers.labels import typed_label
from avtalskoll.readers.nodes import CellDraft
from avtalskoll.readers.titles import has_verb

_MAX_COLUMNS = 256
_LONGEST_HEAD = 3
"""More paragraphs than this make no head."""
_LONGEST_TEXT = 300
_PARTY = re.compile(r"(?:region|landsting|kommun|vårdcentral|primärvård|hälsocentral)\w*\b", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]?|§\s?\d{1,3}|\d{1,3}\s?§|[a-z]\)")


class TableHeads:
    """The heads of one table.

    Column heads are the rows that the file marks as head rows, else the first row unless it reads as content.
    The first column heads the rows unless it reads as content itself ("Region | Kommun" with duties in both). A label
    that spans a whole row heads the rows below it. In a table of one row or one column nothing heads anything.
    """

    def __init__(self, cells: Sequence[CellDraft]) -> None:
        """Find the heads among all cells of a table."""
        self._width = min(_MAX_COLUMNS, max((cell.column + cell.column_span for cell in cells), default=0))
        self._height = max((cell.row + cell.row_span for cell in cells), default=0)
        rows: dict[int, list[CellDraft]] = {}
        for cell in cells:
            rows.setdefault(cell.row, []).append(cell)
        self._head_rows = self._find_head_rows(rows)
        body = [cell for cell in cells if cell.row not in self._head_rows]
        self._head_columns = self._find_head_columns(cells, body)
        self._columns: dict[int, list[CellDraft]] = {}
        for cell in cells:
            if cell.row in self._head_rows and cell.text:
                for column in range(cell.column, min(cell.column + cell.column_span, _MAX_COLUMNS)):
                    self._columns.setdefault(column, []).append(cell)
        self._rows: dict[int, list[CellDraft]] = {}
        self._bands: dict[int, CellDraft] = {}
        self._find_row_heads(rows)

    def column_heads(self, cell: CellDraft) -> tuple[str, ...]:
        """Texts that head the cell's columns, the outermost first; none for a head cell."""
        if cell.row in self._head_rows or self._bands.get(cell.row) is cell:
            return ()
        last = min(cell.column + cell.column_span, _MAX_COLUMNS)
        return _texts(head for column in range(cell.column, last) for head in self._columns.get(column, ()))

    def row_heads(self, cell: CellDraft) -> tuple[str, ...]:
        """Texts that head the cell's rows, the outermost first; none for a row head."""
        if cell.row in self._head_rows or cell.column in self._head_columns or self._bands.get(cell.row) is cell:
            return ()
        heads: list[CellDraft] = []
        band = self._bands.get(cell.row)
        if band is not None:
            heads.append(band)
        for row in range(cell.row, min(cell.row + cell.row_span, self._height)):
            heads.extend(self._rows.get(row, ()))
        return _texts(heads)

    def section(self, cell: CellDraft) -> str:
        """The section number that stands in a head column of the cell's row ("3.2", "§ 4"); "" if none."""
        for head in self._rows.get(cell.row, ()):
            label = typed_label(head.text)
            if label is not None and label.kind == "clause" and label.end >= len(head.text):
                return label.text
        return ""

    def _find_head_rows(self, rows: dict[int, list[CellDraft]]) -> frozenset[int]:
        if len(rows) < 2 or self._width < 2:
            return frozenset()
        order = sorted(rows)
        declared = []
        for row in order:
            if not all(cell.head for cell in rows[row]):
                break
            declared.append(row)
        if declared and len(declared) < len(order):
            return frozenset(declared)
        first = rows[order[0]]
        titled = len(first) == 1 and first[0].column_span >= self._width
        candidates = order[:2] if titled and len(order) > 2 else order[:1]
        heads = [row for row in candidates if self._reads_as_head(rows[row], rows[order[len(candidates)]])]
        if titled and heads != candidates:
            return frozenset()
        covered = max((cell.row + cell.row_span for row in heads for cell in rows[row]), default=0)
        if heads and covered > heads[-1] + 1 and covered < self._height:
            heads = [row for row in order if row < covered]
        return frozenset(heads)

    def _reads_as_head(self, row: Sequence[CellDraft], below: Sequence[CellDraft]) -> bool:
        filled = [cell for cell in row if cell.text]
        if not filled or any(not _is_label(cell.text) or len(cell.nodes) > _LONGEST_HEAD for cell in filled):
            return False
        marked = [cell for cell in filled if cell.marked]
        if len(marked) == len(filled):
            return not (filled[0].column == 0 and len(filled) == 1 and self._width > 1 and filled[0].column_span == 1)
        # a bold first column beside plain cells: names and values, not heads
        only_first = marked and all(cell.column == 0 for cell in marked)
        below_too = any(cell.marked and cell.column == 0 for cell in below)
        return not (only_first and below_too) and not any(_is_value(cell.text) for cell in filled)

    def _find_head_columns(self, cells: Sequence[CellDraft], body: Sequence[CellDraft]) -> frozenset[int]:
        if self._width < 2 or self._height < 2:
            return frozenset()
        corner = next((cell for cell in cells if cell.row == 0 and cell.column == 0), None)
        columns: set[int] = set()
        for column in range(min(2, self._width - 1)):
            inside = [cell for cell in body if cell.column == column and cell.text and cell.column_span < self._width]
            if not inside:
                break
            if all(_NUMBER.fullmatch(cell.text) for cell in inside):
                columns.add(column)
                continue
            if column == 0 and corner is not None and self._head_rows and _PARTY.match(corner.text):
                break
            labels = sum(1 for cell in inside if _is_label(cell.text))
            if all(cell.marked for cell in inside) or labels * 2 > len(inside):
                columns.add(column)
            break
        return frozenset(columns)

    def _find_row_heads(self, rows: dict[int, list[CellDraft]]) -> None:
        band: CellDraft | None = None
        for row in sorted(rows):
            if row in self._head_rows:
                continue
            cells = rows[row]
            if len(cells) == 1 and cells[0].column_span >= self._width > 1 and _is_label(cells[0].text):
                band = cells[0]
            if band is not None:
                self._bands[row] = band
            for cell in cells:
                if cell.column in self._head_columns and cell.text and cell is not band:
                    for covered in range(row, min(row + cell.row_span, self._height)):
                        self._rows.setdefault(covered, []).append(cell)


def _is_label(text: str) -> bool:
    """Whether a cell reads as a head: a few words without a verb and without a full stop."""
    return (
        len(text) <= 80
        and len(text.split()) <= 8
        and not text.endswith((".", ";"))
        and "___" not in text
        and not has_verb(text)
    )


def _is_value(text: str) -> bool:
    """Whether a cell holds a quantity or a placeholder, as heads do not."""
    return bool(re.match(r"\W*\d", text)) or "@" in text or "http" in text


def _texts(heads: Iterable[CellDraft]) -> tuple[str, ...]:
    seen: dict[int, str] = {}
    for head in heads:
        seen.setdefault(id(head), head.text)
    return tuple(text for text in seen.values() if 0 < len(text) <= _LONGEST_TEXT)
