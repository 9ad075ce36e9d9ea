"""Write the published JSON schemas again: `python -m tools.write_schemas`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic import BaseModel

from avtalskoll.checklist.checklist import Manifest
from avtalskoll.checklist.concepts import VocabularyFile
from avtalskoll.checklist.extension import Extension
from avtalskoll.checklist.provisions import OwnProvisions, Provisions
from avtalskoll.checklist.requirement import Group
from avtalskoll.reports.schema import (
    CHECK_SCHEMA_FILE,
    COMPARE_SCHEMA_FILE,
    PORTFOLIO_SCHEMA_FILE,
    SCHEMA_FILE,
    check_schema_text,
    compare_schema_text,
    portfolio_schema_text,
    schema_text,
)

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
MODELS: dict[str, type[BaseModel]] = {
    "checklist-group.schema.json": Group,
    "checklist-vocabulary.schema.json": VocabularyFile,
    "checklist-provisions.schema.json": Provisions,
    "checklist-manifest.schema.json": Manifest,
    "checklist-extension.schema.json": Extension,
    "checklist-own-provisions.schema.json": OwnProvisions,
}


def schema_texts() -> dict[str, str]:
    """The schemas by file name, as they must stand in schemas/."""
    texts = {
        SCHEMA_FILE.name: schema_text(),
        CHECK_SCHEMA_FILE.name: check_schema_text(),
        COMPARE_SCHEMA_FILE.name: compare_schema_text(),
        PORTFOLIO_SCHEMA_FILE.name: portfolio_schema_text(),
    }
    for name, model in MODELS.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(by_alias=True)}
        texts[name] = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return texts


def main() -> int:
    """Write them all."""
    SCHEMAS.mkdir(exist_ok=True)
    for name, text in schema_texts().items():
        (SCHEMAS / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
