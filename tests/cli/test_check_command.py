from __future__ import annotations

import json
from pathlib import Path

import pytest

from avtalskoll.settings.settings import FORMATS
from tests.checking.drafts import CONFLICT, README, agreement, write
from tests.cli.conftest import Run

CHECK = ("check", "--as-of", "2026-11-22", "--select", "OV-01")
ON_ONE_LINE = "utkast/a.md:2: OV-01 Inskränker kommunens rätt"


@pytest.fixture(autouse=True)
def drafts(run: Run) -> None:
    write("utkast/a.md", agreement(CONFLICT))
    write("utkast/b.md", agreement())


def test_one_finding_per_line_then_the_counts(run: Run) -> None:
    outcome = run(*CHECK, "utkast")
    first, blank, counts, last = outcome.out.splitlines()
    assert first.startswith(ON_ONE_LINE) and first.endswith(".") and blank == ""
    assert counts == "2 avtal granskade, 1 stoppar kontrollen."
    assert last.startswith("Granskningsdatum 2026-11-22, checklistan lakarmedverkan ")
    assert (outcome.code, outcome.err) == (1, "")


def test_nothing_to_bring_up(run: Run) -> None:
    outcome = run(*CHECK, "utkast/b.md")
    assert outcome.out.startswith("1 avtal granskat, inget stoppar kontrollen.\n")
    assert outcome.code == 0


def test_quiet_shows_the_findings_alone(run: Run) -> None:
    assert run(*CHECK, "utkast", "--quiet").out.count("\n") == 1
    assert run(*CHECK, "utkast/b.md", "--quiet").out == ""


def test_what_does_not_stop_the_check_says_so(run: Run) -> None:
    outcome = run(*CHECK, "utkast", "--fail-on", "missing")
    assert outcome.code == 0
    assert outcome.out.splitlines()[0].endswith(" [att se över]")


def test_an_agreement_that_cannot_be_read_is_told_of_and_the_others_are_judged(run: Run) -> None:
    Path("utkast/c.docx").write_bytes(b"PK\x03\x04 skadad")
    outcome = run(*CHECK, "utkast")
    assert outcome.code == 3
    assert outcome.out.startswith(ON_ONE_LINE)
    assert "utkast/c.docx: Ej läst: Filen c.docx är skadad" in outcome.out
    assert "2 avtal granskade, 1 kunde inte läsas, 1 stoppar kontrollen." in outcome.out


def test_a_waived_finding_is_marked(run: Run) -> None:
    write(
        "undantag.yaml",
        "undantag:\n  - krav: OV-01\n    avtal: utkast/a.md\n    skäl: Prövas.\n    beslutat_av: Anna Ek\n"
        "    beslutat: 2026-01-01\n    gäller_till: 2026-12-31\n",
    )
    outcome = run(*CHECK, "utkast")
    assert outcome.code == 0
    assert "[undantag: Prövas. Beslutat av Anna Ek 2026-01-01, gäller till och med 2026-12-31]" in outcome.out
    assert run(*CHECK, "utkast", "--no-waivers").code == 1
    strict = run(*CHECK, "utkast", "--strict", "--as-of", "2027-01-01")
    assert strict.code == 2
    assert "Fel: Undantaget för OV-01 i utkast/a.md gällde till 2026-12-31 och har gått ut" in strict.out
    quiet = run(*CHECK, "utkast", "--strict", "--as-of", "2027-01-01", "--quiet")
    assert quiet.code == 2
    assert "Undantaget för OV-01 i utkast/a.md gällde till 2026-12-31 och har gått ut" in quiet.err


def test_a_document_cannot_steer_the_terminal(run: Run) -> None:
    write("utkast/a.md", agreement(CONFLICT).replace("## 2 Villkor", "## Vill\x1b[31mkor\u202e"))
    out = run(*CHECK, "utkast/a.md").out
    assert "\x1b" not in out and "\u202e" not in out


@pytest.mark.parametrize("path", ["utkast/a.md", "utkast/b.md", "utkast/c.docx", "utkast/README.md"])
def test_the_format_changes_neither_verdict_nor_exit_code(run: Run, path: str) -> None:
    Path("utkast/c.docx").write_bytes(b"PK\x03\x04 skadad")
    write("utkast/README.md", README)
    codes, runs = set(), set()
    for name in FORMATS:
        outcome = run(*CHECK, path, "--format", name, "--format", "json=ut.json")
        codes.add(outcome.code)
        runs.add(Path("ut.json").read_text(encoding="utf-8"))
        assert outcome.out or name == "github"
    assert len(codes) == len(runs) == 1
    assert json.loads(runs.pop())["exit_code"] == codes.pop()


