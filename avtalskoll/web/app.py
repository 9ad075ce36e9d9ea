"""The application: addresses, what answers them, and the door in front of it all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from avtalskoll.errors import AvtalskollError
from avtalskoll.web import (
    beginning,
    comparison_pages,
    downloads,
    overview_pages,
    report_pages,
    start_pages,
    waiting_pages,
)
from avtalskoll.web.allowance import Allowance
from avtalskoll.web.guard import Guard
from avtalskoll.web.in_page_words import in_page_words
from avtalskoll.web.refusal import Refusal, not_found
from avtalskoll.web.site import Site
from avtalskoll.web.worker import CRASHED


def create_app(port: int, allowance: Allowance | None = None) -> ASGIApp:
    """The application for a server on this machine's `port`. Its workers end with its lifespan."""
    allowance = allowance or Allowance()
    site = Site(allowance)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        site.close()

    app = Starlette(
        routes=[
            Route("/", start_pages.start),
            Route("/om", start_pages.about),
            Route("/granska", beginning.audit, methods=["POST"]),
            Route("/jamfor", start_pages.compare),
            Route("/jamfor", beginning.compare, methods=["POST"]),
            Route("/oversikt", start_pages.overview),
            Route("/oversikt", beginning.overview, methods=["POST"]),
            Route("/arbete/{token}", waiting_pages.wait),
            Route("/arbete/{token}/lage", waiting_pages.state),
            *_report_routes("/rapport/{token}"),
            Route("/jamforelse/{token}", comparison_pages.comparison),
            Route("/jamforelse/{token}/utskrift.css", comparison_pages.print_margins),
            Route("/jamforelse/{token}/html", comparison_pages.html),
            Route("/jamforelse/{token}/json", comparison_pages.json),
            Route("/oversikt/{token}", overview_pages.overview),
            Route("/oversikt/{token}/egen.css", overview_pages.style),
            Route("/oversikt/{token}/zip", overview_pages.archive),
            Route("/oversikt/{token}/excel", overview_pages.spreadsheet),
            Route("/oversikt/{token}/forslag", overview_pages.proposal),
            *_report_routes("/oversikt/{token}/avtal/{stem}"),
            Route("/static/{version}/{name}", site.static.answer),
        ],
        exception_handlers={
            Refusal: _refused,
            AvtalskollError: _problem,
            HTTPException: _unknown,
            ClientDisconnect: _gone,
            500: _crashed,
        },
        lifespan=lifespan,
    )
    app.state.site = site

    def show(request: Request, refusal: Refusal) -> Response:
        request.scope["app"] = app
        return site.refusal(request, refusal)

    # Outside everything else: what Starlette itself answers goes through the door too.
    return Guard(app, port, allowance, show)


def _report_routes(base: str) -> list[Route]:
    return [
        Route(base, report_pages.report),
        Route(f"{base}/utskrift.css", report_pages.print_margins),
        Route(f"{base}/avtal", report_pages.in_place),
        Route(f"{base}/html", downloads.html),
        Route(f"{base}/json", downloads.json),
        Route(f"{base}/kommentarer", downloads.comments),
        Route(f"{base}/forslag", downloads.proposal),
        Route(f"{base}/excel", downloads.spreadsheet),
    ]


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return Site.of(request).refusal(request, error)


def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, AvtalskollError)
    return Site.of(request).refusal(request, Refusal(422, "Det gick inte", in_page_words(error.sentence)))


def _unknown(request: Request, error: Exception) -> Response:
    """What Starlette itself finds wrong: an address or a method that is not there."""
    refusal = not_found()
    refusal.status = getattr(error, "status_code", 404)
    return Site.of(request).refusal(request, refusal)


def _gone(request: Request, error: Exception) -> Response:
    return Response(status_code=400)  # nobody is there to read it


def _crashed(request: Request, error: Exception) -> Response:
    return Site.of(request).refusal(request, Refusal(500, "Något gick fel", CRASHED))
