"""The negotiation document, opened as a reader would open it."""

from __future__ import annotations

import io
import re
import zipfile
from types import SimpleNamespace
from typing import cast

import pytest

from avtalskoll.audit_report import AgreementFacts, AuditReport, RequirementResult
from avtalskoll.engine.clause import Clause
from avtalskoll.engine.reasons import WOULD_SUFFICE, two_readings
from avtalskoll.errors import WrongUseError
from avtalskoll.negotiating.proposing import propose
from avtalskoll.readers import read_bytes
from avtalskoll.reports.order import gaps
from avtalskoll.reports.proposal.filled_in import Names

from .sample_report import sample_report


def rows(data: bytes) -> list[list[str]]:
    """Every table row as the texts of its cells."""
    found: dict[tuple[int, int], dict[int, list[str]]] = {}
    for block in read_bytes(data, "förslag.docx").blocks:
        if block.table is not None:
            assert block.row is not None and block.column is not None
            found.setdefault((block.table, block.row), {}).setdefault(block.column, []).append(block.text)
    return [["\n".join(cells.get(column, [])) for column in range(6)] for cells in found.values()]


def texts(data: bytes) -> str:
    return "\n".join(block.text for block in read_bytes(data, "förslag.docx").blocks)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def of_parties(region: str | None, *municipalities: str, **changes: object) -> AuditReport:
    facts = sample_report().agreement.model_copy(update={"region": region, "municipalities": municipalities, **changes})
    return sample_report(agreement=facts)


def changed(id: str, **words: object) -> AuditReport:
    """The sample report with one result put otherwise."""
    report = sample_report()
    results = tuple(r.model_copy(update=words) if r.id == id else r for r in report.results)
    return report.model_copy(update={"results": results})


def gap_ids(report: AuditReport) -> list[str]:
    return [result.id for group in gaps(report.results) for result in group.results]


def test_every_gap_has_a_row_in_order_of_weight() -> None:
    report = sample_report()
    found = rows(propose(report))
    numbered = [row[0] for row in found if re.match(r"\d+\.", row[0])]
    assert [cell.splitlines()[-1] for cell in numbered] == gap_ids(report)
    assert [int(cell.split(".")[0]) for cell in numbered] == list(range(1, len(numbered) + 1))


def test_a_row_says_what_stands_today_what_is_wrong_the_law_and_the_wording() -> None:
    row = next(row for row in rows(propose(sample_report())) if "OV-01" in row[0])
    assert "”Innan läkare anlitas ska Regionens skriftliga godkännande inhämtas från direktören.”" in row[1]
    assert "avsnitt 7.3, sidan 6" in row[1]
    assert "Inskränker kommunens rätt" in row[2] and "Avtalet kräver regionens skriftliga godkännande" in row[2]
    assert "16 kap. 1 § tredje stycket HSL, lydelse enligt Lag (2026:1124), gäller från 2026-08-01." in row[2]
    assert row[3].startswith("Kommunen underrättar Region Nordvik utan dröjsmål")
    assert row[4:] == ["", ""]


def test_a_missing_requirement_is_not_regulated_today() -> None:
    row = next(row for row in rows(propose(sample_report())) if "OM-02" in row[0])
    assert row[1] == "Regleras inte i dag."


def clause(quote: str) -> Clause:
    return cast(Clause, SimpleNamespace(quote=quote, block=SimpleNamespace(section="4.1")))


READINGS = two_readings(clause("Kostnaden ersätts. Taket är 900 kr."), clause("Full ersättning lämnas."), WOULD_SUFFICE)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (f"Ersättningen har ett tak.{READINGS}", "Ersättningen har ett tak."),
        (
            "Mer än 14 dagar måste gå (14 dagar är produktens gräns, inte lag). Lagen anger ingen frist.",
            "Mer än 14 dagar måste gå. Lagen anger ingen frist.",
        ),
        (
            "Det framgår inte hur ofta det sker (minst en gång per år, produktens gräns).",
            "Det framgår inte hur ofta det sker (minst en gång per år).",
        ),
        ("Frågan tas upp, men orden binder inte (”bör”).", "Frågan tas upp, men orden binder inte (”bör”)."),
    ],
)
def test_what_is_said_to_our_own_side_is_not_sent(reason: str, told: str) -> None:
    row = next(row for row in rows(propose(changed("OV-01", reason=reason))) if "OV-01" in row[0])
    assert row[2].splitlines()[1] == told


@pytest.mark.parametrize(
    ("kind", "heading"),
    [("obligation", "Frågan är bara delvis reglerad."), ("prohibition", "Villkoret bör ses över.")],
)
def test_a_bare_partly_says_what_is_wrong(kind: str, heading: str) -> None:
    report = changed("OV-01", kind=kind, verdict="partial", display="Delvis")
    row = next(row for row in rows(propose(report)) if "OV-01" in row[0])
    assert row[2].splitlines()[0] == heading


def test_select_and_ignore_choose_by_id_group_and_glob() -> None:
    def chosen(**words: tuple[str, ...]) -> set[str]:
        return set(re.findall(r"^[A-Z]{2}-\d\d$", texts(propose(sample_report(), **words)), re.MULTILINE))

    assert chosen(select=("ov-01",)) == {"OV-01"}
    assert chosen(select=("OV", "DR-*"), ignore=("OV-03",)) == {"OV-01", "DR-01", "DR-03", "DR-04"}
    with pytest.raises(WrongUseError, match="ingen grupp heter OX"):
        propose(sample_report(), select=("OX",))


