"""Cells that no rules part but whose texts keep to the columns below: head rows without rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from avtalskoll.readers.pdf.drawing import Area
from avtalskoll.readers.pdf.grids import Grid, GridCell
from avtalskoll.readers.pdf.lines import Stretch

_NEAR = 3.0


def split_cells(grid: Grid, pieces: Sequence[Stretch]) -> None:
    """Cut each wide cell of `grid` at the edges between columns, where its texts stand in two columns or more."""
    cells: list[GridCell] = []
    for cell in grid.cells:
        edges = grid.columns[cell.column : cell.column + cell.column_span + 1]
        inside = [piece for piece in pieces if _holds(cell.area, piece)] if cell.column_span > 1 else []
        columns = {_column(edges, piece) for piece in inside}
        if -1 in columns or len(columns) < 2:
            cells.append(cell)
            continue
        for place, (left, right) in enumerate(pairwise(edges)):
            area = Area(left, cell.area.y0, right, cell.area.y1)
            cells.append(GridCell(cell.row, cell.column + place, cell.row_span, 1, area, cell.shaded))
    grid.cells = cells


def _holds(area: Area, piece: Stretch) -> bool:
    middle, level = (piece.x0 + piece.x1) / 2, piece.base - piece.size * 0.3
    return area.x0 <= middle <= area.x1 and area.y0 <= level <= area.y1


def _column(edges: Iterable[float], piece: Stretch) -> int:
    """The column that a text stands in; -1 where it reaches over an edge."""
    for place, (left, right) in enumerate(pairwise(edges)):
        if left - _NEAR <= piece.x0 and piece.x1 <= right + _NEAR:
            return place
    return -1
