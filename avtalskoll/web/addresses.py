"""Where the pages are."""

from __future__ import annotations

from starlette.requests import Request

from avtalskoll.web.case import Case
from avtalskoll.web.order import Kind

_RESULTS: dict[Kind, str] = {"audit": "/rapport", "compare": "/jamforelse", "portfolio": "/oversikt"}


def waiting(token: str) -> str:
    """The page to wait at, and where one is told what went wrong."""
    return f"/arbete/{token}"


def case(token: str, case: Case) -> str:
    """Where a case is to be seen: its result, or where one waits for it."""
    return f"{_RESULTS[case.order.kind]}/{token}" if case.done and not case.problem else waiting(token)


def overview(request: Request) -> str | None:
    """The overview that the agreement of a request belongs to."""
    return f"/oversikt/{request.path_params['token']}" if "stem" in request.path_params else None


def report(request: Request) -> str:
    """The report that a request asks for, in whatever form."""
    known = request.path_params
    return in_overview(known["token"], known["stem"]) if "stem" in known else f"/rapport/{known['token']}"


def in_overview(token: str, stem: str) -> str:
    """The report of one agreement of an overview."""
    return f"/oversikt/{token}/avtal/{stem}"
