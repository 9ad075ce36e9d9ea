"""The report as one HTML file: no network, no script, a strict content policy, readable by anyone and printable."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from avtalskoll.audit_report import AuditReport, RequirementResult
from avtalskoll.reports import beside, order, overview, wording
from avtalskoll.reports.verdict_signs import SIGNS, sign_of

GENERATOR = "avtalskoll"
"""What `<meta name="generator">` begins with in every report that this program writes."""

_HERE = Path(__file__).parent


def render_html(report: AuditReport) -> str:
    """The whole report as one HTML document; the same text for the same report."""
    style = _stylesheet() + _page_margins(report)
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            style=Markup(style),
            policy=_policy(style),
            generator=f"{GENERATOR} {report.tool.version}",
            title=wording.agreement_title(report),
            gaps=order.gaps(report.results),
            counts=overview.counts(report.summary),
            group_rows=overview.group_rows(report),
            blanks=beside.noted(report, "placeholder"),
            hidden=beside.noted(report, "hidden"),
            met=_with(report, "met"),
            silent=_with(report, "silent", "cleared"),
            not_assessable=_with(report, "not_assessable"),
            not_applicable=_with(report, "not_applicable"),
        )
    )


def _with(report: AuditReport, *keys: str) -> list[RequirementResult]:
    return [result for result in report.results if sign_of(result).key in keys]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["dates_together"] = _dates_together
    environment.globals.update(beside=beside, wording=wording, SIGNS=SIGNS, sign_of=sign_of)
    return environment


def _dates_together(text: str) -> Markup:
    """The text, escaped, with its ISO dates kept from breaking over two lines."""
    return Markup(re.sub(r"\d{4}-\d\d-\d\d", r'<span class="together">\g<0></span>', str(escape(text))))


@cache
def _stylesheet() -> str:
    return (_HERE / "static" / "report.css").read_text(encoding="utf-8")


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _page_margins(report: AuditReport) -> str:
    """The page's header and footer in print: which agreement, which file, which page."""
    title = wording.agreement_title(report)
    first, *others = report.documents or [None]
    file = f"SHA-256 {first.sha256[:16]}… {first.name}" if first else ""
    if others:
        file += f" och {len(others)} till"
    return (
        "@page {\n"
        f"  @top-left {{ content: {_css_string(_short(title, 70))}; }}\n"
        f"  @top-right {{ content: {_css_string(f'Granskat per {report.as_of.isoformat()}')}; }}\n"
        f"  @bottom-left {{ content: {_css_string(_short(file, 90))}; }}\n"
        "}\n"
    )


def _short(text: str, longest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _css_string(text: str) -> str:
    """A CSS string that no text can break out of: every character but letters and digits is escaped."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'