def test_formats_go_to_their_files_and_one_to_the_terminal(run: Run) -> None:
    outcome = run(
        *(*CHECK, "utkast", "--format", "text", "--format", "sarif", "--format", "junit=j.xml"),
        *("--output", "-", "--output", "s.sarif"),
    )
    assert outcome.out.startswith(ON_ONE_LINE)
    assert json.loads(Path("s.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert Path("j.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_with_files_only_the_counts_are_shown(run: Run) -> None:
    assert run(*CHECK, "utkast", "--format", "json=u.json").out == "2 avtal granskade, 1 stoppar kontrollen.\n"
    assert run(*CHECK, "utkast", "--format", "json=u.json", "--quiet").out == ""


def test_results_inside_the_checked_folder_are_written_over_and_never_taken_for_agreements(run: Run) -> None:
    formats = ("--format", "text=utkast/ut.txt", "--format", "markdown=utkast/ut.md")
    first = [run(*CHECK, "utkast", *formats), Path("utkast/ut.md").read_text(encoding="utf-8")]
    assert [run(*CHECK, "utkast", *formats), Path("utkast/ut.md").read_text(encoding="utf-8")] == first


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "pdf"], "--format pdf finns inte; välj text, json, sarif, junit, github eller markdown."),
        (["--format", "json", "--format", "sarif"], "Bara ett format kan visas här; ange fil för de andra"),
        (["--format", "json=u", "--format", "sarif=u"], "Två format kan inte skrivas till samma fil"),
        (["--output", "a", "--output", "b"], "Det finns fler --output än --format utan fil"),
        (["--fail-on", "allt"], "--fail-on allt kan inte användas; skriv conflict, "),
        (["--select", "OV-99"], "select: inget krav och ingen grupp heter OV-99; menade du OV-"),
        (["--as-of", "igår"], "--as-of igår är inget datum; "),
        (["--config", "saknas.toml"], "Konfigurationen saknas.toml finns inte"),
        (["--fail-on-worse"], "fail-on-worse behöver något att jämföra med"),
        (["--format", "json=utkast/a.md"], "utkast/a.md är en av filerna som granskas"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use(run: Run, arguments: list[str], sentence: str) -> None:
    outcome = run("check", "utkast", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"avtalskoll: {sentence}")


def test_the_configuration_applies_and_a_flag_goes_before_it(run: Run) -> None:
    write("avtalskoll.toml", 'as-of = 2026-11-22\nselect = ["OV-01"]\nfail-on = ["missing"]\n')
    assert run("check", "utkast").code == 0
    assert run("check", "utkast", "--fail-on", "conflict").code == 1
    write("avtalskoll.toml", 'slect = ["OV-01"]\n')
    outcome = run("check", "utkast")
    assert outcome.code == 2
    assert outcome.err == "avtalskoll: avtalskoll.toml, rad 1: nyckeln slect finns inte; menade du select?\n"


def test_an_audit_takes_its_defaults_from_the_configuration_but_leaves_nothing_out(run: Run) -> None:
    audit = ("audit", "utkast/a.md", "--format", "json", "--fail-on", "conflict:N3")
    bare = run(*audit, "--as-of", "2026-07-15")
    write("avtalskoll.toml", 'as-of = 2026-07-15\nignore = ["OV"]\nselect = ["FM"]\nregion = "Region Annan"\n')
    told = run(*audit)
    assert (bare.code, told.code) == (1, 1)
    before, after = json.loads(bare.out), json.loads(told.out)
    assert (after["as_of"], after["facts"]["region"]) == ("2026-07-15", "Region Annan")
    assert before["results"] == after["results"] and len(after["results"]) >= 52


def test_an_audit_fails_on_nothing_by_default_but_on_what_the_configuration_says(run: Run) -> None:
    audit = ("audit", "utkast/a.md", "--as-of", "2026-11-22", "--format", "json")
    assert run(*audit).code == 0
    write("avtalskoll.toml", 'fail-on = ["conflict"]\n')
    assert run(*audit).code == 1
