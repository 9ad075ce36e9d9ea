from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from avtalskoll.checking.check_run import CheckedAgreement, CheckFinding, WaiverNote
from avtalskoll.waivers.applying import apply_waivers
from avtalskoll.waivers.waiver import NO_CLAUSE, Waiver
from tests.conftest import AS_OF
from tests.reports.sample_report import quote, sample_report
from tests.waivers.findings import checked, finding


def _waiver(
    requirement: str = "OV-03", agreement: str = "utkast/nordvik.md", fingerprint: str = "", **changes: object
) -> Waiver:
    return Waiver.model_validate(
        {
            "requirement": requirement,
            "agreement": agreement,
            "reason": "Prövas i förhandlingen.",
            "decided_by": "Anna Ek",
            "decided": date(2026, 10, 1),
            "expires": date(2027, 6, 30),
            "fingerprint": fingerprint,
            **changes,
        }
    )


def _apply(agreement: CheckedAgreement, waiver: Waiver, as_of: date = AS_OF) -> tuple[CheckFinding, WaiverNote | None]:
    (marked,), notes = apply_waivers([agreement], [waiver], as_of)
    assert len(notes) <= 1
    return marked.findings[0], notes[0] if notes else None


def test_a_waived_finding_stays_and_fails_nothing() -> None:
    agreement = checked(finding("OV-03", "conflict", "aa"), finding("OV-01", "conflict", "bb"))
    (marked,), (note,) = apply_waivers([agreement], [_waiver(fingerprint="aa")], AS_OF)
    waived, other = marked.findings
    assert (waived.level, waived.verdict, waived.fails) == ("error", "conflict", False)
    assert waived.waiver is not None
    assert (waived.waiver.reason, waived.waiver.decided_by) == ("Prövas i förhandlingen.", "Anna Ek")
    assert other == agreement.findings[1]
    assert (note.state, note.requirement, note.agreement) == ("used", "OV-03", "utkast/nordvik.md")
    assert "gäller till 2027-06-30" in note.sentence


def test_it_holds_on_its_last_day_and_not_the_day_after() -> None:
    agreement = checked(finding("OV-03", "conflict", "aa"))
    assert _apply(agreement, _waiver(), date(2027, 6, 30))[0].waiver is not None
    after, note = _apply(agreement, _waiver(), date(2027, 7, 1))
    assert after == agreement.findings[0]
    assert note is not None
    assert note.state == "expired"
    assert "har gått ut" in note.sentence


def test_it_lapses_when_its_clause_changes() -> None:
    after, note = _apply(checked(finding("OV-03", "conflict", "cc", "dd")), _waiver(fingerprint="aa"))
    assert after.fails
    assert note is not None
    assert note.state == "clause_changed"


def test_it_holds_while_one_of_the_clauses_stands() -> None:
    after, note = _apply(checked(finding("OV-03", "conflict", "cc", "aa")), _waiver(fingerprint="aa"))
    assert not after.fails
    assert note is not None
    assert note.sentence.endswith("Fler klausuler än den undantaget gäller leder till bedömningen: 1 till.")


def test_a_conflict_in_another_clause_is_not_waived_by_one_that_is_only_quoted_beside_it() -> None:
    # The report quotes a clause that grants the right, and the one that takes it away.
    granting, taking = quote("Rätt finns.", "supports"), quote("Godkännande krävs.", "conflicts")
    evidence = (granting.model_copy(update={"fingerprint": "aa"}), taking.model_copy(update={"fingerprint": "bb"}))
    results = tuple(
        r.model_copy(update={"evidence": evidence}) if r.id == "OV-01" else r for r in sample_report().results
    )
    agreement = checked(finding("OV-01", "conflict", "aa", "bb"), report=sample_report(results=results))
    assert _apply(agreement, _waiver("OV-01", fingerprint="aa"))[0].fails
    assert not _apply(agreement, _waiver("OV-01", fingerprint="bb"))[0].fails


def test_a_waived_gap_without_clause_holds_until_a_clause_turns_up() -> None:
    waiver = _waiver("UP-02", fingerprint=NO_CLAUSE)
    assert not _apply(checked(finding("UP-02", "missing")), waiver)[0].fails
    after, note = _apply(checked(finding("UP-02", "conflict", "aa")), waiver)
    assert after.fails
    assert note is not None
    assert note.state == "clause_changed"


