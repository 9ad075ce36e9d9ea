"""The published JSON Schema of the audit report. `python -m avtalskoll.reports.schema` writes it anew."""

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


def main() -> None:
    """Write the schema into the repository that holds this file."""
    target = Path(__file__).resolve().parents[2] / SCHEMA_FILE
    target.parent.mkdir(exist_ok=True)
    target.write_text(schema_text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
