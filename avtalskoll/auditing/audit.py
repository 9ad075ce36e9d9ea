"""The audit: a read agreement in, report out."""

from __future__ import annotations

from datetime import date

from avtalskoll._version import __version__
from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import (
    AuditedDocument,
    AuditReport,
    ChecklistRef,
    ExtendedChecklist,
    Facts,
    RequirementResult,
    Tool,
)
from avtalskoll.auditing.noted import noted_texts
from avtalskoll.auditing.overview import agreement_facts, notices_for, summary_of
from avtalskoll.auditing.pending import pending_changes
from avtalskoll.auditing.results import result_of
from avtalskoll.checklist import Checklist
from avtalskoll.engine import Assessment, assess
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.parties import find_parties
from avtalskoll.errors import WrongUseError
from avtalskoll.readers.views import Views


def audit_agreement(
    agreement: Agreement | Views, *, as_of: date, checklist: Checklist, facts: Facts | None = None
) -> AuditReport:
    """Audit an agreement that has been read, with what its pending changes would alter where both views are given.

    Raises WrongUseError for a date before the checklist's earliest.
    """
    return audit_with_clauses(agreement, as_of=as_of, checklist=checklist, facts=facts)[0]


def audit_with_clauses(
    agreement: Agreement | Views, *, as_of: date, checklist: Checklist, facts: Facts | None = None
) -> tuple[AuditReport, list[Clause]]:
    """The same, with the clauses of the view that the report shows."""
    check_day(as_of, checklist)
    given = facts or Facts()
    views = agreement if isinstance(agreement, Views) else Views(agreement=agreement)
    agreement = views.agreement
    assessment, results = _assessed(agreement, checklist, as_of, given)
    other = _assessed(views.other, checklist, as_of, given) if views.other is not None else None
    parties = [find_parties(document) for document in agreement.documents]
    report = AuditReport(
        tool=Tool(version=__version__),
        as_of=as_of,
        checklist=ChecklistRef(
            id=checklist.manifest.id, title=checklist.manifest.title, version=checklist.manifest.version,
            sha256=checklist.sha256, law_checked_until=checklist.provisions.checked_until,
            extends=tuple(ExtendedChecklist(id=c.id, title=c.title, version=c.version) for c in checklist.extends),
        ),
        facts=given,
        notices=notices_for(agreement, assessment, checklist, as_of, parties),
        documents=tuple(
            AuditedDocument(
                name=d.name, sha256=d.sha256, format=d.format, pages=d.pages, unread=d.unread, warnings=d.warnings,
                noted=noted_texts(d),
            )
            for d in agreement.documents
        ),
        agreement=agreement_facts(agreement, assessment, given, parties),
        pending_changes=pending_changes(views, (assessment, results), other),
        summary=summary_of(results, assessment),
        results=results,
    )  # fmt: skip
    return report, assessment.clauses


def _assessed(
    agreement: Agreement, checklist: Checklist, as_of: date, facts: Facts
) -> tuple[Assessment, tuple[RequirementResult, ...]]:
    assessment = assess(agreement, checklist, as_of, facts)
    results = tuple(
        result_of(requirement, assessment.findings[requirement.id], agreement, checklist, as_of)
        for requirement in checklist.requirements
    )
    return assessment, results


def check_day(day: date, checklist: Checklist) -> None:
    """Raise WrongUseError for a date before the law that the checklist rests on."""
    earliest = checklist.manifest.earliest
    if day < earliest:
        raise WrongUseError(
            f"Granskningsdatumet {day.isoformat()} ligger före {earliest.isoformat()}, då hälso- och "
            "sjukvårdslagen (2017:30) började gälla; välj ett senare datum."
        )
