"""An earlier run, against which a new one is held."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from avtalskoll.audit_report import AuditReport
from avtalskoll.checking.check_run import ChangeKind, CheckedAgreement, CheckFinding, CheckRun
from avtalskoll.comparing.report_changes import report_changes
from avtalskoll.comparing.requirement_change import RequirementChange
from avtalskoll.errors import WrongUseError


@dataclass(frozen=True)
class _Earlier:
    """One agreement of the earlier run. An audit gives it no name and no paths, only its documents."""

    name: str
    files: frozenset[str]
    report: AuditReport


@dataclass(frozen=True)
class Baseline:
    """The reports of an earlier run, by agreement."""

    name: str
    """The file's."""
    earlier: tuple[_Earlier, ...]

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The JSON of an earlier `audit` or `check`. Raises WrongUseError for anything else."""
        try:
            data = json.loads(path.read_bytes().decode("utf-8-sig"))
        except FileNotFoundError:
            raise WrongUseError(
                f"Utgångsläget {path} finns inte; ange JSON-filen från en tidigare granskning."
            ) from None
        except OSError:
            raise WrongUseError(f"Utgångsläget {path} går inte att läsa.") from None
        except (ValueError, RecursionError):
            raise _no_baseline(path) from None
        schema = data.get("schema") if isinstance(data, dict) else None
        try:
            if schema == "avtalskoll.audit/1":
                return cls(path.name, (_of_audit(AuditReport.model_validate(data)),))
            if schema == "avtalskoll.check/1":
                return cls(path.name, tuple(_of_check(CheckRun.model_validate(data))))
        except ValidationError:
            pass
        raise _no_baseline(path)

    def mark(self, agreements: Sequence[CheckedAgreement]) -> tuple[CheckedAgreement, ...]:
        """The agreements with `change` and `verdict_before` set on every finding, as `report_changes` defines them.

        Reworded counts as unchanged. What is gone is "resolved" on the finding that now passes. In an agreement that
        the baseline lacks every gap is new. An agreement that could not be read has no findings to mark.
        """
        return tuple(_marked(agreement, self._changes(agreement, agreements)) for agreement in agreements)

    def worse(self, agreements: Sequence[CheckedAgreement]) -> bool:
        """Whether any marked finding is new or weakened, and neither waived nor only a note.

        An agreement that the baseline lacks has nothing to be worse than: there only errors count, so that a first
        draft is measured by the threshold alone.
        """
        for agreement in agreements:
            levels = ("error", "warning") if self._counterpart(agreement, agreements) else ("error",)
            for finding in agreement.findings:
                worse = finding.change in ("new", "weakened") and finding.level in levels
                if worse and finding.waiver is None:
                    return True
        return False

    def notes(self, agreements: Sequence[CheckedAgreement]) -> tuple[str, ...]:
        """What a reader of the comparison must know, a Swedish sentence each: another checklist or day, and agreements
        that only one of the runs has."""
        pairs = [(a, self._counterpart(a, agreements)) for a in agreements if a.report is not None]
        notes = []
        reports = [(one.report, a.report) for a, one in pairs if one is not None and a.report is not None]
        if any(old.checklist.id != new.checklist.id for old, new in reports):
            notes.append(f"Utgångsläget {self.name} är gjord med en annan checklista; kraven jämförs efter id.")
        elif any(old.checklist.sha256 != new.checklist.sha256 for old, new in reports):
            notes.append(
                f"Utgångsläget {self.name} är gjord med en annan version av checklistan; kraven jämförs efter id."
            )
        days = sorted({old.as_of for old, new in reports if old.as_of != new.as_of})
        if days:
            said = ", ".join(day.isoformat() for day in days)
            notes.append(
                f"Utgångsläget {self.name} gäller lagen per {said}; en skillnad kan bero på att lagen har ändrats."
            )
        unknown = [a.name for a, one in pairs if one is None]
        if unknown:
            notes.append(f"Finns inte i utgångsläget {self.name}, så alla brister är nya: {', '.join(unknown)}.")
        return tuple(notes)

    def _changes(
        self, agreement: CheckedAgreement, agreements: Sequence[CheckedAgreement]
    ) -> dict[str, RequirementChange]:
        one = self._counterpart(agreement, agreements)
        if one is None or agreement.report is None:
            return {}
        return {change.id: change for change in report_changes(one.report, agreement.report)}

    def _counterpart(self, agreement: CheckedAgreement, agreements: Sequence[CheckedAgreement]) -> _Earlier | None:
        """The same agreement in the earlier run: by its name, else its files' paths, else its documents' bare names.

        Bare names that several agreements share tell nothing. One audit and a run of one agreement are meant to be
        compared, whatever the file is called.
        """
        if len(agreements) == len(self.earlier) == 1 and not self.earlier[0].name:
            return self.earlier[0]
        named = [one for one in self.earlier if one.name == agreement.name]
        if len(named) == 1:
            return named[0]
        paths = [one for one in self.earlier if one.files and one.files == frozenset(agreement.files)]
        if len(paths) == 1:
            return paths[0]
        documents = _documents(agreement.report)
        alike = [one for one in self.earlier if documents and _documents(one.report) == documents]
        rivals = [other for other in agreements if _documents(other.report) == documents]
        return alike[0] if len(alike) == len(rivals) == 1 else None


def _documents(report: AuditReport | None) -> frozenset[str]:
    return frozenset(document.name for document in report.documents) if report else frozenset()


def _of_audit(report: AuditReport) -> _Earlier:
    return _Earlier("", frozenset(), report)


def _of_check(run: CheckRun) -> list[_Earlier]:
    return [_Earlier(a.name, frozenset(a.files), a.report) for a in run.agreements if a.report is not None]


def _no_baseline(path: Path) -> WrongUseError:
    return WrongUseError(
        f"Utgångsläget {path} är inget resultat som den här versionen kan läsa; ange JSON-filen från ”avtalskoll audit "
        "--format json” eller ”avtalskoll check --format json”."
    )


def _marked(agreement: CheckedAgreement, changes: dict[str, RequirementChange]) -> CheckedAgreement:
    findings = tuple(_finding(finding, changes.get(finding.id)) for finding in agreement.findings)
    return agreement.model_copy(update={"findings": findings})


def _finding(finding: CheckFinding, change: RequirementChange | None) -> CheckFinding:
    if change is None:
        gap = finding.verdict in ("conflict", "missing", "partial")
        kind: ChangeKind = "new" if gap else "unchanged"
        return finding.model_copy(update={"change": kind, "verdict_before": None})
    kind = "unchanged" if change.kind == "reworded" else change.kind
    return finding.model_copy(update={"change": kind, "verdict_before": change.verdict_before})
