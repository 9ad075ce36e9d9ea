"""The pages where something begins: one agreement, two versions, many agreements."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from avtalskoll.web import addresses
from avtalskoll.web.offered import can_machine_read, offered_checklists
from avtalskoll.web.samples import compared_sample, samples
from avtalskoll.web.site import Site


def start(request: Request) -> Response:
    """One agreement, with its annexes."""
    site = Site.of(request)
    recent = [(addresses.case(token, case), case) for token, case in site.cases.of(site.sessions.of(request))]
    return site.page(request, "start.html.j2", samples=samples(), recent=recent, **_choices())


def compare(request: Request) -> Response:
    """An old and a new version."""
    return Site.of(request).page(request, "jamfor.html.j2", has_sample=compared_sample() is not None, **_choices())


def overview(request: Request) -> Response:
    """Many agreements."""
    return Site.of(request).page(request, "oversikt.html.j2", has_sample=bool(samples()), **_choices())


def about(request: Request) -> Response:
    """How it works, and where what one drops goes."""
    return Site.of(request).page(request, "om.html.j2")


def _choices() -> dict[str, Any]:
    return {
        "today": date.today().isoformat(),
        "checklists": offered_checklists(),
        "machine_reading": can_machine_read(),
    }
