"""What a finding is told as, the same words in every format: its place, its reason, its decision to let it stand."""

from __future__ import annotations

from avtalskoll.audit_report import RequirementResult
from avtalskoll.checking.check_run import AppliedWaiver, CheckedAgreement, CheckFinding, Place
from avtalskoll.reports import wording
from avtalskoll.reports.check.relative_uri import relative_path
from avtalskoll.reports.printable import printable

CHANGE_WORDS = {
    "new": "ny",
    "resolved": "åtgärdad",
    "weakened": "försvagad",
    "strengthened": "förstärkt",
    "unchanged": "oförändrad",
}


def name(agreement: CheckedAgreement) -> str:
    """What the agreement is called; of a name that is an absolute path only the last part."""
    return printable(relative_path(agreement.name))


def where(place: Place) -> str:
    """Where in its file: "avsnitt 4.2, sidan 3", "avsnitt 4.2, rad 17"; "" where only the file is known."""
    parts = [wording.mention(place.section)] if place.section else []
    if place.page is not None:
        parts.append(f"sidan {place.page}")
    if place.line is not None:
        parts.append(f"rad {place.line}")
    return printable(", ".join(parts))


def verdict(finding: CheckFinding) -> str:
    """The fixed sentence and the reason: "Kan strida mot lag. Avtalet kräver …"."""
    return printable(f"{finding.display}. {finding.reason}" if finding.reason else f"{finding.display}.")


def lacking(result: RequirementResult) -> str:
    """What a partly regulated matter lacks, as a sentence; "" where nothing is named."""
    return printable(f"Det som saknas: {'; '.join(result.missing_elements)}.") if result.missing_elements else ""


def ground(result: RequirementResult) -> str:
    """The provisions and sources with the wordings that applied: "16 kap. 1 § HSL, lydelse enligt …; SOU …"."""
    return printable("; ".join(wording.citation(basis) for basis in result.basis))


def waived(waiver: AppliedWaiver) -> str:
    """The decision in words: "Skälet. Beslutat av N.N. 2026-11-01, gäller till och med 2027-11-01."."""
    reason = printable(waiver.reason)
    stop = "" if reason.endswith((".", "!", "?")) else "."
    return (
        f"{reason}{stop} Beslutat av {printable(waiver.decided_by)} {waiver.decided.isoformat()}, "
        f"gäller till och med {waiver.expires.isoformat()}."
    )


def heading(finding: CheckFinding) -> str:
    """The finding's name: "OV-01 Krav på regionens förhandsgodkännande"."""
    return printable(f"{finding.id} {finding.title}")
