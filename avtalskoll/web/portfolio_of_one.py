"""One agreement as a portfolio, for the sheet that an overview has too."""

from __future__ import annotations

from avtalskoll.audit_report import AuditReport
from avtalskoll.portfolios.portfolio import Portfolio, PortfolioAgreement, PortfolioRequirement
from avtalskoll.reports import wording


def portfolio_of_one(report: AuditReport) -> Portfolio:
    """The report as the only one of a portfolio that bears the agreement's title."""
    title = wording.agreement_title(report)
    return Portfolio(
        tool=report.tool, name=title, as_of=report.as_of, checklist=report.checklist, facts=report.facts,
        requirements=tuple(
            PortfolioRequirement(
                id=result.id, title=result.title, group=result.group, group_title=result.group_title,
                kind=result.kind, norm=result.norm,
            )
            for result in report.results
        ),
        agreements=(PortfolioAgreement.of_report(title, "avtal", report),), unreadable=(),
    )  # fmt: skip
