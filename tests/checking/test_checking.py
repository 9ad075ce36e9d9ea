from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import date
from pathlib import Path

import jsonschema
import pytest

import avtalskoll
from avtalskoll import over_processors
from avtalskoll.checking import auditing_many
from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding, CheckRun
from avtalskoll.errors import WrongUseError
from avtalskoll.reports.check.json import render_json
from avtalskoll.reports.check.markdown import render_markdown
from avtalskoll.reports.check.text import render_text
from avtalskoll.settings import ConfiguredAgreement, Settings
from tests.checking.drafts import CONFLICT, DRAFT_WORDS, README, agreement, write
from tests.conftest import ROOT

DAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*paths: str, **settings: object) -> CheckRun:
    return avtalskoll.check(paths, Settings(as_of=DAY, **settings))  # type: ignore[arg-type]


def finding(checked: CheckedAgreement, requirement: str) -> CheckFinding:
    return next(one for one in checked.findings if one.id == requirement)


def test_a_conflict_fails_with_its_place_and_its_clause() -> None:
    write("avtal.md", agreement(CONFLICT))
    checked = run("avtal.md", select=("OV-01",))
    (found,) = checked.agreements[0].findings
    assert (found.verdict, found.level, found.fails, checked.exit_code) == ("conflict", "error", True, 1)
    place = found.places[0]
    assert (place.file, place.section, place.quote) == ("avtal.md", "2", CONFLICT)
    assert Path("avtal.md").read_text(encoding="utf-8").splitlines()[(place.line or 0) - 1] == CONFLICT


def test_every_requirement_is_there_also_what_passed_and_what_was_not_found() -> None:
    write("avtal.md", agreement(CONFLICT))
    checked = run("avtal.md")
    (only,) = checked.agreements
    assert only.report is not None
    assert [one.id for one in only.findings] == [result.id for result in only.report.results]
    missing = finding(only, "UP-02")
    assert (missing.level, missing.fails, missing.places[0].file) == ("warning", False, "avtal.md")
    assert finding(only, "BE-04").level == "pass"


def test_levels_follow_the_threshold() -> None:
    write("avtal.md", agreement(CONFLICT))
    levels = {
        words: {one.id: one.level for one in run("avtal.md", fail_on=words).agreements[0].findings}
        for words in ((), ("missing:N4",), ("conflict",))
    }
    assert (levels[()]["OV-01"], levels[()]["UP-02"]) == ("warning", "warning")
    assert (levels[("missing:N4",)]["OV-01"], levels[("missing:N4",)]["UP-02"]) == ("warning", "error")
    assert (levels[("conflict",)]["OV-01"], levels[("conflict",)]["UP-02"]) == ("error", "warning")


def test_by_default_norm_one_fails_when_missing_or_partial_and_a_recommendation_does_not() -> None:
    write("avtal.md", agreement("Läkare medverkar vid behov."))
    for one in run("avtal.md").agreements[0].findings:
        failing = {"N1": ("conflict", "missing", "partial"), "N2": ("conflict",), "N3": ("conflict",)}
        assert one.fails is (one.verdict in failing.get(one.norm, ())), one.id


@pytest.mark.parametrize("since", ["2026-01-01", "2027-01-01"], ids=["in force", "begins later"])
def test_that_a_draft_is_a_draft_is_a_note(since: str) -> None:
    write("avtal.md", agreement(DRAFT_WORDS, since=since))
    checked = run("avtal.md", select=("FM-01",))
    (found,) = checked.agreements[0].findings
    assert (found.verdict, found.level, found.fails, checked.exit_code) == ("partial", "note", False, 0)


@pytest.mark.parametrize(
    "text",
    [
        agreement(DRAFT_WORDS, parties="parterna"),
        agreement(since="2027-01-01"),
        agreement(DRAFT_WORDS).replace("från och med 2026-01-01 och tills vidare", "2020-01-01 till 2021-12-31"),
        agreement(DRAFT_WORDS).replace("Avtalet gäller från och med 2026-01-01 och tills vidare.", ""),
    ],
    ids=["no parties", "no draft", "expired", "no period"],
)
def test_what_else_is_wrong_with_the_validity_fails(text: str) -> None:
    write("avtal.md", text)
    assert run("avtal.md", select=("FM-01",)).exit_code == 1


