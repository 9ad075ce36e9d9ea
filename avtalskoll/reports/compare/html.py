"""The comparison as one HTML file in the style of the audit report: no network, no script, printable."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from avtalskoll.audit_report import AgreementFacts, AuditedDocument
from avtalskoll.comparing.comparison import Comparison, Side
from avtalskoll.reports.compare import side_by_side
from avtalskoll.reports.compare.change_signs import CHANGE_SIGNS
from avtalskoll.reports.page import GENERATOR, content_policy, page_environment, page_margins, stylesheet


def render_html(comparison: Comparison) -> str:
    """The whole comparison as one HTML document; the same text for the same comparison."""
    style = stylesheet("compare.css") + margins(comparison)
    return (
        page_environment()
        .get_template("compare.html.j2")
        .render(
            **comparison_content(comparison),
            style=Markup(style),
            policy=content_policy(style),
            generator=f"{GENERATOR} {comparison.tool.version}",
        )
    )


def comparison_content(comparison: Comparison) -> dict[str, Any]:
    """The variables of `compare_content.html.j2`, wherever the content stands."""
    return {
        "comparison": comparison,
        "title": agreement_title(comparison.new),
        "sides": (("Gammal version", comparison.old), ("Ny version", comparison.new)),
        "kinds": side_by_side.by_kind(comparison),
        "outcomes": list(side_by_side.outcome_rows(comparison)),
        "clauses": side_by_side.changed_clauses(comparison),
        "clause_counts": side_by_side.clause_counts(comparison),
        "layout": side_by_side,
        "CHANGE_SIGNS": CHANGE_SIGNS,
    }


def margins(comparison: Comparison) -> str:
    """The header and footer of every printed page: which agreement, which files, which page."""
    files = " och ".join(_file(side.documents) for side in (comparison.old, comparison.new))
    return page_margins(agreement_title(comparison.new), f"Jämfört per {comparison.as_of.isoformat()}", files)


def agreement_title(side: Side) -> str:
    """The agreement's title, or the first file's name where the text has none."""
    facts: AgreementFacts = side.agreement
    return facts.title.strip() or (side.documents[0].name if side.documents else "Avtal")


def _file(documents: tuple[AuditedDocument, ...]) -> str:
    if not documents:
        return ""
    more = f" och {len(documents) - 1} till" if len(documents) > 1 else ""
    return f"{documents[0].name} ({documents[0].sha256[:12]}…){more}"
