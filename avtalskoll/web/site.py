"""What every page is made with: the visitors, what is remembered for them, the jobs and the templates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from avtalskoll._version import __version__
from avtalskoll.reports.page import page_environment
from avtalskoll.web.allowance import Allowance
from avtalskoll.web.case import Case
from avtalskoll.web.cases import Cases
from avtalskoll.web.jobs import Jobs
from avtalskoll.web.private_folder import sweep_private_folders
from avtalskoll.web.received_form import FORM_WORD
from avtalskoll.web.refusal import Refusal
from avtalskoll.web.sessions import Sessions
from avtalskoll.web.static_files import StaticFiles

_TEMPLATES = Path(__file__).parent / "templates"


class Site:
    """One running program."""

    def __init__(self, allowance: Allowance) -> None:
        sweep_private_folders()
        self.allowance = allowance
        self.sessions = Sessions()
        self.cases = Cases(allowance)
        self.jobs = Jobs(allowance)
        self.static = StaticFiles()

    @classmethod
    def of(cls, request: Request) -> Site:
        """The program that a request has come to."""
        site = request.app.state.site
        assert isinstance(site, cls)
        return site

    def case(self, request: Request) -> Case:
        """The case that the address names, where it is the visitor's. Raises Refusal."""
        return self.cases.find(self.sessions.of(request), request.path_params["token"])

    def page(self, request: Request, template: str, status: int = 200, **content: Any) -> Response:
        """A page for the visitor."""
        text = (
            page_environment(_TEMPLATES)
            .get_template(template)
            .render(
                here=request.url.path,
                static=self.static.address,
                version=__version__,
                form_word=self.sessions.form_word(request),
                FORM_WORD=FORM_WORD,
                allowance=self.allowance,
                **content,
            )
        )
        return self.sessions.remember(request, HTMLResponse(text, status))

    def refusal(self, request: Request, refusal: Refusal) -> Response:
        """The page that says what is wrong and what to do."""
        return self.page(
            request,
            "problem.html.j2",
            refusal.status,
            heading=refusal.heading,
            sentences=[refusal.sentence],
            names=(),
        )

    def close(self) -> None:
        """End all work; what is remembered goes with the program."""
        self.jobs.close()
