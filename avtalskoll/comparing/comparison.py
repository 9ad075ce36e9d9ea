"""The comparison of two versions of an agreement: the one model that its outputs render.

`Comparison.model_dump(mode="json")` is exactly what `compare --format json` prints; its schema is published in
`schemas/`. It says what became of each requirement and of each clause, never which version is better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from avtalskoll.audit_report import (
    AgreementFacts,
    AuditedDocument,
    ChecklistRef,
    Facts,
    Kind,
    Norm,
    Outcome,
    PlacedText,
    Summary,
    Tool,
)
from avtalskoll.comparing.requirement_change import RequirementChange

ClauseChangeKind = Literal["unchanged", "moved", "reworded", "added", "removed"]
AlterationKind = Literal[
    "force", "reservation", "negation", "condition", "exception", "deferral", "quantity", "date", "party", "law",
    "reference", "role",
]  # fmt: skip


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Alteration(_Model):
    """One change in words that bear on the law: a Swedish sentence, and the words before and after.

    `before` is "" for what has been added, `after` is "" for what has been removed.
    """

    kind: AlterationKind
    sentence: str
    before: str = ""
    after: str = ""


class ComparedText(PlacedText):
    """A clause of one version: its words and place. `block`, `start`, `end` and `fingerprint` as in `Evidence`."""

    block: int
    start: int
    end: int
    fingerprint: str


class ComparedClause(_Model):
    """What became of one clause.

    - unchanged: the same words in the same order among the others; numbers of sections may differ, and references to
      them that follow.
    - moved: the same words in another place.
    - reworded: other words; `moved` says whether the place is another one too.
    - added, removed: it has no counterpart in the other version.
    """

    kind: ClauseChangeKind
    moved: bool = False
    heading: bool = False
    before: ComparedText | None
    after: ComparedText | None
    alterations: tuple[Alteration, ...] = ()
    """What changed in law-relevant words of the clause and of what it inherits: the lead-in of a list, table heads."""
    requirements: tuple[str, ...] = ()
    """The requirements that the clause decides, before or after."""


class ComparedRequirement(RequirementChange):
    """One requirement before and after, with its verdicts in words and the clauses that decide it."""

    group: str
    group_title: str
    norm: Norm
    requirement_kind: Kind
    outcome_before: Outcome
    outcome_after: Outcome
    reason_before: str
    reason_after: str
    clauses: tuple[int, ...] = ()
    """Indexes in `Comparison.clauses`: every clause that either version quotes, beside its counterpart."""
    alterations: tuple[Alteration, ...] = ()
    """What changed in law-relevant words of those clauses."""


class Side(_Model):
    """The head of one version's audit report."""

    documents: tuple[AuditedDocument, ...]
    agreement: AgreementFacts
    notices: tuple[str, ...] = ()
    pending: int = 0
    """How many tracked changes wait for a decision."""
    summary: Summary


class RequirementCounts(_Model):
    """How many requirements changed in which way."""

    new: int = 0
    weakened: int = 0
    strengthened: int = 0
    resolved: int = 0
    reworded: int = 0
    unchanged: int = 0


class ClauseCounts(_Model):
    """How many clauses changed in which way; headings count as clauses."""

    unchanged: int = 0
    moved: int = 0
    reworded: int = 0
    added: int = 0
    removed: int = 0


class ComparisonSummary(_Model):
    """Counts only: no score, no grade."""

    requirements: RequirementCounts
    clauses: ClauseCounts


class Comparison(_Model):
    """Two versions of an agreement, audited alike and held against each other."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    schema_: Literal["avtalskoll.compare/1"] = Field(default="avtalskoll.compare/1", alias="schema")
    tool: Tool
    as_of: date
    checklist: ChecklistRef
    facts: Facts
    view: Literal["accepted", "original"] = "accepted"
    """How tracked changes were read in both versions."""
    notices: tuple[str, ...] = ()
    """What every reader must see first, a Swedish sentence each."""
    old: Side
    new: Side
    summary: ComparisonSummary
    requirements: tuple[ComparedRequirement, ...]
    """In the checklist's order."""
    clauses: tuple[ComparedClause, ...]
    """In the order of the new version; what was removed stands where it stood in the old one."""

    @property
    def worse(self) -> bool:
        """Whether any requirement has a new gap or a weaker text."""
        return bool(self.summary.requirements.new or self.summary.requirements.weakened)

    @property
    def unread(self) -> bool:
        """Whether a part of either version could not be read."""
        return any(document.unread for side in (self.old, self.new) for document in side.documents)

    def only(self, ids: Set[str]) -> Comparison:
        """The comparison with these requirements alone; the clauses stay."""
        requirements = tuple(requirement for requirement in self.requirements if requirement.id in ids)
        clauses = tuple(
            clause.model_copy(update={"requirements": tuple(id for id in clause.requirements if id in ids)})
            for clause in self.clauses
        )
        summary = counted(requirements, clauses)
        return self.model_copy(update={"requirements": requirements, "clauses": clauses, "summary": summary})


def counted(requirements: tuple[ComparedRequirement, ...], clauses: tuple[ComparedClause, ...]) -> ComparisonSummary:
    """How many of each kind there are."""
    of_requirements = Counter[str](requirement.kind for requirement in requirements)
    of_clauses = Counter[str](clause.kind for clause in clauses)
    return ComparisonSummary(requirements=RequirementCounts(**of_requirements), clauses=ClauseCounts(**of_clauses))
