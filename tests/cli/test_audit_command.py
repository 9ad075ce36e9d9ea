from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from avtalskoll.audit_report import Facts
from avtalskoll.errors import UnreadableError
from avtalskoll.readers import Limits, ReadingOptions
from avtalskoll.reports.html import render_html
from avtalskoll.reports.json_report import render_json
from tests.cli.conftest import FakeAudit, Run, readable_report
from tests.reports.sample_report import sample_report

REPORT = Path("avtal-granskning.html")


def test_without_options_a_report_is_written_and_a_summary_shown(run: Run, fake_audit: FakeAudit) -> None:
    outcome = run("audit", "mapp/avtal.docx", "bilaga 1.docx")
    assert (outcome.code, outcome.err) == (0, "")
    assert REPORT.read_text(encoding="utf-8") == render_html(readable_report())
    assert outcome.out.endswith("Rapport: avtal-granskning.html\n")
    assert "Det avtalet bör innehålla (37)" in outcome.out
    assert fake_audit.files == ["mapp/avtal.docx", "bilaga 1.docx"]
    assert fake_audit.options == {"as_of": None, "checklist": None, "facts": Facts(), "reading": ReadingOptions()}


def test_options_reach_the_audit(run: Run, fake_audit: FakeAudit) -> None:
    run(
        *("audit", "a.docx", "--as-of", "2026-07-15", "--checklist", "egen", "--home-care", "kommun"),
        *("--region", "Region A", "--municipality", "B kommun", "--municipality", "C kommun"),
        *("--view", "original", "--ocr"),
    )
    assert fake_audit.options == {
        "as_of": date(2026, 7, 15),
        "checklist": "egen",
        "facts": Facts(home_care_transferred=True, region="Region A", municipalities=("B kommun", "C kommun")),
        "reading": ReadingOptions(view="original", ocr=True),
    }


