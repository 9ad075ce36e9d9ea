"""What each of several agreements is called."""

from __future__ import annotations

from collections.abc import Sequence

from avtalskoll.audit_report import AuditReport
from avtalskoll.reports import wording


def labels_of(reports: Sequence[AuditReport]) -> list[str]:
    """A name for each, no two alike: its title, where needed with its municipalities, its first file or a number."""
    labels = [wording.agreement_title(report) for report in reports]
    for more in (_municipalities, _first_file):
        labels = [
            f"{label}, {extra}" if labels.count(label) > 1 and (extra := more(report)) else label
            for label, report in zip(labels, reports, strict=True)
        ]
    return [f"{label} ({place})" if labels.count(label) > 1 else label for place, label in enumerate(labels, start=1)]


def _municipalities(report: AuditReport) -> str:
    return wording.enumerate_swedish(report.agreement.municipalities)


def _first_file(report: AuditReport) -> str:
    return report.documents[0].name if report.documents else ""
