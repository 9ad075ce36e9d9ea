"""A finding as the report shows it: the fixed sentence, the quotes with their places, the provision in its wording."""

from __future__ import annotations

from datetime import date

from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import Basis, Evidence, RequirementResult
from avtalskoll.auditing.surroundings import lead_in_of, row_of
from avtalskoll.checklist import Checklist, Requirement
from avtalskoll.engine.finding import Finding, Quoted


def result_of(
    requirement: Requirement, finding: Finding, agreement: Agreement, checklist: Checklist, as_of: date
) -> RequirementResult:
    """The result of one requirement on the audit date."""
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
    document = agreement.documents[clause.document]
    return Evidence(
        quote=clause.quote, document=document.name, section=clause.block.section,
        page=clause.block.page, block=clause.block.ordinal, start=clause.start, end=clause.end,
        fingerprint=clause.fingerprint, role=quoted.role,
        lead_in=lead_in_of(clause.block, document), row=row_of(clause.block, document),
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
