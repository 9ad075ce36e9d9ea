"""Waivers and findings brought together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from avtalskoll.checking.check_run import (
    AppliedWaiver,
    CheckedAgreement,
    CheckFinding,
    WaiverNote,
    WaiverState,
)
from avtalskoll.waivers.deciding_clauses import deciding_clauses
from avtalskoll.waivers.meant_agreement import meant_agreements
from avtalskoll.waivers.waiver import NO_CLAUSE, Waiver

_Outcome = tuple[WaiverState, str]


def apply_waivers(
    agreements: Sequence[CheckedAgreement], waivers: Sequence[Waiver], as_of: date, *, root: Path | None = None
) -> tuple[tuple[CheckedAgreement, ...], tuple[WaiverNote, ...]]:
    """The agreements with waived findings marked, which then fail nothing, and what became of each waiver.

    A waiver about an agreement outside the run, a requirement that was not selected, or something that could not be
    read, gets no note: the run cannot tell whether it is needed. With `root`, the folder of the waiver file, a path
    that is no longer there is told as unused.
    """
    notes: list[WaiverNote] = []
    marks: dict[tuple[str, str], Waiver] = {}
    for waiver in waivers:
        meant = meant_agreements(agreements, waiver.agreement)
        name = meant[0].name if len(meant) == 1 else waiver.agreement
        outcome = _outcome(waiver, meant[0], as_of) if len(meant) == 1 else _not_one(waiver, meant, root)
        if outcome is None:
            continue
        state, sentence = outcome
        notes.append(WaiverNote(requirement=waiver.requirement, agreement=name, state=state, sentence=sentence))
        if state == "used":
            marks.setdefault((name, waiver.requirement), waiver)
    return tuple(_marked(agreement, marks) for agreement in agreements), tuple(notes)


def _not_one(waiver: Waiver, meant: Sequence[CheckedAgreement], root: Path | None) -> _Outcome | None:
    if meant:
        names = ", ".join(agreement.name for agreement in meant)
        return "unused", f"{_about(waiver)} används inte: det passar flera avtal ({names}); skriv avtalets sökväg."
    gone = root is not None and "." in Path(waiver.agreement).name and not (root / waiver.agreement).exists()
    if gone:
        return "unused", f"{_about(waiver)} används inte: avtalet finns inte; rätta namnet eller ta bort undantaget."
    return None


def _outcome(waiver: Waiver, agreement: CheckedAgreement, as_of: date) -> _Outcome | None:
    finding = next((f for f in agreement.findings if f.id.upper() == waiver.requirement), None)
    if finding is None:
        known = agreement.report is None or any(r.id.upper() == waiver.requirement for r in agreement.report.results)
        unknown = f"{_about(waiver)} används inte: kravet finns inte i checklistan; rätta eller ta bort undantaget."
        return None if known else ("unused", unknown)
    if finding.level == "pass":
        return "unused", f"{_about(waiver)} behövs inte längre: bristen finns inte i avtalet; ta bort undantaget."
    if as_of > waiver.expires:
        return "expired", (
            f"{_about(waiver)} gällde till {waiver.expires.isoformat()} och har gått ut; åtgärda bristen eller "
            "fatta ett nytt beslut."
        )
    clauses = deciding_clauses(agreement, finding)
    if _holds(waiver, clauses):
        by = f"beslutat av {waiver.decided_by} {waiver.decided.isoformat()}"
        others = len(set(clauses) - {waiver.fingerprint}) if waiver.fingerprint and finding.verdict == "conflict" else 0
        more = f" Fler klausuler än den undantaget gäller leder till bedömningen: {others} till." if others else ""
        return "used", f"{_about(waiver)} gäller till {waiver.expires.isoformat()} ({by}).{more}"
    if finding.verdict == "not_assessable":
        return None
    return "clause_changed", (
        f"{_about(waiver)} gäller inte längre: det som avtalet säger har ändrats sedan beslutet "
        f"{waiver.decided.isoformat()}; pröva undantaget på nytt."
    )


def _holds(waiver: Waiver, clauses: tuple[str, ...]) -> bool:
    if waiver.fingerprint == NO_CLAUSE:
        return not clauses
    return not waiver.fingerprint or waiver.fingerprint in clauses


def _about(waiver: Waiver) -> str:
    return f"Undantaget för {waiver.requirement} i {waiver.agreement}"


def _marked(agreement: CheckedAgreement, marks: dict[tuple[str, str], Waiver]) -> CheckedAgreement:
    findings = tuple(_waived(f, marks.get((agreement.name, f.id.upper()))) for f in agreement.findings)
    return agreement if findings == agreement.findings else agreement.model_copy(update={"findings": findings})


def _waived(finding: CheckFinding, waiver: Waiver | None) -> CheckFinding:
    if waiver is None:
        return finding
    applied = AppliedWaiver(
        reason=waiver.reason, decided_by=waiver.decided_by, decided=waiver.decided, expires=waiver.expires
    )
    return finding.model_copy(update={"waiver": applied, "fails": False})
