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
Norm = Literal["N1", "N2", "N3", "N4"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Tool(_Model):
    """The program that made the report."""

    name: Literal["avtalskoll"] = "avtalskoll"
    version: str


class ChecklistRef(_Model):
    """Which checklist decided; `sha256` covers all its files."""

    id: str
    title: str
    version: str
    sha256: str
    law_checked_until: date


class Facts(_Model):
    """What the text may not say and the user told: used only where the text is silent."""

    home_care_transferred: bool | None = None
    region: str | None = None
    municipalities: tuple[str, ...] | None = None


class AuditedDocument(_Model):
    """One file of the agreement: what was read and what was not."""

    name: str
    sha256: str
    format: str
    pages: int | None
    unread: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


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
    summary: Summary
    results: tuple[RequirementResult, ...]

    def result(self, requirement_id: str) -> RequirementResult:
        """The result of one requirement. Raises KeyError for an id that the checklist lacks."""
        for result in self.results:
            if result.id == requirement_id:
                return result
        raise KeyError(requirement_id)
