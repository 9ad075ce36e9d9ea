"""The report as a page: the same content as the file, narrowed where one likes, and each quote in its surroundings.

The same pages serve the agreements of an overview, at addresses of their own.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from avtalskoll.audit_report import Evidence
from avtalskoll.reports import wording
from avtalskoll.reports.html import margins
from avtalskoll.reports.report_content import report_content
from avtalskoll.web import addresses
from avtalskoll.web.agreement_text import agreement_text
from avtalskoll.web.audited import Audited
from avtalskoll.web.refusal import not_found
from avtalskoll.web.selection import Selection
from avtalskoll.web.site import Site


def report(request: Request) -> Response:
    """The whole report, or what the address selects of it."""
    audited, base = audited_at(request), addresses.report(request)
    selection = Selection(audited.report, request.query_params)

    def clause_link(requirement: str, quote: int) -> str:
        return f"{base}/avtal?krav={requirement}&citat={quote + 1}#fynd"

    content = report_content(
        audited.report,
        shown=selection.shown if selection.active else None,
        clause_link=clause_link if audited.agreement else None,
    )
    content |= {"actions": "report_actions.html.j2", "tools": "report_selection.html.j2"}
    return Site.of(request).page(
        request, "rapport.html.j2", base=base, overview=addresses.overview(request), selection=selection,
        audited=audited, **content,
    )  # fmt: skip


def print_margins(request: Request) -> Response:
    """The header and footer of each printed page, which name the agreement."""
    return Response(margins(audited_at(request).report), media_type="text/css")


def in_place(request: Request) -> Response:
    """The agreement as it was read, with the quotes of one requirement marked."""
    audited = audited_at(request)
    if audited.agreement is None:
        raise not_found()
    report = audited.report
    wanted = next((result for result in report.results if result.id == request.query_params.get("krav")), None)
    quotes = wanted.evidence if wanted else ()
    return Site.of(request).page(
        request,
        "avtal.html.j2",
        base=addresses.report(request),
        title=wording.agreement_title(report),
        documents=agreement_text(audited.agreement, report, quotes),
        result=wanted,
        chosen=_number(request.query_params.get("citat", ""), quotes),
    )


def audited_at(request: Request) -> Audited:
    """The visitor's audited agreement that the address names. Raises Refusal."""
    case = Site.of(request).case(request)
    stem = request.path_params.get("stem")
    audited = case.audited if stem is None else case.audited_in(stem)
    if audited is None:
        raise not_found()
    return audited


def _number(text: str, quotes: tuple[Evidence, ...]) -> int:
    """Which quote is meant, from 0; the first where the address does not say."""
    number = int(text) - 1 if text.isdecimal() and len(text) < 5 else 0
    return number if 0 <= number < len(quotes) else 0
