"""Ruled tables filled with their text, and brought together over page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from avtalskoll.readers.pdf.grids import Grid
from avtalskoll.readers.pdf.paragraphs import Paragraph

_NEAR = 4.0
_MOST_HEADS = 4


@dataclass(slots=True, eq=False)
class Cell:
    """A cell and its paragraphs."""

    row: int
    column: int
    row_span: int
    column_span: int
    shaded: bool
    paragraphs: list[Paragraph]
    head: bool = False

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join(line.text for paragraph in self.paragraphs for line in paragraph.lines)


@dataclass(slots=True, eq=False)
class Table:
    """A table in a flow of text."""

    page: int
    columns: tuple[float, ...]
    rows: int
    cells: list[Cell]
    top: float = 0.0
    repeated: int = field(default=0)
    """How many head rows are said again on the next page."""


def fill(grid: Grid, page: int, contents: Sequence[list[Paragraph]]) -> Table:
    """The table of a grid, given the paragraphs of each of its cells."""
    cells = [
        Cell(cell.row, cell.column, cell.row_span, cell.column_span, cell.shaded, paragraphs)
        for cell, paragraphs in zip(grid.cells, contents, strict=True)
    ]
    return Table(page, grid.columns, grid.rows, cells, grid.area.y0)


def continues(above: Table, below: Table) -> bool:
    """Whether `below`, first on its page, is the rest of `above`, last on the page before."""
    if below.page <= above.page or _columns_in(above, below) is None:
        return False
    return bool(_repeated(above, below)) or not (_marked_row(above) and _marked_row(below))


def _columns_in(above: Table, below: Table) -> list[int] | None:
    """Which edge of `above` each edge of `below` is; None where they are two tables."""
    places = [
        next((place for place, edge in enumerate(above.columns) if abs(edge - own) <= _NEAR), -1)
        for own in below.columns
    ]
    whole = places[0] == 0 and places[-1] == len(above.columns) - 1
    return places if whole and -1 not in places else None


def _marked_row(table: Table) -> bool:
    first = [cell for cell in table.cells if cell.row == 0 and cell.text]
    return bool(first) and all(all(paragraph.bold for paragraph in cell.paragraphs) for cell in first)


def append(above: Table, below: Table) -> None:
    """Add the rest of a table: without the head rows said again, and with a row that was broken made whole."""
    places = _columns_in(above, below) or list(range(len(below.columns)))
    for cell in below.cells:
        end = places[cell.column + cell.column_span]
        cell.column = places[cell.column]
        cell.column_span = end - cell.column
    heads = _repeated(above, below)
    if heads:
        above.repeated = heads
        for cell in above.cells:
            cell.head = cell.row < heads
    rest = [cell for cell in below.cells if cell.row >= heads]
    first = [cell for cell in rest if cell.row == heads]
    broken = _is_broken(above, first)
    shift = above.rows - heads - (1 if broken else 0)
    for cell in rest:
        home = _upper(above, cell) if broken and cell.row == heads else None
        if home is not None:
            _continue(home, cell)
            home.row_span = max(home.row_span, cell.row + shift + cell.row_span - home.row)
            continue
        cell.row += shift
        above.cells.append(cell)
    above.rows += below.rows - heads - (1 if broken else 0)
    above.page = below.page
    above.cells.sort(key=lambda cell: (cell.row, cell.column))


def _repeated(above: Table, below: Table) -> int:
    heads = 0
    for row in range(min(_MOST_HEADS, above.rows, below.rows)):
        texts = [[(cell.column, cell.text) for cell in table.cells if cell.row == row] for table in (above, below)]
        if texts[0] != texts[1]:
            break
        if any(text for _, text in texts[0]):
            heads = row + 1
    return heads


def _is_broken(above: Table, first: Sequence[Cell]) -> bool:
    """Whether the first row after a page break goes on with the row before it."""
    pairs = [(home, cell) for cell in first if (home := _upper(above, cell)) is not None]
    if len(pairs) != len(first) or not pairs:
        return False
    begun = [(home, cell) for home, cell in pairs if cell.text]
    if not begun:
        return False
    unfinished = any(
        cell.text[:1].islower() and home.text and not home.text.endswith((".", ":", ";")) for home, cell in begun
    )
    return unfinished or (len(begun) < len(pairs) and not first[0].text and bool(_upper_text(above, first[0])))


def _upper_text(above: Table, cell: Cell) -> str:
    home = _upper(above, cell)
    return home.text if home is not None else ""


def _upper(above: Table, cell: Cell) -> Cell | None:
    """The cell of the last row that has the same columns."""
    return next(
        (
            other
            for other in above.cells
            if other.row + other.row_span == above.rows
            and other.column == cell.column
            and other.column_span == cell.column_span
        ),
        None,
    )


def _continue(home: Cell, cell: Cell) -> None:
    if not cell.paragraphs:
        return
    start = cell.paragraphs[0]
    if home.paragraphs and runs_over(home.paragraphs[-1], start):
        home.paragraphs[-1].lines += start.lines
        home.paragraphs += cell.paragraphs[1:]
    else:
        home.paragraphs += cell.paragraphs


def runs_over(above: Paragraph, below: Paragraph) -> bool:
    """Whether a paragraph goes on after a break between pages or columns."""
    text = above.last.text.rstrip()
    if below.labelled or abs(above.last.size - below.first.size) > 0.6 or above.bold != below.bold:
        return False
    if text.endswith(("-", "\u00ad", "\u2010", ",")):
        return True
    if text.endswith((".", ":", ";", "!", "?")):
        return False
    full = above.last.x1 + below.first.first_word + 0.65 * above.last.size >= above.right
    return below.first.text[:1].islower() or full
