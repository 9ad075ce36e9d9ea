from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest

from avtalskoll.cli.progress_bar import ProgressBar
from tests.checking.drafts import README, agreement, write
from tests.cli.conftest import Run
from tests.conftest import ROOT
from tests.portfolio.folders import three

PORTFOLIO = ("portfolio", "avtal", "--as-of", "2026-11-22")


@pytest.fixture(autouse=True)
def folder(run: Run) -> None:
    three()


def test_an_overview_stands_where_one_stands_and_is_summed_up(run: Run) -> None:
    outcome = run(*PORTFOLIO)
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == "   3 avtal är granskade"
    assert lines[1] == "   1 avtal har något som kan strida mot lag eller inskränka kommunens rätt"
    assert "Vanligaste bristerna:" in lines
    assert lines[-1] == "Översikt: avtal-översikt/oversikt.html"
    made = {path.name for path in Path("avtal-översikt").iterdir()}
    assert made == {"oversikt.html", "oversikt.xlsx", "oversikt.json", "rapporter", "data"}
    assert "   3 avtal hade inte ändrats" in run(*PORTFOLIO).out


def test_quiet_shows_where_it_is(run: Run) -> None:
    outcome = run(*PORTFOLIO, "--output", "ut", "--quiet")
    assert (outcome.out, outcome.err) == ("ut/oversikt.html\n", "")


def test_what_could_not_be_read_is_told_and_ends_with_its_code(run: Run) -> None:
    Path("avtal/Dal.docx").write_bytes(b"PK\x03\x04 skadad")
    outcome = run(*PORTFOLIO, "--fail-on", "conflict")
    assert outcome.code == 3
    assert "  Dal: Filen Dal.docx är skadad" in outcome.out
    assert "översikten säger vad" in outcome.err


def test_the_threshold_decides_the_code(run: Run) -> None:
    assert run(*PORTFOLIO, "--fail-on", "conflict").code == 1
    assert run(*PORTFOLIO, "--fail-on", "not_assessable").code == 0


def test_wrong_use_writes_nothing(run: Run) -> None:
    write("avtal/portfolj.yaml", "avtall: []\n")
    outcome = run(*PORTFOLIO)
    assert outcome.code == 2
    assert outcome.err == (
        "avtalskoll: portfolj.yaml, rad 1, fältet ”avtall”: det finns inget sådant fält; kontrollera stavningen.\n"
    )
    assert run("portfolio", "avtal/Ale.md").code == 2
    assert not list(Path().glob("*översikt"))


def test_the_json_holds_to_its_schema(run: Run) -> None:
    run(*PORTFOLIO)
    schema = json.loads((ROOT / "schemas" / "avtalskoll.portfolio-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(Path("avtal-översikt/oversikt.json").read_text(encoding="utf-8")), schema)


class Terminal(io.StringIO):
    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


def test_a_bar_at_a_terminal_and_none_in_a_log(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr("sys.stderr", stream)
        bar = ProgressBar()
        for done in range(5):
            bar(done, 4, "Ale")
        bar.clear()
        shown = stream.getvalue()
        assert ("2 av 4 avtal, ungefär 1 s kvar" in shown) == stream.isatty()
        assert not stream.isatty() or shown.endswith("\r\033[K")


def test_a_folder_of_agreements_that_did_not_change_costs_no_audit(run: Run) -> None:
    run(*PORTFOLIO)
    write("avtal/Eda.md", agreement())
    write("avtal/LÄSMIG.md", README)
    Path("avtal/Dal.docx").write_bytes(b"PK\x03\x04 skadad")
    assert "   3 avtal hade inte ändrats" in run(*PORTFOLIO).out
