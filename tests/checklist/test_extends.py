"""A checklist that extends the national one: everything national is still asked, and more."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from avtalskoll.agreement import Agreement
from avtalskoll.audit_report import AuditReport
from avtalskoll.auditing import audit_agreement
from avtalskoll.checklist import Checklist, Example, compiled, load_checklist
from avtalskoll.checklist.installed import checklists_root
from avtalskoll.readers import read_bytes
from avtalskoll.reports.html import render_html
from avtalskoll.reports.text import render_text
from avtalskoll.selftest import judge, run_examples
from tests.checklist import own
from tests.conftest import AS_OF

TEXT = """# Avtal om läkarmedverkan

Regionen ska tillhandahålla läkare vid kommunens särskilda boenden för äldre.

Parterna följer upp läkarmedverkan enligt detta avtal en gång per år.
"""
YEARLY = "Läkarmedverkan enligt avtalet följs upp en gång om året."
HALF_YEARLY = "Läkarmedverkan enligt avtalet följs upp två gånger om året."


@pytest.fixture
def extended(tmp_path: Path) -> Checklist:
    return load_checklist(own.write(tmp_path / "region-norr"))


def audit(checklist: Checklist, text: str = TEXT) -> AuditReport:
    agreement = Agreement(documents=(read_bytes(text.encode(), "avtal.md"),))
    return audit_agreement(agreement, as_of=AS_OF, checklist=checklist)


def verdict(checklist: Checklist, requirement: str, text: str) -> str:
    return judge(checklist, checklist.requirement(requirement), Example(text=text)).verdict


def tightened(folder: Path, entry: str) -> Checklist:
    head = own.MANIFEST.split("skärpningar:")[0]
    return load_checklist(own.write(folder, checklista=f"{head}skärpningar:\n{entry}"))


def test_all_national_requirements_run_before_the_own_ones(checklist: Checklist, extended: Checklist) -> None:
    national, results = audit(checklist).results, audit(extended).results
    assert [result.id for result in results] == [*(result.id for result in national), "RN-01"]
    assert [r for r in results if r.id not in ("UP-01", "RN-01")] == [r for r in national if r.id != "UP-01"]
    assert results[-1].group == "RN" and results[-1].verdict == "missing"
    assert results[-1].display == "Saknas (eget krav i checklistan)"


def test_a_limit_makes_a_requirement_stricter_and_says_why(checklist: Checklist, extended: Checklist) -> None:
    assert verdict(checklist, "UP-01", YEARLY) == "met"
    assert verdict(extended, "UP-01", YEARLY) == "partial"
    assert verdict(extended, "UP-01", HALF_YEARLY) == "met"
    result = audit(extended).result("UP-01")
    assert "att det sker minst en gång i halvåret" in result.reason
    assert "Skärpt i ”Region Norrs checklista”: Nämnden har beslutat" in result.note
    assert (result.norm, result.basis[-1].source) == ("N5", "Nämndens beslut § 12")


def test_no_national_example_gets_a_milder_verdict(extended: Checklist) -> None:
    results = list(run_examples(extended, [extended.requirement("UP-01")]))
    assert all(result.as_marked for result in results)
    assert any(result.got == "partial" and result.expected == "met" for result in results)


def test_a_limit_in_hours(tmp_path: Path) -> None:
    entry = """\
  - krav: FO-06
    skäl: Svar ska ges inom en timme.
    gränser: [{del: svarstid, högst_timmar: 1, fattas: att svar ges inom en timme}]
"""
    checklist = tightened(tmp_path / "e", entry)
    said = "Sjuksköterskan når läkaren dagtid på vårdcentralens direktnummer och får svar inom {}."
    assert verdict(checklist, "FO-06", said.format("60 minuter")) == "met"
    assert verdict(checklist, "FO-06", said.format("två timmar")) == "partial"


def test_an_optional_part_becomes_mandatory(checklist: Checklist, tmp_path: Path) -> None:
    entry = "  - {krav: FM-02, skäl: Uppsägningstiden ska framgå., obligatoriska_delar: [uppsägning]}"
    stricter = tightened(tmp_path / "e", entry)
    met = [Example(text=e) if isinstance(e, str) else e for e in checklist.requirement("FM-02").examples.met]
    found = {judge(stricter, stricter.requirement("FM-02"), example).verdict for example in met}
    assert found == {"met", "partial"}


def test_a_further_part_and_a_lowering_pattern(checklist: Checklist, tmp_path: Path) -> None:
    entry = """\
  - krav: UP-01
    skäl: Resultatet ska redovisas för nämnden.
    regler:
      delar:
        - {namn: redovisning, fattas: att resultatet redovisas, mönster: [{alla: ["redovisa* | =redovisas"]}]}
      sänker:
        - {alla: [enkät*], skäl: En enkät räcker inte.}
