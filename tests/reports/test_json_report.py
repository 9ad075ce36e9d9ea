from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from avtalskoll.audit_report import AuditReport
from avtalskoll.reports.json_report import render_json
from avtalskoll.reports.schema import SCHEMA_FILE, schema_text
from tests.reports.sample_report import sample_report

PUBLISHED = Path(__file__).parents[2] / SCHEMA_FILE


def test_json_is_the_model_and_comes_back_as_the_same_report() -> None:
    report = sample_report()
    text = render_json(report)
    assert json.loads(text) == report.model_dump(mode="json")
    assert AuditReport.model_validate_json(text) == report
    assert text.startswith('{\n "schema": "avtalskoll.audit/1"')
    assert text.endswith("}\n")
    assert "läkarmedverkan" in text


def test_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), "run: make schemas"


def test_published_schema_holds_for_a_report() -> None:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(render_json(sample_report())), schema)
