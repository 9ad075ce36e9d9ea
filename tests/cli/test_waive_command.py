from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from avtalskoll.waivers.waiver import NO_CLAUSE
from avtalskoll.waivers.waiver_file import read_waivers
from tests.cli.conftest import Outcome, Run

_AGREEMENT = """\
# Avtal om läkarmedverkan

## 1 Parter

Avtalet gäller mellan Region Nordvik och Ådals kommun från 2026-01-01 till 2027-12-31.

## 2 Kommunens rätt

Kommunen får anlita läkare på egen hand och få ersättning av regionen.

Kommunen får anlita läkare först efter regionens skriftliga godkännande.
"""
_CLAUSE = "Kommunen får anlita läkare först efter regionens skriftliga godkännande."
Waive = Callable[..., Outcome]


@pytest.fixture
def waive(run: Run) -> Waive:
    """Waive in a folder with one draft, with all that must be said; keyword arguments say it otherwise."""
    Path("utkast").mkdir()
    Path("utkast/nordvik.md").write_text(_AGREEMENT, encoding="utf-8")

    def waive(*arguments: str, **said: str) -> Outcome:
        options = {"reason": "Prövas.", "decided_by": "Anna Ek", "decided": "2026-11-01", "expires": "2027-06-30"}
        words = [w for name, text in {**options, **said}.items() for w in (f"--{name.replace('_', '-')}", text)]
        return run("waive", *(arguments or ("utkast/nordvik.md", "ov-01")), "--as-of", "2026-11-22", *words)

    return waive


def test_a_waiver_is_written_and_tied_to_the_clause_that_is_shown(waive: Waive) -> None:
    outcome = waive()
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("OV-01 Krav på regionens förhandsgodkännande\n")
    assert f"utkast/nordvik.md, avsnitt 2: ”{_CLAUSE}”" in outcome.out
    assert outcome.out.endswith("Undantaget står sist i undantag.yaml.\n")
    (waiver,) = read_waivers(Path("undantag.yaml"))
    assert (waiver.requirement, waiver.agreement, waiver.decided_by) == ("OV-01", "utkast/nordvik.md", "Anna Ek")
    assert len(waiver.fingerprint) == 16
    assert _CLAUSE not in Path("undantag.yaml").read_text(encoding="utf-8")


def test_what_is_waived_no_longer_fails_a_check_until_the_clause_changes(waive: Waive, run: Run) -> None:
    check = ("check", "utkast", "--select", "OV-01", "--as-of", "2026-11-22", "--strict")
    assert run(*check).code == 1
    waive()
    assert run(*check).code == 0
    draft = Path("utkast/nordvik.md")
    draft.write_text(_AGREEMENT.replace("skriftliga godkännande", "skriftliga medgivande"), encoding="utf-8")
    assert run(*check).code == 2


def test_a_gap_without_clause(waive: Waive) -> None:
    outcome = waive("utkast/nordvik.md", "OM-03")
    assert outcome.code == 0
    assert "eller tills avtalet får en klausul i frågan" in outcome.out
    assert read_waivers(Path("undantag.yaml"))[0].fingerprint == NO_CLAUSE


def test_an_agreement_of_the_configuration_is_named_and_the_file_lies_beside_it(waive: Waive) -> None:
    Path("avtalskoll.toml").write_text('[[agreements]]\nname = "Nordvik"\nfiles = ["utkast/*.md"]\n', encoding="utf-8")
    assert waive("Nordvik", "OV-01").code == 0
    assert read_waivers(Path("undantag.yaml"))[0].agreement == "Nordvik"
    assert waive("utkast/nordvik.md", "OV-01").err.startswith("avtalskoll: undantag.yaml, rad 4: undantaget för OV-01")


def test_another_file(waive: Waive) -> None:
    assert waive(file="beslut.yaml").code == 0
    assert not Path("undantag.yaml").exists()
    assert len(read_waivers(Path("beslut.yaml"))) == 1


@pytest.mark.parametrize(
    ("requirement", "said", "told"),
    [
        ("OV-10", {}, "Kravet OV-10 finns inte i checklistan; menade du OV-0"),
        ("OV-04", {}, "OV-04 är ingen brist i utkast/nordvik.md"),
        ("OV-01", {"reason": "  "}, "--reason får inte vara tom."),
        ("OV-01", {"decided_by": ""}, "--decided-by får inte vara tom."),
        ("OV-01", {"expires": "juni"}, "--expires juni är inget datum"),
        ("OV-01", {"expires": "2026-10-31"}, "ligger före beslutsdagen 2026-11-01"),
        ("OV-01", {"expires": "2026-11-21"}, "--expires 2026-11-21 har redan passerat."),
        ("OV-01", {"file": "borta/undantag.yaml"}, "Mappen borta finns inte"),
    ],
)
def test_what_cannot_be_waived_is_refused_and_nothing_written(
    waive: Waive, requirement: str, said: dict[str, str], told: str
) -> None:
    outcome = waive("utkast/nordvik.md", requirement, **said)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert sorted(str(path) for path in Path().rglob("*.*")) == ["utkast/nordvik.md"]


def test_the_reason_must_be_given(run: Run) -> None:
    outcome = run("waive", "avtal.md", "OV-01", "--decided-by", "Anna Ek", "--expires", "2027-06-30")
    assert outcome.code == 2
    assert "--reason" in outcome.err


def test_one_agreement_at_a_time_and_only_one_that_can_be_read(waive: Waive) -> None:
    Path("utkast/sydvik.md").write_text(_AGREEMENT, encoding="utf-8")
    assert "I utkast finns 2 avtal" in waive("utkast", "OV-01").err
    missing = waive("utkast/borta.docx", "OV-01")
    assert (missing.code, missing.out) == (3, "")
    assert not Path("undantag.yaml").exists()


def test_a_requirement_that_the_configuration_leaves_out(waive: Waive) -> None:
    Path("avtalskoll.toml").write_text('ignore = ["OV"]\n', encoding="utf-8")
    assert "OV-01 kontrolleras inte enligt inställningarna" in waive().err
