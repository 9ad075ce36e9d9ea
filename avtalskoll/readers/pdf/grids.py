"""Ruled tables: the cells that rules enclose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from avtalskoll.readers.pdf.drawing import Area, Drawing, Rule

_NEAR = 3.0
_MAX_RULES = 1_500
_MAX_CELLS = 20_000


@dataclass(slots=True, eq=False)
class GridCell:
    """One cell of a ruled table and the area it covers."""

    row: int
    column: int
    row_span: int
    column_span: int
    area: Area
    shaded: bool = False


@dataclass(slots=True, eq=False)
class Grid:
    """A ruled table."""

    area: Area
    columns: tuple[float, ...]
    """Where the rules between columns lie, both edges included."""
    rows: int
    cells: list[GridCell]


def find_grids(drawing: Drawing) -> list[Grid]:
    """The ruled tables of a page, from above; a frame around one cell is none."""
    across, down = _merged(drawing.across), _merged(drawing.down)
    if len(across) + len(down) > _MAX_RULES:
        return []
    grids = [grid for group in _connected(across, down) if (grid := _grid(*group, drawing.shades)) is not None]
    return sorted(grids, key=lambda grid: (grid.area.y0, grid.area.x0))


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules that lie end to end as one."""
    merged: list[Rule] = []
    lanes: list[list[Rule]] = []
    for rule in sorted(set(rules)):
        if lanes and rule.at - lanes[-1][0].at <= _NEAR / 2:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    for lane in lanes:
        at = sum(rule.at for rule in lane) / len(lane)
        current: Rule | None = None
        for rule in sorted(lane, key=lambda rule: rule.start):
            if current is not None and rule.start <= current.end + _NEAR:
                current = Rule(at, current.start, max(current.end, rule.end))
            else:
                if current is not None:
                    merged.append(current)
                current = Rule(at, rule.start, rule.end)
        if current is not None:
            merged.append(current)
    return merged


def _connected(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that touch."""
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    home = list(range(len(across) + len(down)))

    def root(place: int) -> int:
        while home[place] != place:
            home[place] = home[home[place]]
            place = home[place]
        return place

    for i, level in enumerate(across):
        for j, upright in enumerate(down):
            if (
                level.start - _NEAR <= upright.at <= level.end + _NEAR
                and upright.start - _NEAR <= level.at <= upright.end + _NEAR
            ):
                home[root(i)] = root(len(across) + j)
    for place in range(len(home)):
        group = groups.setdefault(root(place), ([], []))
        if place < len(across):
            group[0].append(across[place])
        else:
            group[1].append(down[place - len(across)])
    return list(groups.values())


def _grid(across: list[Rule], down: list[Rule], shades: Sequence[Area]) -> Grid | None:
    xs, ys = _distinct([rule.at for rule in down]), _distinct([rule.at for rule in across])
    if across and down:  # a table open at its sides ends where its rules do
        xs = _distinct([*xs, min(rule.start for rule in across), max(rule.end for rule in across)])
        ys = _distinct([*ys, min(rule.start for rule in down), max(rule.end for rule in down)])
    width, height = len(xs) - 1, len(ys) - 1
    if width < 1 or height < 1 or width * height < 2 or width * height > _MAX_CELLS:
        return None
    home = list(range(width * height))

    def root(place: int) -> int:
        while home[place] != place:
            home[place] = home[home[place]]
            place = home[place]
        return place

    for row in range(height):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(width - 1):
            if not _ruled(down, xs[column + 1], middle):
                home[root(row * width + column + 1)] = root(row * width + column)
    for column in range(width):
        middle = (xs[column] + xs[column + 1]) / 2
        for row in range(height - 1):
            if not _ruled(across, ys[row + 1], middle):
                home[root((row + 1) * width + column)] = root(row * width + column)
    extents: dict[int, list[int]] = {}
    for place in range(width * height):
        row, column = divmod(place, width)
        extent = extents.setdefault(root(place), [row, column, row, column])
        extent[0], extent[1] = min(extent[0], row), min(extent[1], column)
        extent[2], extent[3] = max(extent[2], row), max(extent[3], column)
    if len(extents) < 2:
        return None
    cells = []
    for top, left, bottom, right in sorted(map(tuple, extents.values())):
        area = Area(xs[left], ys[top], xs[right + 1], ys[bottom + 1])
        cells.append(GridCell(top, left, bottom - top + 1, right - left + 1, area, _shaded(area, shades)))
    return Grid(Area(xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), height, cells)


def _distinct(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _ruled(rules: Sequence[Rule], at: float, middle: float) -> bool:
    """Whether a rule lies at `at` and passes `middle`; the rules are sorted by where they lie."""
    place = bisect_left(rules, at - _NEAR, key=lambda rule: rule.at)
    while place < len(rules) and rules[place].at <= at + _NEAR:
        if rules[place].start <= middle <= rules[place].end:
            return True
        place += 1
    return False


def _shaded(area: Area, shades: Sequence[Area]) -> bool:
    return any(
        shade.x0 <= area.x0 + _NEAR and shade.y0 <= area.y0 + _NEAR and shade.x1 >= area.x1 - _NEAR
        and shade.y1 >= area.y1 - _NEAR and shade.size < area.size * 30
        for shade in shades
    )  # fmt: skip
