"""Fixtures shared by the tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import AuditReport
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist, load_checklist
from avtalskoll.readers import read_bytes

ROOT = Path(__file__).resolve().parent.parent
AS_OF = date(2026, 11, 22)


@pytest.fixture(scope="session")
def checklist() -> Checklist:
    return load_checklist()


@pytest.fixture(scope="session")
def audit_text(checklist: Checklist):  # type: ignore[no-untyped-def]
    """Audit a Markdown text: audit_text("...", as_of=..., names...) -> AuditReport."""

    def run(text: str, as_of: date = AS_OF, name: str = "avtal.md") -> AuditReport:
        agreement = Agreement(documents=(read_bytes(text.encode(), name),))
        return audit_agreement(agreement, as_of=as_of, checklist=checklist)

    return run
