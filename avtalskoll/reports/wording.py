"""The report's own Swedish: norms, roles, provisions, places, parties and dates in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalskoll.audit_report import (
    AbsentDocument,
    AgreementFacts,
    AuditedDocument,
    AuditReport,
    Basis,
    Evidence,
    PlacedText,
)

NORM_WORDS = {
    "N1": "Lagen kräver att avtalet innehåller det",
    "N2": "Skyldigheten finns i lag; ett bra avtal gör den praktisk",
    "N3": "Avtalet får inte strida mot lagen",
    "N4": "Rekommendation",
    "N5": "Eget krav i checklistan, inget lagkrav",
}
FORMAT_WORDS = {
    "docx": "Word-dokument",
    "odt": "OpenDocument-dokument",
    "pdf": "PDF",
    "markdown": "Markdown",
    "text": "text",
    "doc": "Word-dokument i äldre format (.doc)",
    "rtf": "RTF-dokument",
}
ROLE_WORDS = {
    "supports": "i linje med kravet",
    "weakens": "försvagar",
    "conflicts": "går emot kravet",
    "clears": "klargör",
}
LAW_NAMES = {
    "HSL": "hälso- och sjukvårdslagen (2017:30)",
    "HSF": "hälso- och sjukvårdsförordningen (2017:80)",
    "KL": "kommunallagen (2017:725)",
    "PDL": "patientdatalagen (2008:355)",
    "PL": "patientlagen (2014:821)",
    "PSL": "patientsäkerhetslagen (2010:659)",
    "SoL": "socialtjänstlagen (2025:400)",
}


def enumerate_swedish(words: Iterable[str]) -> str:
    """ "a", "a och b", "a, b och c"."""
    items = list(words)
    return " och ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def provision(basis: Basis) -> str:
    """The provision or source: "16 kap. 1 § tredje stycket HSL", "SOU 2024:72 kap. 4.3"."""
    if basis.law is None:
        return basis.source or basis.ref or ""
    if not basis.ref:
        return basis.law
    if not basis.ref[0].isdigit():
        return f"{basis.law} {'om' if basis.law.startswith('lag ') else '–'} {basis.ref}"
    place, rest = re.fullmatch(r"(.*?)((?:;| \().*)?", basis.ref, re.DOTALL).groups(default="")  # type: ignore[union-attr]
    return f"{place} {basis.law}{rest}"


def citation(basis: Basis) -> str:
    """The provision with its wording: "… HSL, lydelse enligt Lag (2026:1124), gäller från 2026-08-01"."""
    parts = [provision(basis)]
    if basis.wording:
        is_act = basis.wording.startswith(("Lag", "Förordning", "SFS"))
        parts.append(f"lydelse enligt {basis.wording}" if is_act else basis.wording)
    if basis.wording_from:
        parts.append(f"gäller från {basis.wording_from.isoformat()}")
    return ", ".join(parts)


def place(evidence: Evidence | PlacedText) -> str:
    """Where a quote stands: "avtal.docx, avsnitt 4.2, sidan 3"."""
    parts = [evidence.document]
    if evidence.section:
        numbered = evidence.section[0].isdigit()
        parts.append(f"avsnitt {evidence.section}" if numbered else _named_section(evidence.section))
    if evidence.page is not None:
        parts.append(f"sidan {evidence.page}")
    return ", ".join(parts)


def surroundings(evidence: Evidence, quoted_before: Iterable[Evidence] = ()) -> str:
    """What a quote must be read with: "Efter inledningen ”Regionen ska:”", "Raden: Plats: Eken; Läkare: Alm"; or "".

    A row or an introduction that one of the quotes before has shown is not repeated.
    """
    seen = any((before.lead_in, before.row) == (evidence.lead_in, evidence.row) for before in quoted_before)
    if evidence.lead_in:
        return "Efter samma inledning" if seen else f"Efter inledningen ”{evidence.lead_in}”"
    if evidence.row:
        return "Samma rad" if seen else f"Raden: {evidence.row}"
    return ""


def mention(section: str) -> str:
    """Where something is mentioned: "avsnitt 4.2", "§ 4", "avsnittet ”Uppföljning”"."""
    if not section:
        return "inledningen"
    return f"avsnitt {section}" if section[0].isdigit() else _named_section(section)


def absence(absent: AbsentDocument) -> str:
    """That a document is named but not there: "bilaga 3 nämns i avsnitt 4.2 men finns inte i underlaget"."""
    return f"{absent.name} nämns i {mention(absent.mentioned_in)} men finns inte i underlaget"


def reading(document: AuditedDocument) -> str:
    """What kind of file it is and whether it was read: "PDF, 12 sidor, läst i sin helhet"."""
    if document.format == "image" and not document.unread:
        return "inte läst (bild)"
    parts = [FORMAT_WORDS[document.format]] if document.format in FORMAT_WORDS else []
    if document.pages:
        parts.append(f"{document.pages} {'sida' if document.pages == 1 else 'sidor'}")
    parts.append("läst i sin helhet" if not document.unread else f"inte läst: {enumerate_swedish(document.unread)}")
    return ", ".join(parts)


def _named_section(section: str) -> str:
    return section if section.startswith("§") else f"avsnittet ”{section}”"


def agreement_title(report: AuditReport) -> str:
    """The agreement's title, or the first file's name where the text has none."""
    return report.agreement.title.strip() or (report.documents[0].name if report.documents else "Avtal")


def parties(agreement: AgreementFacts) -> str:
    """Who the parties are, as far as the text tells."""
    if agreement.region and agreement.municipalities:
        return enumerate_swedish((agreement.region, *agreement.municipalities))
    if agreement.region:
        return f"{agreement.region}; kommunen framgår inte av texten"
    if agreement.municipalities:
        return f"{enumerate_swedish(agreement.municipalities)}; regionen framgår inte av texten"
    return "Framgår inte av texten"


def validity(agreement: AgreementFacts) -> str:
    """From when to when the agreement says that it holds."""
    start, end = agreement.valid_from, agreement.valid_to
    if start and end:
        return f"{start.isoformat()} till {end.isoformat()}"
    if start:
        return f"Från {start.isoformat()}, inget slutdatum hittat"
    if end:
        return f"Till {end.isoformat()}, inget startdatum hittat"
    return "Framgår inte av texten"


def checklist(report: AuditReport) -> str:
    """The checklist by title and version, and which one it extends."""
    own = report.checklist
    named = [f"{own.title}, version {own.version}"]
    named += [f"utgår från {known.title}, version {known.version}" for known in own.extends]
    return "; ".join(named)


def first_notices(report: AuditReport) -> tuple[str, ...]:
    """What must be read first: the notices, and what was not read where no notice says it."""
    unread = (
        f"{document.name}, inte läst: {part}"
        for document in report.documents
        for part in document.unread
        if not any(document.name in notice and part in notice for notice in report.notices)
    )
    return (*report.notices, *unread)


def told_facts(report: AuditReport) -> tuple[str, ...]:
    """What the user told because the text may not say it."""
    facts = report.facts
    told = []
    if facts.home_care_transferred is not None:
        who = "kommunen" if facts.home_care_transferred else "regionen"
        told.append(f"Hälso- och sjukvården i hemmet är {who}s ansvar.")
    if facts.region:
        told.append(f"Region: {facts.region}.")
    if facts.municipalities:
        told.append(f"Kommun: {enumerate_swedish(facts.municipalities)}.")
    return tuple(told)


def abbreviations(report: AuditReport) -> tuple[tuple[str, str], ...]:
    """The laws that the report names by their abbreviations, each with its full name."""
    used = {basis.law for result in report.results for basis in result.basis}
    return tuple((short, name) for short, name in LAW_NAMES.items() if short in used)