@pytest.mark.parametrize("verdict", ["met", "not_applicable"])
def test_a_waiver_whose_finding_is_gone_is_unused(verdict: str) -> None:
    after, note = _apply(checked(finding("OV-03", verdict)), _waiver(fingerprint="aa"))  # type: ignore[arg-type]
    assert after.waiver is None
    assert note is not None
    assert (note.state, "bristen finns inte" in note.sentence) == ("unused", True)


def test_a_requirement_that_no_checklist_has_is_told_and_one_not_selected_is_not() -> None:
    agreement = checked(finding("OV-01", "conflict", "aa"), report=sample_report())
    _, unknown = _apply(agreement, _waiver("XX-99"))
    assert unknown is not None
    assert (unknown.state, "finns inte i checklistan" in unknown.sentence) == ("unused", True)
    assert _apply(agreement, _waiver("OV-03"))[1] is None


def test_what_could_not_be_read_uses_up_no_waiver() -> None:
    unreadable = CheckedAgreement(name="utkast/nordvik.md", files=("utkast/nordvik.md",), problem="Kunde inte läsas.")
    assert apply_waivers([unreadable], [_waiver()], AS_OF) == ((unreadable,), ())
    doubtful = checked(finding("OV-03", "not_assessable"))
    assert _apply(doubtful, _waiver(fingerprint="aa")) == (doubtful.findings[0], None)


def test_an_agreement_outside_the_run_gets_no_note_unless_it_is_gone(tmp_path: Path) -> None:
    agreement = checked(finding("OV-03", "conflict", "aa"))
    other = _waiver(agreement="utkast/sydvik.md")
    assert apply_waivers([agreement], [other], AS_OF, root=None) == ((agreement,), ())
    _, (note,) = apply_waivers([agreement], [other], AS_OF, root=tmp_path)
    assert (note.state, "avtalet finns inte" in note.sentence) == ("unused", True)
    (tmp_path / "utkast").mkdir()
    (tmp_path / "utkast" / "sydvik.md").touch()
    assert apply_waivers([agreement], [other], AS_OF, root=tmp_path) == ((agreement,), ())
    assert apply_waivers([agreement], [_waiver(agreement="Nordvik")], AS_OF, root=tmp_path) == ((agreement,), ())


@pytest.mark.parametrize(
    "written", ["utkast/nordvik.md", "./utkast/nordvik.md", "utkast/./nordvik.md", "nordvik.md", "../utkast/nordvik.md"]
)
def test_an_agreement_is_meant_by_its_path(written: str) -> None:
    agreement = checked(finding("OV-03", "conflict"))
    assert not _apply(agreement, _waiver(agreement=written))[0].fails


def test_an_agreement_of_several_files_is_meant_by_its_name_or_any_file() -> None:
    files = ("ramavtal.docx", "bilagor/bilaga 1.docx")
    agreement = CheckedAgreement(name="Nordvik", files=files, findings=(finding("OV-03", "conflict"),))
    for written in ("Nordvik", *files):
        assert not _apply(agreement, _waiver(agreement=written))[0].fails
    assert _apply(agreement, _waiver(agreement="vik"))[0].fails
    assert _apply(agreement, _waiver(agreement="1.docx"))[0].fails


def test_a_run_from_within_the_folder_finds_the_agreement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "utkast").mkdir()
    monkeypatch.chdir(tmp_path / "utkast")
    agreement = checked(finding("OV-03", "conflict"), name="nordvik.md")
    assert not _apply(agreement, _waiver(agreement="utkast/nordvik.md"))[0].fails
    assert _apply(agreement, _waiver(agreement="arkiv/nordvik.md"))[0].fails


def test_a_name_that_fits_several_agreements_waives_none() -> None:
    agreements = [checked(finding("OV-03", "conflict"), name=f"{folder}/avtal.md") for folder in ("a", "b")]
    marked, (note,) = apply_waivers(agreements, [_waiver(agreement="avtal.md")], AS_OF)
    assert marked == tuple(agreements)
    assert (note.state, "a/avtal.md, b/avtal.md" in note.sentence) == ("unused", True)
