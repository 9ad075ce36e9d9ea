from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_explain_a_requirement(run: Run) -> None:
    outcome = run("explain", "ov-01")
    assert outcome.code == 0
    assert outcome.out.startswith("OV-01 Krav på regionens förhandsgodkännande\n\nFrågan\n")
    assert "16 kap. 1 § tredje stycket HSL" in outcome.out
    assert "Förslag till formulering" in outcome.out


def test_explain_a_requirement_that_is_not_there(run: Run) -> None:
    outcome = run("explain", "XX-99")
    assert outcome.code == 2
    assert outcome.err.startswith("avtalskoll: Kravet XX-99 finns inte i checklistan")


def test_checklists(run: Run) -> None:
    assert "lakarmedverkan\n" in run("checklist", "list").out
    assert "OV-01  N3  Krav på regionens förhandsgodkännande" in run("checklist", "show").out
    assert run("checklist", "validate").code == 0


def test_a_checklist_that_is_not_there(run: Run) -> None:
    outcome = run("checklist", "validate", "finns-inte")
    assert outcome.code == 2
    assert outcome.err.startswith("avtalskoll: Checklistan finns-inte finns inte")


def test_show_how_an_agreement_is_read(run: Run) -> None:
    Path("avtal.md").write_text("# 1 Parter\n\nRegion Nordvik och Ådals kommun.\n", encoding="utf-8")
    outcome = run("show", "avtal.md")
    assert outcome.code == 0
    assert "rubrik" in outcome.out
    assert "stycke    Region Nordvik och Ådals kommun." in outcome.out


def test_show_a_file_that_is_not_there(run: Run) -> None:
    outcome = run("show", "saknas.docx")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith("avtalskoll: ")