def test_select_and_ignore_by_id_group_and_glob() -> None:
    write("avtal.md", agreement())

    def ids(**settings: object) -> set[str]:
        return {one.id for one in run("avtal.md", **settings).agreements[0].findings}

    everything = ids()
    assert ids(select=("ov",)) == {one for one in everything if one.startswith("OV-")} != set()
    assert ids(select=("OV-0[12]", "fm-01")) == {"OV-01", "OV-02", "FM-01"}
    assert ids(ignore=("OV-*",)) == {one for one in everything if not one.startswith("OV-")}
    assert ids(select=("OV-01", "OV-02"), ignore=("OV-01",)) == {"OV-02"}


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"select": ("OV-99",)}, "select: inget krav och ingen grupp heter OV-99; menade du OV-0"),
        ({"ignore": ("ZZZ-*",)}, "ignore: inget krav och ingen grupp heter ZZZ-*; "),
        ({"as_of": date(2010, 1, 1)}, "Granskningsdatumet 2010-01-01 ligger före"),
        ({"fail_on_worse": True}, "fail-on-worse behöver något att jämföra med; ange --baseline FIL."),
        ({"baseline": Path("saknas.json")}, "saknas.json finns inte"),
        ({"waivers": Path("saknas.yaml")}, "saknas.yaml, finns inte"),
    ],
)
def test_settings_that_cannot_be_used(settings: dict[str, object], sentence: str) -> None:
    write("avtal.md", agreement())
    with pytest.raises(WrongUseError) as caught:
        avtalskoll.check("avtal.md", Settings(**settings))  # type: ignore[arg-type]
    assert sentence in caught.value.sentence


def test_one_file_that_cannot_be_read_stops_no_other() -> None:
    write("a.md", agreement(CONFLICT))
    Path("b.docx").write_bytes(b"PK\x03\x04 skadad")
    checked = run(".", "saknas.md", select=("OV-01",))
    assert [(one.name, bool(one.problem), len(one.findings)) for one in checked.agreements] == [
        ("a.md", False, 1),
        ("b.docx", True, 0),
        ("saknas.md", True, 0),
    ]
    assert checked.agreements[1].report is None
    assert checked.exit_code == 3


def test_a_part_that_cannot_be_read_is_exit_code_three() -> None:
    write("a.md", agreement())
    Path("b.docx").write_bytes(b"PK\x03\x04 skadad")
    whole = ConfiguredAgreement(name="Hela", files=("a.md", "b.docx"))
    checked = run("a.md", agreements=(whole,), select=("OV-01",))
    assert (checked.agreements[0].findings[0].verdict, checked.exit_code) == ("not_assessable", 3)
    assert checked.agreements[0].findings[0].level == "note"


def test_a_text_file_in_a_folder_that_is_no_agreement_is_noted_and_fails_nothing() -> None:
    write("utkast/README.md", README)
    write("utkast/protokoll.txt", "Mötet öppnades. Alla var nöjda med lokalerna.\n")
    checked = run("utkast")
    assert (checked.agreements, checked.exit_code) == ((), 0)
    assert checked.notes == (
        "utkast/README.md ser inte ut att vara ett avtal om läkarmedverkan; inte bedömd.",
        "utkast/protokoll.txt ser inte ut att vara ett avtal om läkarmedverkan; inte bedömd.",
    )
    assert run("utkast/README.md").notes == checked.notes[:1]


def test_a_text_file_that_is_named_is_judged_whatever_it_looks_like() -> None:
    write("utkast/avtal.md", "# Avtal om städning\n\nLokalerna städas varje dag.\n")
    checked = run("utkast/avtal.md")
    assert len(checked.agreements) == 1 and checked.exit_code == 1


def test_several_files_as_one_agreement_answer_together() -> None:
    write("huvud.md", agreement())
    write("bilaga.md", f"# Bilaga 1\n\n## 7 Rätten\n\n{CONFLICT}\n")
    whole = ConfiguredAgreement(name="Hela", files=("huvud.md", "bilaga.md"))
    (checked,) = run("bilaga.md", agreements=(whole,), select=("OV-01",)).agreements
    assert (checked.name, checked.files) == ("Hela", ("huvud.md", "bilaga.md"))
    place = checked.findings[0].places[0]
    assert (place.file, place.section, place.line) == ("bilaga.md", "7", 5)


def test_a_zip_is_one_agreement_and_its_documents_are_named() -> None:
    with zipfile.ZipFile("paket.zip", "w") as archive:
        archive.writestr("huvud.md", agreement())
        archive.writestr("bilaga.md", f"# Bilaga 1\n\n## 7 Rätten\n\n{CONFLICT}\n")
    (checked,) = run("paket.zip", select=("OV-01",)).agreements
    place = checked.findings[0].places[0]
    assert (checked.name, place.file, place.section) == ("paket.zip", "paket.zip", "bilaga.md, 7")


def test_the_fingerprint_names_agreement_requirement_and_clauses_not_lines() -> None:
    write("avtal.md", agreement(CONFLICT))
    (before,) = run("avtal.md", select=("OV-01",)).agreements[0].findings
    write("avtal.md", agreement("Parterna möts en gång om året.", CONFLICT))
    (moved,) = run("avtal.md", select=("OV-01",)).agreements[0].findings
    assert moved.places[0].line != before.places[0].line
    assert moved.fingerprint == before.fingerprint
    clauses = sorted({place.fingerprint for place in before.places})
    assert before.fingerprint == hashlib.sha256("\0".join(("avtal.md", "OV-01", *clauses)).encode()).hexdigest()[:32]
    write("annat.md", agreement(CONFLICT))
    assert run("annat.md", select=("OV-01",)).agreements[0].findings[0].fingerprint != before.fingerprint


