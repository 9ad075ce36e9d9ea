"""What a report says of the agreement as a whole: parties and dates, the counts, what every reader must see first."""

from __future__ import annotations

from datetime import date

from avtalskoll.agreement import Agreement, machine_read
from avtalskoll.audit_report import AgreementFacts, Facts, Obligations, Prohibitions, RequirementResult, Summary
from avtalskoll.checklist import Checklist
from avtalskoll.engine import Assessment
from avtalskoll.engine.parties import Parties
from avtalskoll.engine.precedence import document_kind


def summary_of(results: tuple[RequirementResult, ...], assessment: Assessment) -> Summary:
    """Counts per verdict, prohibitions apart."""
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


def agreement_facts(
    agreement: Agreement, assessment: Assessment, facts: Facts, parties: list[Parties]
) -> AgreementFacts:
    """Title, parties, dates and what is absent; what the user told goes before what the text says of the parties."""
    main_first = sorted(agreement.documents, key=lambda document: document_kind(document) != "huvud")
    title = next((b.text for d in main_first for b in d.blocks if b.text.strip() and b.kind != "toc"), "")
    region = facts.region or next((p.region for p in parties if p.region), None)
    named = facts.municipalities or tuple(dict.fromkeys(name for p in parties for name in p.municipalities))
    return AgreementFacts(
        title=" ".join(title.split())[:200], region=region, municipalities=tuple(named),
        valid_from=assessment.validity.valid_from, valid_to=assessment.validity.valid_to, draft=assessment.draft,
        about_lakarmedverkan=assessment.about_lakarmedverkan, absent_documents=assessment.absent,
    )  # fmt: skip


def notices_for(
    agreement: Agreement, assessment: Assessment, checklist: Checklist, as_of: date, parties: list[Parties]
) -> tuple[str, ...]:
    """The Swedish sentences that open the report."""
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
