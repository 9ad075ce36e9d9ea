"""A portfolio made of sample reports, without reading anything."""

from __future__ import annotations

from typing import Any

from avtalskoll.portfolios.portfolio import (
    Portfolio,
    PortfolioAgreement,
    PortfolioFile,
    PortfolioRequirement,
    UnreadableAgreement,
)
from tests.reports.sample_report import sample_report


def sample_portfolio(*names: str, **changes: Any) -> Portfolio:
    """Agreements with these names and the sample report's outcomes, and one that could not be read."""
    report = sample_report(notices=(), documents=sample_report().documents[:1])
    agreements = tuple(
        PortfolioAgreement.of_report(name, f"avtal-{number}", report)
        for number, name in enumerate(names or ("Ådals kommun", "Tallnäs kommun"), start=1)
    )
    portfolio = Portfolio(
        tool=report.tool,
        name="Avtal 2026",
        as_of=report.as_of,
        checklist=report.checklist,
        facts=report.facts,
        requirements=tuple(
            PortfolioRequirement(
                id=result.id, title=result.title, group=result.group, group_title=result.group_title,
                kind=result.kind, norm=result.norm,
            )
            for result in report.results
        ),
        agreements=agreements,
        unreadable=(
            UnreadableAgreement(
                name="Trasig", files=(PortfolioFile(name="Trasig.docx", sha256="ab" * 32),),
                problem="Filen Trasig.docx är skadad och går inte att läsa.",
            ),
        ),
    )  # fmt: skip
    return portfolio.model_copy(update=changes)
