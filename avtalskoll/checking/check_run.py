"""The result of `avtalskoll check`: the one model that every format of it renders.

`CheckRun.model_dump(mode="json")` is exactly what `--format json` prints, versioned by `schema`. It holds every
requirement that was judged, also those that passed, so that a reader can tell "passed" from "not run".
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from avtalskoll.audit_report import AuditReport, Norm, RequirementResult, Verdict

Level = Literal["error", "warning", "note", "pass"]
"""error: at or above the threshold. warning: a gap below it. note: cannot be judged, or only that a draft is a draft.
pass: met, silent or not applicable."""
ChangeKind = Literal["new", "resolved", "weakened", "strengthened", "unchanged"]
WaiverState = Literal["used", "expired", "unused", "clause_changed"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AppliedWaiver(_Model):
    """The decision that lets a finding stand: it stays visible everywhere and fails nothing."""

    reason: str
    decided_by: str
    decided: date
    expires: date


class Place(_Model):
    """Where a finding stands. `file` is the path as a reader of the run can open it, with forward slashes."""

    file: str
    section: str = ""
    page: int | None = None
    line: int | None = None
    """Line from 1, for text files."""
    quote: str = ""
    fingerprint: str = ""


class CheckFinding(_Model):
    """One requirement in one agreement."""

    id: str
    title: str
    group: str
    norm: Norm
    verdict: Verdict
    display: str
    reason: str
    suggestion: str = ""
    level: Level
    fails: bool
    """Whether it makes the run end with exit code 1: an error without a waiver; where `fail_on_worse` is all that was
    asked for, only one that is new or weakened."""
    places: tuple[Place, ...] = ()
    """The deciding clauses, the first one first; where nothing was found, the agreement's first file alone."""
    fingerprint: str
    """Names the finding from run to run: agreement, requirement and deciding clauses, not lines or the verdict."""
    waiver: AppliedWaiver | None = None
    change: ChangeKind | None = None
    """Against the baseline, where one was given."""
    verdict_before: Verdict | None = None


class CheckedAgreement(_Model):
    """One agreement of the run: its findings, or why it could not be read."""

    name: str
    files: tuple[str, ...]
    problem: str = ""
    """The Swedish sentence where nothing of it could be read: then there is no report and there are no findings."""
    report: AuditReport | None = None
    findings: tuple[CheckFinding, ...] = ()

    def result(self, requirement_id: str) -> RequirementResult:
        """The audit's result for a finding. Raises KeyError where there is no report or no such id."""
        if self.report is None:
            raise KeyError(requirement_id)
        return self.report.result(requirement_id)


class WaiverNote(_Model):
    """What became of one waiver."""

    requirement: str
    agreement: str
    state: WaiverState
    sentence: str


class CheckRun(_Model):
    """Everything one run found. Agreements stand in order of name, findings in the checklist's order."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    schema_: Literal["avtalskoll.check/1"] = Field(default="avtalskoll.check/1", alias="schema")
    version: str
    """The program's version."""
    as_of: date
    checklist: str
    checklist_version: str
    fail_on: tuple[str, ...]
    agreements: tuple[CheckedAgreement, ...]
    waivers: tuple[WaiverNote, ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader should know about the run, a Swedish sentence each: files that were passed over and why."""
    errors: tuple[str, ...] = ()
    """What is wrong with the run itself under --strict (expired or unused waivers), a Swedish sentence each."""
    worse: bool = False
    """Whether anything is new or weakened against the baseline."""
    exit_code: int
