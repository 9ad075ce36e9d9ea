"""Hand-made findings and agreements of a run."""

from __future__ import annotations

from typing import Any

from avtalskoll.audit_report import AuditReport, Verdict
from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding, Level, Place

LEVELS: dict[Verdict, Level] = {
    "conflict": "error",
    "missing": "error",
    "partial": "warning",
    "met": "pass",
    "not_applicable": "pass",
    "not_assessable": "note",
}


def finding(id: str, verdict: Verdict, *clauses: str, file: str = "utkast/nordvik.md", **changes: Any) -> CheckFinding:
    """A finding with a place per clause fingerprint, or the file alone."""
    level = LEVELS[verdict]
    return CheckFinding(
        **{
            "id": id,
            "title": f"Kravet {id}",
            "group": id[:2],
            "norm": "N1",
            "verdict": verdict,
            "display": verdict,
            "reason": "Så står det.",
            "level": level,
            "fails": level == "error",
            "places": tuple(Place(file=file, quote="…", fingerprint=clause) for clause in clauses)
            or (Place(file=file),),
            "fingerprint": f"{file}{id}",
            **changes,
        }
    )


def checked(
    *findings: CheckFinding, name: str = "utkast/nordvik.md", report: AuditReport | None = None
) -> CheckedAgreement:
    """An agreement of one file."""
    return CheckedAgreement(name=name, files=(name,), report=report, findings=findings)
