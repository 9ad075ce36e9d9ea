"""A hand-made audit report over the 52 requirements that covers every verdict, kind, norm, role and reading aid.

The engine has no part in it: it says what a report may look like, not what an audit finds.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from avtalskoll.audit_report import (
    AbsentDocument,
    AgreementFacts,
    AuditedDocument,
    AuditReport,
    Basis,
    ChecklistRef,
    Evidence,
    Facts,
    Obligations,
    Prohibitions,
    RequirementResult,
    Summary,
    Tool,
)

GROUPS = {
    "FM": "Formalia",
    "OM": "Omfattning",
    "FO": "Former",
    "DR": "Dygnet runt",
    "UP": "Uppföljning",
    "BE": "Bristande efterlevnad",
    "EL": "Kommunens rätt att anlita läkare",
    "OV": "Oskäliga villkor",
    "SA": "Samverkan och ledning",
}

# id, kind (o/p), norm, verdict, title. "silent" and "cleared" are the two ways in which a prohibition is met.
_ROWS = """
FM-01 o N1 met Gällande avtal mellan rätt parter
FM-02 o N4 conflict Avtalstid, översyn och inget avtalslöst glapp
FM-03 o N4 partial Aktuella lagrum
OM-01 o N1 met Särskilt boende för äldre, oavsett driftsform
OM-02 o N1 missing Bostad med särskild service / LSS-boende
OM-03 o N1 missing Dagverksamhet
OM-04 o N1 not_applicable Hälso- och sjukvård i hemmet (ordinärt boende)
OM-05 o N1 partial Omfattningen av läkarmedverkan anges
OM-06 o N4 partial Omfattningen är mätbar
OM-07 p N3 partial Inget tak oberoende av behov
FO-01 o N1 partial Formerna för läkarmedverkan anges
FO-02 o N4 met Ansvarig läkare eller enhet per boende eller område
FO-03 o N2 met Fast läkarkontakt
FO-04 p N3 silent Fritt vårdval, ingen tvångslistning
FO-05 o N4 met Planerade läkarbesök och hembesök
FO-06 o N4 met Kontaktväg och svarstid dagtid
FO-07 o N4 missing Individuell medicinsk plan
FO-08 o N2 partial Läkemedelsgenomgångar
FO-09 o N2 met Dokumentation och informationsöverföring
FO-10 o N4 met Rådgivning, handledning och palliativ vård
FO-11 o N4 met Sjuksköterskans bedömning före läkarkontakt
DR-01 o N2 conflict Läkarbedömning oavsett tid på dygnet
DR-02 p N3 not_assessable Dygnet-runt-bedömningen är inte begränsad till vissa patienter
DR-03 o N2 missing Sjuksköterskebedömning oavsett tid på dygnet
DR-04 o N4 partial Reglerad jourorganisation och kontaktväg
DR-05 p N3 silent Inte enbart 1177, 112 eller akutmottagning utanför kontorstid
UP-01 o N4 met Regelbunden uppföljning med angiven frekvens
UP-02 o N4 missing Mätbara indikatorer
UP-03 o N4 not_assessable Utpekat ansvar för uppföljningen på båda sidor
UP-04 o N2 met Avvikelser mellan vårdgivarna
BE-01 o N4 met Avtalet reglerar vad som händer om det inte följs
BE-02 o N4 missing Brist definieras så att den kan konstateras
BE-03 o N4 partial Eskalering och reservrutin med tidsfrister
BE-04 p N3 silent Ingen friskrivning för läkarbrist
BE-05 p N4 partial Inga viten eller sanktionsavgifter mellan parterna
EL-01 o N4 met Kommunens rätt att anlita läkare på regionens bekostnad
EL-02 o N4 partial Ersättningens modell och betalning
EL-03 p N3 not_applicable Kommunens befogenhet att anlita läkare inskränks inte
EL-04 p N3 silent Regionens ansvar kvarstår även om kommunen har egen läkare
EL-05 p N3 conflict Läkaransvar eller läkarkostnad förs inte över på kommunen
OV-01 p N3 conflict Krav på regionens förhandsgodkännande
OV-02 p N3 silent Krav på gemensamt konstaterande eller överenskommelse
OV-03 p N3 partial Oskäligt lång varsel- eller rättelsefrist
OV-04 p N3 cleared Kostnadstak, schablon eller uteslutna kostnader
OV-05 p N3 silent Krav att tvistlösning eller eskalering uttömts först
OV-06 p N3 silent Trösklar, avstående eller styrning av vem som får anlitas
SA-01 o N4 met Regionens ledningsansvariga
SA-02 o N4 met Kommunens ledningsansvariga samt MAS och MAR
SA-03 o N2 partial Samordnad individuell plan
SA-04 o N2 missing In- och utskrivning från sluten vård
SA-05 o N4 missing Privata utförare och vårdvalsenheter är bundna
SA-06 o N2 met Gemensam planering, även för kris
"""

_HSL_16 = Basis(law="HSL", ref="16 kap. 1 § tredje stycket", wording="Lag (2026:1124)", wording_from=date(2026, 8, 1))
_DISPLAY = {
    ("conflict", "N1"): "Kan strida mot lagens krav på avtalet",
    ("conflict", "N2"): "Kan strida mot en skyldighet i lag",
    ("conflict", "N3"): "Kan strida mot lag",
    ("conflict", "N4"): "Går emot en rekommendation (utredning eller god praxis)",
    ("missing", "N1"): "Saknas, lagen kräver att avtalet reglerar det",
    ("missing", "N2"): "Saknas i avtalet (skyldigheten finns ändå i lag)",
    ("missing", "N4"): "Saknas (rekommendation)",
}
_PLAIN_DISPLAY = {
    "met": "Uppfyllt",
    "partial": "Delvis",
    "silent": "Inget sådant villkor hittat",
    "cleared": "Avtalet säger uttryckligen att det inte krävs",
    "not_applicable": "Ej tillämpligt",
    "not_assessable": "Kan ej bedömas",
}


def quote(text: str, role: str = "supports", section: str = "4.2", page: int | None = 3) -> Evidence:
    return Evidence(
        quote=text,
        document="Avtal om läkarmedverkan 2026.docx",
        section=section,
        page=page,
        block=41,
        start=0,
        end=len(text),
        fingerprint="f3a91c",
        role=role,  # type: ignore[arg-type]
    )


_TOLD: dict[str, dict[str, Any]] = {
    "OV-01": {
        "display": "Inskränker kommunens rätt enligt 16 kap. 1 § tredje stycket HSL; lagen anger inget sådant villkor, "
        "och om rätten kan avtalas bort är oprövat",
        "reason": "Avtalet kräver regionens skriftliga godkännande innan kommunen får anlita läkare.",
        "evidence": (
            quote(
                "Kommunen har rätt att på egen hand anlita läkare och få ersättning för sina kostnader från Regionen.",
                section="7.1",
                page=6,
            ),
            quote(
                "Innan läkare anlitas ska Regionens skriftliga godkännande inhämtas från direktören.",
                "conflicts",
                "7.3",
                6,
            ),
        ),
        "suggestion": "Kommunen underrättar Regionen utan dröjsmål när läkare har anlitats. Inget godkännande krävs.",
    },
    "DR-01": {
        "reason": "Läkarbedömning erbjuds enligt avtalet bara på vardagar mellan klockan 8 och 17.",
        "evidence": (
            quote("Läkare finns tillgänglig för bedömning helgfri vardag kl. 08.00–17.00.", "conflicts", "5.1", 4),
        ),
        "basis": (Basis(law="HSL", ref="8 kap. 2 b §", wording="Lag (2026:879)", wording_from=date(2026, 7, 1)),),
        "suggestion": "Regionen ska vid behov erbjuda en medicinsk bedömning av läkare oavsett tid på dygnet.\n"
        "Under jourtid nås läkaren på det nummer som anges i bilaga 2.",
    },
    "FM-02": {
        "reason": "När avtalet löper ut upphör regionens åtagande genast, utan att något annat träder i dess ställe.",
        "evidence": (
            quote(
                "Vid avtalets upphörande upphör Regionens åtagande enligt detta avtal omedelbart.", "conflicts", "9", 8
            ),
        ),
        "basis": (Basis(source="SOU 2024:72 sammanfattningen (många avtal är gamla)"),),
    },
    "OM-05": {
        "reason": "Uppgifterna är angivna men inte hur mycket läkartid som ska avsättas.",
        "missing_elements": ("omfattning i något konkret mått, till exempel timmar per vecka och boende",),
        "evidence": (
            quote("Regionen tillhandahåller läkare i erforderlig omfattning.", "weakens", "3.1", 2),
            quote("Läkaren genomför ronder, läkemedelsgenomgångar och brytpunktssamtal.", "supports", "3.2", 2),
        ),
    },
    "FO-01": {
        "missing_elements": ("minst två former som åtaganden",),
        "caveats": ("Formerna anges i bilaga 3, som inte ingår i underlaget.",),
    },
    "OV-04": {"evidence": (quote("Något kostnadstak gäller inte.", "clears", "7.4", 6),)},
    "OV-02": {"caveats": ("Frågan regleras i bilaga 3, som inte har granskats.",)},
    "FO-08": {
        "basis": (
            Basis(law="HSLF-FS 2017:37", ref="föreskrifter om läkemedelshantering"),
            Basis(law="lag (2017:612)", ref="samverkan vid utskrivning", wording="ursprunglig lydelse"),
        )
    },
    "FO-05": {
        "evidence": (
            quote("Läkaren besöker boendet <script>alert('x')</script> varje vecka & vid behov.", section="Läkarbesök"),
        )
    },
    "UP-01": {"evidence": (quote("Parterna följer upp avtalet varje år i oktober.", section="", page=None),)},
}


def _result(row: str) -> RequirementResult:
    id, kind, norm, outcome, title = row.split(" ", 4)
    verdict = "met" if outcome in ("silent", "cleared") else outcome
    values: dict[str, Any] = {
        "reason": {
            "missing": "Ingen bindande text i frågan hittades.",
            "silent": "Inget villkor av det slaget finns i texten.",
            "not_applicable": "Enligt avtalet har ansvaret inte överlåtits till kommunen.",
            "not_assessable": "Bilaga 2 kunde inte läsas, så det går inte att säga om frågan regleras.",
        }.get(outcome, "Texten anger vem som gör vad, hur ofta och på vilket sätt."),
        "display": _DISPLAY.get((outcome, norm)) or _PLAIN_DISPLAY[outcome],
        "basis": (_HSL_16,),
        "evidence": (quote(f"Parterna är överens om det som gäller för {title.lower()}."),)
        if outcome in ("met", "partial")
        else (),
        "suggestion": "Regionen ska avsätta minst två läkartimmar per vecka och påbörjade tjugo platser."
        if outcome in ("missing", "partial", "conflict")
        else "",
        **_TOLD.get(id, {}),
    }
    return RequirementResult(
        id=id,
        title=title,
        question=f"Reglerar avtalet det här: {title[0].lower()}{title[1:]}?",
        why="Den som är i tjänst en fredagskväll behöver kunna läsa i avtalet vad som gäller.",
        group=id[:2],
        group_title=GROUPS[id[:2]],
        kind="obligation" if kind == "o" else "prohibition",
        norm=norm,  # type: ignore[arg-type]
        verdict=verdict,  # type: ignore[arg-type]
        **values,
    )


def _summary(rows: list[str]) -> Summary:
    counted = Counter((row.split(" ")[1], row.split(" ")[3]) for row in rows)
    return Summary(
        obligations=Obligations(**{name: counted["o", name] for name in Obligations.model_fields}),
        prohibitions=Prohibitions(**{name: counted["p", name] for name in Prohibitions.model_fields}),
    )


def sample_report(**changes: Any) -> AuditReport:
    """The report, with fields replaced by `changes`."""
    rows = _ROWS.strip().splitlines()
    return AuditReport(
        **{
            "tool": Tool(version="0.1.0"),
            "as_of": date(2026, 11, 22),
            "checklist": ChecklistRef(
                id="lakarmedverkan",
                title="Läkarmedverkan",
                version="1",
                sha256="b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
                law_checked_until=date(2026, 8, 22),
            ),
            "facts": Facts(home_care_transferred=False),
            "notices": ("En del av underlaget kunde inte läsas. Det som inte kunde läsas är inte bedömt.",),
            "documents": (
                AuditedDocument(
                    name="Avtal om läkarmedverkan 2026.docx",
                    sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    format="docx",
                    pages=9,
                    warnings=(
                        "Filen har spårade ändringar som inte är godkända. Infogad text räknas, borttagen inte.",
                    ),
                ),
                AuditedDocument(
                    name="Bilaga 2.pdf",
                    sha256="60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                    format="pdf",
                    pages=None,
                    unread=("hela filen (inskannad bild utan text)",),
                ),
            ),
            "agreement": AgreementFacts(
                title="Avtal om läkarmedverkan i kommunal hälso- och sjukvård",
                region="Region Nordvik",
                municipalities=("Hällvikens kommun", "Tallnäs kommun", "Ådals kommun"),
                valid_from=date(2026, 1, 1),
                valid_to=date(2028, 12, 31),
                draft=False,
                about_lakarmedverkan=True,
                absent_documents=(AbsentDocument(name="bilaga 3", mentioned_in="4.2"),),
            ),
            "summary": _summary(rows),
            "results": tuple(_result(row) for row in rows),
            **changes,
        }
    )
