"""What surrounds the verdicts: sets, amendments, drafts, other topics, unreadable parts."""

from __future__ import annotations

from avtalskoll.agreement import Agreement, Document
from avtalskoll.audit_report import AuditReport, Facts
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist
from avtalskoll.readers import read_bytes
from tests.conftest import AS_OF

RIGHT = "Om regionen inte fullgör sitt åtagande får kommunen anlita läkare"


def audit_files(checklist: Checklist, facts: Facts | None = None, **files: str) -> AuditReport:
    documents = tuple(read_bytes((text + "\n").encode(), f"{name}.md") for name, text in files.items())
    return audit_agreement(Agreement(documents=documents), as_of=AS_OF, checklist=checklist, facts=facts)


def test_evidence_names_the_file_of_a_set(checklist: Checklist) -> None:
    report = audit_files(checklist, huvudavtal="Avtalet följs upp.", bilaga1="Uppföljning av avtalet sker årligen.")
    assert {evidence.document for evidence in report.result("UP-01").evidence} == {"huvudavtal.md", "bilaga1.md"}


def test_an_amendment_replaces_the_older_clause(checklist: Checklist) -> None:
    old = f"7.3 {RIGHT} efter regionens skriftliga godkännande."
    new = f"# Tilläggsavtal\n\nPunkt 7.3 i avtalet ersätts av följande.\n\n7.3 {RIGHT} på regionens bekostnad."
    assert audit_files(checklist, huvudavtal=old).result("OV-01").verdict == "conflict"
    assert audit_files(checklist, huvudavtal=old, tillaggsavtal=new).result("OV-01").verdict == "met"


def test_an_amendment_in_the_same_file_replaces_what_its_label_names(checklist: Checklist) -> None:
    old = f"Avtal 2023, § 9: {RIGHT}. Regionen ska dessförinnan ha godkänt det."
    new = f"Tilläggsavtal 2026-02-01: § 9 ersätts i sin helhet av följande. {RIGHT} på regionens bekostnad."
    assert audit_files(checklist, avtal=old).result("OV-01").verdict == "conflict"
    assert audit_files(checklist, avtal=f"{old}\n\n{new}").result("OV-01").verdict == "met"


def test_an_amendment_in_the_same_file_replaces_the_section_that_a_heading_names(checklist: Checklist) -> None:
    old = f"## Samarbetsavtal 2022, § 14\n\n{RIGHT} om regionen först har godkänt det."
    new = f"## Tillägg nr 1\n\n§ 14 upphör att gälla och får i stället denna lydelse: {RIGHT} på regionens bekostnad."
    assert audit_files(checklist, avtal=old).result("OV-01").verdict == "conflict"
    assert audit_files(checklist, avtal=f"{old}\n\n{new}").result("OV-01").verdict == "met"


def test_an_amendment_may_name_its_sections_after_the_verb_and_under_numbered_headings(checklist: Checklist) -> None:
    old = f"# Avtal\n\n## § 3 Samarbete\n\nSamarbete sker.\n\n## § 9 Brist\n\n{RIGHT} sedan regionen har godkänt det."
    new = (
        "# Tilläggsavtal nr 1\n\nGenom tillägget ersätts §§ 3 och 9 i avtalet med följande.\n\n"
        f"## 2 § 9 erhåller följande lydelse\n\n{RIGHT} på regionens bekostnad."
    )
    assert audit_files(checklist, avtal=old).result("OV-01").verdict == "conflict"
    assert audit_files(checklist, avtal=f"{old}\n\n{new}").result("OV-01").verdict == "met"


def test_the_same_can_be_said_or_denied_of_something_else(checklist: Checklist) -> None:
    text = "Regionens läkare ansvarar för patienterna på äldreboendena. Detsamma gäller {}gruppbostäderna enligt LSS."
    assert audit_files(checklist, avtal=text.format("")).result("OM-02").verdict == "met"
    assert audit_files(checklist, avtal=text.format("inte ")).result("OM-02").verdict == "conflict"


def test_a_line_by_itself_can_head_what_follows(checklist: Checklist) -> None:
    text = (
        "Bakgrund\n\nKommunen har rätt att anlita läkare på regionens bekostnad om regionen inte fullgör sitt åtagande."
    )
    assert audit_files(checklist, avtal=text.partition("\n\n")[2]).result("EL-01").verdict == "met"
    assert audit_files(checklist, avtal=text).result("EL-01").verdict == "partial"


def test_the_document_that_prevails_may_be_named_last(checklist: Checklist) -> None:
    text = (
        "Går bilagan och avtalet isär gäller avtalet.\n\nAvtalet, 7 §: Regionen ansvarar för att en läkare bedömer "
        "patienten alla tider på dygnet.\n\nBilaga 2: Läkare gör bedömningar endast vardagar 8–16."
    )
    assert audit_files(checklist, avtal=text).result("DR-01").verdict == "met"
    turned = text.replace("gäller avtalet", "gäller bilagan")
    assert audit_files(checklist, avtal=turned).result("DR-01").verdict == "conflict"


