"""An audited agreement as the pages need it."""

from __future__ import annotations

from functools import cached_property

from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import AuditReport

Originals = tuple[tuple[str, bytes], ...]
"""The files of an agreement with their labels."""


class Audited:
    """A report, and where they are kept also the agreement as it was read and its files."""

    def __init__(self, report: str, agreement: str = "", originals: Originals = ()) -> None:
        self.report_json = report
        self.originals = originals
        self._agreement = agreement

    @cached_property
    def report(self) -> AuditReport:
        """The report, as everywhere in the program."""
        return AuditReport.model_validate_json(self.report_json)

    @cached_property
    def agreement(self) -> Agreement | None:
        """The agreement as it was read; None for one of an overview."""
        return Agreement.model_validate_json(self._agreement) if self._agreement else None

    @property
    def stem(self) -> str:
        """What its downloads are called, without what kind they are: the first file's name."""
        first = self.report.documents[0].name if self.report.documents else "avtal"
        return first.rsplit("/", 1)[-1].rsplit(".", 1)[0] or "avtal"
