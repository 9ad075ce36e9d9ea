"""The counts of a check: of a whole run or of one agreement. Counts only, never a score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding, CheckRun
from avtalskoll.reports.wording import enumerate_swedish


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings of each kind. `waived` ones are counted there alone."""

    agreements: int
    unreadable: int
    fails: int
    warnings: int
    notes: int
    waived: int

    @property
    def sentence(self) -> str:
        """The counts as a Swedish sentence."""
        read = self.agreements - self.unreadable
        parts = [f"{read} avtal granskat" if read == 1 else f"{read} avtal granskade"]
        if self.unreadable:
            parts.append(f"{self.unreadable} kunde inte läsas")
        parts.append(f"{self.fails} stoppar kontrollen" if self.fails else "inget stoppar kontrollen")
        if self.warnings:
            parts.append(f"{self.warnings} att se över")
        if self.notes:
            parts.append(f"{self.notes} {'notering' if self.notes == 1 else 'noteringar'}")
        if self.waived:
            parts.append(f"{self.waived} undantag")
        return f"{', '.join(parts)}."


def tally(agreements: Iterable[CheckedAgreement]) -> Tally:
    """Count the findings of the agreements."""
    listed = list(agreements)
    findings = [finding for agreement in listed for finding in agreement.findings]
    open_findings = [finding for finding in findings if finding.waiver is None]
    return Tally(
        agreements=len(listed),
        unreadable=sum(bool(agreement.problem) for agreement in listed),
        fails=sum(finding.fails for finding in open_findings),
        warnings=sum(finding.level in ("error", "warning") and not finding.fails for finding in open_findings),
        notes=sum(finding.level == "note" for finding in open_findings),
        waived=len(findings) - len(open_findings),
    )


def changes(run: CheckRun) -> str:
    """What the baseline shows, as a sentence; "" where the run has no baseline."""
    findings = [finding for agreement in run.agreements for finding in agreement.findings]
    if not any(finding.change for finding in findings):
        return ""
    kinds = [finding.change for finding in findings if finding.level != "pass" or finding.change == "resolved"]
    named = (
        ("new", "ny brist", "nya brister"),
        ("weakened", "försvagning", "försvagningar"),
        ("strengthened", "förstärkning", "förstärkningar"),
        ("resolved", "åtgärdad brist", "åtgärdade brister"),
    )
    found = [(kinds.count(kind), one, many) for kind, one, many in named if kind in kinds]
    told = enumerate_swedish(f"{number} {one if number == 1 else many}" for number, one, many in found)
    return f"Jämfört med utgångsläget: {told or 'inget har ändrats'}."


def of_level(agreement: CheckedAgreement, *levels: str) -> tuple[CheckFinding, ...]:
    """The agreement's findings of these levels that are not waived."""
    return tuple(finding for finding in agreement.findings if finding.waiver is None and finding.level in levels)