def test_one_process_and_several_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        write(f"utkast/{number}.md", agreement(CONFLICT, f"Regionen betalar {number + 1} timmar i veckan."))
    monkeypatch.setattr(over_processors, "processors", lambda: 3)
    several = render_json(run("utkast"))
    monkeypatch.setattr(over_processors, "can_fork", lambda: False)
    assert render_json(run("utkast")) == several


def test_an_error_in_the_program_stops_no_other_agreement(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.md", agreement())
    write("b.md", agreement())
    audit = auditing_many.audit_agreement

    def failing(agreement, **options):  # type: ignore[no-untyped-def]
        if agreement.documents[0].name == "a.md":
            raise ValueError("hemlig text")
        return audit(agreement, **options)

    monkeypatch.delenv("AVTALSKOLL_DEBUG", raising=False)
    monkeypatch.setattr(auditing_many, "audit_agreement", failing)
    checked = run(".")
    assert checked.exit_code == 4
    assert checked.agreements[0].problem.startswith("Något gick fel i programmet")
    assert checked.agreements[1].report is not None
    assert "hemlig" not in render_json(checked)


def test_the_json_holds_to_its_schema_and_reads_back() -> None:
    write("utkast/a.md", agreement(CONFLICT))
    write("utkast/README.md", README)
    Path("utkast/b.docx").write_bytes(b"PK\x03\x04 skadad")
    checked = run("utkast")
    schema = json.loads((ROOT / "schemas" / "avtalskoll.check-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(render_json(checked)), schema)
    assert CheckRun.model_validate_json(render_json(checked)) == checked


def test_an_output_of_an_earlier_run_is_no_agreement() -> None:
    write("a.md", agreement(CONFLICT))
    write("kommentar.md", render_markdown(run("a.md")))
    write("resultat.txt", render_text(run("a.md")))
    assert [one.name for one in run(".").agreements] == ["a.md"]


WAIVER = """undantag:
  - krav: {krav}
    avtal: avtal.md
    skäl: Prövas av nämnden.
    beslutat_av: Anna Ek
    beslutat: 2026-01-15
    gäller_till: {till}
"""


def test_a_waived_finding_stays_visible_and_fails_nothing() -> None:
    write("avtal.md", agreement(CONFLICT))
    write("undantag.yaml", WAIVER.format(krav="OV-01", till="2026-12-31"))
    checked = run("avtal.md", select=("OV-01",))
    (found,) = checked.agreements[0].findings
    assert (found.level, found.fails, checked.exit_code) == ("error", False, 0)
    assert found.waiver is not None and found.waiver.decided_by == "Anna Ek"
    assert run("avtal.md", select=("OV-01",), no_waivers=True).exit_code == 1


@pytest.mark.parametrize(
    ("krav", "till"), [("OV-01", "2026-11-21"), ("OV-06", "2026-12-31")], ids=["expired", "unused"]
)
def test_a_waiver_that_does_not_hold_is_an_error_only_when_strict(krav: str, till: str) -> None:
    write("avtal.md", agreement(CONFLICT))
    write("undantag.yaml", WAIVER.format(krav=krav, till=till))
    loose, strict = (run("avtal.md", select=("OV-01", "OV-06"), strict=value) for value in (False, True))
    assert (loose.exit_code, loose.errors, len(loose.waivers)) == (1, (), 1)
    assert (strict.exit_code, len(strict.errors)) == (2, 1)


def test_worse_than_the_baseline() -> None:
    write("avtal.md", agreement(CONFLICT))
    write("förra.json", render_json(run("avtal.md")))
    against = {"baseline": Path("förra.json")}
    same = run("avtal.md", **against)
    assert (same.worse, same.exit_code) == (False, 1)
    ratchet = run("avtal.md", **against, fail_on_worse=True)
    assert (ratchet.exit_code, [one.id for one in ratchet.agreements[0].findings if one.fails]) == (0, [])
    assert run("avtal.md", **against, fail_on_worse=True, fail_on=("conflict",)).exit_code == 1
    write("avtal.md", agreement(CONFLICT, "Kommunen betalar hälften av läkarens kostnad."))
    worse = run("avtal.md", **against, fail_on_worse=True)
    assert (worse.worse, worse.exit_code) == (True, 1)
    fails = [one for one in worse.agreements[0].findings if one.fails]
    assert fails and all(one.change in ("new", "weakened") for one in fails)
