"""Which clauses a waiver can be tied to."""

from __future__ import annotations

from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding


def deciding_clauses(agreement: CheckedAgreement, finding: CheckFinding) -> tuple[str, ...]:
    """Fingerprints of the clauses behind the finding, the most telling first; none where the text says nothing.

    A clause that is quoted only for contrast does not carry a conflict.
    """
    clauses = tuple(dict.fromkeys(place.fingerprint for place in finding.places if place.fingerprint))
    if finding.verdict != "conflict" or agreement.report is None:
        return clauses
    against = {e.fingerprint for e in agreement.result(finding.id).evidence if e.role == "conflicts"}
    return tuple(clause for clause in clauses if clause in against) or clauses
