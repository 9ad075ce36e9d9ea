"""Two reports on the same agreement, requirement by requirement."""

from __future__ import annotations

from avtalskoll.audit_report import AuditReport, EvidenceRole, RequirementResult, Verdict
from avtalskoll.comparing.requirement_change import RequirementChange, RequirementChangeKind

_GAPS: tuple[Verdict, ...] = ("conflict", "missing", "partial")
"""From worst to least."""


def report_changes(old: AuditReport, new: AuditReport) -> tuple[RequirementChange, ...]:
    """One change for each requirement of `new`, in its order. What only `old` asks is left out: nobody asks any more.

    A gap is conflict, missing or partial, in that order from worst to least; met and not applicable are none.

    - new: a gap where there was none, or where it could not be judged. Also: it can no longer be judged though it was
      no gap, and a gap in a requirement that the earlier report did not ask.
    - resolved: no gap any more. A gap that can no longer be judged is not resolved but unchanged: nothing says that
      it is gone.
    - weakened, strengthened: another gap, worse or less bad. Also the same verdict: partial with more or fewer missing
      elements, with a promise that no longer binds or does so now, and conflict with more or fewer clauses beside the
      same ones. Where one is better and another worse it is neither.
    - reworded: the same, decided by other words, or one of met and not applicable instead of the other.
    - unchanged: the same words decide.

    A prohibition is met where the text is silent and where it denies the condition; between them it is reworded.
    """
    before = {result.id: result for result in old.results}
    return tuple(_change(before.get(result.id), result) for result in new.results)


def _change(old: RequirementResult | None, new: RequirementResult) -> RequirementChange:
    return RequirementChange(
        id=new.id,
        title=new.title,
        kind=_kind(old, new),
        verdict_before=old.verdict if old else None,
        verdict_after=new.verdict,
        quotes_before=old.evidence if old else (),
        quotes_after=new.evidence,
    )


def _kind(old: RequirementResult | None, new: RequirementResult) -> RequirementChangeKind:
    if old is None:
        return "new" if new.verdict in _GAPS else "unchanged"
    if old.verdict == new.verdict:
        return _within(old, new)
    if old.verdict in _GAPS and new.verdict in _GAPS:
        better = _GAPS.index(new.verdict) > _GAPS.index(old.verdict)
        return "strengthened" if better else "weakened"
    if new.verdict in _GAPS:
        return "new"
    if new.verdict == "not_assessable":
        return "unchanged" if old.verdict in _GAPS else "new"
    return "resolved" if old.verdict in _GAPS or old.verdict == "not_assessable" else "reworded"


def _within(old: RequirementResult, new: RequirementResult) -> RequirementChangeKind:
    """The same verdict both times."""
    if old.verdict == "partial":
        lost = (_unbinding(new) - _unbinding(old), len(new.missing_elements) - len(old.missing_elements))
        if any(lost) and all(step >= 0 for step in lost):
            return "weakened"
        if any(lost) and all(step <= 0 for step in lost):
            return "strengthened"
    if old.verdict == "conflict":
        earlier, now = _clauses(old, "conflicts"), _clauses(new, "conflicts")
        if earlier and now and earlier != now and (earlier < now or now < earlier):
            return "weakened" if earlier < now else "strengthened"
    return "unchanged" if _clauses(old) == _clauses(new) else "reworded"


def _unbinding(result: RequirementResult) -> bool:
    """Whether all that the text says on the matter falls short of binding."""
    return bool(result.evidence) and all(evidence.role == "weakens" for evidence in result.evidence)


def _clauses(result: RequirementResult, role: EvidenceRole | None = None) -> set[str]:
    return {evidence.fingerprint for evidence in result.evidence if role in (None, evidence.role)}
