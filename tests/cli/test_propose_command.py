from __future__ import annotations

from pathlib import Path

from avtalskoll.audit_report import AuditReport
from avtalskoll.negotiating.proposing import propose
from avtalskoll.reports.json_report import render_json
from tests.cli.conftest import FakeAudit, Run, readable_report
from tests.reports.sample_report import sample_report


def saved(name: str, report: AuditReport) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(render_json(report), encoding="utf-8")
    return name


def test_an_agreement_is_audited_and_its_document_written(run: Run, fake_audit: FakeAudit) -> None:
    outcome = run("propose", "mapp/avtal.docx", "bilaga.docx", "--select", "OV", "--region", "Region A")
    assert (outcome.code, outcome.out, outcome.err) == (0, "Förslag: avtal-förslag.docx\n", "")
    assert fake_audit.files == ["mapp/avtal.docx", "bilaga.docx"]
    assert fake_audit.options["facts"].region == "Region A"
    assert Path("avtal-förslag.docx").read_bytes() == propose(readable_report(), select=["OV"], region="Region A")


def test_saved_audits_are_not_audited_again(run: Run, fake_audit: FakeAudit) -> None:
    first, second = saved("a.json", readable_report()), saved("b.json", readable_report())
    assert run("propose", first, second, "--output", "f.docx").code == 0
    assert fake_audit.files == []
    assert Path("f.docx").read_bytes() == propose([readable_report(), readable_report()])


def test_a_portfolio_s_folder_gives_all_its_agreements(run: Run, fake_audit: FakeAudit) -> None:
    for name in ("b", "a"):
        saved(f"översikt/data/{name}.json", readable_report())
    Path("översikt/data/nycklar").mkdir()
    assert run("propose", "översikt", "--quiet").out == "översikt-förslag.docx\n"
    assert Path("översikt-förslag.docx").read_bytes() == propose([readable_report(), readable_report()])
    assert fake_audit.files == []


def test_a_document_with_answers_is_never_overwritten_by_itself(run: Run, fake_audit: FakeAudit) -> None:
    Path("avtal-förslag.docx").write_bytes(b"med svar")
    assert "avtal-förslag-2.docx" in run("propose", "avtal.docx").out
    assert Path("avtal-förslag.docx").read_bytes() == b"med svar"


def test_audits_and_agreements_are_not_mixed(run: Run, fake_audit: FakeAudit) -> None:
    outcome = run("propose", saved("a.json", readable_report()), "avtal.docx")
    assert outcome.code == 2
    assert "ange antingen granskningar eller ett avtals filer" in outcome.err


def test_what_is_no_audit_says_so(run: Run, fake_audit: FakeAudit) -> None:
    for name, text in (
        ("trasig.json", "{"),
        ("annat.json", '{"schema": "x"}'),
        ("ny.json", '{"schema": "avtalskoll.audit/1"}'),
    ):
        Path(name).write_text(text, encoding="utf-8")
        outcome = run("propose", name)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith(f"avtalskoll: {name} är ")
    assert "finns inte eller går inte att öppna" in run("propose", "saknas.json").err
    Path("tom/data/nycklar").mkdir(parents=True)
    assert "har inga granskade avtal" in run("propose", "tom").err


def test_an_unknown_requirement(run: Run, fake_audit: FakeAudit) -> None:
    outcome = run("propose", "avtal.docx", "--select", "OX")
    assert outcome.code == 2
    assert not list(Path().glob("*.docx"))


def test_an_unread_part_gives_the_document_and_exit_code_3(run: Run, fake_audit: FakeAudit) -> None:
    fake_audit.report = sample_report()
    outcome = run("propose", "avtal.docx")
    assert outcome.code == 3
    assert Path("avtal-förslag.docx").exists()
    assert "dokumentet säger vad" in outcome.err
