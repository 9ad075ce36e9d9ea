"""The published JSON Schemas of what the commands give as JSON; `make schemas` writes them anew."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from avtalskoll.audit_report import AuditReport
from avtalskoll.checking.check_run import CheckRun
from avtalskoll.comparing.comparison import Comparison
from avtalskoll.portfolios.portfolio import Portfolio

SCHEMA_FILE = Path("schemas/avtalskoll.audit-1.schema.json")
COMPARE_SCHEMA_FILE = Path("schemas/avtalskoll.compare-1.schema.json")
CHECK_SCHEMA_FILE = Path("schemas/avtalskoll.check-1.schema.json")
PORTFOLIO_SCHEMA_FILE = Path("schemas/avtalskoll.portfolio-1.schema.json")


def schema_text() -> str:
    """The JSON Schema of what `audit --format json` gives, as it stands in `schemas/`."""
    return _text(AuditReport)


def check_schema_text() -> str:
    """The same for `check --format json`."""
    return _text(CheckRun)


def compare_schema_text() -> str:
    """The same for `compare --format json`."""
    return _text(Comparison)


def portfolio_schema_text() -> str:
    """The same for `oversikt.json` of `portfolio`."""
    return _text(Portfolio)


def _text(model: type[BaseModel]) -> str:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
