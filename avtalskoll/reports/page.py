"""What every HTML report is made with: one file, no network, no script, a strict content policy, margins in print."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from avtalskoll.reports import beside, wording
from avtalskoll.reports.verdict_signs import SIGNS, sign_of

GENERATOR = "avtalskoll"
"""What `<meta name="generator">` begins with in every report that this program writes."""

_HERE = Path(__file__).parent


@cache
def page_environment(*folders: Path) -> Environment:
    """Where the templates are found, `folders` first, with the report's words and signs at hand. All is escaped."""
    environment = Environment(
        loader=FileSystemLoader([*folders, _HERE / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["together"] = _together
    environment.globals.update(beside=beside, wording=wording, SIGNS=SIGNS, sign_of=sign_of)
    # A report in a file is whole and leads nowhere; the local page says otherwise.
    environment.globals.update(narrowed=False, clause_link=None, actions=None, tools=None)
    return environment


def _together(text: str) -> Markup:
    """The text, escaped, with its ISO dates and ids of requirements kept from breaking over two lines."""
    return Markup(
        re.sub(r"\b(?:\d{4}-\d\d-\d\d|[A-ZÅÄÖ]{2,}-\d\d)\b", r'<span class="together">\g<0></span>', str(escape(text)))
    )


@cache
def stylesheet(*names: str) -> str:
    """The style sheets, one after the other: the report's, then those named."""
    return "".join((_HERE / "static" / name).read_text(encoding="utf-8") for name in ("report.css", *names))


def content_policy(style: str) -> str:
    """A content policy that allows this style and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def page_margins(top_left: str, top_right: str, bottom_left: str) -> str:
    """The page's header and footer in print; long texts are cut."""
    return (
        "@page {\n"
        f"  @top-left {{ content: {_css_string(_short(top_left, 70))}; }}\n"
        f"  @top-right {{ content: {_css_string(top_right)}; }}\n"
        f"  @bottom-left {{ content: {_css_string(_short(bottom_left, 90))}; }}\n"
        "}\n"
    )


def _short(text: str, longest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _css_string(text: str) -> str:
    """A CSS string that no text can break out of: every character but letters and digits is escaped."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'
