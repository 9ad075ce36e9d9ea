"""The report as files."""

from __future__ import annotations

import io
import zipfile

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from avtalskoll.reports.html import render_html
from avtalskoll.reports.json_report import render_json
from avtalskoll.web.attachment import attachment
from avtalskoll.web.audited import Audited
from avtalskoll.web.making import IN_VAIN, making
from avtalskoll.web.order import Kind, Made
from avtalskoll.web.refusal import Refusal
from avtalskoll.web.report_pages import audited_at
from avtalskoll.web.site import Site

_NOT_KEPT = (
    "Avtalets filer finns inte kvar i minnet, och därför kan kommentarer inte läggas in härifrån. Granska avtalet för "
    "sig, eller ladda ner rapporten som HTML i stället."
)
_STILL = (1980, 1, 1, 0, 0, 0)


def html(request: Request) -> Response:
    """The report as one file that opens in any browser."""
    audited = audited_at(request)
    return attachment(f"{audited.stem}-granskning.html", render_html(audited.report).encode())


def json(request: Request) -> Response:
    """The report for other programs."""
    audited = audited_at(request)
    return attachment(f"{audited.stem}-granskning.json", render_json(audited.report).encode())


async def comments(request: Request) -> Response:
    """The agreement's Word files with a comment at every finding; several of them in a zip."""
    audited = await run_in_threadpool(audited_at, request)
    if not audited.originals:
        raise Refusal(422, IN_VAIN, _NOT_KEPT)
    made = await _made(request, audited, "annotate", with_files=True)
    if len(made.files) == 1:
        return attachment(*made.files[0])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.files:
            archive.writestr(zipfile.ZipInfo(name, _STILL), content)
    return attachment(f"{audited.stem}-kommentarer.zip", packed.getvalue())


async def proposal(request: Request) -> Response:
    """A document to negotiate from."""
    audited = await run_in_threadpool(audited_at, request)
    made = await _made(request, audited, "propose")
    return attachment(f"{audited.stem}-förslag.docx", made.files[0][1])


async def spreadsheet(request: Request) -> Response:
    """The requirements as a sheet for Excel."""
    audited = await run_in_threadpool(audited_at, request)
    made = await _made(request, audited, "spreadsheet")
    return attachment(f"{audited.stem}-granskning.xlsx", made.files[0][1])


async def _made(request: Request, audited: Audited, kind: Kind, *, with_files: bool = False) -> Made:
    site = Site.of(request)
    choices = site.case(request).order.choices
    return await making(site, kind, choices, [audited.report_json], audited.originals if with_files else ())
