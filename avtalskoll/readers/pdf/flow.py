"""The flow of a document: paragraphs and tables in reading order, made whole over page breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from avtalskoll.readers.pdf.aligned import find_aligned
from avtalskoll.readers.pdf.columns import regions
from avtalskoll.readers.pdf.grids import Grid
from avtalskoll.readers.pdf.lines import Line, Stretch, lines_of
from avtalskoll.readers.pdf.pages import Page
from avtalskoll.readers.pdf.paragraphs import Paragraph, ParagraphFinder
from avtalskoll.readers.pdf.splits import split_cells
from avtalskoll.readers.pdf.tables import Table, append, continues, fill, runs_over

Part = Paragraph | Table
_CELL_MARGIN = 4.0
_LONG = 45


class Flow:
    """Paragraphs and tables of pages whose running heads and notes have been taken out."""

    def __init__(self, pages: Sequence[Page], body: float) -> None:
        """Lay out the pages; `body` is the usual size of characters."""
        self._body = body
        for page in pages:
            found = [grid for part in regions(_outside(page)) for grid in find_aligned(part)]
            page.grids = sorted([*page.grids, *found], key=lambda grid: (grid.area.y0, grid.area.x0))
        texts = [[_Region(part, page) for part in regions(_outside(page))] for page in pages]
        turned = [[_Region(part, page) for part in page.turned] for page in pages]
        self._finder = ParagraphFinder(
            (line for regions_of in texts for region in regions_of for line in region.lines), body
        )
        self._margins = _margins(pages, texts)
        self.parts: list[Part] = []
        for page, regions_of, beside in zip(pages, texts, turned, strict=True):
            self._page(page, regions_of)
            for region in beside:
                self.parts += self._finder.paragraphs(region.lines, region.left, region.right)

    def _page(self, page: Page, texts: Sequence[_Region]) -> None:
        grids = [(grid, self._table(grid, page)) for grid in page.grids]
        single = len(texts) <= 1
        begun = len(self.parts)
        for region in texts:
            left, right = region.left, region.right
            if not region.narrow:
                left, right = min(left, self._margins[page.number][0]), max(right, self._margins[page.number][1])
            inside = [pair for pair in grids if single or region.holds(pair[0])]
            grids = [pair for pair in grids if pair not in inside]
            lines = list(region.lines)
            for grid, table in inside:
                above = [line for line in lines if line.base < grid.area.y0 + 2]
                lines = lines[len(above) :]
                self._add(self._finder.paragraphs(above, left, right), begun)
                self._add([table], begun)
            self._add(self._finder.paragraphs(lines, left, right), begun)
        self._add([table for _, table in grids], begun)

    def _add(self, parts: Sequence[Part], begun: int) -> None:
        for place, part in enumerate(parts):
            last = self.parts[-1] if self.parts else None
            if place == 0 and last is not None and part_page(last) is not None:
                fresh = len(self.parts) == begun
                if isinstance(part, Table) and isinstance(last, Table) and fresh and continues(last, part):
                    append(last, part)
                    continue
                if isinstance(part, Paragraph) and isinstance(last, Paragraph) and _broken(last, part):
                    last.lines += part.lines
                    continue
            self.parts.append(part)

    def _table(self, grid: Grid, page: Page) -> Table:
        split_cells(grid, page.pieces)
        contents: list[list[Stretch]] = [[] for _ in grid.cells]
        for piece in page.pieces:
            x, y = (piece.x0 + piece.x1) / 2, piece.base - piece.size * 0.3
            for place, cell in enumerate(grid.cells):
                if cell.area.x0 <= x <= cell.area.x1 and cell.area.y0 <= y <= cell.area.y1:
                    contents[place].append(piece)
                    break
        filled = []
        for cell, pieces in zip(grid.cells, contents, strict=True):
            lines = lines_of(pieces, page.number)
            left = min((line.x0 for line in lines), default=cell.area.x0)
            right = max([cell.area.x1 - max(left - cell.area.x0, _CELL_MARGIN), *(line.x1 for line in lines)])
            filled.append(self._finder.paragraphs(lines, left, right))
        return fill(grid, page.number, filled)


class _Region:
    """Text that is read in a single column."""

    def __init__(self, pieces: Sequence[Stretch], page: Page) -> None:
        self.lines: list[Line] = lines_of(pieces, page.number)
        self.left = min((line.x0 for line in self.lines), default=0.0)
        self.right = max((line.x1 for line in self.lines), default=0.0)
        self.top = min((line.base for line in self.lines), default=0.0)
        self.bottom = max((line.base for line in self.lines), default=0.0)
        self.narrow = self.right - self.left < 0.42 * page.width

    def holds(self, grid: Grid) -> bool:
        middle = (grid.area.x0 + grid.area.x1) / 2
        return self.left - 5 <= middle <= self.right + 5 and grid.area.y0 <= self.bottom


def part_page(part: Part) -> int:
    """The page on which a part ends."""
    return part.page if isinstance(part, Table) else part.last.page


def _broken(above: Paragraph, below: Paragraph) -> bool:
    """Whether a break between pages or columns goes through a paragraph."""
    apart = below.first.page != above.last.page or below.first.base < above.last.base
    return apart and runs_over(above, below)


def _outside(page: Page) -> list[Stretch]:
    """The text that stands in no table."""
    areas = [grid.area for grid in page.grids]
    return [
        piece
        for piece in page.pieces
        if not any(
            area.x0 <= (piece.x0 + piece.x1) / 2 <= area.x1 and area.y0 <= piece.base - piece.size * 0.3 <= area.y1
            for area in areas
        )
    ]


def _margins(pages: Sequence[Page], texts: Sequence[Sequence[_Region]]) -> dict[int, tuple[float, float]]:
    """The edges of running text on pages of the same size."""
    lines: dict[int, list[Line]] = {}
    for page, regions_of in zip(pages, texts, strict=True):
        lines.setdefault(round(page.width), []).extend(line for region in regions_of for line in region.lines)
    edges: dict[int, tuple[float, float]] = {}
    for page in pages:
        own = lines[round(page.width)]
        long = [line for line in own if len(line.text) >= _LONG] or own
        edges[page.number] = (
            min((line.x0 for line in own), default=0.0),
            max((line.x1 for line in long), default=page.width),
        )
    return edges


def usual_size(pages: Iterable[Page]) -> float:
    """The size of most characters."""
    counts = Counter(glyph.face.size for page in pages for piece in page.pieces for glyph in piece.glyphs)
    return max(counts, key=lambda size: (counts[size], -size)) if counts else 10.0
