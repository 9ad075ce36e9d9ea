"""The report as JSON: `schema` "avtalskoll.audit/1", the same bytes for the same report."""

from __future__ import annotations

import json

from avtalskoll.audit_report import AuditReport


def render_json(report: AuditReport) -> str:
    """The whole report as JSON text with a final newline; to be written as UTF-8."""
    return json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
