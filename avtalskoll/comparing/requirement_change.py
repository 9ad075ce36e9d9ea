"""What became of one requirement between two reports."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from avtalskoll.audit_report import Evidence, Verdict

RequirementChangeKind = Literal["new", "resolved", "weakened", "strengthened", "reworded", "unchanged"]


class RequirementChange(BaseModel):
    """One requirement before and after, with the quotes that decided each time."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    kind: RequirementChangeKind
    verdict_before: Verdict | None
    """None where the earlier report did not ask."""
    verdict_after: Verdict
    quotes_before: tuple[Evidence, ...] = ()
    quotes_after: tuple[Evidence, ...] = ()
