"""The audit report: the one model that every output renders.

`AuditReport.model_dump(mode="json")` is exactly what `--format json` prints. The schema is versioned by `schema`
and published in `schemas/`. With the same files, checklist and `as_of` the report is the same, byte for byte.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Verdict = Literal["met", "partial", "missing", "conflict", "not_applicable", "not_assessable"]
EvidenceRole = Literal["supports", "weakens", "conflicts", "clears"]
Kind = Literal["obligation", "prohibition"]
Norm = Literal["N1", "N2", "N3", "N4", "N5"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Tool(_Model):
    """The program that made the report."""

    name: Literal["avtalskoll"] = "avtalskoll"
    version: str


class ExtendedChecklist(_Model):
    """A checklist that another one extends: all its requirements were judged too."""

    id: str
    title: str
    version: str


class ChecklistRef(_Model):
    """Which checklist decided; `sha256` covers all its files and those of the checklists that it extends."""

    id: str
    title: str
    version: str
    sha256: str
    law_checked_until: date
    extends: tuple[ExtendedChecklist, ...] = ()
    """The checklist that it extends, the one that that one extends, and so on."""


class Facts(_Model):
    """What the text may not say and the user told: used only where the text is silent."""

    home_care_transferred: bool | None = None
    region: str | None = None
    municipalities: tuple[str, ...] | None = None


class NotedText(_Model):
    """Text that a document holds but that nobody has decided on: a blank to fill in, or text that is hidden.

    Hidden text is given by its first words. `block` is the block that it stands in or beside, None where it has none.
    """

    kind: Literal["placeholder", "hidden"]
    text: str
    section: str
    page: int | None
    block: int | None


class AuditedDocument(_Model):
    """One file of the agreement: what was read and what was not."""

    name: str
    sha256: str
    format: str
    pages: int | None
    unread: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    noted: tuple[NotedText, ...] = ()
    """Every blank and all hidden text, in the order of the document."""


class AbsentDocument(_Model):
    """A document that the text refers to but that was not among the files."""

    name: str
    mentioned_in: str


class AgreementFacts(_Model):
    """What was read out of the text about the agreement itself."""

    title: str
    region: str | None
    municipalities: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    draft: bool
    about_lakarmedverkan: bool
    """False: the text does not look like an agreement on läkarmedverkan; every output says so first."""
    absent_documents: tuple[AbsentDocument, ...] = ()


class Obligations(_Model):
    """Counts per verdict of what the agreement should contain."""

    met: int = 0
    partial: int = 0
    missing: int = 0
    conflict: int = 0
    not_applicable: int = 0
    not_assessable: int = 0


class Prohibitions(_Model):
    """Counts per verdict of what it must not contain; nothing found is told apart from met."""

    silent: int = 0
    cleared: int = 0
    partial: int = 0
    conflict: int = 0
    not_applicable: int = 0
    not_assessable: int = 0


class Summary(_Model):
    """Counts only: no score, no grade."""

    obligations: Obligations
    prohibitions: Prohibitions


class Evidence(_Model):
    """A verbatim quote and where it stands.

    `block` is the ordinal of the block in its document, `start` and `end` are character offsets of that block's
    text as read: `text[start:end] == quote`. `fingerprint` names the clause by its normalised words.
    """

    quote: str
    document: str
    section: str
    page: int | None
    block: int
    start: int
    end: int
    fingerprint: str
    role: EvidenceRole
    lead_in: str = ""
    """For an item of a list: the words that introduce the list."""
    row: str = ""
    """For a table cell: its whole row, "Head: cell; Head: cell"."""


class Basis(_Model):
    """A provision with the wording that applied on the audit date, or a source that is not law."""

    law: str | None = None
    ref: str | None = None
    wording: str | None = None
    wording_from: date | None = None
    source: str | None = None


class RequirementResult(_Model):
    """The verdict on one requirement, with its reason, its evidence and its ground."""

    id: str
    title: str
    question: str
    why: str
    group: str
    group_title: str
    kind: Kind
    norm: Norm
    verdict: Verdict
    display: str
    """The fixed Swedish sentence for this norm and verdict; never a bare "Strider"."""
    reason: str
    missing_elements: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    basis: tuple[Basis, ...] = ()
    note: str = ""
    """How the requirement is to be read, where its ground needs a word of explanation."""
    suggestion: str = ""
    """Proposed wording; "" where nothing needs to be asked for."""


class Outcome(_Model):
    """What one requirement comes to."""

    verdict: Verdict
    counted_as: Verdict | Literal["silent", "cleared"]
    """The count of the summary that it belongs to."""
    display: str


class ChangedVerdict(_Model):
    """A requirement that comes out otherwise when the pending changes are accepted than when they are rejected."""

    id: str
    title: str
    rejected: Outcome
    accepted: Outcome


class PlacedText(_Model):
    """Words of the agreement and where they stand."""

    text: str
    document: str
    section: str
    page: int | None


class ChangedClause(_Model):
    """A clause that the pending changes alter, move, bring (`before` is null) or take away (`after` is null)."""

    before: PlacedText | None
    after: PlacedText | None
    requirements: tuple[str, ...] = ()
    """The requirements of `verdicts` that the clause decides, before or after."""


class PendingChanges(_Model):
    """What the tracked changes that wait for a decision would alter. Nothing here says which is better."""

    view: Literal["accepted", "original"]
    """What the rest of the report shows: as if all changes were accepted, or as if none were made."""
    changes: int
    compared: bool
    """False where the other view could not be read; then nothing is known of the verdicts."""
    verdicts: tuple[ChangedVerdict, ...] = ()
    clauses: tuple[ChangedClause, ...] = ()
    """First those that decide a changed verdict, else in the order of the documents."""


class AuditReport(_Model):
    """The result of one audit. Results stand in the catalogue's order; outputs order them for reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    schema_: Literal["avtalskoll.audit/1"] = Field(default="avtalskoll.audit/1", alias="schema")
    tool: Tool
    as_of: date
    checklist: ChecklistRef
    facts: Facts
    notices: tuple[str, ...] = ()
    """What every reader must see first, a Swedish sentence each: unreadable parts, older law not checked in full,
    not an agreement on läkarmedverkan, different parties in the files."""
    documents: tuple[AuditedDocument, ...]
    agreement: AgreementFacts
    pending_changes: PendingChanges | None = None
    """None where no tracked change waits for a decision."""
    summary: Summary
    results: tuple[RequirementResult, ...]

    def result(self, requirement_id: str) -> RequirementResult:
        """The result of one requirement. Raises KeyError for an id that the checklist lacks."""
        for result in self.results:
            if result.id == requirement_id:
                return result
        raise KeyError(requirement_id)