def test_the_names_of_one_region_and_one_kommun_stand_in_the_wordings() -> None:
    names = Names("Region Norrås", ["Viks kommun"])
    assert names.fill_in("Regionens läkare och Kommunens sjuksköterska. Regionen betalar Kommunen.") == (
        "Region Norrås läkare och Viks kommuns sjuksköterska. Region Norrås betalar Viks kommun."
    )
    assert names.kept == ()


def test_several_municipalities_keep_their_role_and_the_document_says_who_it_is() -> None:
    found = texts(propose(of_parties("Region Norr", "A kommun", "B kommun")))
    assert "I förslagen betyder Kommunen var och en av A kommun och B kommun." in found
    assert "Kommunen underrättar Region Norr utan dröjsmål" in found


def test_unknown_parties_keep_their_roles_and_can_be_told() -> None:
    unknown = of_parties(None)
    assert "Kommunen underrättar Regionen utan dröjsmål" in texts(propose(unknown))
    told = texts(propose(unknown, region="Region Syd", municipalities=["Ås kommun"]))
    assert "Ås kommun underrättar Region Syd utan dröjsmål" in told


def test_a_wording_that_defines_the_roles_names_the_region_only() -> None:
    wording = "Parter är regionen (Regionen) och samtliga kommuner i länet (var för sig Kommunen)."
    assert Names("Region Norr", ["A kommun"]).fill_in(wording) == (
        "Parter är Region Norr (Regionen) och samtliga kommuner i länet (var för sig Kommunen)."
    )
    assert Names(None, []).fill_in(wording) == wording


def test_several_agreements_have_the_same_question_together() -> None:
    one = of_parties("Region Norr", "A kommun", title="Avtal A")
    other = of_parties("Region Norr", "B kommun", title="Avtal B")
    lighter = tuple(
        result.model_copy(update={"verdict": "met"}) if result.id == "OV-01" else result for result in other.results
    )
    document = propose([one, other.model_copy(update={"results": lighter})])
    headings = [
        b.text for b in read_bytes(document, "f.docx").blocks if b.kind == "heading" and re.match(r"\d", b.text)
    ]
    assert len(headings) == len(gap_ids(one))
    agreements = [row[0] for row in rows(document) if row[0].startswith("Avtal ")]
    assert agreements.count("Avtal A") - agreements.count("Avtal B") == 1
    assert "Regionen" not in next(
        line
        for line in texts(document).splitlines()
        if line.startswith("Förslag till ny lydelse: Kommunen underrättar")
    )


def test_agreements_with_the_same_title_are_told_apart() -> None:
    found = rows(propose([of_parties("Region Norr", "A kommun"), of_parties("Region Norr", "B kommun")]))
    title = sample_report().agreement.title
    assert {f"{title}, A kommun", f"{title}, B kommun"} <= {row[0] for row in found}


def test_nothing_to_bring_up_is_said() -> None:
    report = sample_report()
    met = tuple(result.model_copy(update={"verdict": "met"}) for result in report.results)
    assert "Genomgången gav inget att ta upp." in texts(propose(report.model_copy(update={"results": met})))


def test_what_could_not_be_read_is_said_first() -> None:
    found = texts(propose(sample_report()))
    assert found.index("Observera: ") < found.index("Vi har gått igenom avtalet")


def test_it_is_fit_to_print_and_to_read_aloud() -> None:
    document = propose(sample_report())
    body = part(document, "word/document.xml")
    tables = body.count("<w:tbl>")
    assert tables and body.count("<w:tblHeader/>") == body.count("<w:tblCaption") == tables
    assert 'w:orient="landscape"' in body
    assert "PAGE" in part(document, "word/footer1.xml") and "NUMPAGES" in part(document, "word/footer1.xml")
    assert 'w:lang w:val="sv-SE"' in part(document, "word/styles.xml")
    levels = [block.level for block in read_bytes(document, "f.docx").blocks if block.kind == "heading"]
    assert levels[0] == 1 and levels.count(1) == 1 and set(levels) == {1, 2}


def test_it_blames_nobody() -> None:
    assert not re.search(r"\b(?:o(?:laglig|giltig)|lagstridig|bryter mot)\w*", texts(propose(sample_report())), re.I)


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert propose(sample_report()) == propose(sample_report())


def test_odd_characters_of_an_agreement_make_no_broken_document() -> None:
    report = sample_report()
    odd = [_quoting(result, 'a\x0b\x01 & <w:p> "b"\ufffe]]>') for result in report.results]
    facts: AgreementFacts = report.agreement.model_copy(update={"title": "Avtal <&> \x02"})
    found = texts(propose(report.model_copy(update={"results": tuple(odd), "agreement": facts})))
    assert '”a & <w:p> "b" ]]>”' in found


def _quoting(result: RequirementResult, quote: str) -> RequirementResult:
    evidence = tuple(item.model_copy(update={"quote": quote}) for item in result.evidence)
    return result.model_copy(update={"evidence": evidence})


def test_no_report_is_refused() -> None:
    with pytest.raises(WrongUseError):
        propose([])