def test_an_amendment_can_exchange_words_of_a_clause(checklist: Checklist) -> None:
    old = "§ 12 Kommunen får anlita läkare på regionens bekostnad två dagar efter påtalad brist."
    later = "# Tilläggsavtal\n\nI § 12 byts ”två dagar” ut mot ”tjugo dagar”."
    assert audit_files(checklist, huvudavtal=old).result("OV-03").verdict == "met"
    result = audit_files(checklist, huvudavtal=old, tillaggsavtal=later).result("OV-03")
    assert result.verdict == "conflict"
    # The quote is what stands in the text; what was put in its place is quoted with it.
    assert [evidence.quote for evidence in result.evidence] == [old.removeprefix("§ 12 "), later.split("\n\n")[1]]


def test_an_amendment_can_replace_one_sentence(checklist: Checklist) -> None:
    old = "§ 5 Läkaren besöker boendet varje vecka. Avtalet följs upp vart tredje år."
    later = "# Tilläggsavtal\n\n§ 5 andra meningen ersätts av följande: Avtalet följs upp varje år."
    report = audit_files(checklist, huvudavtal=old, tillaggsavtal=later)
    assert report.result("UP-01").verdict == "met"
    assert report.result("OM-06").verdict == audit_files(checklist, huvudavtal=old).result("OM-06").verdict


def test_what_only_says_that_a_clause_is_replaced_is_no_evidence(checklist: Checklist) -> None:
    text = (
        "# Tilläggsavtal\n\nPunkt 8 i avtalet ersätts i sin helhet med följande lydelse:\n\n8 Regionen ersätter resor."
    )
    report = audit_files(checklist, huvudavtal="8 Regionen ersätter kommunens kostnader.", tillaggsavtal=text)
    quotes = {evidence.quote for result in report.results for evidence in result.evidence}
    assert not any("i sin helhet" in quote for quote in quotes)


def test_the_title_can_be_all_that_names_the_parties(checklist: Checklist) -> None:
    title = "# Avtal om läkarmedverkan mellan Region Alm och Björks kommun"
    period = "Avtalet gäller från och med den 1 januari 2025 till och med den 31 december 2028."
    result = audit_files(checklist, avtal=f"{title}\n\n{period}").result("FM-01")
    assert result.verdict == "met"
    assert result.evidence[0].quote == title.removeprefix("# ")
    parties = "Parter är Region Alm och Björks kommun."
    quoted = audit_files(checklist, avtal=f"{title}\n\n{parties}\n\n{period}").result("FM-01").evidence[0].quote
    assert quoted == parties


def test_a_quote_comes_with_its_row_or_with_the_words_before_its_list(checklist: Checklist) -> None:
    text = """Läkarmedverkan ges till

- den som bor i särskilt boende för äldre.

| Verksamhet | Slag | Omfattas |
|---|---|---|
| Lyktan | Dagverksamhet | Nej |
"""
    report = audit_files(checklist, avtal=text)
    assert report.result("OM-01").evidence[0].lead_in == "Läkarmedverkan ges till"
    assert report.result("OM-03").evidence[0].row == "Verksamhet: Lyktan; Slag: Dagverksamhet; Omfattas: Nej"


def test_different_parties_give_a_warning(checklist: Checklist) -> None:
    one, other = "Avtal mellan Region Alm och Björks kommun.", "Avtal mellan Region Ek och Granens kommun."
    notices = audit_files(checklist, ett=one, två=other).notices
    assert any("olika regioner" in notice for notice in notices) and any(
        "olika kommuner" in notice for notice in notices
    )
    assert not any("olika" in notice for notice in audit_files(checklist, ett=one, två=one).notices)


def test_what_could_not_be_read_is_never_missing(checklist: Checklist) -> None:
    read = read_bytes(b"Regionen svarar for lakare.\n", "avtal.md")
    unread = Document(name="bilaga.docx", sha256="0" * 64, format="unknown", unread=("filen är lösenordsskyddad",))
    report = audit_agreement(Agreement(documents=(read, unread)), as_of=AS_OF, checklist=checklist)
    assert "missing" not in {result.verdict for result in report.results}
    assert report.summary.prohibitions.silent == 0 and report.summary.prohibitions.not_assessable > 0
    assert any("bilaga.docx" in notice for notice in report.notices)


