"""The findings of one audited agreement: the level of each result, its places and its fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from avtalskoll.audit_report import AuditReport, Evidence, RequirementResult
from avtalskoll.checking.auditing_many import Audited
from avtalskoll.checking.candidate import Candidate
from avtalskoll.checking.check_run import CheckFinding, Level, Place
from avtalskoll.checklist import Checklist
from avtalskoll.engine.special import DRAFT
from avtalskoll.settings.threshold import FailOn


def findings_of(
    candidate: Candidate, audited: Audited, checklist: Checklist, selected: frozenset[str], threshold: FailOn
) -> tuple[CheckFinding, ...]:
    """A finding for each selected requirement, in the checklist's order; none where there is no report."""
    report = audited.report
    if report is None:
        return ()
    validity = {one.id for one in checklist.requirements if one.rules.special == "giltighet"}
    return tuple(
        _finding(result, candidate, audited, _level(result, report, threshold, result.id in validity))
        for result in report.results
        if result.id in selected
    )


def _finding(result: RequirementResult, candidate: Candidate, audited: Audited, level: Level) -> CheckFinding:
    return CheckFinding(
        id=result.id, title=result.title, group=result.group, norm=result.norm, verdict=result.verdict,
        display=result.display, reason=result.reason, suggestion=result.suggestion,
        level=level, fails=level == "error",
        places=tuple(_places(result, candidate, audited)) or (Place(file=candidate.shown[0]),),
        fingerprint=_fingerprint(candidate.name, result),
    )  # fmt: skip


def _level(result: RequirementResult, report: AuditReport, threshold: FailOn, of_validity: bool) -> Level:
    if result.verdict in ("met", "not_applicable"):
        return "pass"
    if of_validity and _only_a_draft(result, report):
        return "note"
    if threshold.holds(result):
        return "error"
    return "note" if result.verdict == "not_assessable" else "warning"


def _only_a_draft(result: RequirementResult, report: AuditReport) -> bool:
    """Whether all that is wrong with the validity is that a draft is a draft (reading rule R12).

    It begins after the audit date, or its date is still open, as a draft's may. A draft that names no parties, says
    nothing of its time or has expired lacks something that its text should have.
    """
    if not report.agreement.draft or result.verdict != "partial":
        return False
    ended = report.agreement.valid_to
    return result.reason == DRAFT or (not result.missing_elements and (ended is None or ended >= report.as_of))


def _places(result: RequirementResult, candidate: Candidate, audited: Audited) -> Iterator[Place]:
    for item in result.evidence:
        file = candidate.file_of(item.document)
        yield Place(
            file=file,
            section=_section(item, file),
            page=item.page,
            line=audited.lines.get((item.document, item.block)),
            quote=item.quote,
            fingerprint=item.fingerprint,
        )


def _section(item: Evidence, file: str) -> str:
    """The section, with the document's name before it where that stands in a zip."""
    if file.endswith(item.document) or not file.lower().endswith(".zip"):
        return item.section
    return f"{item.document}, {item.section}" if item.section else item.document


def _fingerprint(agreement: str, result: RequirementResult) -> str:
    clauses = sorted({item.fingerprint for item in result.evidence})
    return hashlib.sha256("\0".join((agreement, result.id, *clauses)).encode()).hexdigest()[:32]
