from __future__ import annotations

import json
from pathlib import Path

import pytest

from avtalskoll.reports.compare.html import render_html
from tests.cli.conftest import Run
from tests.compare.drafts import CHAPTERS, agreement

OLD, NEW = "gammalt.md", "nytt.md"
REPORT = Path("nytt-jämförelse.html")


@pytest.fixture
def versions(run: Run) -> None:
    """A version and one with a weaker sentence, in the folder where commands run."""
    text = agreement(CHAPTERS)
    Path(OLD).write_text(text, encoding="utf-8")
    weaker = text.replace("Regionen ska vid behov erbjuda", "Regionen bör om möjligt erbjuda")
    Path(NEW).write_text(weaker, encoding="utf-8")


def _compare(run: Run, *arguments: str, old: str = OLD, new: str = NEW):  # type: ignore[no-untyped-def]
    return run("compare", old, new, "--as-of", "2026-11-22", *arguments)


def test_default_writes_html_here_and_tells_the_summary(run: Run, versions: None) -> None:
    outcome = _compare(run)
    assert outcome.code == 0
    page = REPORT.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "bör erbjuda" in page
    assert "Nya brister:" in outcome.out
    assert "DR-01" in outcome.out
    assert outcome.out.endswith(f"Jämförelse: {REPORT}\n")


def test_an_earlier_comparison_is_replaced_and_somebody_else_s_file_is_not(run: Run, versions: None) -> None:
    _compare(run)
    _compare(run)
    assert sorted(path.name for path in Path().glob("*.html")) == [REPORT.name]
    REPORT.write_text("egna anteckningar", encoding="utf-8")
    _compare(run)
    assert REPORT.read_text(encoding="utf-8") == "egna anteckningar"
    assert Path("nytt-jämförelse-2.html").exists()


def test_json_is_the_comparison(run: Run, versions: None) -> None:
    import avtalskoll

    data = json.loads(_compare(run, "--format", "json").out)
    comparison = avtalskoll.Comparison.model_validate(data)
    assert comparison.model_dump(mode="json") == data
    _compare(run, "--output", "r.html")
    assert Path("r.html").read_text(encoding="utf-8") == render_html(comparison)


def test_text_and_output(run: Run, versions: None) -> None:
    outcome = _compare(run, "--format", "text")
    assert "Efter: ”Regionen bör om möjligt erbjuda" in " ".join(outcome.out.split())
    _compare(run, "--format", "text", "--output", "r.txt", "--quiet")
    written = " ".join(Path("r.txt").read_text(encoding="utf-8").split())
    assert "Förbehållet ”vid behov” har ändrats till ”om möjligt”." in written


def test_some_requirements_only(run: Run, versions: None) -> None:
    data = json.loads(_compare(run, "--format", "json", "--select", "UP,DR", "--ignore", "UP-04").out)
    groups = [requirement["group"] for requirement in data["requirements"]]
    assert set(groups) == {"UP", "DR"}
    assert "UP-04" not in [requirement["id"] for requirement in data["requirements"]]


def test_a_folder_is_one_version(run: Run, versions: None) -> None:
    Path("förra").mkdir()
    Path(OLD).rename(Path("förra") / "avtal.md")
    outcome = _compare(run, old="förra")
    assert outcome.code == 0
    assert "Gammal version: avtal.md" in outcome.out


def test_fail_on_worse(run: Run, versions: None) -> None:
    worse = _compare(run, "--fail-on-worse", "--quiet")
    assert (worse.code, worse.out) == (1, f"{REPORT}\n")
    assert REPORT.exists()
    assert "DR-01" in _compare(run, "--fail-on-worse").err
    assert _compare(run, "--fail-on-worse", "--select", "OM").code == 0
    assert _compare(run, "--fail-on-worse", old=NEW, new=OLD).code == 0


def test_what_cannot_be_read_gives_no_report_and_exit_code_3(run: Run, versions: None) -> None:
    Path("trasig.docx").write_bytes(b"PK\x03\x04")
    for old, new in (("trasig.docx", NEW), (OLD, "trasig.docx")):
        outcome = _compare(run, old=old, new=new)
        assert (outcome.code, outcome.out) == (3, "")
        assert outcome.err.startswith("avtalskoll: ")
        assert not list(Path().glob("*.html"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("compare", OLD), "NYTT"),
        (("compare", OLD, NEW, "--format", "pdf"), "--format pdf finns inte"),
        (("compare", OLD, NEW, "--select", "XX-1"), "heter XX-1"),
        (("compare", OLD, NEW, "--output", NEW), "är en av filerna"),
        (("compare", "tidigare.json", NEW), "--baseline"),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, versions: None, arguments: tuple[str, ...], sentence: str) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_agreements_are_never_overwritten(run: Run, versions: None) -> None:
    before = Path(OLD).read_bytes()
    assert _compare(run, "--output", OLD).code == 2
    assert Path(OLD).read_bytes() == before