def test_absent_annexes_are_listed_with_the_place_that_names_them(checklist: Checklist) -> None:
    text = (
        "4.2 Läkartiden framgår av bilaga 3.\n\n4.3 Tiderna står i bilaga 1.\n\n4.4 Se Bilagor 4 och 5.\n\n"
        "4.5 Enligt Bilaga\u00a0B gäller bilaga B."
    )
    absent = audit_files(checklist, huvudavtal=text, bilaga1="Tider").agreement.absent_documents
    assert [(item.name, item.mentioned_in) for item in absent] == [
        ("bilaga 3", "4.2"),
        ("Bilaga 4", "4.4"),
        ("Bilaga B", "4.5"),
    ]


def test_home_care_fact_decides_where_the_text_is_silent(checklist: Checklist) -> None:
    text = "Läkarmedverkan omfattar särskilt boende."
    kept = audit_files(checklist, Facts(home_care_transferred=False), avtal=text)
    assert kept.result("OM-04").verdict == "not_applicable"
    assert audit_files(checklist, avtal=text).result("OM-04").verdict == "missing"


def test_a_lease_is_said_to_be_no_such_agreement(checklist: Checklist) -> None:
    lease = "# Hyresavtal\n\nHyresvärden upplåter lokalen. Avtalet sägs upp med sex månaders varsel."
    report = audit_files(checklist, avtal=lease)
    assert not report.agreement.about_lakarmedverkan
    assert report.result("FM-02").verdict == "missing" and report.result("EL-01").verdict == "missing"


def test_a_draft_is_marked(checklist: Checklist) -> None:
    text = "# UTKAST\n\nAvtal mellan Region Alm och Björks kommun. Avtalet gäller 2026-01-01 till 2028-12-31."
    report = audit_files(checklist, avtal=text)
    assert report.agreement.draft and report.result("FM-01").verdict == "partial"
    final = audit_files(checklist, avtal=text.replace("UTKAST", "Avtal"))
    assert not final.agreement.draft and final.result("FM-01").verdict == "met"
    assert str(final.agreement.valid_to) == "2028-12-31" and final.agreement.region == "Region Alm"


def test_background_and_negotiation_notes_promise_nothing(checklist: Checklist) -> None:
    duty = "Avtalet följs upp en gång per år."
    assert audit_files(checklist, avtal=duty).result("UP-01").verdict == "met"
    assert audit_files(checklist, avtal=f"## Bakgrund\n\n{duty}").result("UP-01").verdict != "met"
    assert audit_files(checklist, avtal=f"Kommentar: {duty}").result("UP-01").verdict == "missing"


def test_minutes_about_an_agreement_are_no_agreement(checklist: Checklist) -> None:
    duty = "Avtalet följs upp en gång per år. Regionen ersätter kommunen med högst 800 kronor per timme."
    report = audit_files(checklist, avtal=f"# Minnesanteckningar från möte\n\n{duty}")
    assert report.result("UP-01").verdict in ("partial", "missing")
    assert "conflict" not in {result.verdict for result in report.results}


def test_an_agreement_that_is_not_prolonged_has_ended(checklist: Checklist) -> None:
    text = "Avtal mellan Region Alm och Björks kommun. Avtalet gäller 2011-01-01 till 2013-12-31."
    for denied in ("Någon förlängning äger icke rum.", "Avtalet förlängs inte."):
        assert audit_files(checklist, avtal=f"{text} {denied}").result("FM-01").verdict == "partial"
    assert (
        audit_files(checklist, avtal=f"{text} Det förlängs därefter ett år i taget.").result("FM-01").verdict == "met"
    )


def test_a_table_s_no_denies_what_its_row_states(checklist: Checklist) -> None:
    table = "| Påstående | Stämmer |\n|---|---|\n| Läkartiden minskas när kommunen anställer egen läkare | {} |"
    answers = {answer: audit_files(checklist, avtal=table.format(answer)) for answer in ("Ja", "Nej", "Nej, aldrig")}
    assert {answer: report.result("EL-04").verdict for answer, report in answers.items()} == {
        "Ja": "conflict",
        "Nej": "met",
        "Nej, aldrig": "met",
    }


def test_a_no_after_a_colon_denies_what_stands_before_it(checklist: Checklist) -> None:
    said = "Bostad med särskild service enligt LSS, läkarmedverkan: {}."
    assert audit_files(checklist, avtal=said.format("ja")).result("OM-02").verdict == "met"
    assert audit_files(checklist, avtal=said.format("nej")).result("OM-02").verdict == "conflict"


def test_front_matter_and_running_heads_say_that_a_draft_is_a_draft(checklist: Checklist) -> None:
    text = "# Avtal om läkarmedverkan\n\nAvtalet gäller från den 1 januari 2026 tills vidare."
    said = audit_files(checklist, avtal="---\nstatus: utkast 0.3\n---\n" + text)
    assert said.agreement.draft
    assert not audit_files(checklist, avtal="---\nversion: 3\n---\n" + text).agreement.draft
