"""The overview as an Excel workbook: the matrix, totals, the most common gaps, and what was read."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from avtalskoll.portfolios.portfolio import Portfolio, PortfolioAgreement
from avtalskoll.reports import wording
from avtalskoll.reports.portfolio import tallies
from avtalskoll.reports.portfolio.fixed_package import fixed_package
from avtalskoll.reports.portfolio.html import report_link
from avtalskoll.reports.portfolio.sheet import Sheet
from avtalskoll.reports.verdict_signs import SIGNS, SignKey


def render_excel(portfolio: Portfolio) -> bytes:
    """The whole workbook; the same bytes for the same portfolio. Text from an agreement never becomes a formula."""
    workbook = Workbook()
    first: Worksheet = workbook.active  # type: ignore[assignment]
    _matrix(Sheet(first, "Översikt"), portfolio)
    _groups(Sheet(workbook.create_sheet(), "Per grupp"), portfolio)
    _gaps(Sheet(workbook.create_sheet(), "Vanligaste brister"), portfolio)
    _ground(Sheet(workbook.create_sheet(), "Underlag"), portfolio)
    workbook.properties.creator = f"avtalskoll {portfolio.tool.version}"
    workbook.properties.title = f"Översikt: {portfolio.name}"
    workbook.properties.language = "sv-SE"
    written = io.BytesIO()
    workbook.save(written)
    return fixed_package(written.getvalue(), portfolio.as_of)


def _matrix(sheet: Sheet, portfolio: Portfolio) -> None:
    facts = ("Avtal", "Region", "Kommuner", "Gäller från", "Gäller till")
    counted: tuple[SignKey, ...] = (*tallies.GAPS, "not_assessable")
    groups = tallies.group_totals(portfolio)
    sheet.row(["", *[""] * (len(facts) + len(counted) - 1)])
    column = len(facts) + len(counted) + 1
    for group in groups:
        sheet.heading(1, column, group.title, width=len(group.requirements))
        column += len(group.requirements)
    requirements = [f"{one.id} {one.title}" for one in portfolio.requirements]
    sheet.head([*facts, *(f"Antal {SIGNS[key].word.lower()}" for key in counted), *requirements], tall=True)
    for row in tallies.rows(portfolio):
        agreement = row.agreement.agreement
        sheet.row([
            row.agreement.name if row.agreement.complete else f"{row.agreement.name} (delvis läst)",
            agreement.region or "",
            ", ".join(agreement.municipalities),
            agreement.valid_from,
            agreement.valid_to,
            *(row.counts[key] for key in counted),
        ])  # fmt: skip
        sheet.link(1, report_link(row.agreement))
        sheet.signs(row.signs)
    for unreadable in portfolio.unreadable:
        sheet.row([unreadable.name, f"Inte bedömt: {unreadable.problem}"])
    sheet.finish(
        widths=[34, 20, 26, 12, 12, 9, 9, 9, 9, *[13] * len(requirements)], frozen=(3, 2),
        filtered=bool(portfolio.agreements), landscape=True,
    )  # fmt: skip


def _groups(sheet: Sheet, portfolio: Portfolio) -> None:
    sheet.head(["Område", "Krav", *(sign.word for sign in SIGNS.values())])
    for group in tallies.group_totals(portfolio):
        sheet.row([group.title, len(group.requirements), *(group.counts[key] for key in SIGNS)])
    sheet.finish(widths=[34, 8, *[14] * len(SIGNS)], frozen=(2, 2))


def _gaps(sheet: Sheet, portfolio: Portfolio) -> None:
    words = [SIGNS[key].word for key in tallies.GAPS]
    sheet.head(["Krav", "Rubrik", "Område", "Tyngd", "Avtal med brist", "Granskade avtal", *words, "Vilka avtal"])
    for tally in tallies.common_gaps(portfolio):
        one = tally.requirement
        named = (
            f"{SIGNS[key].word}: {', '.join(agreement.name for agreement in tally.agreements[key])}"
            for key in tallies.GAPS
            if tally.agreements[key]
        )
        sheet.row([
            one.id, one.title, one.group_title, wording.NORM_WORDS[one.norm], tally.gaps, len(portfolio.agreements),
            *(tally.counts[key] for key in tallies.GAPS), "; ".join(named),
        ])  # fmt: skip
    sheet.finish(widths=[9, 44, 24, 40, 12, 12, 10, 10, 10, 80], frozen=(2, 3), filtered=True)


def _ground(sheet: Sheet, portfolio: Portfolio) -> None:
    day = portfolio.as_of
    sheet.head(["Avtal", "Fil", "SHA-256", "Granskat per", "Läst"])
    for unreadable in portfolio.unreadable:
        for file in unreadable.files:
            sheet.row([unreadable.name, file.name, file.sha256 or "", day, f"Inte läst: {unreadable.problem}"])
    for agreement in portfolio.agreements:
        _files(sheet, portfolio, agreement)
    for note in portfolio.notes:
        sheet.row(["", "", "", None, note])
    own = portfolio.checklist
    sheet.row([])
    sheet.row(["Checklista", f"{own.title}, version {own.version}", own.sha256])
    sheet.row(["Lagen kontrollerad till och med", "", "", own.law_checked_until])
    sheet.row(["Verktyg", f"{portfolio.tool.name} {portfolio.tool.version}"])
    sheet.row(["Översikten är ett stöd för en jurists bedömning och ersätter den inte."])
    sheet.finish(widths=[34, 44, 68, 13, 60], frozen=(2, 2))


def _files(sheet: Sheet, portfolio: Portfolio, agreement: PortfolioAgreement) -> None:
    for file in agreement.files:
        read = f"Inte läst: {wording.enumerate_swedish(file.unread)}" if file.unread else "I sin helhet"
        sheet.row([agreement.name, file.name, file.sha256 or "", portfolio.as_of, read])
        sheet.link(1, report_link(agreement))
