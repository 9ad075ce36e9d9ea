"""The published JSON Schema of the audit report; `make schemas` writes it anew."""

from __future__ import annotations

import json
from pathlib import Path

from avtalskoll.audit_report import AuditReport

SCHEMA_FILE = Path("schemas/avtalskoll.audit-1.schema.json")


def schema_text() -> str:
    """The JSON Schema of what `render_json` gives, as it stands in `schemas/`."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **AuditReport.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
