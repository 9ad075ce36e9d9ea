"""The report as one HTML file: no network, no script, a strict content policy, readable by anyone and printable."""

from __future__ import annotations

from markupsafe import Markup

from avtalskoll.audit_report import AuditReport
from avtalskoll.reports import wording
from avtalskoll.reports.page import GENERATOR, content_policy, page_environment, page_margins, stylesheet
from avtalskoll.reports.report_content import report_content


def render_html(report: AuditReport) -> str:
    """The whole report as one HTML document; the same text for the same report."""
    style = stylesheet() + margins(report)
    return (
        page_environment()
        .get_template("report.html.j2")
        .render(
            **report_content(report),
            style=Markup(style),
            policy=content_policy(style),
            generator=f"{GENERATOR} {report.tool.version}",
        )
    )


def margins(report: AuditReport) -> str:
    """The header and footer of every printed page: which agreement, which file, which page."""
    first, *others = report.documents or [None]
    file = f"SHA-256 {first.sha256[:16]}… {first.name}" if first else ""
    if others:
        file += f" och {len(others)} till"
    return page_margins(wording.agreement_title(report), f"Granskat per {report.as_of.isoformat()}", file)
