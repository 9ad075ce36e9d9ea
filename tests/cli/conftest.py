from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import avtalskoll
from avtalskoll.audit_report import AuditReport
from avtalskoll.cli import main
from tests.reports.sample_report import sample_report


@dataclass
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in an empty folder, with a terminal of 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str) -> Outcome:
        code = main(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


class FakeAudit:
    """Stands for `avtalskoll.audit`: remembers how it was called and gives `report`, or raises `error`."""

    def __init__(self) -> None:
        self.report: AuditReport = readable_report()
        self.error: BaseException | None = None
        self.files: list[str] = []
        self.options: dict[str, Any] = {}

    def __call__(self, files: list[str], **options: Any) -> AuditReport:
        self.files, self.options = files, options
        if self.error:
            raise self.error
        return self.report


def readable_report() -> AuditReport:
    return sample_report(notices=(), documents=sample_report().documents[:1])


@pytest.fixture
def fake_audit(monkeypatch: pytest.MonkeyPatch) -> FakeAudit:
    fake = FakeAudit()
    monkeypatch.setattr(avtalskoll, "audit", fake)
    return fake
