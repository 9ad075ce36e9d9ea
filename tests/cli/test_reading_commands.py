from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.conftest import ROOT


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
    assert run("explain", "ov-1").err == "avtalskoll: Kravet ov-1 finns inte i checklistan; menade du OV-01?\n"


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
    assert "rubrik         1 Parter" in outcome.out
    assert "avtalstext       Region Nordvik och Ådals kommun." in outcome.out


AGREEMENT = """# Avtal om läkarmedverkan

## 1 Bakgrund

Parterna har länge samverkat.

## 2 Åtaganden

Regionen ska:

- utse en läkare för varje boende,
- ge handledning.

| Insats | Tid |
|---|---|
| Rond | varje vecka |

Avtalet gäller från [datum].
"""


def test_show_tells_roles_lists_tables_and_blanks(run: Run) -> None:
    Path("avtal.md").write_text(AGREEMENT, encoding="utf-8")
    outcome = run("show", "avtal.md")
    assert "bakgrund           Parterna har länge samverkat." in outcome.out
    assert "avtalstext *         • utse en läkare för varje boende," in outcome.out
    assert "2:2 [Rond | Tid] varje vecka" in outcome.out
    assert "! Lucka att fylla i: ”[datum]” (avsnitt 2)" in outcome.out
    assert max(len(line) for line in outcome.out.splitlines()) <= 80


def test_show_as_json_gives_offsets_and_roles(run: Run) -> None:
    Path("avtal.md").write_text(AGREEMENT, encoding="utf-8")
    shown = json.loads(run("show", "avtal.md", "--format", "json").out)
    assert (shown["schema"], shown["view"]) == ("avtalskoll.structure/1", "accepted")
    blocks = shown["documents"][0]["blocks"]
    told = [(c["role"], b["text"][c["start"] : c["end"]] == c["text"]) for b in blocks for c in b["clauses"]]
    assert {role for role, _ in told} >= {"heading", "background", "operative"}
    assert all(same for _, same in told)


def test_show_in_the_original_view(run: Run) -> None:
    draft = str(ROOT / "sample_agreements" / "05_utkast_sparade_andringar.docx")
    assert "Läkaren behöver inte delta." in run("show", draft, "--view", "original").out
    assert "Läkaren deltar i planeringen." in run("show", draft).out


def test_show_never_lets_text_steer_the_terminal(run: Run) -> None:
    Path("avtal.md").write_text("# Avtal\n\nRegionen\x1b[2J ska.\n", encoding="utf-8")
    assert "\x1b" not in run("show", "avtal.md").out


def test_show_a_file_that_is_not_there(run: Run) -> None:
    outcome = run("show", "saknas.docx")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith("avtalskoll: ")
