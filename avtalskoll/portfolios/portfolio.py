"""A portfolio of agreements: the one model that its overview in every format renders.

`Portfolio.model_dump(mode="json")` is exactly what stands in `oversikt.json`, versioned by `schema`. The reports
themselves are kept one by one; here is what a comparison between agreements needs.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from avtalskoll.audit_report import AgreementFacts, AuditReport, ChecklistRef, Facts, Kind, Norm, Summary, Tool, Verdict


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PortfolioRequirement(_Model):
    """A requirement that every agreement is judged by; `norm` as on the audit date."""

    id: str
    title: str
    group: str
    group_title: str
    kind: Kind
    norm: Norm


class PortfolioFile(_Model):
    """A file that an agreement is made of."""

    name: str
    sha256: str | None
    """None where the file could not be opened."""
    unread: tuple[str, ...] = ()
    """What of it could not be read; then the agreement is judged on the rest."""


class RequirementOutcome(_Model):
    """The verdict on one requirement in one agreement."""

    id: str
    verdict: Verdict
    cleared: bool = False
    """A prohibition that is met because the text itself denies it, not because nothing was found."""
    display: str
    """The fixed Swedish sentence for it."""


class PortfolioAgreement(_Model):
    """An agreement that was audited."""

    name: str
    stem: str
    """Names its report, rapporter/<stem>.html, and its data, data/<stem>.json: letters, digits and hyphens only."""
    files: tuple[PortfolioFile, ...]
    agreement: AgreementFacts
    notices: tuple[str, ...]
    summary: Summary
    outcomes: tuple[RequirementOutcome, ...]
    """One for each requirement, in the portfolio's order."""

    @classmethod
    def of_report(cls, name: str, stem: str, report: AuditReport) -> PortfolioAgreement:
        """What the portfolio keeps of a report."""
        return cls(
            name=name,
            stem=stem,
            files=tuple(PortfolioFile(name=d.name, sha256=d.sha256, unread=d.unread) for d in report.documents),
            agreement=report.agreement,
            notices=report.notices,
            summary=report.summary,
            outcomes=tuple(
                RequirementOutcome(
                    id=result.id,
                    verdict=result.verdict,
                    cleared=result.kind == "prohibition" and any(item.role == "clears" for item in result.evidence)
                    and result.verdict == "met",
                    display=result.display,
                )
                for result in report.results
            ),
        )  # fmt: skip

    @property
    def complete(self) -> bool:
        """Whether all of its files were read in whole."""
        return not any(file.unread for file in self.files)


class UnreadableAgreement(_Model):
    """An agreement of which nothing could be judged, and the Swedish sentence that says why."""

    name: str
    files: tuple[PortfolioFile, ...]
    problem: str
    crashed: bool = False
    """Whether the reason is an error in the program and not the files."""


class Portfolio(_Model):
    """The agreements of a folder. They stand in Swedish alphabetical order, requirements in the checklist's."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    schema_: Literal["avtalskoll.portfolio/1"] = Field(default="avtalskoll.portfolio/1", alias="schema")
    tool: Tool
    name: str
    """The folder's."""
    as_of: date
    checklist: ChecklistRef
    facts: Facts
    """What was told for all agreements; a manifest may say otherwise for one."""
    requirements: tuple[PortfolioRequirement, ...]
    agreements: tuple[PortfolioAgreement, ...]
    unreadable: tuple[UnreadableAgreement, ...]
    notes: tuple[str, ...] = ()
    """What was passed over in the folder and why, a Swedish sentence each."""

    @cached_property
    def complete(self) -> bool:
        """Whether every file of every agreement was read in whole."""
        return not self.unreadable and all(agreement.complete for agreement in self.agreements)
