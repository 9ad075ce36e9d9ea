"""What the engine finds out about one requirement, before it is dressed for readers."""

from __future__ import annotations

from dataclasses import dataclass, field

from avtalskoll.audit_report import EvidenceRole, Verdict
from avtalskoll.engine.clause import Clause


@dataclass(frozen=True, eq=False)
class Quoted:
    """A clause with the part that it plays for the verdict."""

    clause: Clause
    role: EvidenceRole


@dataclass(frozen=True, eq=False)
class Finding:
    """A verdict with its Swedish reason and the clauses that decided it, the most telling first."""

    verdict: Verdict
    reason: str
    quoted: tuple[Quoted, ...] = ()
    missing: tuple[str, ...] = ()
    cleared: bool = False
    """A prohibition whose forbidden thing the text expressly denies."""
    caveats: tuple[str, ...] = field(default=())
