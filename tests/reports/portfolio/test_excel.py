from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from datetime import date

import openpyxl
import pytest

from avtalskoll.portfolios.portfolio import Portfolio
from avtalskoll.reports.portfolio.excel import render_excel
from tests.reports.portfolio.sample_portfolio import sample_portfolio

LOADED = ('=HYPERLINK("http://x")', "+1+1", "-2", "@SUM(A1)", "\t=1+1")


def opened(portfolio: Portfolio) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(render_excel(portfolio)))


@pytest.fixture(scope="module")
def workbook() -> openpyxl.Workbook:
    return opened(sample_portfolio())


def test_the_sheets(workbook: openpyxl.Workbook) -> None:
    assert workbook.sheetnames == ["Översikt", "Per grupp", "Vanligaste brister", "Underlag"]


def test_the_matrix_has_symbol_word_and_colour_and_nothing_is_hidden(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Översikt"]
    head = [cell.value for cell in sheet[2]]
    column = head.index("OV-01 Krav på regionens förhandsgodkännande") + 1
    cell = sheet.cell(3, column)
    assert (sheet["A3"].value, cell.value, cell.fill.fgColor.rgb[-6:]) == ("Ådals kommun", "✕ Konflikt", "9D1B32")
    assert (sheet.freeze_panes, sheet.auto_filter.ref[:3]) == ("B3", "A2:")
    assert sheet["A3"].hyperlink.target == "rapporter/avtal-1.html"
    assert not any(dimension.hidden for dimension in sheet.column_dimensions.values())
    assert sheet["B5"].value == "Inte bedömt: Filen Trasig.docx är skadad och går inte att läsa."


def test_totals_gaps_and_ground(workbook: openpyxl.Workbook) -> None:
    groups = {row[0]: row for row in workbook["Per grupp"].iter_rows(min_row=2, values_only=True)}
    assert groups["Omfattning"][1] == 7 and sum(groups["Omfattning"][2:]) == 14
    gaps = list(workbook["Vanligaste brister"].iter_rows(min_row=2, values_only=True))
    assert gaps[0][4:6] == (2, 2) and "Ådals kommun, Tallnäs kommun" in gaps[0][9]
    ground = list(workbook["Underlag"].iter_rows(min_row=2, max_row=3, values_only=True))
    assert ground[0][:2] == ("Trasig", "Trasig.docx") and ground[0][4].startswith("Inte läst")
    assert len(ground[1][2]) == 64 and ground[1][3].date() == date(2026, 11, 22)


@pytest.mark.parametrize("text", LOADED)
def test_text_never_becomes_a_formula(text: str) -> None:
    portfolio = sample_portfolio(text, notes=(text,))
    facts = portfolio.agreements[0].agreement.model_copy(update={"region": text, "municipalities": (text,)})
    agreement = portfolio.agreements[0].model_copy(update={"agreement": facts})
    workbook = opened(portfolio.model_copy(update={"agreements": (agreement,), "name": text}))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    loaded = [cell for cell in cells if cell.value == text]
    assert len(loaded) >= 4 and all(cell.quotePrefix for cell in loaded)


def test_no_letter_makes_the_workbook_unreadable() -> None:
    assert opened(sample_portfolio("a\x00b\x0bc\ud83d".encode("utf-8", "replace").decode()))["Översikt"]["A3"].value


def test_the_same_portfolio_gives_the_same_bytes() -> None:
    program = (
        "import sys; from tests.reports.portfolio.sample_portfolio import sample_portfolio;"
        "from avtalskoll.reports.portfolio.excel import render_excel;"
        "sys.stdout.buffer.write(render_excel(sample_portfolio()))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "PYTHONPATH": os.getcwd()}
    other = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    here = render_excel(sample_portfolio())
    assert other.stdout == here
    entries = zipfile.ZipFile(io.BytesIO(here)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
