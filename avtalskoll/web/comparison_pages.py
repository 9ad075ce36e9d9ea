"""The comparison of two versions as a page and as files."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from avtalskoll.comparing.comparison import Comparison
from avtalskoll.reports.compare.html import comparison_content, margins, render_html
from avtalskoll.reports.compare.json import render_json
from avtalskoll.web.attachment import attachment
from avtalskoll.web.refusal import not_found
from avtalskoll.web.site import Site

_NAME = "avtalskoll-jämförelse"


def comparison(request: Request) -> Response:
    """The same content as the file."""
    base = f"/jamforelse/{request.path_params['token']}"
    content = comparison_content(_at(request)) | {"actions": "comparison_actions.html.j2"}
    return Site.of(request).page(request, "jamforelse.html.j2", base=base, **content)


def print_margins(request: Request) -> Response:
    """The header and footer of each printed page, which name the agreement."""
    return Response(margins(_at(request)), media_type="text/css")


def html(request: Request) -> Response:
    """The comparison as one file that opens in any browser."""
    return attachment(f"{_NAME}.html", render_html(_at(request)).encode())


def json(request: Request) -> Response:
    """The comparison for other programs."""
    return attachment(f"{_NAME}.json", render_json(_at(request)).encode())


def _at(request: Request) -> Comparison:
    found = Site.of(request).case(request).comparison
    if found is None:
        raise not_found()
    return found
