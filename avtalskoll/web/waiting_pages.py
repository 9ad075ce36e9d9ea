"""The page to wait at, what its script asks, and what is told when nothing came of it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from avtalskoll.web import addresses
from avtalskoll.web.case import Case
from avtalskoll.web.in_page_words import in_page_words
from avtalskoll.web.site import Site

_HEADINGS = {"audit": "Avtalet granskas", "compare": "Versionerna jämförs", "portfolio": "Avtalen granskas"}
_PROBLEMS = {
    "audit": "Avtalet kunde inte granskas",
    "compare": "Versionerna kunde inte jämföras",
    "portfolio": "Översikten kunde inte göras",
}


def wait(request: Request) -> Response:
    """How far it has come; the result where it is there."""
    site, token = Site.of(request), request.path_params["token"]
    case = site.case(request)
    if case.done and not case.problem:
        return RedirectResponse(addresses.case(token, case), 303)
    kind = case.order.kind
    if case.done:
        sentences = [in_page_words(case.problem)]
        return site.page(request, "problem.html.j2", heading=_PROBLEMS[kind], sentences=sentences, names=case.names)
    return site.page(
        request,
        "vanta.html.j2",
        heading=_HEADINGS[kind],
        names=case.names,
        state=addresses.waiting(token) + "/lage",
        progress=case.job.progress,
    )


def state(request: Request) -> Response:
    """The same for the script of that page."""
    site = Site.of(request)
    return JSONResponse(_state(request.path_params["token"], site.case(request)))


def _state(token: str, case: Case) -> dict[str, object]:
    progress = case.job.progress
    next_page = addresses.case(token, case) if case.done else ""
    return {"phrase": progress.phrase, "done": progress.done, "total": progress.total, "next": next_page}