def test_limits_are_settings_of_the_environment(
    run: Run, fake_audit: FakeAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AVTALSKOLL_LIMIT_SECONDS", "120")
    run("audit", "a.docx")
    assert fake_audit.options["reading"].limits == Limits(seconds=120)
    monkeypatch.setenv("AVTALSKOLL_LIMIT_SECONDS", "länge")
    outcome = run("audit", "a.docx")
    assert outcome.code == 2
    assert "AVTALSKOLL_LIMIT_SECONDS ska vara ett heltal över noll" in outcome.err
    monkeypatch.delenv("AVTALSKOLL_LIMIT_SECONDS")
    monkeypatch.setenv("AVTALSKOLL_LIMIT_SIDOR", "3")
    assert "AVTALSKOLL_LIMIT_PAGES" in run("audit", "a.docx").err


def test_an_unknown_view(run: Run, fake_audit: FakeAudit) -> None:
    assert "--view nyast finns inte" in run("audit", "a.docx", "--view", "nyast").err


def test_home_care_of_the_region(run: Run, fake_audit: FakeAudit) -> None:
    run("audit", "a.docx", "--home-care", "region")
    assert fake_audit.options["facts"] == Facts(home_care_transferred=False)


def test_json_goes_to_stdout_and_nothing_else(run: Run, fake_audit: FakeAudit) -> None:
    outcome = run("audit", "avtal.docx", "--format", "json")
    assert outcome.out == render_json(readable_report())
    assert list(Path().iterdir()) == []


def test_text_goes_to_stdout(run: Run, fake_audit: FakeAudit) -> None:
    outcome = run("audit", "avtal.docx", "--format", "text")
    assert "sidan 6; går emot kravet)" in outcome.out
    assert "\x1b" not in outcome.out


def test_output_file(run: Run, fake_audit: FakeAudit) -> None:
    outcome = run("audit", "avtal.docx", "--format", "json", "--output", "resultat.json")
    assert json.loads(Path("resultat.json").read_bytes())["schema"] == "avtalskoll.audit/1"
    assert outcome.out.endswith("Rapport: resultat.json\n")


def test_a_dash_is_stdout(run: Run, fake_audit: FakeAudit) -> None:
    assert run("audit", "avtal.docx", "--output", "-").out == render_html(readable_report())


def test_quiet_gives_the_report_s_name_only(run: Run, fake_audit: FakeAudit) -> None:
    assert run("audit", "avtal.docx", "--quiet").out == "avtal-granskning.html\n"
    assert run("audit", "avtal.docx", "--quiet", "--output", "r.html").out == ""


def test_an_earlier_report_is_replaced(run: Run, fake_audit: FakeAudit) -> None:
    REPORT.write_text(render_html(sample_report()), encoding="utf-8")
    run("audit", "avtal.docx")
    assert [path.name for path in Path().iterdir()] == [REPORT.name]
    assert REPORT.read_text(encoding="utf-8") == render_html(readable_report())


def test_somebody_else_s_file_is_never_overwritten(run: Run, fake_audit: FakeAudit) -> None:
    REPORT.write_text("mina egna anteckningar", encoding="utf-8")
    Path("avtal-granskning-2.html").mkdir()
    outcome = run("audit", "avtal.docx")
    assert REPORT.read_text(encoding="utf-8") == "mina egna anteckningar"
    assert "Rapport: avtal-granskning-3.html" in outcome.out


def test_the_agreement_is_never_overwritten(run: Run, fake_audit: FakeAudit) -> None:
    Path("avtal.docx").write_bytes(b"original")
    outcome = run("audit", "avtal.docx", "--output", "avtal.docx")
    assert outcome.code == 2
    assert Path("avtal.docx").read_bytes() == b"original"


def test_a_failed_write_leaves_the_old_file_and_no_half_one(
    run: Run, fake_audit: FakeAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("r.html").write_text("gammal", encoding="utf-8")

    def fail(*args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", fail)
    outcome = run("audit", "avtal.docx", "--output", "r.html")
    assert outcome.code == 2
    assert outcome.err.startswith("avtalskoll: r.html kunde inte skrivas")
    assert [path.name for path in Path().iterdir()] == ["r.html"]
    assert Path("r.html").read_text(encoding="utf-8") == "gammal"


@pytest.mark.parametrize(("output", "sentence"), [("saknas/r.html", "Mappen saknas finns inte"), (".", ". är en mapp")])
def test_output_that_cannot_be(run: Run, fake_audit: FakeAudit, output: str, sentence: str) -> None:
    outcome = run("audit", "avtal.docx", "--output", output)
    assert outcome.code == 2
    assert f"avtalskoll: {sentence}" in outcome.err


def test_unreadable_part_gives_a_report_and_exit_code_3(run: Run, fake_audit: FakeAudit) -> None:
    fake_audit.report = sample_report()
    outcome = run("audit", "avtal.docx", "--fail-on", "conflict")
    assert outcome.code == 3
    assert REPORT.exists()
    assert "En del av underlaget kunde inte läsas" in outcome.err


def test_nothing_readable_gives_no_report(run: Run, fake_audit: FakeAudit) -> None:
    fake_audit.error = UnreadableError("Filen avtal.docx är lösenordsskyddad.")
    outcome = run("audit", "avtal.docx")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == "avtalskoll: Filen avtal.docx är lösenordsskyddad.\n"
    assert not REPORT.exists()


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [
        ([], 0),
        (["conflict"], 1),
        (["missing:N1"], 1),
        (["conflict:N1"], 0),
        (["conflict:N1,partial:N1+N2"], 1),
        (["conflict:N1", "not_assessable"], 1),
    ],
)
def test_fail_on(run: Run, fake_audit: FakeAudit, fail_on: list[str], code: int) -> None:
    words = [word for value in fail_on for word in ("--fail-on", value)]
    outcome = run("audit", "avtal.docx", *words)
    assert outcome.code == code
    assert REPORT.exists()
    assert bool(outcome.err) == bool(code)


@pytest.mark.parametrize("value", ["met", "missing:N9", "missing:", "", "konflikt"])
def test_fail_on_that_cannot_be(run: Run, fake_audit: FakeAudit, value: str) -> None:
    outcome = run("audit", "avtal.docx", "--fail-on", value)
    assert outcome.code == 2
    assert "kan inte användas" in outcome.err
    assert fake_audit.files == []
