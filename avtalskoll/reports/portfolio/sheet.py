"""One sheet of the workbook: rows of plain values, a heading, signs in colour, and nothing that Excel would compute."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import date
from functools import cache

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from avtalskoll.reports.verdict_signs import Sign, SignKey

Value = str | int | date | None
_LONGEST = 32_000
"""Excel holds 32 767 characters in a cell."""
_LONGEST_WRAPPED = 240
"""Longer text stays on one line: a row as high as the window cannot be read."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_FILLS: dict[SignKey, tuple[str, str]] = {
    "conflict": ("9D1B32", "FFFFFF"),
    "missing": ("B4540A", "FFFFFF"),
    "partial": ("F2CD6B", "3D2F00"),
    "met": ("CFE6D9", "0E4A2F"),
    "silent": ("FFFFFF", "4A5864"),
    "cleared": ("EEF5F9", "274A5E"),
    "not_applicable": ("FFFFFF", "4A5864"),
    "not_assessable": ("5C3D8F", "FFFFFF"),
}
_HEAD = PatternFill("solid", fgColor="E4ECF0")
_LINE = Side(style="thin", color="CCD5DA")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


class Sheet:
    """A worksheet that is filled from the top."""

    def __init__(self, worksheet: Worksheet, title: str) -> None:
        """Begin an empty sheet."""
        self._sheet = worksheet
        self._sheet.title = title
        self._row = 0
        self._columns = 0
        self._head = 1
        # A style costs more to look up than a cell to write: each outcome's is made once and copied.
        self._styled: dict[SignKey, Cell] = {}

    def row(self, values: Sequence[Value]) -> None:
        """Write the next row. Text is text whatever it begins with."""
        self._row += 1
        self._columns = 0
        for value in values:
            self._put(value)

    def head(self, names: Sequence[str], *, tall: bool = False) -> None:
        """Write the next row as the heading of the columns; `tall` for long names over narrow columns."""
        self.row(names)
        self._head = self._row
        for column in range(1, len(names) + 1):
            self._emphasise(self._cell(self._row, column))
        self._sheet.row_dimensions[self._row].height = 96 if tall else 32

    def heading(self, row: int, column: int, text: str, width: int) -> None:
        """A heading over several columns."""
        cell = self._cell(row, column)
        self._fill_in(cell, text)
        self._emphasise(cell)
        if width > 1:
            self._sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + width - 1)

    def link(self, column: int, target: str) -> None:
        """Make a cell of the last row lead to a file beside the workbook."""
        cell = self._cell(self._row, column)
        cell.hyperlink = target
        cell.font = Font(color="0B4F75", underline="single")

    def signs(self, signs: Sequence[Sign]) -> None:
        """Write outcomes after what the last row holds, each as symbol and word in its colour."""
        for sign in signs:
            cell = self._put(f"{sign.symbol} {sign.word}")
            model = self._styled.get(sign.key)
            if model is None:
                ground, ink = _FILLS[sign.key]
                cell.fill, cell.font = PatternFill("solid", fgColor=ground), Font(color=ink)
                cell.border, cell.alignment = _BOX, Alignment(vertical="top", wrap_text=True)
                self._styled[sign.key] = cell
            else:
                cell._style = copy(model._style)  # type: ignore[attr-defined]

    def finish(
        self, widths: Sequence[int], frozen: tuple[int, int], *, filtered: bool = False, landscape: bool = False
    ) -> None:
        """Set widths, the first row and column that scroll, and filters on the heading."""
        for number, width in enumerate(widths, start=1):
            self._sheet.column_dimensions[get_column_letter(number)].width = width
        self._sheet.freeze_panes = f"{get_column_letter(frozen[1])}{frozen[0]}"
        if filtered and self._row > self._head:
            self._sheet.auto_filter.ref = f"A{self._head}:{get_column_letter(len(widths))}{self._row}"
        setup = self._sheet.page_setup
        setup.orientation = "landscape"
        setup.paperSize = 8 if landscape else 9  # A3, A4
        setup.fitToWidth, setup.fitToHeight = 1, 0
        self._sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
        self._sheet.print_title_rows = f"{self._head}:{self._head}"

    def _put(self, value: Value) -> Cell:
        self._columns += 1
        cell = self._cell(self._row, self._columns)
        if value is not None and value != "":
            self._fill_in(cell, value)
        return cell

    def _fill_in(self, cell: Cell, value: Value) -> None:
        if not isinstance(value, str):
            cell.value = value
            if isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
            return
        text = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST]
        cell.value = text
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula
        if text.startswith(_FORMULA_STARTS):
            cell.quotePrefix = True  # stays text when somebody edits it
        cell.alignment = _placed(wrap=len(text) <= _LONGEST_WRAPPED)

    def _emphasise(self, cell: Cell) -> None:
        cell.font, cell.fill, cell.border = Font(bold=True), _HEAD, _BOX
        cell.alignment = Alignment(vertical="bottom", wrap_text=True)

    def _cell(self, row: int, column: int) -> Cell:
        return self._sheet.cell(row, column)  # type: ignore[return-value]


@cache
def _placed(*, wrap: bool) -> Alignment:
    return Alignment(vertical="top", wrap_text=wrap)
