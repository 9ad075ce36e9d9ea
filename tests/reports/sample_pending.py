"""Pending changes with a changed clause and a moved one."""

from __future__ import annotations

from avtalskoll.audit_report import ChangedClause, ChangedVerdict, Outcome, PendingChanges, PlacedText


def pending() -> PendingChanges:
    before = PlacedText(text="Kommunen ska inhämta regionen.", document="avtal.docx", section="8.4", page=None)
    after = PlacedText(text="Kommunen underrättar regionen.", document="avtal.docx", section="8.4", page=None)
    moved = [PlacedText(text="En klausul.", document="avtal.docx", section=s, page=None) for s in ("1.2", "8.3")]
    return PendingChanges(
        view="accepted",
        changes=2,
        compared=True,
        verdicts=(
            ChangedVerdict(
                id="OV-01",
                title="Krav på regionens förhandsgodkännande",
                rejected=Outcome(verdict="conflict", counted_as="conflict", display="Kan strida mot lag"),
                accepted=Outcome(verdict="met", counted_as="silent", display="Inget sådant villkor hittat"),
            ),
        ),
        clauses=(
            ChangedClause(before=before, after=after, requirements=("OV-01",)),
            ChangedClause(before=moved[0], after=moved[1]),
        ),
    )
