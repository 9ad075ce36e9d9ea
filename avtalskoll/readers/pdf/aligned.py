"""Tables without rules: text set in columns that line up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from avtalskoll.readers.labels import typed_label
from avtalskoll.readers.pdf.drawing import Area
from avtalskoll.readers.pdf.grids import Grid, GridCell
from avtalskoll.readers.pdf.lines import Stretch, make_line, rows_of

_NEAR = 4.0
_GAP = 2.0
"""A gap wider than this, in sizes, may part columns."""
_DISTANCE = 3.2
"""Rows farther apart, in sizes, are not of one table."""
_FEWEST_ROWS = 2

Row = list[list[Stretch]]


def find_aligned(pieces: Sequence[Stretch]) -> list[Grid]:
    """Tables among the pieces of one column of text, as grids with a cell for each place."""
    rows = [_parts(row) for row in rows_of(pieces)]
    grids: list[Grid] = []
    place = 0
    while place < len(rows):
        end = _end(rows, place)
        if end is None:
            place += 1
            continue
        grids.append(_grid(rows[place:end]))
        place = end
    return grids


def _parts(row: Sequence[Stretch]) -> Row:
    """A row cut where the gaps are wide."""
    gaps = sorted(after.x0 - before.x1 for before, after in pairwise(row))
    usual = gaps[len(gaps) // 2] if len(gaps) > 2 else 0.0
    parts: Row = []
    for piece in row:
        gap = piece.x0 - parts[-1][-1].x1 if parts else 0.0
        if parts and gap <= max(_GAP * piece.size, 2 * usual if len(gaps) > 4 else 0.0):
            parts[-1].append(piece)
        else:
            parts.append([piece])
    return parts


def _end(rows: Sequence[Row], start: int) -> int | None:
    """Where a table that begins with row `start` ends, or None where none begins."""
    if not _opens(rows[start]):
        return None
    columns = [part[0].x0 for part in rows[start]]
    end, full = start + 1, 1
    for place in range(start + 1, len(rows)):
        row, above = rows[place], rows[place - 1]
        if row[0][0].base - above[0][0].base > _DISTANCE * max(row[0][0].size, above[0][0].size):
            break
        if not all(any(abs(part[0].x0 - column) <= _NEAR for column in columns) for part in row):
            break
        if any(_passes(part, columns) for part in row):
            break
        if len(row) > 1:
            full, end = full + 1, place + 1
        elif abs(row[0][0].x0 - columns[0]) > _NEAR:
            end = place + 1
    return end if full >= _FEWEST_ROWS else None


def _opens(row: Row) -> bool:
    """Whether a row may begin a table: two parts or more, the first not the label of an item, the last no page."""
    if len(row) < 2:
        return False
    first, last = (_text(row[0]), _text(row[-1]))
    label = typed_label(f"{first} X", heading=True)
    if label is not None and label.end >= len(first) and len(row) < 3:
        return False
    return not (last.isdigit() and len(row) < 4) and len(first) > 1


def _passes(part: Sequence[Stretch], columns: Sequence[float]) -> bool:
    """Whether text runs from one column into the next."""
    start = part[0].x0
    after = [column for column in columns if column > start + _NEAR]
    return bool(after) and part[-1].x1 > min(after) - 1


def _text(part: Sequence[Stretch]) -> str:
    return make_line([glyph for piece in part for glyph in piece.glyphs], 0).text


def _grid(rows: Sequence[Row]) -> Grid:
    columns = [part[0].x0 for part in rows[0]]
    right = max(piece.x1 for row in rows for part in row for piece in part) + _NEAR
    edges = [columns[0] - _NEAR, *(column - _NEAR for column in columns[1:]), right]
    groups = _logical(rows, columns)
    tops = [min(piece.base - piece.size for part in group[0] for piece in part) for group in groups]
    last = groups[-1][-1]
    levels = [*tops, max(piece.base for part in last for piece in part) + 0.4 * last[0][0].size]
    cells = [
        GridCell(row, column, 1, 1, Area(edges[column], levels[row], edges[column + 1], levels[row + 1]))
        for row in range(len(groups))
        for column in range(len(columns))
    ]
    return Grid(Area(edges[0], levels[0], edges[-1], levels[-1]), tuple(edges), len(groups), cells)


def _logical(rows: Sequence[Row], columns: Sequence[float]) -> list[list[Row]]:
    """Rows of text brought together into rows of the table: where the first column is empty, or a line was full."""
    groups: list[list[Row]] = [[rows[0]]]
    gaps = [below[0][0].base - above[0][0].base for above, below in pairwise(rows)]
    least = min(gaps, default=0.0)
    for gap, row in zip(gaps, rows[1:], strict=True):
        starts_first = abs(row[0][0].x0 - columns[0]) <= _NEAR
        close = gap <= least * 1.15
        if close and (not starts_first or _wraps(groups[-1][-1], row, columns)):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _wraps(above: Row, row: Row, columns: Sequence[float]) -> bool:
    """Whether a word that begins the row had no room at the end of the one above, or goes on in small letters."""
    for part in row:
        upper = next((other for other in above if abs(other[0].x0 - part[0].x0) <= _NEAR), None)
        after = [column for column in columns if column > part[0].x0 + _NEAR]
        if upper is None:
            continue
        if _text(part)[:1].islower():
            return True
        if after and upper[-1].x1 + part[0].x1 - part[0].x0 > min(after) and not _text(upper).endswith("."):
            return True
    return False
