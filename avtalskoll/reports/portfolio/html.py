"""The overview as one HTML file in the style of the report: no network, no script, printable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from avtalskoll.portfolios.keeping import REPORTS
from avtalskoll.portfolios.portfolio import Portfolio, PortfolioAgreement
from avtalskoll.reports.overview import counted
from avtalskoll.reports.page import GENERATOR, content_policy, page_environment, page_margins, stylesheet
from avtalskoll.reports.portfolio import tallies
from avtalskoll.reports.portfolio.bars import bar
from avtalskoll.reports.portfolio.filters import CELL_CLASSES, filter_style
from avtalskoll.reports.portfolio.headlines import headlines
from avtalskoll.reports.verdict_signs import SIGNS

_MOST_COMMON = 12
ReportLink = Callable[[PortfolioAgreement], str]


def render_html(portfolio: Portfolio) -> str:
    """The whole overview as one HTML document; the same text for the same portfolio."""
    style = stylesheet("portfolio.css") + own_style(portfolio)
    return (
        page_environment()
        .get_template("portfolio.html.j2")
        .render(
            **portfolio_content(portfolio),
            style=Markup(style),
            policy=content_policy(style),
            generator=f"{GENERATOR} {portfolio.tool.version}",
        )
    )


def own_style(portfolio: Portfolio) -> str:
    """What of the style depends on the portfolio: the filters, and the header and footer of every printed page."""
    told = f"{len(portfolio.agreements)} avtal granskade per {portfolio.as_of.isoformat()}"
    return filter_style(tallies.group_totals(portfolio), len(_regions(portfolio))) + page_margins(
        f"Översikt: {portfolio.name}", told, f"Checklista {portfolio.checklist.title}"
    )


def portfolio_content(portfolio: Portfolio, link: ReportLink | None = None) -> dict[str, Any]:
    """The variables of `portfolio_content.html.j2`. `link` says where an agreement's report is; beside it in a file."""
    link = link or report_link
    groups = tallies.group_totals(portfolio)
    regions = _regions(portfolio)
    by_group: dict[str, list[tallies.RequirementTally]] = {}
    for tally in tallies.requirement_tallies(portfolio):
        by_group.setdefault(tally.requirement.group, []).append(tally)
    return {
        "portfolio": portfolio,
        "headlines": headlines(portfolio),
        "groups": groups,
        "by_group": by_group,
        "shown": [sign for sign in SIGNS.values() if any(group.counts[sign.key] for group in groups)],
        "common": [tally for tally in tallies.common_gaps(portfolio)][:_MOST_COMMON],
        "regions": regions,
        "cells": Markup("\n").join(_cells(row, regions, link) for row in tallies.rows(portfolio)),
        "bar": bar,
        "report": link,
        "GAPS": tallies.GAPS,
        "counted": counted,
    }


def _regions(portfolio: Portfolio) -> list[str]:
    return sorted({one.agreement.region for one in portfolio.agreements if one.agreement.region})


def report_link(agreement: PortfolioAgreement) -> str:
    """The agreement's report as seen from the overview. Stems are plain letters: nothing needs escaping."""
    return f"{REPORTS}/{agreement.stem}.html"


def _cells(row: tallies.Row, regions: Sequence[str], link: ReportLink) -> Markup:
    """A row of the matrix, made here and not in the template: there may be thousands of cells."""
    facts = row.agreement.agreement
    classes = [name for name, holds in (("lag", row.against_law), ("krav", row.lacks_required)) if holds]
    if facts.region:
        classes.insert(0, f"r{regions.index(facts.region)}")
    # Without an attribute where there is nothing to tell: most rows of a large portfolio are alike.
    opening = Markup('<tr class="{}">').format(" ".join(classes)) if classes else Markup("<tr>")
    head = Markup('<th scope="row"><a href="{}">{}</a>{}</th>').format(
        link(row.agreement),
        row.agreement.name,
        "" if row.agreement.complete else Markup(' <span class="part">delvis läst</span>'),
    )
    return opening + head + Markup("").join(_CELLS[sign.key] for sign in row.signs) + Markup("</tr>")


_CELLS = {
    key: Markup('<td class="{}">{} <i>{}</i></td>').format(CELL_CLASSES[key], sign.symbol, sign.word)
    for key, sign in SIGNS.items()
}
