"""The overview of many agreements as a page and as files."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from avtalskoll.portfolios.portfolio import Portfolio, PortfolioAgreement
from avtalskoll.reports.portfolio.html import own_style, portfolio_content
from avtalskoll.web import addresses
from avtalskoll.web.attachment import attachment
from avtalskoll.web.case import Case
from avtalskoll.web.making import making
from avtalskoll.web.order import Overview
from avtalskoll.web.refusal import not_found
from avtalskoll.web.site import Site


def overview(request: Request) -> Response:
    """The same content as the file; each agreement leads to its report."""
    _, portfolio = _at(request)
    token = request.path_params["token"]

    def link(agreement: PortfolioAgreement) -> str:
        return addresses.in_overview(token, agreement.stem)

    content = portfolio_content(portfolio, link) | {"actions": "overview_actions.html.j2"}
    return Site.of(request).page(request, "oversikt_resultat.html.j2", base=f"/oversikt/{token}", **content)


def style(request: Request) -> Response:
    """The filters, and the header and footer of each printed page."""
    return Response(own_style(_at(request)[1]), media_type="text/css")


def archive(request: Request) -> Response:
    """The overview with all its reports, to unpack anywhere."""
    case, _ = _at(request)
    assert isinstance(case.result, Overview)
    return attachment("avtalskoll-översikt.zip", case.result.archive)


def spreadsheet(request: Request) -> Response:
    """The overview for Excel."""
    return attachment("avtalskoll-översikt.xlsx", _at(request)[0].kept_file("oversikt.xlsx"))


async def proposal(request: Request) -> Response:
    """A document to negotiate from, with the same questions of all agreements together."""
    site = Site.of(request)
    case, portfolio = await run_in_threadpool(_at, request)
    reports = [case.kept_file(f"data/{agreement.stem}.json").decode() for agreement in portfolio.agreements]
    made = await making(site, "propose", case.order.choices, reports)
    return attachment("avtalskoll-förslag.docx", made.files[0][1])


def _at(request: Request) -> tuple[Case, Portfolio]:
    case = Site.of(request).case(request)
    if case.portfolio is None:
        raise not_found()
    return case, case.portfolio
