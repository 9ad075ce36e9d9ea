"""Write the published JSON schemas again: `python -m tools.write_schemas`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from avtalskoll.audit_report import AuditReport
from avtalskoll.checklist.checklist import Manifest
from avtalskoll.checklist.loading import VocabularyFile
from avtalskoll.checklist.provisions import Provisions
from avtalskoll.checklist.requirement import Group

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
MODELS = {
    "avtalskoll.audit-1.schema.json": (AuditReport, "serialization"),
    "checklist-group.schema.json": (Group, "validation"),
    "checklist-vocabulary.schema.json": (VocabularyFile, "validation"),
    "checklist-provisions.schema.json": (Provisions, "validation"),
    "checklist-manifest.schema.json": (Manifest, "validation"),
}


def schema_texts() -> dict[str, str]:
    """The schemas by file name, as they must stand in schemas/."""
    return {
        name: json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(by_alias=True, mode=mode)},  # type: ignore[arg-type]
            ensure_ascii=False, indent=1, sort_keys=True,
        ) + "\n"
        for name, (model, mode) in MODELS.items()
    }  # fmt: skip


def main() -> int:
    """Write them all."""
    SCHEMAS.mkdir(exist_ok=True)
    for name, text in schema_texts().items():
        (SCHEMAS / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
