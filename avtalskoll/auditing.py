"""The audit: a read agreement in, report out."""

from __future__ import annotations

from datetime import date

from avtalskoll._version import __version__
from avtalskoll.agreement import Agreement, machine_read
from avtalskoll.audit_report import (
    AgreementFacts,
    AuditedDocument,
    AuditReport,
    Basis,
    ChecklistRef,
    Evidence,
    ExtendedChecklist,
    Facts,
    Obligations,
    Prohibitions,
    RequirementResult,
    Summary,
    Tool,
)
from avtalskoll.checklist import Checklist, Requirement
from avtalskoll.engine import Assessment, assess
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.finding import Finding, Quoted
from avtalskoll.engine.parties import Parties, find_parties
from avtalskoll.engine.precedence import document_kind
from avtalskoll.errors import WrongUseError
from avtalskoll.noted import noted_texts
from avtalskoll.pending import pending_changes
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
        notices=_notices(agreement, assessment, checklist, as_of, parties),
        documents=tuple(
            AuditedDocument(
                name=d.name, sha256=d.sha256, format=d.format, pages=d.pages, unread=d.unread, warnings=d.warnings,
                noted=noted_texts(d),
            )
            for d in agreement.documents
        ),
        agreement=_agreement_facts(agreement, assessment, given, parties),
        pending_changes=pending_changes(views, (assessment, results), other),
        summary=_summary(results, assessment),
        results=results,
    )  # fmt: skip
    return report, assessment.clauses


def _assessed(
    agreement: Agreement, checklist: Checklist, as_of: date, facts: Facts
) -> tuple[Assessment, tuple[RequirementResult, ...]]:
    assessment = assess(agreement, checklist, as_of, facts)
    results = tuple(
        _result(requirement, assessment.findings[requirement.id], agreement, checklist, as_of)
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


def _result(
    requirement: Requirement, finding: Finding, agreement: Agreement, checklist: Checklist, as_of: date
) -> RequirementResult:
    group = checklist.group_of(requirement)
    norm = requirement.norm_on(as_of)
    asks = finding.verdict in ("partial", "missing", "conflict", "not_assessable")
    return RequirementResult(
        id=requirement.id, title=requirement.title, question=requirement.question, why=requirement.why,
        group=group.group, group_title=group.name, kind="prohibition" if requirement.prohibition else "obligation",
        norm=norm, verdict=finding.verdict, display=_display(requirement, finding, norm, checklist),
        reason=finding.reason, missing_elements=finding.missing,
        caveats=finding.caveats,
        evidence=tuple(_evidence(quoted, agreement) for quoted in finding.quoted),
        basis=tuple(_basis(requirement, checklist, as_of)), note=requirement.note,
        suggestion=requirement.suggestion if asks else "",
    )  # fmt: skip


def _display(requirement: Requirement, finding: Finding, norm: str, checklist: Checklist) -> str:
    shown = checklist.manifest.presentation
    if finding.verdict == "met":
        if not requirement.prohibition:
            return shown.met
        return shown.cleared if finding.cleared else shown.silent
    if finding.verdict == "conflict":
        return requirement.conflict_display or shown.conflict[norm]
    if finding.verdict == "missing":
        return shown.missing[norm]
    return {"partial": shown.partial, "not_applicable": shown.not_applicable, "not_assessable": shown.not_assessable}[
        finding.verdict
    ]


def _evidence(quoted: Quoted, agreement: Agreement) -> Evidence:
    clause = quoted.clause
    return Evidence(
        quote=clause.quote, document=agreement.documents[clause.document].name, section=clause.block.section,
        page=clause.block.page, block=clause.block.ordinal, start=clause.start, end=clause.end,
        fingerprint=clause.fingerprint, role=quoted.role,
    )  # fmt: skip


def _basis(requirement: Requirement, checklist: Checklist, as_of: date) -> list[Basis]:
    found = []
    for basis in requirement.basis:
        if basis.until is not None and as_of > basis.until:
            continue
        if basis.law is None:
            found.append(Basis(source=basis.source))
            continue
        provision = checklist.provisions.find(basis.law, basis.ref or "")
        wording = provision.wording_on(as_of) if provision else None
        if basis.since is not None and as_of < basis.since and wording is None and provision is not None:
            wording = provision.wordings[0]
        found.append(
            Basis(
                law=basis.law,
                ref=basis.ref,
                wording=wording.by if wording else None,
                wording_from=wording.since if wording else None,
            )
        )
    return found


def _summary(results: tuple[RequirementResult, ...], assessment: Assessment) -> Summary:
    obligations = dict.fromkeys(Obligations.model_fields, 0)
    prohibitions = dict.fromkeys(Prohibitions.model_fields, 0)
    for result in results:
        if result.kind == "obligation":
            obligations[result.verdict] += 1
        elif result.verdict == "met":
            prohibitions["cleared" if assessment.findings[result.id].cleared else "silent"] += 1
        else:
            prohibitions[result.verdict] += 1
    return Summary(obligations=Obligations(**obligations), prohibitions=Prohibitions(**prohibitions))


def _agreement_facts(
    agreement: Agreement, assessment: Assessment, facts: Facts, parties: list[Parties]
) -> AgreementFacts:
    main_first = sorted(agreement.documents, key=lambda document: document_kind(document) != "huvud")
    title = next((b.text for d in main_first for b in d.blocks if b.text.strip() and b.kind != "toc"), "")
    region = facts.region or next((p.region for p in parties if p.region), None)
    named = facts.municipalities or tuple(dict.fromkeys(name for p in parties for name in p.municipalities))
    return AgreementFacts(
        title=" ".join(title.split())[:200], region=region, municipalities=tuple(named),
        valid_from=assessment.validity.valid_from, valid_to=assessment.validity.valid_to, draft=assessment.draft,
        about_lakarmedverkan=assessment.about_lakarmedverkan, absent_documents=assessment.absent,
    )  # fmt: skip


def _notices(
    agreement: Agreement, assessment: Assessment, checklist: Checklist, as_of: date, parties: list[Parties]
) -> tuple[str, ...]:
    notices = []
    if not assessment.about_lakarmedverkan:
        notices.append("Texten ser inte ut att vara ett avtal om läkarmedverkan; läs resultatet med det i minnet.")
    for document in agreement.documents:
        notices += [f"{document.name}: {what}" for what in document.unread]
        if document.ocr_pages:
            notices.append(f"{document.name}: {machine_read(document.ocr_pages)}")
    if as_of < checklist.manifest.full_wording_from:
        day = checklist.manifest.full_wording_from.isoformat()
        notices.append(
            f"Granskningsdatumet ligger före {day}: lagens lydelse vid den tiden är inte kontrollerad i sin helhet."
        )
    regions = {p.region.lower() for p in parties if p.region}
    if len(regions) > 1:
        names = sorted({p.region for p in parties if p.region})
        notices.append(f"Filerna nämner olika regioner ({', '.join(names)}); kontrollera att de hör till samma avtal.")
    sets = [set(p.municipalities) for p in parties if p.municipalities]
    if len(sets) > 1 and any(not one & other for one in sets for other in sets):
        notices.append("Filerna nämner olika kommuner; kontrollera att de hör till samma avtal.")
    return tuple(notices)
