"""The order in which the text of a page is read: in one column, or in two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from avtalskoll.readers.pdf.lines import Stretch, rows_of

_GUTTER = 8.0
_STEP = 4.0
_FEWEST = 5
"""Lines on each side that make two columns."""
_FULL = 0.75
"""A line of running text fills this much of its column."""


def regions(pieces: Sequence[Stretch]) -> list[list[Stretch]]:
    """The pieces in parts that are read one after another, each in a single column."""
    rows = rows_of(pieces)
    gutter = _gutter(rows)
    if gutter is None:
        return [list(pieces)] if pieces else []
    parts: list[tuple[bool, list[Stretch]]] = []
    band: list[list[Stretch]] = []
    for row in [*rows, None]:
        if row is not None and not _crosses(row, gutter):
            band.append(row)
            continue
        sides = [[piece for line in band for piece in line if (piece.x0 < gutter) is left] for left in (True, False)]
        if band and all(_reads_as_column(side) for side in sides):
            parts += [(True, side) for side in sides]
        elif band:
            parts.append((False, [piece for line in band for piece in line]))
        band = []
        if row is not None:
            parts.append((False, list(row)))
    merged: list[tuple[bool, list[Stretch]]] = []
    for column, part in parts:
        if merged and not column and not merged[-1][0]:
            merged[-1][1].extend(part)
        else:
            merged.append((column, part))
    return [part for _, part in merged]


def _gutter(rows: Sequence[Sequence[Stretch]]) -> float | None:
    """Where a blank strip runs between two columns, if anywhere."""
    if len(rows) < _FEWEST:
        return None
    left = min(row[0].x0 for row in rows)
    right = max(piece.x1 for row in rows for piece in row)
    width = right - left
    counts: dict[int, int] = {}
    for row in rows:
        for before, after in pairwise(row):
            if after.x0 - before.x1 < _GUTTER:
                continue
            for step in range(int(before.x1 / _STEP) + 1, int(after.x0 / _STEP) + 1):
                if left + width * 0.25 <= step * _STEP <= left + width * 0.75:
                    counts[step] = counts.get(step, 0) + 1
    if not counts:
        return None
    most = max(counts.values())
    best = sorted(step for step, count in counts.items() if count == most)
    place = best[len(best) // 2] * _STEP
    sides = [
        [piece for row in rows if not _crosses(row, place) for piece in row if (piece.x0 < place) is left_side]
        for left_side in (True, False)
    ]
    return place if all(_reads_as_column(side) for side in sides) else None


def _crosses(row: Sequence[Stretch], gutter: float) -> bool:
    return any(piece.x0 < gutter - 1 and piece.x1 > gutter + 1 for piece in row)


def _reads_as_column(side: Sequence[Stretch]) -> bool:
    """Whether most lines run from one edge to the other, as running text does and cells do not."""
    rows = rows_of(side)
    if len(rows) < _FEWEST:
        return False
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    full = [row for row in rows if sum(piece.x1 - piece.x0 for piece in row) >= _FULL * (right - left)]
    return len(full) * 2 >= len(rows)
