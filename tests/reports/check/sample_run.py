"""A hand-made check run over every level, a waiver, a baseline, an unreadable agreement and hostile text."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from avtalskoll.audit_report import AuditReport, RequirementResult
from avtalskoll.checking.check_run import (
    AppliedWaiver,
    CheckedAgreement,
    CheckFinding,
    CheckRun,
    Level,
    Place,
    WaiverNote,
)
from tests.reports.sample_report import quote, sample_report

WAIVER = AppliedWaiver(
    reason="Regionen har lovat en ny skrivning till våren",
    decided_by="Anna Ek, MAS",
    decided=date(2026, 11, 1),
    expires=date(2027, 6, 30),
)
_FAILING = {("conflict", "N1"), ("conflict", "N2"), ("conflict", "N3"), ("missing", "N1"), ("partial", "N1")}


def level_of(result: RequirementResult) -> Level:
    if (result.verdict, result.norm) in _FAILING:
        return "error"
    if result.verdict == "not_assessable":
        return "note"
    return "warning" if result.verdict in ("conflict", "missing", "partial") else "pass"


def finding_of(result: RequirementResult, file: str, line: int | None, **changes: Any) -> CheckFinding:
    places = tuple(
        Place(
            file=file,
            section=evidence.section,
            page=None if line else evidence.page,
            line=line,
            quote=evidence.quote,
            fingerprint=evidence.fingerprint,
        )
        for evidence in reversed(result.evidence)
    )
    level = level_of(result)
    return CheckFinding(
        **{
            "id": result.id,
            "title": result.title,
            "group": result.group,
            "norm": result.norm,
            "verdict": result.verdict,
            "display": result.display,
            "reason": result.reason,
            "suggestion": result.suggestion,
            "level": level,
            "fails": level == "error",
            "places": places or (Place(file=file),),
            "fingerprint": hashlib.sha256(f"{file}{result.id}".encode()).hexdigest()[:32],
            **changes,
        }
    )


def checked(
    file: str, line: int | None = None, report: AuditReport | None = None, **changes: dict[str, Any]
) -> CheckedAgreement:
    """An agreement of one file; `changes` are fields of findings by id, with "_" for "-"."""
    audited = report or sample_report(notices=(), documents=sample_report().documents[:1])
    return CheckedAgreement(
        name=file,
        files=(file,),
        report=audited,
        findings=tuple(finding_of(r, file, line, **changes.get(r.id.replace("-", "_"), {})) for r in audited.results),
    )


def sample_run(**changes: Any) -> CheckRun:
    """Three agreements: a Word file with a waiver and a baseline, a Markdown file, one that cannot be read."""
    word = checked(
        "utkast/Avtal, norra länsdelen 50 %.docx",
        OV_01={"waiver": WAIVER, "fails": False, "change": "unchanged"},
        DR_01={"change": "weakened", "verdict_before": "partial"},
        OM_02={"change": "new", "verdict_before": "met"},
        FO_04={"change": "resolved", "verdict_before": "conflict"},
    )
    text = checked("utkast/södra.md", line=17)
    scan = CheckedAgreement(
        name="utkast/inskannat.pdf",
        files=("utkast/inskannat.pdf",),
        problem="inskannat.pdf är en inskannad bild utan text; be om originalet i Word.",
    )
    return CheckRun(
        **{
            "version": "0.1.0",
            "as_of": date(2026, 11, 22),
            "checklist": "lakarmedverkan",
            "checklist_version": "2026.1",
            "fail_on": ("conflict:N1+N2+N3", "missing:N1", "partial:N1"),
            "agreements": (word, scan, text),
            "waivers": (
                WaiverNote(requirement="OV-01", agreement=word.name, state="used", sentence="Undantaget används."),
                WaiverNote(
                    requirement="OV-03",
                    agreement=word.name,
                    state="expired",
                    sentence="Undantaget för OV-03 gällde till och med 2026-10-31.",
                ),
            ),
            "worse": True,
            "exit_code": 3,
            **changes,
        }
    )


def quoting(words: str, times: int = 1, name: str = "avtal.md") -> CheckRun:
    """A run of one agreement whose findings all quote `words`."""
    report = sample_report(notices=(), documents=sample_report().documents[:1])
    results = tuple(
        result.model_copy(update={"evidence": (quote(words, "conflicts"),) * times, "reason": f"Texten: {words}"})
        for result in report.results
    )
    return sample_run(
        agreements=(checked(name, line=3, report=report.model_copy(update={"results": results})),), exit_code=1
    )