"""
    stricter = tightened(tmp_path / "e", entry)
    assert verdict(stricter, "UP-01", YEARLY) == "partial"
    assert verdict(stricter, "UP-01", f"{YEARLY} Resultatet redovisas för nämnden.") == "met"
    assert verdict(stricter, "UP-01", f"{YEARLY} Resultatet redovisas i en enkät.") == "partial"
    assert verdict(stricter, "UP-01", "Resultatet redovisas för nämnden.") == verdict(
        checklist, "UP-01", "Resultatet redovisas för nämnden."
    )


def test_a_prohibition_finds_more(checklist: Checklist, tmp_path: Path) -> None:
    entry = """\
  - krav: OV-01
    skäl: Även samråd ska tas upp.
    regler:
      delvis:
        - {alla: [samråd*, "@läkarperson"], skäl: Avtalet kräver samråd.}
"""
    stricter = tightened(tmp_path / "e", entry)
    text = "Samråd om läkare ska ske med styrgruppen."
    assert (verdict(checklist, "OV-01", text), verdict(stricter, "OV-01", text)) == ("met", "partial")


def test_every_report_names_both_checklists(extended: Checklist) -> None:
    report = audit(extended)
    dumped = json.loads(report.model_dump_json())["checklist"]
    assert (dumped["id"], dumped["version"]) == ("region-norr", "1")
    assert [known["id"] for known in dumped["extends"]] == ["lakarmedverkan"]
    said = "Region Norrs checklista, version 1; utgår från Avtal om läkarmedverkan enligt 16 kap. 1 § HSL, version"
    html, text = render_html(report), render_text(report, width=200)
    assert said in html and said in text
    assert "Region Norrs egna krav" in html
    assert "Delvis, eget krav i checklistan" in text and "Saknas, eget krav i checklistan" in text
    assert "Beslutat av den som har gjort checklistan" in html


def test_sha256_covers_both_and_the_kept_checklist_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    shutil.copytree(checklists_root() / "lakarmedverkan", tmp_path / "nationell")
    folder = own.write(tmp_path / "e", checklista=own.MANIFEST.replace("lakarmedverkan", "../nationell", 1))
    first = load_checklist(folder, examples=False)
    again = load_checklist(folder, examples=False)
    assert audit(again) == audit(first) == audit(load_checklist(folder))
    assert again.tightenings == first.tightenings and again.extends == first.extends
    (tmp_path / "nationell" / "lagrum.yaml").open("a", encoding="utf-8").write("# ändrad\n")
    base_changed = load_checklist(folder, examples=False)
    (folder / "rn.yaml").open("a", encoding="utf-8").write("# ändrad\n")
    own_changed = load_checklist(folder, examples=False)
    assert len({first.sha256, base_changed.sha256, own_changed.sha256}) == 3


def test_a_municipality_extends_its_region(tmp_path: Path) -> None:
    own.write(tmp_path / "region")
    manifest = """\
utgår_från: ../region
id: granvik
titel: Granviks checklista
version: "1"
skärpningar:
  - krav: UP-01
    skäl: Kommunen vill följa upp varje kvartal.
    gränser: [{del: frekvens, högst_dagar: 92, fattas: att det sker varje kvartal}]
"""
    (tmp_path / "granvik").mkdir()
    (tmp_path / "granvik" / "checklista.yaml").write_text(manifest, encoding="utf-8")
    checklist = load_checklist(tmp_path / "granvik")
    assert [known.id for known in checklist.extends] == ["region-norr", "lakarmedverkan"]
    assert len(checklist.requirements) == 53
    assert verdict(checklist, "UP-01", HALF_YEARLY) == "partial"
    assert verdict(checklist, "UP-01", HALF_YEARLY.replace("två", "fyra")) == "met"


def test_more_words_for_a_national_concept(checklist: Checklist, tmp_path: Path) -> None:
    concepts = own.CONCEPTS + "tillägg:\n  uppföljning: [kontrollrond*]\n"
    local = load_checklist(own.write(tmp_path / "e", begrepp_rn=concepts))
    text = "Kontrollronder av läkarmedverkan enligt avtalet genomförs två gånger om året."
    assert (verdict(checklist, "UP-01", text), verdict(local, "UP-01", text)) == ("missing", "met")


def test_own_provisions(tmp_path: Path) -> None:
    provisions = """\
kontrollerad_till: 2026-06-01
lagar:
  RB: {namn: regionbestämmelser}
lagrum:
  - {lag: RB, ref: 3 §, lydelser: [{enligt: beslut 2026, från: 2026-01-01}]}
"""
    group = own.GROUP.replace('{källa: "Riktlinje 2026"}', '{lag: RB, lagrum: "3 §"}')
    report = audit(load_checklist(own.write(tmp_path / "e", lagrum=provisions, rn=group)))
    assert report.result("RN-01").basis[0].wording == "beslut 2026"
    assert report.checklist.law_checked_until.isoformat() == "2026-06-01"
