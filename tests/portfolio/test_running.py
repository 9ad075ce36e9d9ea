from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import avtalskoll
from avtalskoll import over_processors
from avtalskoll.audit_report import Facts
from avtalskoll.errors import UnreadableError, WrongUseError
from avtalskoll.portfolios import keys, running
from avtalskoll.reports.html import render_html
from avtalskoll.reports.json_report import render_json
from tests.checking.drafts import CONFLICT, README, agreement, write
from tests.portfolio.folders import DAY, Run, contents, three


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    three()
    return tmp_path


def test_each_file_and_each_folder_is_an_agreement_in_swedish_order() -> None:
    run = Run()
    assert run.names == ["Ale", "Boda", "Åby"]
    assert [file.name for file in run.agreement("Åby").files] == ["avtal.md", "bilaga 1.md"]
    assert run.verdict("Boda", "OV-01") == "conflict"
    assert run.verdict("Ale", "OV-01") == "met"


def test_a_report_in_the_folder_is_the_one_that_an_audit_gives() -> None:
    Run()
    alone = avtalskoll.audit(["avtal/Boda.md"], as_of=DAY)
    assert Path("ut/data/Boda.json").read_text(encoding="utf-8") == render_json(alone)
    assert Path("ut/rapporter/Boda.html").read_text(encoding="utf-8") == render_html(alone)


def test_without_an_output_folder_nothing_is_written() -> None:
    before = contents(".")
    assert Run(output=None).names == ["Ale", "Boda", "Åby"]
    assert contents(".") == before


def test_nothing_is_audited_twice() -> None:
    first, kept = Run(), contents("ut")
    second = Run()
    assert (first.audited, second.audited) == (["Ale", "Boda", "Åby"], [])
    assert second.made == first.made
    assert contents("ut") == kept


def test_what_changed_is_audited_again_and_nothing_else() -> None:
    Run()
    write("avtal/Ale.md", agreement(CONFLICT))
    run = Run()
    assert run.audited == ["Ale"]
    assert run.verdict("Ale", "OV-01") == "conflict"
    write("avtal/Åby/bilaga 2.md", "# Bilaga 2\n\nRegionen svarar för jour.\n")
    assert Run().audited == ["Åby"]


def test_another_day_other_facts_and_other_code_are_another_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    Run()
    everything = ["Ale", "Boda", "Åby"]
    assert Run(as_of=DAY.replace(day=23)).audited == everything
    assert Run(facts=Facts(home_care_transferred=True)).audited == everything
    monkeypatch.setattr(keys, "_code", lambda: "another program")
    assert Run(facts=Facts(home_care_transferred=True)).audited == everything


def test_a_run_that_is_interrupted_keeps_what_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(over_processors, "can_fork", lambda: False)

    def interrupted(done: int, total: int, name: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        avtalskoll.portfolio("avtal", output="ut", as_of=DAY, progress=interrupted)
    assert not Path("ut/oversikt.html").exists()
    assert Run().audited == ["Åby"]


def test_a_result_that_was_not_written_to_its_end_is_made_again() -> None:
    whole = Run(), contents("ut")
    Path("ut/data/nycklar/Ale.json").unlink()  # the key is written last
    Path("ut/rapporter/Boda.html").write_bytes(b"<!doctype html>")
    Path("ut/data/.avtalskoll-4711.tmp").write_text("halva", encoding="utf-8")
    assert Run().audited == ["Ale", "Boda"]
    assert contents("ut") == whole[1]


def test_a_bad_file_is_listed_with_its_reason_and_stops_nothing() -> None:
    Path("avtal/Dal.docx").write_bytes(b"PK\x03\x04 skadad")
    run = Run()
    (bad,) = run.made.unreadable
    assert run.names == ["Ale", "Boda", "Åby"]
    assert bad.problem.startswith("Filen Dal.docx är skadad") and not bad.crashed
    assert bad.files[0].sha256 is not None
    assert not run.made.complete
    assert Run().audited == ["Dal"]  # it may be readable the next time


def test_an_error_in_the_program_stops_no_other_agreement(monkeypatch: pytest.MonkeyPatch) -> None:
    audit_one = running.audit_one

    def dying(candidate, task):  # type: ignore[no-untyped-def]
        if candidate.name == "Boda":
            os._exit(9)
        return audit_one(candidate, task)

    monkeypatch.setattr(running, "audit_one", dying)
    monkeypatch.setattr(over_processors, "processors", lambda: 2)
    if not over_processors.can_fork():
        pytest.skip("processes cannot be forked here")
    run = Run()
    assert run.names == ["Ale", "Åby"]
    assert run.made.unreadable[0].crashed and run.made.unreadable[0].name == "Boda"


def test_one_process_and_several_write_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(over_processors, "processors", lambda: 3)
    Run(output="ut")
    monkeypatch.setattr(over_processors, "can_fork", lambda: False)
    Run(output="annan")
    assert contents("ut") == contents("annan")


def test_what_is_common_belongs_to_every_agreement() -> None:
    write("avtal/gemensamt/ramavtal.md", agreement(CONFLICT))
    run = Run()
    assert run.names == ["Ale", "Boda", "Åby"]
    assert run.verdict("Ale", "OV-01") == run.verdict("Åby", "OV-01") == "conflict"
    assert [file.name for file in run.agreement("Ale").files] == ["Ale.md", "ramavtal.md"]
    write("avtal/gemensamt/ramavtal.md", agreement())
    assert Run().audited == ["Ale", "Boda", "Åby"]


def test_an_agreement_that_is_gone_leaves_no_report() -> None:
    Run()
    Path("avtal/Boda.md").unlink()
    Path("ut/rapporter/egen anteckning.html").write_text("min", encoding="utf-8")
    Run()
    assert sorted(path.name for path in Path("ut/rapporter").iterdir()) == [
        "Aby.html",
        "Ale.html",
        "egen anteckning.html",
    ]
    assert not Path("ut/data/Boda.json").exists()


def test_what_is_no_agreement_is_told() -> None:
    write("avtal/LÄSMIG.md", README)
    write("avtal/priser.xlsx", "x")
    write("avtal/.dold.md", README)
    made = Run().made
    assert made.notes == (
        "priser.xlsx är inget dokument som programmet granskar.",
        "LÄSMIG.md ser inte ut att vara ett avtal om läkarmedverkan och är inte bedömd.",
    )


def test_an_output_in_the_folder_is_no_agreement() -> None:
    Run(output="avtal/översikt")
    assert Run(output="avtal/översikt").audited == []
    assert Run(output="ut").names == ["Ale", "Boda", "Åby"]


def test_the_output_never_lands_among_agreements_or_other_work() -> None:
    write("annat/oversikt.html", "min egen")
    write("fil", "x")
    before = contents(".")
    for place in ("avtal", "avtal/Åby", "avtal/Åby/ut", "annat", "fil", "ingen/mapp"):
        with pytest.raises(WrongUseError):
            Run(output=place)
    assert contents(".") == before


def test_a_folder_without_agreements() -> None:
    shutil.rmtree("avtal")
    with pytest.raises(WrongUseError, match="är ingen mapp"):
        Run()
    write("avtal/gemensamt/ramavtal.md", agreement())
    with pytest.raises(UnreadableError, match="finns inga avtal"):
        Run()
